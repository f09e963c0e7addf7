import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { call } from '#platform/contracts/call.ts'
import { roomRoutes } from '#slices/places/contract'
import { useCommandIds } from '#ui/command-ids.ts'
import { DayPicker } from '#ui/day-picker.tsx'
import { today } from '#ui/day.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useTexts } from '#ui/language.ts'
import { Page, Section } from '#ui/page.tsx'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { longestText, mostOccurrences } from '../booking.ts'
import { bookingRoutes } from '../booking-contract.ts'
import { bookingPageMessages } from '../booking-page-messages.ts'
import { bookingsKey } from './booking-queries.ts'
import { ClashPreview } from './clash-preview.tsx'
import {
  type Choices,
  emptyWish,
  isComplete,
  type Repeat,
  repeats,
  ruleOf,
  sendingOf,
  timesOf,
  type Wish,
} from './wish.ts'
import './book-page.css'

/** Asks for a room of a place, once or by a rule; every clash is shown before anything is sent. */
export default function BookPage() {
  const t = useTexts(bookingPageMessages)
  const { place = '' } = useParams()
  const rooms = useQuery({
    queryKey: ['places', 'rooms', place],
    queryFn: ({ signal }) => call(roomRoutes.ofPlace, { params: { place }, signal }),
  })
  const items = rooms.data?.items
  const name = items?.[0]?.place.name
  return (
    <Page
      title={t.book}
      lead={name}
      width="text"
      breadcrumbs={[{ title: t.week, href: `/places/${place}/week` }]}
    >
      {rooms.isError && <ProblemNotice problem={rooms.error} onRetry={() => void rooms.refetch()} />}
      {items?.length === 0 && <EmptyState title={t.noRooms}>{t.noRoomsHint}</EmptyState>}
      {items && items.length > 0 && (
        <Form rooms={items.map(({ id, fullName }) => ({ id, name: fullName }))} />
      )}
    </Page>
  )
}

function Form({ rooms }: { rooms: { id: string; name: string }[] }) {
  const t = useTexts(bookingPageMessages)
  const [wish, setWish] = useState<Wish>(emptyWish)
  const [choices, setChoices] = useState<Choices>({})
  const [hint, setHint] = useState('')
  const send = useSending()
  const times = timesOf(wish)
  const change = (part: Partial<Wish>) => {
    setWish((last) => ({ ...last, ...part }))
    setHint('')
    // Another time has other clashes.
    if (!('purpose' in part) && !('party' in part)) setChoices({})
  }
  const preview = useQuery({
    queryKey: [...bookingsKey, 'clashes', wish.room, times, ruleOf(wish)],
    queryFn: ({ signal }) =>
      call(bookingRoutes.clashes, {
        query: {
          room: [wish.room],
          starts: times?.starts ?? '',
          ends: times?.ends ?? '',
          rule: ruleOf(wish) ?? undefined,
        },
        signal,
      }),
    enabled: wish.room !== '' && times !== null,
  })
  const occurrences = preview.data?.occurrences ?? []
  const submit = () => {
    if (!isComplete(wish) || !preview.data) return setHint(t.incomplete)
    if (occurrences.some(({ clashes, starts }) => clashes.length > 0 && !choices[starts]))
      return setHint(t.choicesLeft)
    send.mutate(sendingOf(wish, choices))
  }
  return (
    <form
      className="book"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <label>
        {t.room}
        <select value={wish.room} onChange={(event) => change({ room: event.target.value })}>
          <option value="">{t.chooseRoom}</option>
          {rooms.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <DayPicker label={t.day} value={wish.day} min={today()} onChange={(day) => change({ day })} />
      <div className="book-times">
        <label>
          {t.from}
          <input type="time" value={wish.from} onChange={(event) => change({ from: event.target.value })} />
        </label>
        <label>
          {t.to}
          <input type="time" value={wish.to} onChange={(event) => change({ to: event.target.value })} />
        </label>
      </div>
      <div className="book-times">
        <label>
          {t.repeat}
          <select value={wish.repeat} onChange={(event) => change({ repeat: event.target.value as Repeat })}>
            {repeats.map((one) => (
              <option key={one} value={one}>
                {t.repeats[one]}
              </option>
            ))}
          </select>
        </label>
        {wish.repeat !== 'once' && (
          <label>
            {t.times}
            <input
              type="number"
              min={2}
              max={mostOccurrences}
              value={wish.count}
              onChange={(event) => change({ count: Number(event.target.value) })}
            />
          </label>
        )}
      </div>
      <label>
        {t.purpose}
        <Input
          value={wish.purpose}
          maxLength={longestText.purpose}
          onChange={(event) => change({ purpose: event.target.value })}
        />
        <span className="faint">{t.purposeHint}</span>
      </label>
      <label>
        {t.party}
        <input
          type="number"
          min={1}
          max={20_000}
          value={wish.party}
          onChange={(event) => change({ party: Number(event.target.value) })}
        />
      </label>
      {preview.isError && <ProblemNotice problem={preview.error} />}
      {occurrences.length > 0 && (
        <Section title={t.preview}>
          <ClashPreview
            occurrences={occurrences}
            choices={choices}
            onChoose={(starts, choice) => {
              setHint('')
              setChoices({ ...choices, [starts]: choice })
            }}
            once={wish.repeat === 'once'}
          />
        </Section>
      )}
      {send.isError && <ProblemNotice problem={send.error} />}
      <p role="status">{hint}</p>
      <Button type="primary" htmlType="submit" loading={send.isPending}>
        {t.send}
      </Button>
    </form>
  )
}

/** Sends a wish by the route that it needs, and goes where its booking is seen. */
function useSending() {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const ids = useCommandIds()
  return useMutation({
    mutationFn: async (sending: ReturnType<typeof sendingOf>) => {
      const { command: idempotencyKey, record } = ids.for(sending)
      switch (sending.as) {
        case 'series': {
          const body = { ...sending.body, series: record }
          await call(bookingRoutes.requestSeries, { body, idempotencyKey })
          return `/bookings?whose=mine&series=${record}`
        }
        case 'wait':
          await call(bookingRoutes.wait, { body: { ...sending.body, wait: record }, idempotencyKey })
          return '/bookings?whose=mine'
        case 'booking':
          await call(bookingRoutes.request, { body: { ...sending.body, booking: record }, idempotencyKey })
          return `/bookings/${record}`
      }
    },
    onSuccess: async (address) => {
      await queries.invalidateQueries({ queryKey: bookingsKey })
      await navigate(address)
    },
    // Somebody may have been quicker: the clashes are asked for again.
    onError: () => queries.invalidateQueries({ queryKey: [...bookingsKey, 'clashes'] }),
  })
}
