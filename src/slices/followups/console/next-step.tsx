import { DownOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { call } from '#platform/contracts/call.ts'
import { dayInWords } from '#ui/day.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import type { useOpenForm } from '#ui/open-form.ts'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { useShortcuts } from '#ui/shortcuts.ts'
import { useUndo } from '#ui/undo.tsx'
import { type Action, actions, type Reason } from '../followup.ts'
import { followupRoutes } from '../followup-contract.ts'
import { followupPageMessages } from '../followup-page-messages.ts'
import { aboutNext } from './about-next.ts'
import { afterSigning } from './after-signing.ts'
import { ClosingForm, CompletePartForm, ExtensionForm, type FormProps, ReportForm } from './answer-forms.tsx'
import { AssignDialog } from './assign-dialog.tsx'
import { type Followup, followupQuery } from './followup-queries.ts'
import { capitalised } from './followup-words.ts'
import { ReviewDialog } from './review-dialog.tsx'
import { AddPartForm, DecideExtensionForm, RemarkForm, WithdrawForm } from './supervisor-forms.tsx'
import { useDeed } from './use-deed.ts'

/** Every action may be asked for by the address; signing asks for nothing and is never open. */
export const formNames = actions

/** The heading of the next step, where the focus goes when a form closes. */
export const nextStepTitle = 'next-step-title'

/** Reasons that are about the moment, not about who looks: worth telling. */
const worthTelling: readonly Reason[] = [
  'past-due',
  'no-due-day',
  'extension-pending',
  'own-work',
  'not-signed',
]

interface NextStepProps {
  followup: Followup
  form: ReturnType<typeof useOpenForm<Action>>
}

/** What is to be done now: one action, big and plain, for whoever looks; the others in a quiet list. */
export function NextStep({ followup, form }: NextStepProps) {
  const t = useTexts(followupPageMessages)
  const sign = useSigning(followup)
  const possible = followup.actions.flatMap(({ action, reason }) => (reason === null ? [action] : []))
  const main = followup.next.action
  const others = possible.filter((action) => action !== main)
  const refused = followup.actions.filter(({ reason, why }) => reason && why && worthTelling.includes(reason))
  const begin = (action: Action) => (action === 'sign' ? sign.start() : form.show(action))
  const open = useStandingForm(form.open, possible)
  const inline = open && open !== 'assign' && open !== 'review' ? open : undefined

  useShortcuts(main && !open ? [{ keys: 'e', label: t.verbs[main], run: () => begin(main) }] : [])

  return (
    <section className="now" data-yours={followup.next.turn === 'you' || undefined} aria-label={t.now.title}>
      {!inline && (
        <h2 id={nextStepTitle} tabIndex={-1}>
          {capitalised(followup.next.text)}
        </h2>
      )}
      {!inline && <AboutNext followup={followup} />}
      {sign.problem !== null && <ProblemNotice problem={sign.problem} onRetry={sign.start} />}
      {inline ? (
        <InlineForm
          key={inline}
          action={inline}
          followup={followup}
          part={form.of}
          onDone={form.close}
          onCancel={form.close}
        />
      ) : (
        <div className="now-actions">
          {main && (
            <Button type="primary" className="now-main" loading={sign.busy} onClick={() => begin(main)}>
              {t.verbs[main]}
            </Button>
          )}
          {(others.length > 0 || refused.length > 0) && (
            <Disclosure
              className="text-button"
              label={
                <>
                  {t.now.more}
                  <DownOutlined aria-hidden="true" />
                </>
              }
            >
              {(close) => (
                <OtherActions
                  actions={others}
                  refused={refused}
                  assigned={followup.lead !== null}
                  onChoose={(action) => {
                    close()
                    begin(action)
                  }}
                />
              )}
            </Disclosure>
          )}
        </div>
      )}
      {open === 'assign' && (
        <AssignDialog
          followups={[followup.id]}
          followup={followup}
          onClose={form.close}
          onDone={form.close}
        />
      )}
      {open === 'review' && <ReviewDialog followup={followup} onClose={form.close} onDone={form.close} />}
    </section>
  )
}

/** What the next step is about: the request to decide on, the result to review, the reason for the return. */
function AboutNext({ followup }: { followup: Followup }) {
  const t = useTexts(followupPageMessages)
  const language = useLanguage()
  const about = aboutNext(followup)
  const hint = followup.next.action === 'sign' && <p className="faint">{t.now.signHint}</p>
  if (!about) return hint
  const { extension, text } = about
  const days =
    extension &&
    t.form.decide.asked(
      extension.organisation?.name ?? '',
      dayInWords(extension.fromDay, language),
      dayInWords(extension.toDay, language),
    )
  return (
    <>
      {days && <p>{days}</p>}
      {text && <p className="now-about">{text}</p>}
      {hint}
    </>
  )
}

/**
 * The form that is open. Once open it stands until it is closed, also when its action has meanwhile become
 * impossible: it must still say what went wrong, or that it is done.
 */
function useStandingForm(asked: Action | undefined, possible: readonly Action[]): Action | undefined {
  const [standing, setStanding] = useState<Action>()
  const mayOpen = asked !== undefined && possible.includes(asked)
  useEffect(() => {
    if (mayOpen || asked === undefined) setStanding(asked)
  }, [asked, mayOpen])
  return mayOpen || asked === standing ? asked : undefined
}

/** The form of an action, in the place of its button. */
function InlineForm({ action, ...props }: FormProps & { action: Action }) {
  switch (action) {
    case 'report':
      return <ReportForm {...props} />
    case 'ask-closing':
      return <ClosingForm {...props} />
    case 'ask-extension':
      return <ExtensionForm {...props} />
    case 'complete-part':
      return <CompletePartForm {...props} />
    case 'decide-extension':
      return <DecideExtensionForm {...props} />
    case 'add-part':
      return <AddPartForm {...props} />
    case 'remark':
      return <RemarkForm {...props} />
    case 'withdraw':
      return <WithdrawForm {...props} />
    case 'sign':
    case 'assign':
    case 'review':
      return null
  }
}

interface OtherActionsProps {
  actions: Action[]
  refused: Followup['actions']
  /** It has a lead already: to assign it is to assign it again. */
  assigned: boolean
  onChoose: (action: Action) => void
}

function OtherActions({ actions: offered, refused, assigned, onChoose }: OtherActionsProps) {
  const t = useTexts(followupPageMessages)
  return (
    <>
      <ul className="other-actions">
        {offered.map((action) => (
          <li key={action}>
            <button type="button" className="text-button" onClick={() => onChoose(action)}>
              {action === 'assign' && assigned ? t.form.assign.again : t.verbs[action]}
            </button>
          </li>
        ))}
      </ul>
      {refused.length > 0 && (
        <dl className="not-now" aria-label={t.now.notNow}>
          {refused.map(({ action, why }) => (
            <div key={action}>
              <dt>{t.verbs[action]}</dt>
              <dd>{why}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}

function useSigning(followup: Followup) {
  const t = useTexts(followupPageMessages)
  const client = useQueryClient()
  const done = useUndo()
  const deed = useDeed()
  const key = followupQuery(followup.id).queryKey
  const start = () =>
    deed.mutate(
      {
        name: `sign ${followup.id}`,
        send: ({ idempotencyKey }) =>
          call(followupRoutes.sign, { params: { followup: followup.id }, idempotencyKey }),
        ahead: () => {
          void client.cancelQueries({ queryKey: key })
          const before = client.getQueryData(key)
          const words = { waiting: t.form.signed, signed: t.verbs.sign }
          client.setQueryData(key, (now) => now && afterSigning(now, words, new Date().toISOString()))
          return () => client.setQueryData(key, before)
        },
      },
      { onSuccess: () => done({ message: t.form.signed }) },
    )
  return { start, busy: deed.isPending, problem: deed.error }
}
