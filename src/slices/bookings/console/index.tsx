import { ScheduleOutlined } from '@ant-design/icons'
import type { ConsoleCommand, ConsolePage, RecordKind, RecordPanel } from '#ui/console-slice.ts'
import { bookingMessages } from '../booking-messages.ts'
import { bookingPageMessages } from '../booking-page-messages.ts'

const { zh, en } = bookingPageMessages

export const pages: ConsolePage[] = [
  {
    path: 'bookings',
    title: { zh: zh.title, en: en.title },
    load: () => import('./bookings-page.tsx'),
    needs: 'booking.read',
    nav: {
      label: { zh: zh.title, en: en.title },
      icon: ScheduleOutlined,
      order: 30,
      group: 'daily',
      words: 'changdi cd yuyue yy changdiyuyue cdyy bookings rooms',
    },
  },
  {
    path: 'bookings/:booking',
    title: { zh: zh.one, en: en.one },
    load: () => import('./booking-page.tsx'),
    needs: 'booking.read',
  },
  {
    path: 'places/:place/week',
    title: { zh: zh.week, en: en.week },
    load: () => import('./week-page.tsx'),
    needs: 'booking.read',
  },
  {
    path: 'places/:place/book',
    title: { zh: zh.book, en: en.book },
    load: () => import('./book-page.tsx'),
    needs: 'booking.request',
  },
]

export const panels: RecordPanel[] = [{ on: 'place', load: () => import('./place-panel.tsx') }]

export const commands: ConsoleCommand[] = [
  {
    id: 'booking.to-decide',
    label: { zh: '看待我审核的预约', en: 'Show the bookings that I decide' },
    words: 'daishenhe dsh yuyue yy decide bookings',
    icon: ScheduleOutlined,
    needs: 'booking.decide',
    href: '/bookings?whose=decides&state=asked',
  },
]

export const kinds: Record<string, RecordKind> = {
  booking: {
    label: { zh: bookingMessages.zh.record, en: bookingMessages.en.record },
    icon: ScheduleOutlined,
  },
}
