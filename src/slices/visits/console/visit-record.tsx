import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import { Link, useLocation } from 'react-router'
import { momentInWords } from '#ui/day.tsx'
import { Lamp } from '#ui/lamp.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import { Page, Section } from '#ui/page.tsx'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { readerMessages } from '../reader/reader-messages.ts'
import {
  itemOf,
  itemsOf,
  type KnownRef,
  placesOf,
  sameKnown,
  type VisitMeeting,
  type VisitPerson,
  type VisitSite,
} from '../visit.ts'
import { visitDeskMessages } from '../visit-desk-messages.ts'
import { cardOrder, type DirectiveGroup } from './desk/card-order.ts'
import { DeskNotices } from './desk/desk-notices.tsx'
import { KnownLine } from './desk/known-line.tsx'
import { saidBeside } from './desk/said-beside.ts'
import { Remarks, Within } from './desk/stop-card.tsx'
import { visitDayInWords } from './visit-day.ts'
import { visitHistoryQuery, type VisitShown } from './visit-queries.ts'
import './desk/visit-cards.css'
import './visit-record.css'

/** A visit as it stands: who, when, where, what was seen and what was asked. Nothing here changes it. */
export function VisitRecord({ visit }: { visit: VisitShown }) {
  const all = useTexts(visitDeskMessages)
  const t = all.record
  const language = useLanguage()
  const { content } = visit
  const order = useMemo(() => cardOrder(content), [content])
  const lead = itemOf(content, 'lead')
  const companions = itemsOf(content, 'companion')
  const siteNumbers = new Map(itemsOf(content, 'site').map(({ key }, at) => [key, at + 1]))
  const directives = itemsOf(content, 'directive').length
  const isConfirmed = visit.state === 'confirmed'
  return (
    <Page
      title={itemOf(content, 'title')?.text ?? visit.title}
      lead={<Standing visit={visit} />}
      breadcrumbs={[{ title: all.list.title, href: '/visits' }]}
      width="text"
      actions={isConfirmed && <Brief visit={visit.id} />}
    >
      <JustConfirmed visit={visit.id} />
      {visit.state === 'draft' && <DeskNotices visit={visit} />}
      <dl className="record-facts">
        <div>
          <dt>{all.desk.day}</dt>
          <dd className="figure">
            {visitDayInWords(itemOf(content, 'date')?.value ?? null, language, all.day)}
          </dd>
        </div>
        <div>
          <dt>{all.desk.lead}</dt>
          <dd>{lead ? <Person person={lead} /> : <span className="faint">{all.desk.noLead}</span>}</dd>
        </div>
        {companions.length + visit.groups.length > 0 && (
          <div>
            <dt>{all.desk.companions}</dt>
            <dd>
              <ul className="record-people">
                {companions.map(({ key, item }) => (
                  <li key={key}>
                    <Person person={item} />
                  </li>
                ))}
                {visit.groups.map(({ text }) => (
                  <li key={text} className="person-titles" lang="zh-Hans">
                    {text}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
      <Section
        title={t.route}
        actions={
          isConfirmed &&
          directives > 0 && <Link to={`/followups?visit=${visit.id}`}>{t.toFollowups(directives)}</Link>
        }
      >
        <ol className="route record-route">
          {order.groups.map((group) => (
            <Stop key={group.place} visit={visit} group={group} number={siteNumbers.get(group.place)} />
          ))}
        </ol>
      </Section>
      <Section title={t.original}>
        <details className="record-original">
          <summary>{t.showOriginal}</summary>
          <div lang="zh-Hans">{visit.original}</div>
        </details>
      </Section>
      <History visit={visit.id} />
    </Page>
  )
}

function Standing({ visit }: { visit: VisitShown }) {
  const t = useTexts(visitDeskMessages)
  const language = useLanguage()
  const { state, confirmedAt, dismissed } = visit
  if (state === 'confirmed' && confirmedAt) {
    return <Lamp state="done" word={t.record.confirmedAt(momentInWords(confirmedAt, language))} />
  }
  if (dismissed) {
    return (
      <Lamp
        state="none"
        word={t.record.dismissedAt(momentInWords(dismissed.at, language), dismissed.reason)}
      />
    )
  }
  return <Lamp state="waiting" word={t.record.notYet} />
}

function Brief({ visit }: { visit: string }) {
  const t = useTexts(visitDeskMessages).record
  const address = (format: string) => `/api/visits/${encodeURIComponent(visit)}/brief?format=${format}`
  return (
    <p className="record-brief">
      <span>{t.brief}</span>
      <a href={address('docx')} download>
        {t.docx}
      </a>
      <a href={address('pdf')} download>
        {t.pdf}
      </a>
    </p>
  )
}

/** Tells the person who has just confirmed what came of it. */
function JustConfirmed({ visit }: { visit: string }) {
  const t = useTexts(visitDeskMessages).record
  const state: unknown = useLocation().state
  const words = useRef<HTMLParagraphElement>(null)
  useEffect(() => words.current?.focus(), [])
  const followups = (state as { confirmed?: unknown } | null)?.confirmed
  if (typeof followups !== 'number') return null
  return (
    <p ref={words} className="record-confirmed" tabIndex={-1}>
      <span>{t.confirmed(followups)}</span>
      <Link to={`/followups?visit=${visit}`}>{t.seeFollowups}</Link>
    </p>
  )
}

function Person({ person }: { person: VisitPerson }) {
  return (
    <span lang="zh-Hans">
      <strong className="person-name">{person.name}</strong>
      <span className="person-titles">{person.titles.join('、')}</span>
    </span>
  )
}

function Stop({
  visit,
  group,
  number,
}: {
  visit: VisitShown
  group: DirectiveGroup
  number: number | undefined
}) {
  const t = useTexts(visitDeskMessages)
  const forces = useTexts(readerMessages).forces
  const { place, directives } = group
  const stop = visit.content[place] as VisitSite | VisitMeeting | undefined
  const things = { of: (ref: KnownRef) => visit.things.find((one) => sameKnown(one, ref)) }
  return (
    <li className={`route-stop route-${number === undefined ? place : 'site'}`}>
      <span className="route-sign" aria-hidden="true">
        {number ?? ''}
      </span>
      <div className="route-body">
        <h3 className="stop-name" lang={stop ? 'zh-Hans' : undefined}>
          {stop?.name ?? (place === 'several' ? t.desk.severalSites : t.desk.wholeVisit)}
        </h3>
        {stop && 'possible' in stop && (
          <>
            <KnownLine site={{ ...stop, possible: [] }} things={things} />
            <Within site={stop} />
          </>
        )}
        {stop && <Remarks name={t.desk.seen} remarks={stop.seen} className="remark-seen" />}
        {stop && <Remarks name={t.desk.praised} remarks={stop.praised} className="remark-praised" />}
        {directives.length > 0 && (
          <ul className="directives" aria-label={t.desk.directives}>
            {directives.map(({ key, item, number: own }) => (
              <li key={key} className="record-directive">
                <p className="directive-words" lang="zh-Hans">
                  <span className="directive-number">{own}</span>
                  {item.text}
                </p>
                <p className="directive-facts">
                  <span className="force">{forces[item.force]}</span>
                  {item.subject && (
                    <span>
                      {t.desk.subject}
                      {t.desk.colon}
                      <span lang="zh-Hans">{item.subject}</span>
                    </span>
                  )}
                  {item.deadline && (
                    <span>
                      {t.desk.deadline}
                      {t.desk.colon}
                      <span lang="zh-Hans">{item.deadline}</span>
                    </span>
                  )}
                  {saidBeside(item, t.desk).map(({ name, value }) => (
                    <span key={name}>
                      {name}
                      {t.desk.colon}
                      <span lang="zh-Hans">{value}</span>
                    </span>
                  ))}
                  {place === 'several' && (
                    <span lang="zh-Hans">
                      {placesOf(visit.content, item)
                        .map(({ name }) => name)
                        .join('、')}
                    </span>
                  )}
                  {visit.state === 'confirmed' && (
                    <Link to={`/followups?visit=${visit.id}`} aria-label={t.record.toFollowup(own)}>
                      {t.record.followup}
                    </Link>
                  )}
                </p>
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}

function History({ visit }: { visit: string }) {
  const t = useTexts(visitDeskMessages).record
  const history = useQuery(visitHistoryQuery(visit))
  return (
    <Section title={t.history}>
      {history.isError && <ProblemNotice problem={history.error} onRetry={() => void history.refetch()} />}
      {history.data && (
        <Timeline
          label={t.history}
          rows={history.data.items.map(({ id, at, what, person, organisation, data }) => ({
            id,
            at,
            organisation: organisation?.name ?? t.unknownOffice,
            title: [person?.name, what, Array.isArray(data.changes) ? t.changes(data.changes.length) : null]
              .filter(Boolean)
              .join(' · '),
          }))}
        />
      )}
    </Section>
  )
}
