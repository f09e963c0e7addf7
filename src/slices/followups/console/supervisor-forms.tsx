import { useId, useRef, useState } from 'react'
import { call } from '#platform/contracts/call.ts'
import { dayInWords, today } from '#ui/day.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import { useUndo } from '#ui/undo.tsx'
import { followupRoutes } from '../followup-contract.ts'
import { followupPageMessages } from '../followup-page-messages.ts'
import { acts } from './acts.ts'
import { type FormProps, longestAccount, longestReason } from './answer-forms.tsx'
import { CountedText, faultOfText } from './counted-text.tsx'
import { DeedForm } from './deed-form.tsx'
import type { Named } from './followup-queries.ts'
import { useKeptForm } from './kept-form.ts'
import { OrganisationPicker } from './organisation-picker.tsx'
import { useDeed } from './use-deed.ts'
import { WorkingDayPicker } from './working-day-picker.tsx'

/** What the supervisor says: to a request for a later day, about the parts, after the end. */

export function DecideExtensionForm({ followup, onDone, onCancel }: FormProps) {
  const all = useTexts(followupPageMessages).form
  const t = all.decide
  const language = useLanguage()
  const done = useUndo()
  const deed = useDeed()
  const field = useRef<HTMLTextAreaElement>(null)
  const form = useKeptForm(`decide ${followup.id}`, { text: '' })
  const [fault, setFault] = useState<string>()
  const [asked] = useState(() => followup.extensions.find(({ decision }) => decision === null))
  if (!asked) return null
  const decide = (granted: boolean) => {
    const reason = form.values.text.trim()
    const wrong = faultOfText(reason, longestReason, granted)
    setFault(wrong === 'required' ? all.reasonRequired : wrong ? all.tooLong : undefined)
    if (wrong) return field.current?.focus()
    deed.mutate(
      {
        name: `decide ${asked.id}`,
        said: { granted, reason },
        send: ({ idempotencyKey }) =>
          call(followupRoutes.decideExtension, {
            params: { followup: followup.id, extension: asked.id },
            body: { granted, reason: reason || undefined },
            idempotencyKey,
          }),
      },
      {
        onSuccess: () => {
          form.forget()
          onDone()
          done({ message: granted ? t.granted : t.refused })
        },
      },
    )
  }
  const who = asked.organisation?.name ?? asked.person?.name ?? ''
  return (
    <DeedForm
      title={t.title}
      action={t.grant}
      other={{ action: t.refuse, onClick: () => decide(false) }}
      busy={deed.isPending}
      problem={deed.error}
      kept={form.kept}
      onSubmit={() => decide(true)}
      onCancel={onCancel}
    >
      <div>
        <p>{t.asked(who, dayInWords(asked.fromDay, language), dayInWords(asked.toDay, language))}</p>
        <p className="asked-reason">{asked.reason}</p>
      </div>
      <CountedText
        field={field}
        label={t.label}
        hint={t.refuseHint}
        optional
        value={form.values.text}
        onChange={(text) => {
          form.write({ text })
          setFault(undefined)
        }}
        longest={longestReason}
        problem={fault}
      />
    </DeedForm>
  )
}

export function AddPartForm({ followup, onDone, onCancel }: FormProps) {
  const all = useTexts(followupPageMessages).form
  const t = all.part
  const done = useUndo()
  const deed = useDeed()
  const form = useKeptForm(`part ${followup.id}`, {
    organisation: [] as Named[],
    text: '',
    day: null as string | null,
  })
  const [tried, setTried] = useState(false)
  const { organisation, text, day } = form.values
  const [by] = organisation
  const fault = faultOfText(text, longestReason)
  const submit = () => {
    setTried(true)
    if (!by || fault) return
    const said = { organisation: by.id, text: text.trim(), dueDay: day ?? undefined }
    deed.mutate(
      {
        name: `part ${followup.id}`,
        said,
        send: ({ idempotencyKey, newRecord }) =>
          call(followupRoutes.addPart, {
            params: { followup: followup.id },
            body: { part: newRecord, ...said },
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
      <OrganisationPicker
        label={t.organisation}
        chosen={organisation}
        most={1}
        onChange={(next) => form.write({ organisation: next })}
        problem={tried && !by ? t.organisationRequired : undefined}
      />
      <CountedText
        label={t.label}
        hint={t.hint}
        rows={2}
        value={text}
        onChange={(next) => form.write({ text: next })}
        longest={longestReason}
        problem={tried && fault ? all[fault] : undefined}
      />
      <WorkingDayPicker
        label={t.due}
        value={day}
        min={today()}
        mayBeEmpty
        onChange={(next) => form.write({ day: next })}
      />
    </DeedForm>
  )
}

export function RemarkForm({ followup, onDone, onCancel }: FormProps) {
  const all = useTexts(followupPageMessages).form
  const t = all.remark
  const done = useUndo()
  const deed = useDeed()
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const form = useKeptForm(`remark ${followup.id}`, { text: '', saidBy: '', saidOn: '' })
  const [tried, setTried] = useState(false)
  const { text, saidBy, saidOn } = form.values
  const fault = faultOfText(text, longestAccount)
  const submit = () => {
    setTried(true)
    if (fault) return field.current?.focus()
    const said = { text: text.trim(), saidBy: saidBy.trim() || undefined, saidOn: saidOn || undefined }
    deed.mutate(
      {
        name: `remark ${followup.id}`,
        said,
        send: ({ idempotencyKey, newRecord }) =>
          acts.remark(followup.id, { item: newRecord, ...said }, idempotencyKey),
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
        value={text}
        onChange={(next) => form.write({ text: next })}
        longest={longestAccount}
        problem={tried && fault ? all[fault] : undefined}
      />
      <div className="short-field">
        <label htmlFor={`${id}-by`}>
          {t.saidBy}
          <span className="faint">{all.optional}</span>
        </label>
        {followup.saidBy && (
          <p className="faint" id={`${id}-by-hint`}>
            {t.saidByHint(followup.saidBy)}
          </p>
        )}
        <input
          id={`${id}-by`}
          value={saidBy}
          maxLength={40}
          aria-describedby={followup.saidBy ? `${id}-by-hint` : undefined}
          onChange={(event) => form.write({ saidBy: event.target.value })}
        />
      </div>
      <div className="short-field">
        <label htmlFor={`${id}-on`}>
          {t.saidOn}
          <span className="faint">{all.optional}</span>
        </label>
        <input
          id={`${id}-on`}
          type="date"
          max={today()}
          value={saidOn}
          onChange={(event) => form.write({ saidOn: event.target.value })}
        />
      </div>
    </DeedForm>
  )
}

export function WithdrawForm({ followup, onDone, onCancel }: FormProps) {
  const all = useTexts(followupPageMessages).form
  const t = all.withdraw
  const done = useUndo()
  const deed = useDeed()
  const field = useRef<HTMLTextAreaElement>(null)
  const form = useKeptForm(`withdraw ${followup.id}`, { text: '' })
  const [tried, setTried] = useState(false)
  const fault = faultOfText(form.values.text, longestReason)
  const submit = () => {
    setTried(true)
    if (fault) return field.current?.focus()
    const reason = form.values.text.trim()
    deed.mutate(
      {
        name: `withdraw ${followup.id}`,
        said: reason,
        send: ({ idempotencyKey }) => acts.withdraw(followup.id, { reason }, idempotencyKey),
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
        onChange={(text) => form.write({ text })}
        longest={longestReason}
        problem={tried && fault ? (fault === 'required' ? all.reasonRequired : all.tooLong) : undefined}
      />
    </DeedForm>
  )
}
