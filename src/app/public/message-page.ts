import type { Language } from '#platform/i18n/messages.ts'
import type { PublicView } from '#platform/public/public-page.ts'
import { all, h } from '#ui/public/elements.ts'
import { publicMessages } from '#ui/public/public-messages.ts'

type Link = (path: string) => string

/** A page that only says something, with the way home. */
export function messagePage(language: Language, title: string, text: string, link: Link): PublicView {
  const t = publicMessages[language]
  return {
    title,
    main: all(h('p', null, text), h('p', null, h('a', { href: link('/') }, t.home))),
  }
}

export function notFoundPage(language: Language, link: Link): PublicView {
  const t = publicMessages[language]
  return { ...messagePage(language, t.notFound, t.notFoundHint, link), status: 404 }
}

/** Our own fault, with the number under which it stands in the log. */
export function brokenPage(language: Language, number: string, link: Link): PublicView {
  const t = publicMessages[language]
  return { ...messagePage(language, t.broken, t.brokenHint(number), link), status: 500 }
}
