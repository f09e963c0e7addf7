import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { call } from '#platform/contracts/call.ts'
import { Lamp } from '#ui/lamp.tsx'
import { useTexts } from '#ui/language.ts'
import { Section } from '#ui/page.tsx'
import { followupRoutes } from '../followup-contract.ts'
import { followupPageMessages } from '../followup-page-messages.ts'

/** On the page of a request of the public: the follow-up that keeps it in sight. */
export default function FollowupsOfRequest({ id }: { id: string }) {
  const t = useTexts(followupPageMessages)
  const found = useQuery({
    queryKey: ['followups', 'of-request', id],
    queryFn: ({ signal }) => call(followupRoutes.list, { query: { request: id }, signal }),
  })
  const items = found.data?.items ?? []
  if (items.length === 0) return null
  return (
    <Section title={t.title}>
      <ul className="followups-of-request">
        {items.map(({ id: followup, number, lamp, state }) => (
          <li key={followup}>
            <Link to={`/followups/${followup}`}>{t.numbered(number)}</Link>{' '}
            <Lamp state={lamp} word={t.filter.states[state]} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
