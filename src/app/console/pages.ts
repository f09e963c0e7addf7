import { BarChartOutlined, CarryOutOutlined } from '@ant-design/icons'
import type { ConsoleCommand, ConsolePage, NavGroup } from '#ui/console-slice.ts'
import { consoleMessages } from './console-messages.ts'
import { isAllowed, type SignedIn } from './session.tsx'
import { slices } from './slices.ts'

const { zh, en } = consoleMessages

const own: ConsolePage[] = [
  {
    path: '',
    title: { zh: zh.today.title, en: en.today.title },
    load: () => import('./today-page.tsx'),
    nav: {
      label: { zh: zh.today.title, en: en.today.title },
      icon: CarryOutOutlined,
      order: 0,
      group: 'daily',
      words: 'jinri jr today home',
    },
  },
  {
    path: 'figures',
    title: { zh: zh.figures.title, en: en.figures.title },
    load: () => import('./figures-page.tsx'),
    nav: {
      label: { zh: zh.figures.title, en: en.figures.title },
      icon: BarChartOutlined,
      order: 90,
      group: 'daily',
      words: 'shuju sj figures',
    },
  },
  {
    path: 'figures/:fact',
    title: { zh: zh.figures.title, en: en.figures.title },
    load: () => import('./figure-page.tsx'),
  },
  {
    path: 'password',
    title: { zh: zh.password.change, en: en.password.change },
    load: () => import('./password-page.tsx'),
  },
  { path: 'design', title: { zh: '样式', en: 'Design' }, load: () => import('./design-page.tsx') },
]

export const pages: ConsolePage[] = [...own, ...slices.flatMap((slice) => slice.pages)]
const commands: ConsoleCommand[] = slices.flatMap((slice) => slice.commands ?? [])

export const groups: readonly NavGroup[] = ['daily', 'records', 'settings']

export type NavPage = ConsolePage & Required<Pick<ConsolePage, 'nav'>>

/** The pages of the navigation that this person may open, in their order. */
export function navigationFor(person: SignedIn): NavPage[] {
  return pages
    .filter((page): page is NavPage => page.nav !== undefined && isAllowed(person, page.needs))
    .sort((a, b) => groups.indexOf(a.nav.group) - groups.indexOf(b.nav.group) || a.nav.order - b.nav.order)
}

export function commandsFor(person: SignedIn): ConsoleCommand[] {
  return commands.filter((command) => isAllowed(person, command.needs))
}
