import { dayInWords } from '#ui/day.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import { Timeline } from '#ui/timeline.tsx'
import { followupPageMessages } from '../followup-page-messages.ts'
import { FileLinks } from './file-links.tsx'
import type { Followup, Step } from './followup-queries.ts'

/** Who did what and when, the oldest first; faces of organisations, not of people. */
export function FollowupStory({ followup }: { followup: Followup }) {
  const t = useTexts(followupPageMessages).story
  return (
    <Timeline
      label={t.title}
      rows={followup.history.map((step) => ({
        id: step.id,
        at: step.at,
        organisation: step.organisation?.name ?? t.platform,
        title: (
          <>
            {step.what}
            {step.person && <span className="story-person">{step.person.name}</span>}
          </>
        ),
        children: <StepBody followup={followup} step={step} />,
      }))}
    />
  )
}

function StepBody({ followup, step }: { followup: Followup; step: Step }) {
  const t = useTexts(followupPageMessages).story
  const language = useLanguage()
  const { kind, dueDay, lead, text, files } = step
  // A request and its row in the history are written by one command, at one moment.
  const request =
    kind === 'extension-asked' ? followup.extensions.find(({ at }) => at === step.at) : undefined
  const facts = [
    lead && (kind === 'part-added' ? t.part(lead.name) : t.lead(lead.name)),
    request
      ? t.ask(dayInWords(request.fromDay, language), dayInWords(request.toDay, language))
      : dueDay && t.until(dayInWords(dueDay, language)),
  ].filter(Boolean)
  if (facts.length === 0 && !text && files.length === 0) return null
  return (
    <>
      {facts.length > 0 && <p className="story-facts">{facts.join(language === 'zh' ? '；' : '; ')}</p>}
      {text && <p className="story-text">{text}</p>}
      {request && (
        <p className="story-facts">
          {request.decision ? (request.decision.granted ? t.granted : t.refused) : t.pending}
          {request.decision?.reason &&
            (language === 'zh' ? `：${request.decision.reason}` : `: ${request.decision.reason}`)}
        </p>
      )}
      <FileLinks followup={followup.id} files={files} />
    </>
  )
}
