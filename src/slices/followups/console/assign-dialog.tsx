import { useEffect, useRef, useState } from 'react'
import { call } from '#platform/contracts/call.ts'
import { today } from '#ui/day.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { useTexts } from '#ui/language.ts'
import { useUndo } from '#ui/undo.tsx'
import { followupRoutes } from '../followup-contract.ts'
import { followupPageMessages } from '../followup-page-messages.ts'
import { acts } from './acts.ts'
import { longestReason } from './answer-forms.tsx'
import { CountedText, faultOfText } from './counted-text.tsx'
import { DeedForm } from './deed-form.tsx'
import type { Followup, Named } from './followup-queries.ts'
import { useKeptForm } from './kept-form.ts'
import { OrganisationPicker } from './organisation-picker.tsx'
import { useDeed } from './use-deed.ts'
import { WorkingDayPicker } from './working-day-picker.tsx'

interface AssignDialogProps {
  /** The follow-ups that are handed out together. */
  followups: string[]
  /** The one of them, where it is one: its present assignment, and what the report proposes. */
  followup?: Followup
  onClose: () => void
  onDone: () => void
}

const mostSupporting = 20

/** Who leads it, who helps, until when. Nothing is filled in that nobody has chosen. */
export function AssignDialog({ followups, followup, onClose, onDone }: AssignDialogProps) {
  const all = useTexts(followupPageMessages).form
  const t = all.assign
  const done = useUndo()
  const deed = useDeed()
  const many = followups.length > 1
  const name = `assign ${followups.join(' ')}`
  const form = useKeptForm(name, {
    lead: followup?.lead ? [followup.lead] : ([] as Named[]),
    supporting: followup?.supporting ?? ([] as Named[]),
    day: followup?.dueDay ?? null,
    note: '',
  })
  const [tried, setTried] = useState(false)
  const fields = useRef<HTMLDivElement>(null)
  useEffect(() => fields.current?.querySelector<HTMLElement>('[role=combobox]')?.focus(), [])
  const { lead: leads, supporting, day, note } = form.values
  const [lead] = leads
  const noteTooLong = faultOfText(note, longestReason, true)
  const suggested = followup?.suggestedLead
  const submit = () => {
    setTried(true)
    if (!lead || noteTooLong) return
    const said = {
      lead: lead.id,
      supporting: many && supporting.length === 0 ? undefined : supporting.map(({ id }) => id),
      dueDay: many && day === null ? undefined : day,
      note: note.trim() || undefined,
    }
    deed.mutate(
      {
        name,
        said,
        send: ({ idempotencyKey }) =>
          many
            ? call(followupRoutes.assignMany, { body: { followups, ...said }, idempotencyKey })
            : acts.assign(followups[0] ?? '', said, idempotencyKey),
      },
      {
        onSuccess: () => {
          form.forget()
          onDone()
          done({ message: many ? t.doneMany(followups.length, lead.name) : t.done(lead.name) })
        },
      },
    )
  }
  const title = many ? t.titleMany(followups.length) : followup?.lead ? t.again : t.title
  return (
    <Dialog open onClose={onClose} title={title}>
      <div ref={fields}>
        <DeedForm
          bare
          title={title}
          action={t.action}
          busy={deed.isPending}
          problem={deed.error}
          kept={form.kept}
          onSubmit={submit}
          onCancel={onClose}
        >
          <OrganisationPicker
            label={t.lead}
            hint={t.leadHint}
            chosen={leads}
            most={1}
            without={supporting.map(({ id }) => id)}
            onChange={(next) => form.write({ lead: next })}
            problem={tried && !lead ? t.leadRequired : undefined}
          />
          {suggested && suggested.id !== lead?.id && (
            <button type="button" className="suggested" onClick={() => form.write({ lead: [suggested] })}>
              {t.suggested(suggested.name)}
            </button>
          )}
          <OrganisationPicker
            optional
            label={t.supporting}
            hint={many ? t.keepSupporting : undefined}
            chosen={supporting}
            most={mostSupporting}
            without={lead ? [lead.id] : []}
            onChange={(next) => form.write({ supporting: next })}
          />
          <WorkingDayPicker
            label={t.due}
            value={day}
            min={today()}
            mayBeEmpty
            onChange={(next) => form.write({ day: next })}
          />
          <CountedText
            label={t.note}
            hint={t.noteHint}
            optional
            rows={2}
            value={note}
            onChange={(next) => form.write({ note: next })}
            longest={longestReason}
            problem={noteTooLong ? all.tooLong : undefined}
          />
        </DeedForm>
      </div>
    </Dialog>
  )
}
