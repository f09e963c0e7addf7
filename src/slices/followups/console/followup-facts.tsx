import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { requestNumberInGroups } from '#slices/requests/contract'
import { Day, dayInWords, today } from '#ui/day.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import { Monogram } from '#ui/monogram.tsx'
import { followupPageMessages } from '../followup-page-messages.ts'
import { dueSetBy, timeLeft } from './due-words.ts'
import { FileLinks } from './file-links.tsx'
import { addressOfFilters } from './filter-address.ts'
import type { Followup, Named } from './followup-queries.ts'

/** What is fixed about the follow-up: until when, who, how strongly, from where. */
export function FollowupFacts({ followup }: { followup: Followup }) {
  const t = useTexts(followupPageMessages)
  const language = useLanguage()
  const { lead, supporting, theme, visit, request, files } = followup
  return (
    <section className="facts" aria-label={t.facts.title}>
      <dl>
        <Fact title={t.facts.due}>
          <DueFact followup={followup} />
        </Fact>
        <SaidBeside followup={followup} />
        <Fact title={t.facts.lead}>{lead ? <Organisations all={[lead]} /> : t.facts.nobody}</Fact>
        {supporting.length > 0 && (
          <Fact title={t.facts.supporting}>
            <Organisations all={supporting} />
          </Fact>
        )}
        <Fact title={t.facts.force}>{t.forceLong[followup.force]}</Fact>
        <Fact title={t.facts.kind}>{t.kindLong[followup.kind]}</Fact>
        {theme && (
          <Fact title={t.facts.theme}>
            <Link to={`/followups?${addressOfFilters({ theme })}`}>{theme}</Link>
          </Fact>
        )}
        {visit && (
          <Fact title={t.facts.visit}>
            <Link to={`/visits/${visit.id}`}>{visit.title}</Link>
            {visit.day && <span className="fact-note">{dayInWords(visit.day, language)}</span>}
          </Fact>
        )}
        {request && (
          <Fact title={t.facts.request}>
            <Link to={`/requests/${request.id}`}>{requestNumberInGroups(request.number)}</Link>
          </Fact>
        )}
        {files.length > 0 && (
          <Fact title={t.story.files}>
            <FileLinks followup={followup.id} files={files} />
          </Fact>
        )}
      </dl>
    </section>
  )
}

function Fact({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** What the sentence says of how, to which end and how much, in its own words; nothing where it does not. */
function SaidBeside({ followup: { means, goals, quantities } }: { followup: Followup }) {
  const t = useTexts(followupPageMessages).beside
  const said = [
    { title: t.means, phrases: means },
    { title: t.goals, phrases: goals },
    { title: t.quantities, phrases: quantities },
  ].filter(({ phrases }) => phrases.length > 0)
  return said.map(({ title, phrases }) => (
    <Fact key={title} title={title}>
      <span lang="zh-Hans">{phrases.map((phrase) => `“${phrase}”`).join('、')}</span>
    </Fact>
  ))
}

function DueFact({ followup }: { followup: Followup }) {
  const t = useTexts(followupPageMessages).due
  const language = useLanguage()
  const { dueDay, deadline, history, lamp } = followup
  const left = timeLeft(followup, language)
  const set = dueSetBy(history, dueDay)
  const who = set && (set.organisation ?? set.person)?.name
  return (
    <>
      {dueDay && (
        <strong>
          <Day day={dueDay} />
        </strong>
      )}
      {!dueDay && t.none}
      {dueDay && left && <span className={`fact-left due-${lamp}`}>{left}</span>}
      {dueDay && lamp === 'waiting' && <span className="fact-note">{t.stands}</span>}
      {set && who && (
        <span className="fact-note">{t.set(who, dayInWords(today(Date.parse(set.at)), language))}</span>
      )}
      {deadline && <span className="fact-note">{t.deadline(deadline)}</span>}
    </>
  )
}

function Organisations({ all }: { all: Named[] }) {
  return (
    <ul className="fact-organisations">
      {all.map(({ id, name }) => (
        <li key={id}>
          <Monogram name={name} />
          {name}
        </li>
      ))}
    </ul>
  )
}
