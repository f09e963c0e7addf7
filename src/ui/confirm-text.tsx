import { Button } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { FilePicker } from './file-picker.tsx'
import { useTexts } from './language.ts'
import { ProblemNotice } from './problem-notice.tsx'
import { uiMessages } from './ui-messages.ts'
import './confirm-text.css'

interface ConfirmTextProps {
  label: string
  /** What a good text says, in a few words. */
  hint?: string
  /** The verb of the task: 签收, 报进展. */
  action: string
  /** Whether the words may be left out. */
  optional?: boolean
  /** Shown when files may be attached; the types as `FilePicker` takes them. */
  attachments?: { accept?: string; label?: string }
  /** Keeps what was typed on this computer under this name until it was sent. */
  draft?: string
  longest?: number
  onConfirm: (said: { text: string; files: File[] }) => Promise<unknown>
  onCancel?: () => void
}

const draftKey = (name: string) => `daqiao_draft:${name}`

/** A short text that goes with a deed, with files where they prove it. What was typed survives an error. */
export function ConfirmText(props: ConfirmTextProps) {
  const {
    label,
    hint,
    action,
    optional = false,
    attachments,
    draft,
    longest = 2000,
    onConfirm,
    onCancel,
  } = props
  const t = useTexts(uiMessages)
  const id = useId()
  const [text, setText] = useState(() => (draft ? (localStorage.getItem(draftKey(draft)) ?? '') : ''))
  const [files, setFiles] = useState<File[]>([])
  const [busy, setBusy] = useState(false)
  const [missing, setMissing] = useState(false)
  const [problem, setProblem] = useState<unknown>()

  const write = (next: string) => {
    setText(next)
    setMissing(false)
    if (draft) localStorage.setItem(draftKey(draft), next)
  }

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const said = text.trim()
    if (!said && !optional) return setMissing(true)
    setBusy(true)
    setProblem(undefined)
    try {
      await onConfirm({ text: said, files })
      if (draft) localStorage.removeItem(draftKey(draft))
      setText('')
      setFiles([])
    } catch (thrown) {
      setProblem(thrown)
    }
    setBusy(false)
  }

  return (
    <form className="confirm-text" onSubmit={submit} noValidate>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="faint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <textarea
        id={id}
        rows={4}
        value={text}
        maxLength={longest}
        required={!optional}
        aria-invalid={missing || undefined}
        aria-describedby={`${hint ? `${id}-hint` : ''} ${id}-error`}
        onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
            event.currentTarget.form?.requestSubmit()
        }}
      />
      <p id={`${id}-error`} className="confirm-missing" role="alert">
        {missing && t.confirm.required}
      </p>
      {attachments && (
        <FilePicker
          label={attachments.label ?? t.confirm.attachments}
          accept={attachments.accept}
          files={files}
          onChange={setFiles}
        />
      )}
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <div className="confirm-actions">
        <Button type="primary" htmlType="submit" loading={busy}>
          {action}
        </Button>
        {onCancel && <Button onClick={onCancel}>{t.cancel}</Button>}
        {draft && text && <span className="faint">{t.confirm.draft}</span>}
      </div>
    </form>
  )
}
