import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { momentInWords } from '#ui/day.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import { useOpenForm } from '#ui/open-form.ts'
import { Page, Section } from '#ui/page.tsx'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { bookingMessages } from '../booking-messages.ts'
import { bookingPageMessages } from '../booking-page-messages.ts'
import { ApproveButton, CancelForm, CheckInForm, RefuseForm } from './booking-deeds.tsx'
import { BookingLamp } from './booking-lamp.tsx'
import { bookingQuery, type BookingShown } from './booking-queries.ts'
import { dayOf, mondayOf, timesInWords } from './booking-times.ts'
import './booking-page.css'

/** One booking: what, when, where, how it stands, and what whoever looks may do. */
export default function BookingPage() {
  const t = useTexts(bookingPageMessages)
  const { booking = '' } = useParams()
  const found = useQuery(bookingQuery(booking))
  if (found.data) return <Shown key={booking} booking={found.data} />
  return (
    <Page title={t.one} breadcrumbs={[{ title: t.title, href: '/bookings' }]} width="text">
      {found.isError && <ProblemNotice problem={found.error} onRetry={() => void found.refetch()} />}
    </Page>
  )
}

const forms = ['refuse', 'cancel', 'check-in'] as const

function Shown({ booking }: { booking: BookingShown }) {
  const t = useTexts(bookingPageMessages)
  const language = useLanguage()
  const { actions, purpose } = booking
  const form = useOpenForm(forms.filter((one) => actions.includes(one)))
  const close = form.close
  return (
    <Page
      title={purpose}
      lead={timesInWords(booking, language)}
      breadcrumbs={[{ title: t.title, href: '/bookings' }]}
      width="text"
      actions={
        !form.open && (
          <>
            {actions.includes('approve') && <ApproveButton booking={booking} />}
            {actions.includes('check-in') && (
              <Button type="primary" onClick={() => form.show('check-in')}>
                {t.checkIn}
              </Button>
            )}
            {actions.includes('refuse') && <Button onClick={() => form.show('refuse')}>{t.refuse}</Button>}
            {actions.includes('cancel') && <Button onClick={() => form.show('cancel')}>{t.cancel}</Button>}
          </>
        )
      }
    >
      {form.open === 'refuse' && <RefuseForm booking={booking} onClose={close} />}
      {form.open === 'cancel' && <CancelForm booking={booking} onClose={close} />}
      {form.open === 'check-in' && <CheckInForm booking={booking} onClose={close} />}
      <Section title={t.about}>
        <Facts booking={booking} />
      </Section>
    </Page>
  )
}

function Facts({ booking }: { booking: BookingShown }) {
  const t = useTexts(bookingPageMessages)
  const { waitsFor } = useTexts(bookingMessages)
  const language = useLanguage()
  const { place, rooms, people, guide, party, groupName, note, contact, code, arrival, decided, askedBy } =
    booking
  const at = (moment: string) => momentInWords(moment, language)
  const week = `/places/${place.id}/week?from=${mondayOf(dayOf(booking.starts))}`
  const facts: [string, ReactNode][] = [
    [t.state, <BookingLamp key="state" state={booking.state} />],
    [t.waits, booking.state === 'asked' && booking.waitsFor.map((reason) => waitsFor[reason]).join('；')],
    [t.why, booking.why],
    [
      t.where,
      <span key="where">
        <Link to={`/places/${place.id}`}>{place.name}</Link> {rooms.map(({ name }) => name).join('、')}{' '}
        <Link to={week}>{t.seePlace}</Link>
      </span>,
    ],
    [
      t.when,
      [timesInWords(booking, language), booking.inHours === false && t.outside].filter(Boolean).join(' · '),
    ],
    [t.party, t.people(party)],
    [t.group, groupName],
    [t.language, booking.language],
    [t.guide, guide?.name],
    [t.mustCome, people.map(({ name }) => name).join('、')],
    [t.askedBy, askedBy && t.by(askedBy.name, at(booking.askedAt))],
    [t.decided, decided?.person && t.by(decided.person.name, at(decided.at))],
    [t.contact, contact && `${contact.name} ${contact.phone}`],
    [
      t.code,
      code && booking.state === 'approved' && (
        <span key="code">
          <strong className="booking-code">{code}</strong> <span className="faint">{t.codeHint}</span>
        </span>
      ),
    ],
    [t.note, note],
    [t.arrival, arrival && t.came(arrival.who, arrival.count, at(arrival.at))],
  ]
  return (
    <dl className="booking-facts">
      {facts
        .filter(([, value]) => Boolean(value))
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
