import type { ReactNode } from 'react'
import { all, h } from '#ui/public/elements.ts'
import { searchForm } from './search-page.ts'
import type { PublicMode } from '#platform/public/public-page.ts'
import { homeMessages } from './home-messages.ts'

interface Door {
  title: string
  lead: string
  href: string
}

/** The home page: a line to search by, and the doors. */
export function homePage(
  mode: PublicMode,
  doors: readonly Door[],
  link: (path: string) => string,
): ReactNode {
  const t = homeMessages[mode.language]
  return all(
    h('p', { className: 'lead' }, t.lead),
    searchForm(mode, '', link),
    h(
      'ul',
      { className: 'doors' },
      ...doors.map(({ title, lead, href }) => h('li', null, h('a', { href }, title), h('p', null, lead))),
    ),
  )
}
