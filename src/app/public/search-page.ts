import type { ReactNode } from 'react'
import { all, button, h, lineField, list } from '#ui/public/elements.ts'
import type { PublicFound, PublicMode } from '#platform/public/public-page.ts'
import { homeMessages } from './home-messages.ts'

export interface FoundGroup {
  heading: string
  found: readonly PublicFound[]
}

/** The line to search by, as it stands on the home page and above what was found. */
export function searchForm(mode: PublicMode, words: string, link: (path: string) => string): ReactNode {
  const t = homeMessages[mode.language]
  return h(
    'form',
    { className: 'search', method: 'get', action: link('/search'), role: 'search' },
    lineField(mode.language, { id: 'q', label: t.searchLabel, value: words, type: 'search', faults: [] }),
    button(t.searchButton),
  )
}

/** What was found, by what it is. */
export function searchPage(
  mode: PublicMode,
  words: string,
  groups: readonly FoundGroup[],
  link: (path: string) => string,
): ReactNode {
  const t = homeMessages[mode.language]
  const any = groups.some(({ found }) => found.length > 0)
  return all(
    searchForm(mode, words, link),
    words && !any ? all(h('p', null, t.nothing(words)), list(t.nothingHints)) : null,
    ...groups
      .filter(({ found }) => found.length > 0)
      .map(({ heading, found }) =>
        all(
          h('h2', null, heading),
          h(
            'ul',
            { className: 'rows' },
            ...found.map(({ title, path, note }) =>
              h('li', null, h('a', { href: link(path) }, title), h('p', null, note)),
            ),
          ),
        ),
      ),
  )
}
