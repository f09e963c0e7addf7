import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useParams } from 'react-router'
import { anyText, useAddressFilters } from '#ui/address-filters.ts'
import { dayInWords, today } from '#ui/day.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import { Page } from '#ui/page.tsx'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { useShortcuts } from '#ui/shortcuts.ts'
import { useOneColumn } from '#ui/use-media.ts'
import { bookingMessages } from '../booking-messages.ts'
import { bookingPageMessages } from '../booking-page-messages.ts'
import { weekQuery, type WeekShown } from './booking-queries.ts'
import { addDays, mondayOf, partOn } from './booking-times.ts'
import './week-page.css'

type Room = WeekShown['rooms'][number]
type Day = WeekShown['days'][number]

const schema = { from: anyText() }

/** A week of a place's rooms: days across and rooms down; on a phone day by day, with what is taken. */
export default function WeekPage() {
  const t = useTexts(bookingPageMessages)
  const language = useLanguage()
  const { place = '' } = useParams()
  const filters = useAddressFilters(schema)
  const asked = filters.values.from ?? ''
  const from = mondayOf(/^\d{4}-\d{2}-\d{2}$/.test(asked) && Date.parse(asked) ? asked : today())
  const week = useQuery(weekQuery(place, from))
  const narrow = useOneColumn()
  const go = (day: string) => filters.set({ from: day })
  useShortcuts([
    { keys: '[', label: t.before, run: () => go(addDays(from, -7)) },
    { keys: ']', label: t.next, run: () => go(addDays(from, 7)) },
  ])
  const shown = week.data
  return (
    <Page
      title={t.week}
      lead={t.weekOf(dayInWords(from, language))}
      breadcrumbs={[{ title: shown?.place.name ?? '…', href: `/places/${place}` }]}
      actions={
        <>
          {shown && shown.rooms.length > 0 && <BookLink place={place} />}
          <Button onClick={() => go(addDays(from, -7))}>{t.before}</Button>
          <Button onClick={() => go(mondayOf(today()))}>{t.thisWeek}</Button>
          <Button onClick={() => go(addDays(from, 7))}>{t.next}</Button>
        </>
      }
    >
      {week.isError && <ProblemNotice problem={week.error} onRetry={() => void week.refetch()} />}
      {shown?.rooms.length === 0 && <EmptyState title={t.noRooms}>{t.noRoomsHint}</EmptyState>}
      {shown && shown.rooms.length > 0 && (narrow ? <AsList week={shown} /> : <AsTable week={shown} />)}
    </Page>
  )
}

function BookLink({ place }: { place: string }) {
  const t = useTexts(bookingPageMessages)
  const session = useQueryClient().getQueryData<{ person: { permissions: string[] } | null }>(['session'])
  if (!session?.person?.permissions.includes('booking.request')) return null
  return <Link to={`/places/${place}/book`}>{t.book}</Link>
}

function AsTable({ week }: { week: WeekShown }) {
  const t = useTexts(bookingPageMessages)
  return (
    <table className="week">
      <thead>
        <tr>
          <th scope="col">{t.room}</th>
          {week.days.map((day) => (
            <th scope="col" key={day.day}>
              <DayHead day={day} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {week.rooms.map((room) => (
          <tr key={room.id}>
            <th scope="row" data-depth={room.depth}>
              {room.name} <span className="faint">{t.seats(room.capacity)}</span>
            </th>
            {week.days.map((day) => (
              <td key={day.day}>
                <Taken room={room} day={day} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The same, day by day: only rooms in which something happens stand under a day. */
function AsList({ week }: { week: WeekShown }) {
  return (
    <ol className="week-list">
      {week.days.map((day) => (
        <li key={day.day}>
          <h2>
            <DayHead day={day} />
          </h2>
          {week.rooms
            .filter((room) => room.taken.some((one) => partOn(day.day, one) !== null))
            .map((room) => (
              <section key={room.id}>
                <h3>{room.name}</h3>
                <Taken room={room} day={day} />
              </section>
            ))}
        </li>
      ))}
    </ol>
  )
}

function DayHead({ day: { day, holiday, openings } }: { day: Day }) {
  const t = useTexts(bookingPageMessages)
  const language = useLanguage()
  const weekday = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    weekday: 'short',
    timeZone: 'UTC',
  })
  const open = openings?.map((one) => partOn(day, one)).filter((part) => part !== null)
  return (
    <>
      <time dateTime={day} aria-current={day === today() ? 'date' : undefined}>
        {weekday.format(new Date(`${day}T00:00:00Z`))} {dayInWords(day, language)}
      </time>
      {holiday && language === 'zh' && <span className="week-holiday">{holiday}</span>}
      {open && <span className="faint">{open.length > 0 ? open.join(' ') : t.closed}</span>}
    </>
  )
}

function Taken({ room, day: { day } }: { room: Room; day: Day }) {
  const t = useTexts(bookingPageMessages)
  const { states, offered } = useTexts(bookingMessages)
  const here = room.taken.flatMap((one) => {
    const part = partOn(day, one)
    return part === null ? [] : [{ ...one, part }]
  })
  if (here.length === 0) return null
  return (
    <ul className="week-taken">
      {here.map(({ booking, part, title, state, through, starts }) => (
        <li key={`${booking} ${starts}`} data-state={state}>
          <span className="week-time">{part}</span>{' '}
          {booking ? <Link to={`/bookings/${booking}`}>{title}</Link> : title}
          {through && <span className="faint"> {t.through(through)}</span>}
          {state === 'asked' && <span className="week-asked"> {states.asked}</span>}
          {state === 'offered' && title !== offered && <span className="week-asked"> {offered}</span>}
        </li>
      ))}
    </ul>
  )
}
