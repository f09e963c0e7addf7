import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { call } from '#platform/contracts/call.ts'
import type { ResponseOf } from '#platform/contracts/route.ts'
import { hoursRoutes, roomRoutes } from '#slices/places/contract'
import { dayInWords, momentInWords } from '#ui/day.tsx'
import { Lamp } from '#ui/lamp.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import { Section } from '#ui/page.tsx'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { bookingPageMessages } from '../booking-page-messages.ts'
import './place-panel.css'

type Hours = ResponseOf<typeof hoursRoutes.get>

/** On a place's page: whether it is open, its hours of the next days, and its rooms with their week. */
export default function PlacePanel({ id }: { id: string }) {
  const t = useTexts(bookingPageMessages)
  const params = { place: id }
  const hours = useQuery({
    queryKey: ['places', 'hours', id],
    queryFn: ({ signal }) => call(hoursRoutes.get, { params, signal }),
  })
  const rooms = useQuery({
    queryKey: ['places', 'rooms', id],
    queryFn: ({ signal }) => call(roomRoutes.ofPlace, { params, signal }),
  })
  const items = rooms.data?.items ?? []
  // A place without hours and rooms has nothing to say here.
  if (hours.data?.state.is === 'given-up' || (hours.data?.version === 0 && items.length === 0)) return null
  const problem = hours.error ?? rooms.error
  return (
    <Section title={t.panel}>
      {problem && <ProblemNotice problem={problem} onRetry={() => void hours.refetch()} />}
      {hours.data && <OpenState state={hours.data.state} />}
      {hours.data && hours.data.version > 0 && <Days days={hours.data.days.slice(0, 7)} />}
      {items.length > 0 && (
        <>
          <ul className="place-rooms">
            {items.map(({ id: room, fullName, capacity }) => (
              <li key={room}>
                {fullName} <span className="faint">{t.seats(capacity)}</span>
              </li>
            ))}
          </ul>
          <p>
            <Link to={`/places/${id}/week`}>{t.toWeek}</Link>
          </p>
        </>
      )}
    </Section>
  )
}

function OpenState({ state }: { state: Hours['state'] }) {
  const t = useTexts(bookingPageMessages)
  const language = useLanguage()
  if (state.is === 'open') {
    const word = state.until === null ? t.openNow : t.openUntil(momentInWords(state.until, language))
    return <Lamp state="done" word={word} />
  }
  if (state.is !== 'closed') return <Lamp state="none" word={t.unknown} />
  const word = state.why && language === 'zh' ? t.closedWhy(state.why) : t.closedNow
  return (
    <>
      <Lamp state="none" word={word} />
      {state.next && <span className="faint"> {t.opens(momentInWords(state.next, language))}</span>}
    </>
  )
}

function Days({ days }: { days: Hours['days'] }) {
  const t = useTexts(bookingPageMessages)
  const language = useLanguage()
  return (
    <table className="place-days">
      <thead>
        <tr>
          <th scope="col">{t.day}</th>
          <th scope="col">{t.hours}</th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, spans, reason }) => (
          <tr key={day}>
            <th scope="row">{dayInWords(day, language)}</th>
            <td>
              {spans.length === 0 ? t.closed : spans.map((span) => spanInWords(span, t.nextDay)).join(' ')}
              {reason && <span className="faint"> {reason}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function spanInWords({ opens, minutes }: { opens: string; minutes: number }, nextDay: string): string {
  const end = Number(opens.slice(0, 2)) * 60 + Number(opens.slice(3)) + minutes
  const shown = end > 1440 ? end - 1440 : end
  const time = `${String(Math.floor(shown / 60)).padStart(2, '0')}:${String(shown % 60).padStart(2, '0')}`
  return `${opens}–${end > 1440 ? `${nextDay} ` : ''}${time}`
}
