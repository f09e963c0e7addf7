import type { z } from 'zod'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Language } from '#platform/i18n/messages.ts'
import type { CellRemark, ImportKind } from '#platform/import/import-kind.ts'
import type { House } from '#platform/slice.ts'
import { namesOfPeople } from '#slices/people'
import { choicesOf } from './decide-rows.ts'
import { actionsFor } from './import.ts'
import type { importRoutes, importRow, importRowShape } from './import-contract.ts'
import { countsOf, noRows, type RowRecord, stateOf } from './import-row-store.ts'
import { type ImportRecord, importsOfBytes } from './import-store.ts'
import type { TakenImport } from './take-import.ts'

type Whole = z.input<typeof importRoutes.get.response>

export const fieldsOf = (kind: ImportKind, language: Language) =>
  kind.fields.map(({ key, name, hint, required }) => ({
    key,
    name: name[language],
    hint: hint[language],
    required: required ?? false,
  }))

export async function showImports(
  house: House,
  tx: Tx,
  { language }: Actor,
  records: readonly ImportRecord[],
): Promise<z.input<typeof importRow>[]> {
  const counts = await countsOf(
    tx,
    records.map(({ id }) => id),
  )
  const people = await namesOfPeople(
    tx,
    records.map(({ person }) => person),
  )
  const kinds = new Map(house.importKinds().map((kind) => [kind.kind, kind]))
  return records.map(({ id, kind, fileName, person, at, state }) => ({
    id,
    kind: { kind, name: kinds.get(kind)?.name[language] ?? kind },
    fileName,
    person: { id: person, name: people.get(person) ?? '—' },
    at,
    state,
    counts: counts.get(id) ?? noRows(),
  }))
}

export async function showImport(
  house: House,
  tx: Tx,
  actor: Actor,
  { record, kind }: TakenImport,
): Promise<Whole> {
  const [row] = await showImports(house, tx, actor, [record])
  if (!row) throw new Error('an import that is there is shown')
  const before = await importsOfBytes(tx, record)
  const people = await namesOfPeople(
    tx,
    before.map(({ person }) => person),
  )
  const { sheet, header, headerRows, columns, halted } = record
  return {
    ...row,
    file: record.file,
    fields: fieldsOf(kind, actor.language),
    sheets: record.sheets,
    layout:
      sheet === null || header === null || headerRows === null || columns === null
        ? null
        : { sheet, header, headerRows, columns },
    triedAt: record.triedAt,
    endedAt: record.endedAt,
    halted: halted?.[actor.language] ?? null,
    before: before.map(({ person, at, state }) => ({
      person: { id: person, name: people.get(person) ?? '—' },
      at,
      state,
    })),
    actions: actionsFor(record.state, row.counts),
  }
}

export function showRow(
  kind: ImportKind,
  row: RowRecord,
  language: Language,
): z.input<typeof importRowShape> {
  const names = new Map(kind.fields.map(({ key, name }) => [key, name[language]]))
  const remark = ({ field, text }: CellRemark) => ({
    key: field,
    field: field === null ? null : (names.get(field) ?? field),
    text: text[language],
  })
  const cells = kind.fields.flatMap(({ key, name }) => {
    const cell = row.cells[key]
    return cell ? [{ key, field: name[language], text: cell.text }] : []
  })
  return {
    row: row.row,
    title: row.title,
    state: stateOf(row),
    hidden: row.hidden,
    cells,
    faults: row.faults.map(remark),
    notes: row.notes.map(remark),
    match: row.match && {
      sure: row.match.sure,
      id: row.match.id,
      title: row.match.title,
      why: row.match.why[language],
      differs: row.match.differs.map((one) => ({ ...one, field: names.get(one.field) ?? one.field })),
    },
    choice: row.choice,
    choices: [...choicesOf(row)],
    why: row.why?.[language] ?? null,
  }
}

/** What the answer sheet says of a row. */
export function answerTo(
  kind: ImportKind,
  row: RowRecord,
  language: Language,
  states: Readonly<Record<ReturnType<typeof stateOf>, string>>,
): string {
  const shown = showRow(kind, row, language)
  const colon = language === 'zh' ? '：' : ': '
  const remarks = [...shown.faults, ...shown.notes].map(({ field, text }) =>
    field ? field + colon + text : text,
  )
  const match = shown.match && shown.state !== 'added' ? [shown.match.why] : []
  return [states[shown.state], ...remarks, ...match, ...(shown.why ? [shown.why] : [])].join(
    language === 'zh' ? ' ' : ' ',
  )
}
