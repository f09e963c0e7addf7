import { useRef, useState } from 'react'
import { Moment } from '#ui/day.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { useTexts } from '#ui/language.ts'
import { QuotedText } from '#ui/quoted-text.tsx'
import { useUndo } from '#ui/undo.tsx'
import { followupPageMessages } from '../followup-page-messages.ts'
import { acts } from './acts.ts'
import { longestReason } from './answer-forms.tsx'
import { CountedText, faultOfText } from './counted-text.tsx'
import { DeedForm } from './deed-form.tsx'
import { FileLinks } from './file-links.tsx'
import type { Followup } from './followup-queries.ts'
import { useKeptForm } from './kept-form.ts'
import { reportedInRound } from './review-round.ts'
import { useDeed } from './use-deed.ts'
import './review-dialog.css'

interface ReviewDialogProps {
  followup: Followup
  onClose: () => void
  onDone: () => void
}

/** What was asked beside what was reported: done, or back with the reason. */
export function ReviewDialog({ followup, onClose, onDone }: ReviewDialogProps) {
  const all = useTexts(followupPageMessages).form
  const t = all.review
  const done = useUndo()
  const deed = useDeed()
  const field = useRef<HTMLTextAreaElement>(null)
  const form = useKeptForm(`review ${followup.id}`, { text: '' })
  const [fault, setFault] = useState<string>()
  const reported = reportedInRound(followup.history)
  const decide = (outcome: 'closed' | 'returned') => {
    const reason = form.values.text.trim()
    const wrong = faultOfText(reason, longestReason, outcome === 'closed')
    setFault(wrong === 'required' ? t.reasonMissing : wrong ? all.tooLong : undefined)
    if (wrong) return field.current?.focus()
    deed.mutate(
      {
        name: `review ${followup.id}`,
        said: { outcome, reason },
        send: ({ idempotencyKey }) =>
          acts.review(followup.id, { outcome, reason: reason || undefined }, idempotencyKey),
      },
      {
        onSuccess: () => {
          form.forget()
          onDone()
          done({ message: t[outcome] })
        },
      },
    )
  }
  return (
    <Dialog open onClose={onClose} title={t.title}>
      <DeedForm
        bare
        title={t.title}
        action={t.close}
        other={{ action: t.giveBack, onClick: () => decide('returned') }}
        busy={deed.isPending}
        problem={deed.error}
        kept={form.kept}
        onSubmit={() => decide('closed')}
        onCancel={onClose}
      >
        <p className="faint">{t.lead}</p>
        <section className="review-part" aria-label={t.required}>
          <h3>{t.required}</h3>
          <QuotedText>{followup.quote}</QuotedText>
        </section>
        <section className="review-part" aria-label={t.reported}>
          <h3>{t.reported}</h3>
          {reported.length === 0 && <p>{t.nothing}</p>}
          {reported.map((step) => (
            <div key={step.id} className="review-step">
              <p className="faint">
                {step.organisation?.name} {step.what} <Moment at={step.at} />
              </p>
              {step.text && <p>{step.text}</p>}
              <FileLinks followup={followup.id} files={step.files} />
            </div>
          ))}
        </section>
        <CountedText
          field={field}
          label={t.label}
          hint={t.hint}
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
    </Dialog>
  )
}
