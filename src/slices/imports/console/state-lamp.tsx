import { Lamp, type LampState } from '#ui/lamp.tsx'
import { useTexts } from '#ui/language.ts'
import type { ImportState, RowState } from '../import.ts'
import { importMessages } from '../import-messages.ts'

const lampsOfImports: Record<ImportState, LampState> = {
  uploaded: 'waiting',
  tried: 'waiting',
  applying: 'ontime',
  stopped: 'near',
  applied: 'done',
  undoing: 'ontime',
  undone: 'none',
}

const lampsOfRows: Record<RowState, LampState> = {
  fault: 'overdue',
  undecided: 'near',
  new: 'ontime',
  merge: 'ontime',
  skip: 'none',
  added: 'done',
  merged: 'done',
  refused: 'overdue',
  undone: 'none',
  kept: 'near',
}

export function ImportLamp({ state }: { state: ImportState }) {
  const t = useTexts(importMessages)
  return <Lamp state={lampsOfImports[state]} word={t.states[state]} />
}

export function RowLamp({ state }: { state: RowState }) {
  const t = useTexts(importMessages)
  return <Lamp state={lampsOfRows[state]} word={t.rowStates[state]} />
}
