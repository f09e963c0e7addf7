import { Button } from 'antd'
import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { FilePicker } from '#ui/file-picker.tsx'
import { useTexts } from '#ui/language.ts'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { followupPageMessages } from '../followup-page-messages.ts'
import './deed-form.css'

interface DeedFormProps {
  /** Names the form; shown unless a dialog has it as its heading. */
  title: string
  bare?: boolean
  action: string
  busy: boolean
  problem: unknown
  /** Whether something typed is kept in this tab. */
  kept?: boolean
  onSubmit: () => void
  onCancel: () => void
  /** Another way to send it, beside the main one: 退回重办. */
  other?: { action: string; onClick: () => void }
  children: ReactNode
}

/** The frame of every form here: what is asked, the verb of the deed, what went wrong. Opening it leads into it. */
export function DeedForm(props: DeedFormProps) {
  const { title, bare = false, action, busy, problem, kept, onSubmit, onCancel, other, children } = props
  const t = useTexts(followupPageMessages)
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (bare) return
    form.current?.querySelector<HTMLElement>('input,textarea')?.focus({ preventScroll: true })
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [bare])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!busy) onSubmit()
  }
  return (
    <form
      ref={form}
      className="deed"
      onSubmit={submit}
      noValidate
      aria-labelledby={bare ? undefined : id}
      aria-label={bare ? title : undefined}
    >
      {!bare && <h2 id={id}>{title}</h2>}
      {children}
      {problem !== null && problem !== undefined && <ProblemNotice problem={problem} />}
      <div className="deed-actions">
        <Button type="primary" htmlType="submit" loading={busy}>
          {action}
        </Button>
        {other && (
          <Button onClick={other.onClick} disabled={busy}>
            {other.action}
          </Button>
        )}
        <Button type="text" onClick={onCancel}>
          {t.cancel}
        </Button>
        {kept && <span className="faint">{t.form.draft}</span>}
      </div>
    </form>
  )
}

const evidenceKinds = '.pdf,.doc,.docx,.xls,.xlsx,.txt,image/*'

/** Proof is optional and says so: nobody has to take a photo. */
export function Evidence({ files, onChange }: { files: File[]; onChange: (files: File[]) => void }) {
  const t = useTexts(followupPageMessages).form
  return (
    <div className="evidence">
      <FilePicker label={t.evidence} accept={evidenceKinds} files={files} onChange={onChange} />
      <p className="faint">{t.evidenceHint}</p>
    </div>
  )
}
