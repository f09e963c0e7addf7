import type { PublicPage } from '#platform/public/public-page.ts'
import { homeMessages } from './public/home-messages.ts'
import { homePage } from './public/home-page.ts'
import { searchPage } from './public/search-page.ts'
import type { PublicSite } from './public-door.ts'

/** So many hits of a kind: whoever finds nothing among them asks in other words. */
const mostFound = 20
const longestQuestion = 60

/** The home page, and the search over what all slices show. */
export function homeAndSearch({ doors }: Pick<PublicSite, 'doors'>, has: { mine: boolean }): PublicPage[] {
  return [
    {
      path: '/',
      async show({ language, kiosk, link }) {
        const t = homeMessages[language]
        const shown = doors
          .flatMap((door) => door.home ?? [])
          .toSorted((a, b) => a.order - b.order)
          .map(({ title, lead, path }) => ({
            title: title[language],
            lead: lead[language],
            href: link(path),
          }))
        if (has.mine) shown.push({ title: t.mine, lead: t.mineLead, href: link('/me') })
        return { title: t.title, description: t.lead, main: homePage({ language, kiosk }, shown, link) }
      },
    },
    {
      path: '/search',
      asks: ['q'],
      searches: true,
      async show(asked) {
        const { language, kiosk, query, link } = asked
        const t = homeMessages[language]
        const words = [...(query.get('q') ?? '').normalize('NFC').trim()].slice(0, longestQuestion).join('')
        const groups = []
        for (const { search } of doors) {
          if (!search || !words) continue
          groups.push({
            heading: search.heading[language],
            found: await search.find(asked, words, mostFound),
          })
        }
        return {
          title: words ? t.searched(words) : t.search,
          above: [],
          main: searchPage({ language, kiosk }, words, groups, link),
        }
      },
    },
  ]
}
