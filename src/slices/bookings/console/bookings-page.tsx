import { call } from '#platform/contracts/call.ts'
import { anyText, oneOf, useAddressFilters } from '#ui/address-filters.ts'
import { type Column, DataList } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterSentence } from '#ui/filter-sentence.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import { Page } from '#ui/page.tsx'
import { bookingStates } from '../booking.ts'
import { bookingRoutes } from '../booking-contract.ts'
import { bookingMessages } from '../booking-messages.ts'
import { bookingPageMessages } from '../booking-page-messages.ts'
import { BookingLamp } from './booking-lamp.tsx'
import { type BookingShown, bookingsKey } from './booking-queries.ts'
import { timesInWords } from './booking-times.ts'

const schema = { whose: oneOf('decides', 'mine'), state: oneOf(...bookingStates), series: anyText() }

/** Bookings in the order of time: those to decide, one's own, or all. */
export default function BookingsPage() {
  const t = useTexts(bookingPageMessages)
  const { states } = useTexts(bookingMessages)
  const language = useLanguage()
  const filters = useAddressFilters(schema)
  const { whose, state, series } = filters.values
  const columns: Column<BookingShown>[] = [
    { key: 'purpose', title: t.purpose, main: true, render: (row) => row.purpose },
    { key: 'when', title: t.when, width: '16em', render: (row) => timesInWords(row, language) },
    {
      key: 'where',
      title: t.where,
      render: (row) => `${row.place.name} ${row.rooms.map(({ name }) => name).join('、')}`,
    },
    { key: 'asker', title: t.askedBy, width: '9em', render: (row) => row.askedBy?.name },
    { key: 'state', title: t.state, width: '11em', render: (row) => <BookingLamp state={row.state} /> },
  ]
  return (
    <Page title={t.title}>
      <FilterSentence
        filters={filters}
        sentence={t.sentence}
        choices={{
          whose: {
            label: t.whose,
            any: t.everybodys,
            options: [
              { value: 'decides', label: t.toDecide },
              { value: 'mine', label: t.mine },
            ],
          },
          state: {
            label: t.state,
            any: t.anyState,
            options: bookingStates.map((value) => ({ value, label: states[value] })),
          },
        }}
      />
      <DataList
        label={t.list}
        queryKey={[...bookingsKey, 'list', filters.values]}
        load={({ after, signal }) =>
          call(bookingRoutes.list, {
            query: {
              decides: whose === 'decides' ? 'true' : undefined,
              mine: whose === 'mine' ? 'true' : undefined,
              state: state ? [state] : undefined,
              series,
              after,
            },
            signal,
          })
        }
        rowKey={(row) => row.id}
        rowTitle={(row) => row.purpose}
        href={(row) => `/bookings/${row.id}`}
        columns={columns}
        empty={<EmptyState title={t.none}>{t.noneHint}</EmptyState>}
      />
    </Page>
  )
}
