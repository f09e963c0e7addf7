import { useRef, useState } from 'react'
import { call } from '#platform/contracts/call.ts'
import { today } from '#ui/day.tsx'
import { plusDays } from '#ui/month-grid.ts'
import { useTexts } from '#ui/language.ts'
import { useUndo } from '#ui/undo.tsx'
import { followupRoutes } from '../followup-contract.ts'
import { followupPageMessages } from '../followup-page-messages.ts'
import { acts } from './acts.ts'
import { CountedText, faultOfText } from './counted-text.tsx'
import { DeedForm, Evidence } from './deed-form.tsx'
import type { Followup } from './followup-queries.ts'
import { useKeptForm } from './kept-form.ts'
import { useDeed } from './use-deed.ts'
import { WorkingDayPicker } from './working-day-picker.tsx'

/** What the organisations that do the work say: how far it is, that it is done, that it needs longer. */

export interface FormProps {
  followup: Followup
  /** The part that the form was opened for. */
  part?: string
  onDone: () => void
  onCancel: () => void
}

export const longestAccount = 500
export const longestReason = 200

function AccountForm({ verb, ...props }: FormProps & { verb: 'report' | 'closing' }) {
  const { followup, onDone, onCancel } = props
  const all = useTexts(followupPageMessages).form
  const t = all[verb]
  const done = useUndo()
  const deed = useDeed()
  const field = useRef<HTMLTextAreaElement>(null)
  const form = useKeptForm(`${verb} ${followup.id}`, { text: '' })
  const [files, setFiles] = useState<File[]>([])
  const [fault, setFault] = useState<'required' | 'tooLong' | null>(null)
  const submit = () => {
    const text = form.values.text.trim()
    const wrong = faultOfText(text, longestAccount)
    setFault(wrong)
    if (wrong) return field.current?.focus()
    deed.mutate(
      {
        name: `${verb} ${followup.id}`,
        said: text,
        files,
        send: ({ idempotencyKey, files: ids }) =>
          acts[verb === 'report' ? 'report' : 'askClosing'](
            followup.id,
            { text, files: ids },
            idempotencyKey,
          ),
      },
      {
        onSuccess: () => {
          form.forget()
          onDone()
          done({ message: t.done })
        },
      },
    )
  }
  return (
    <DeedForm
      title={t.title}
      action={t.action}
      busy={deed.isPending}
      problem={deed.error}
      kept={form.kept}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <CountedText
        field={field}
        label={t.label}
        hint={t.hint}
        value={form.values.text}
        onChange={(text) => {
          form.write({ text })
          setFault(null)
        }}
        longest={longestAccount}
        problem={fault ? all[fault] : undefined}
      />
      <Evidence files={files} onChange={setFiles} />
    </DeedForm>
  )
}

export const ReportForm = (props: FormProps) => <AccountForm verb="report" {...props} />
export const ClosingForm = (props: FormProps) => <AccountForm verb="closing" {...props} />

export function ExtensionForm({ followup, onDone, onCancel }: FormProps) {
  const all = useTexts(followupPageMessages).form
  const t = all.extension
  const done = useUndo()
  const deed = useDeed()
  const field = useRef<HTMLTextAreaElement>(null)
  const form = useKeptForm(`extension ${followup.id}`, { text: '', day: null as string | null })
  const [tried, setTried] = useState(false)
  const { text, day } = form.values
  const due = followup.dueDay ?? today()
  const dayFault = day === null ? t.dayRequired : day <= due ? t.dayTooEarly : null
  const textFault = faultOfText(text, longestReason)
  const submit = () => {
    setTried(true)
    if (dayFault || textFault || day === null) return
    const reason = text.trim()
    deed.mutate(
      {
        name: `extension ${followup.id}`,
        said: { reason, day },
        send: ({ idempotencyKey, newRecord }) =>
          acts.askExtension(followup.id, { extension: newRecord, toDay: day, reason }, idempotencyKey),
      },
      {
        onSuccess: () => {
          form.forget()
          onDone()
          done({ message: t.done })
        },
      },
    )
  }
  return (
    <DeedForm
      title={t.title}
      action={t.action}
      busy={deed.isPending}
      problem={deed.error}
      kept={form.kept}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <WorkingDayPicker
        label={t.day}
        value={day}
        min={plusDays(due, 1)}
        onChange={(next) => form.write({ day: next })}
        problem={tried && dayFault ? dayFault : undefined}
      />
      <CountedText
        field={field}
        label={t.label}
        hint={t.hint}
        value={text}
        onChange={(next) => form.write({ text: next })}
        longest={longestReason}
        problem={
          tried && textFault ? (textFault === 'required' ? all.reasonRequired : all.tooLong) : undefined
        }
      />
    </DeedForm>
  )
}

export function CompletePartForm({ followup, part, onDone, onCancel }: FormProps) {
  const all = useTexts(followupPageMessages).form
  const t = all.complete
  const done = useUndo()
  const deed = useDeed()
  const field = useRef<HTMLTextAreaElement>(null)
  const [mine] = useState(() => followup.parts.filter((one) => one.mayComplete))
  const first = mine.find((one) => one.id === part) ?? mine[0]
  const [chosen, setChosen] = useState(first?.id)
  const form = useKeptForm(`complete ${followup.id}`, { text: '' })
  const [files, setFiles] = useState<File[]>([])
  const tooLong = faultOfText(form.values.text, longestAccount, true)
  const submit = () => {
    if (!chosen || tooLong) return
    const text = form.values.text.trim() || undefined
    deed.mutate(
      {
        name: `complete ${chosen}`,
        said: text,
        files,
        send: ({ idempotencyKey, files: ids }) =>
          call(followupRoutes.completePart, {
            params: { followup: followup.id, part: chosen },
            body: { text, files: ids },
            idempotencyKey,
          }),
      },
      {
        onSuccess: () => {
          form.forget()
          onDone()
          done({ message: t.done })
        },
      },
    )
  }
  return (
    <DeedForm
      title={t.title}
      action={t.action}
      busy={deed.isPending}
      problem={deed.error}
      kept={form.kept}
      onSubmit={submit}
      onCancel={onCancel}
    >
      {mine.length > 1 ? (
        <fieldset className="pick-one">
          <legend>{t.choose}</legend>
          {mine.map((one) => (
            <label key={one.id}>
              <input
                type="radio"
                name="part"
                checked={one.id === chosen}
                onChange={() => setChosen(one.id)}
              />
              <span>{one.text}</span>
            </label>
          ))}
        </fieldset>
      ) : (
        <p>{first?.text}</p>
      )}
      <CountedText
        field={field}
        label={t.label}
        optional
        value={form.values.text}
        onChange={(text) => form.write({ text })}
        longest={longestAccount}
        problem={tooLong ? all.tooLong : undefined}
      />
      <Evidence files={files} onChange={setFiles} />
    </DeedForm>
  )
}
