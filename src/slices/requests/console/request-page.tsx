import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { Problem } from '#platform/http/problem.ts'
import { Day, Moment } from '#ui/day.tsx'
import { languageOf } from '#ui/language-of.ts'
import { useTexts } from '#ui/language.ts'
import { useOpenForm } from '#ui/open-form.ts'
import { Page, Section } from '#ui/page.tsx'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { QuotedText } from '#ui/quoted-text.tsx'
import { RecordPanels } from '#ui/record-panels.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { requestConsoleMessages } from '../request-console-messages.ts'
import { requestMessages } from '../request-messages.ts'
import { requestNumberInGroups } from '../request-number.ts'
import { HandOnForm } from './hand-on-form.tsx'
import { RequestContact } from './request-contact.tsx'
import { requestQuery, type RequestShown } from './request-queries.ts'
import { RequestLampShown } from './requests-page.tsx'
import { WordsForm } from './words-form.tsx'
import './requests.css'

/** One request: what was said, how it stands, what was done, and what can be done now. */
export default function RequestPage() {
  const t = useTexts(requestMessages)
  const { request = '' } = useParams()
  const found = useQuery(requestQuery(request))
  if (found.data) return <Shown key={request} request={found.data} />
  if (found.error instanceof Problem && found.error.status === 404) throw found.error
  return (
    <Page title={t.record} breadcrumbs={[{ title: t.title, href: '/requests' }]} width="text">
      {found.isError && <ProblemNotice problem={found.error} onRetry={() => void found.refetch()} />}
    </Page>
  )
}

const forms = ['hand-on', 'answer', 'close'] as const

function Shown({ request }: { request: RequestShown }) {
  const t = useTexts(requestMessages)
  const page = useTexts(requestConsoleMessages)
  const { id, number, text, actions, kind } = request
  const form = useOpenForm(forms.filter((one) => actions.includes(one)))
  const [first] = forms.filter((one) => actions.includes(one))
  return (
    <Page
      title={t.numbered(requestNumberInGroups(number))}
      lead={<RequestLampShown request={request} />}
      breadcrumbs={[{ title: t.title, href: '/requests' }]}
      width="text"
      actions={
        !form.open &&
        forms
          .filter((one) => actions.includes(one))
          .map((one) => (
            <Button key={one} type={one === first ? 'primary' : 'default'} onClick={() => form.show(one)}>
              {page.actions[one]}
            </Button>
          ))
      }
    >
      {form.open === 'hand-on' && <HandOnForm request={request} onClose={form.close} />}
      {(form.open === 'answer' || form.open === 'close') && (
        <WordsForm key={form.open} request={id} verb={form.open} onClose={form.close} />
      )}
      <QuotedText source={t.kinds[kind]} lang={languageOf(text)}>
        <span className="request-whole">{text}</span>
      </QuotedText>
      <Section title={page.facts}>
        <Facts request={request} />
      </Section>
      <Section title={page.contact}>
        <RequestContact request={request} />
      </Section>
      <RecordPanels kind="request" id={id} />
      <Section title={page.story}>
        <Story request={request} />
      </Section>
    </Page>
  )
}

function Facts({ request }: { request: RequestShown }) {
  const t = useTexts(requestMessages)
  const page = useTexts(requestConsoleMessages)
  const { about, owner, dueDay, channel, takenBy, sentAt } = request
  const pages: Record<string, string> = { place: '/places', service: '/services' }
  return (
    <dl className="request-facts">
      <Fact name={page.sentAt}>
        <Moment at={sentAt} />
      </Fact>
      <Fact name={page.channel}>
        {t.channels[channel]}
        {takenBy && <span className="faint"> {page.takenBy(takenBy.name)}</span>}
      </Fact>
      {about && (
        <Fact name={page.about}>
          <Link to={`${pages[about.kind] ?? ''}/${about.id}`}>
            <span lang={languageOf(about.name)}>{about.name}</span>
          </Link>
        </Fact>
      )}
      <Fact name={page.owner}>{owner?.name ?? page.nobody}</Fact>
      {dueDay && (
        <Fact name={page.due}>
          <Day day={dueDay} />
        </Fact>
      )}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Story({ request: { history } }: { request: RequestShown }) {
  const page = useTexts(requestConsoleMessages)
  return (
    <Timeline
      label={page.storyOf}
      rows={history.map(({ id, at, kind, organisation, person, text, owner, dueDay }) => ({
        id,
        at,
        organisation: organisation?.name ?? page.publicWord,
        title: (
          <>
            {page.steps[kind]}
            {organisation && person && <span className="faint"> {person.name}</span>}
          </>
        ),
        children: (text !== null || owner !== null) && (
          <>
            {text !== null && (
              <p className="request-whole" lang={languageOf(text)}>
                {text}
              </p>
            )}
            {owner && <p>{page.to(owner.name)}</p>}
            {dueDay && <p>{page.until(dueDay)}</p>}
          </>
        ),
      }))}
    />
  )
}
