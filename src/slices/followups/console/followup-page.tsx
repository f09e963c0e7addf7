import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { Problem } from '#platform/http/problem.ts'
import { useLanguage, useTexts } from '#ui/language.ts'
import { Lamp } from '#ui/lamp.tsx'
import { useOpenForm } from '#ui/open-form.ts'
import { Page, Section } from '#ui/page.tsx'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { QuotedText } from '#ui/quoted-text.tsx'
import { uiMessages } from '#ui/ui-messages.ts'
import { followupPageMessages } from '../followup-page-messages.ts'
import { timeLeft } from './due-words.ts'
import { FollowupFacts } from './followup-facts.tsx'
import { FollowupParts, LinkedFollowups } from './followup-parts.tsx'
import { type Followup, followupQuery } from './followup-queries.ts'
import { FollowupStory } from './followup-story.tsx'
import { saidInFull } from './followup-words.ts'
import { formNames, NextStep, nextStepTitle } from './next-step.tsx'
import './followup-page.css'

/** One follow-up: the sentence as it was said, what is to be done now, and the story since. */
export default function FollowupPage() {
  const t = useTexts(followupPageMessages)
  const { followup = '' } = useParams()
  const found = useQuery(followupQuery(followup))
  if (found.data) return <Shown key={followup} followup={found.data} />
  if (found.error instanceof Problem && found.error.status === 404) throw found.error
  return (
    <Page title={t.record} breadcrumbs={[{ title: t.title, href: '/followups' }]}>
      {found.isError ? (
        <ProblemNotice problem={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <Skeleton />
      )}
    </Page>
  )
}

function Shown({ followup }: { followup: Followup }) {
  const t = useTexts(followupPageMessages)
  const language = useLanguage()
  const form = useOpenForm(formNames, nextStepTitle)
  const left = timeLeft(followup, language)
  const overTime = followup.lamp === 'overdue' || followup.lamp === 'near' || followup.lamp === 'ontime'
  return (
    <div className="followup">
      <Page
        title={t.numbered(followup.number)}
        breadcrumbs={[{ title: t.title, href: '/followups' }]}
        lead={<Lamp state={followup.lamp} word={overTime && left ? left : t.filter.states[followup.state]} />}
      >
        <div className="followup-columns">
          <div className="followup-quote">
            <QuotedText source={saidInFull(followup, language)}>{followup.quote}</QuotedText>
          </div>
          <NextStep followup={followup} form={form} />
          <FollowupFacts followup={followup} />
          <div className="followup-rest">
            {followup.parts.length > 0 && (
              <Section title={t.parts.title}>
                <FollowupParts
                  parts={followup.parts}
                  onComplete={(part) => form.show('complete-part', part)}
                />
              </Section>
            )}
            {followup.linked.length > 0 && (
              <Section title={t.linked.title}>
                <LinkedFollowups linked={followup.linked} />
              </Section>
            )}
            <Section title={t.story.title}>
              <FollowupStory followup={followup} />
            </Section>
          </div>
        </div>
      </Page>
    </div>
  )
}

function Skeleton() {
  const { loading } = useTexts(uiMessages)
  return (
    <div className="followup-skeleton" role="status">
      <span className="visually-hidden">{loading}</span>
      {['92%', '64%', '38%'].map((width) => (
        <i key={width} style={{ width }} aria-hidden="true" />
      ))}
    </div>
  )
}
