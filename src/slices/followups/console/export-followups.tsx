import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type MouseEvent, useEffect, useRef, useState } from 'react'
import { addressOf, call } from '#platform/contracts/call.ts'
import { today } from '#ui/day.tsx'
import { useTexts } from '#ui/language.ts'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { useShortcuts } from '#ui/shortcuts.ts'
import { followupRoutes } from '../followup-contract.ts'
import { followupPageMessages } from '../followup-page-messages.ts'
import type { Filters } from './filter-address.ts'
import './export-followups.css'

type Phase = 'idle' | 'preparing' | 'stopped' | 'ready' | { problem: unknown }

/** The list as a spreadsheet, with the same filters. What is under way says so and can be stopped. */
export function useExport(filters: Filters) {
  const t = useTexts(followupPageMessages).export
  const [phase, setPhase] = useState<Phase>('idle')
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  const start = async () => {
    if (phase === 'preparing') return
    const controller = new AbortController()
    running.current = controller
    setPhase('preparing')
    try {
      const bytes = await call(followupRoutes.export, { query: filters, signal: controller.signal })
      save(bytes, t.fileName(today()))
      setPhase('ready')
    } catch (problem) {
      setPhase(controller.signal.aborted ? 'stopped' : { problem })
    }
  }
  const stop = () => running.current?.abort()
  return { phase, start, stop, href: addressOf(followupRoutes.export, { query: filters }) }
}

function save(bytes: Blob, name: string): void {
  const address = URL.createObjectURL(bytes)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

type Exporting = ReturnType<typeof useExport>

/** A plain link: opened in a tab of its own it works as well. */
export function ExportLink({ exporting }: { exporting: Exporting }) {
  const t = useTexts(followupPageMessages).export
  useShortcuts([{ keys: 'e', label: t.key, run: () => void exporting.start() }])
  const onClick = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    void exporting.start()
  }
  return (
    <a className="export-link" href={exporting.href} download onClick={onClick}>
      <DownloadOutlined aria-hidden="true" />
      {t.action}
    </a>
  )
}

export function ExportProgress({ exporting }: { exporting: Exporting }) {
  const t = useTexts(followupPageMessages).export
  const { phase, start, stop } = exporting
  if (typeof phase === 'object') return <ProblemNotice problem={phase.problem} onRetry={() => void start()} />
  return (
    <div className="export-progress" role="status">
      {phase !== 'idle' && <span>{t[phase]}</span>}
      {phase === 'preparing' && <Button onClick={stop}>{t.stop}</Button>}
    </div>
  )
}
