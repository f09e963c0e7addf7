import type { ReactNode } from 'react'
import type { PublicMode, PublicView } from '#platform/public/public-page.ts'
import { all, h } from '#ui/public/elements.ts'
import { publicMessages } from '#ui/public/public-messages.ts'
import { publicCss } from './public-css.ts'

/** What the frame needs to know beside the page itself. */
export interface Framed extends PublicMode {
  elder: boolean
  /** The county, in the reader's language. */
  county: string
  /** Where the site stands, for the addresses that search engines and chat apps are told: `https://…`. */
  origin: string
  /** The address of this page in a language and mode, for whoever is told of it. */
  pathIn(mode: PublicMode): string
  /** What was asked of it, with the question mark; kept when the reader changes the language or the size. */
  asked: string
  link(path: string): string
  /** Search engines may keep it. */
  indexed: boolean
  /** The file that brings the hall's screen home. */
  kioskScript: string
}

/** The whole document around a page. */
export function document(view: PublicView, framed: Framed): ReactNode {
  const { language, elder, kiosk } = framed
  return h(
    'html',
    {
      lang: language === 'zh' ? 'zh-Hans' : 'en',
      'data-elder': elder ? '' : undefined,
      'data-kiosk': kiosk ? '' : undefined,
    },
    head(view, framed),
    h(
      'body',
      null,
      h('a', { className: 'skip', href: '#main' }, publicMessages[language].skip),
      header(framed),
      above(view, framed),
      h(
        'main',
        { id: 'main' },
        h('div', { className: 'wrap' }, view.ownHeading ? null : h('h1', null, view.title), view.main),
      ),
      kiosk ? idle(framed) : footer(framed),
    ),
  )
}

function head(view: PublicView, framed: Framed): ReactNode {
  const { language, kiosk, origin, pathIn, county, indexed } = framed
  const t = publicMessages[language]
  const title = `${view.faulty ? t.errorPrefix : ''}${view.title} - ${t.keptBy(county)}`
  const at = (mode: PublicMode) => origin + pathIn(mode)
  const told = indexed && !kiosk
  return h(
    'head',
    null,
    h('meta', { charSet: 'utf-8' }),
    h('title', null, title),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'format-detection', content: 'telephone=no' }),
    h('meta', { name: 'theme-color', content: '#b5382a' }),
    view.description ? h('meta', { name: 'description', content: view.description }) : null,
    h('link', { rel: 'icon', href: '/mark.svg', type: 'image/svg+xml' }),
    h('style', { dangerouslySetInnerHTML: { __html: publicCss } }),
    told
      ? all(
          h('link', { rel: 'canonical', href: at({ language, kiosk: false }) }),
          h('link', { rel: 'alternate', hrefLang: 'zh-Hans', href: at({ language: 'zh', kiosk: false }) }),
          h('link', { rel: 'alternate', hrefLang: 'en', href: at({ language: 'en', kiosk: false }) }),
          h('link', { rel: 'alternate', hrefLang: 'x-default', href: at({ language: 'zh', kiosk: false }) }),
          h('meta', { property: 'og:type', content: 'website' }),
          h('meta', { property: 'og:title', content: view.title }),
          h('meta', { property: 'og:site_name', content: t.keptBy(county) }),
          h('meta', { property: 'og:locale', content: language === 'zh' ? 'zh_CN' : 'en_GB' }),
          h('meta', { property: 'og:url', content: at({ language, kiosk: false }) }),
          view.description ? h('meta', { property: 'og:description', content: view.description }) : null,
          view.data ? jsonLd(view.data) : null,
        )
      : h('meta', { name: 'robots', content: 'noindex' }),
    kiosk ? h('script', { src: framed.kioskScript, defer: true }) : null,
    kiosk
      ? h('noscript', null, h('meta', { httpEquiv: 'refresh', content: `240;url=${framed.link('/leave')}` }))
      : null,
  )
}

/** Data, not script. No `<` of it can end the element that it stands in. */
function jsonLd(data: Readonly<Record<string, unknown>>): ReactNode {
  const text = JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c')
  return h('script', { type: 'application/ld+json', dangerouslySetInnerHTML: { __html: text } })
}

function header(framed: Framed): ReactNode {
  const { language, elder, kiosk, county, link, pathIn, asked } = framed
  const t = publicMessages[language]
  const other = { language: language === 'zh' ? ('en' as const) : ('zh' as const), kiosk }
  return h(
    'header',
    { className: 'top' },
    h(
      'div',
      { className: 'wrap' },
      h('a', { className: 'brand', href: link('/') }, mark, t.keptBy(county)),
      h(
        'a',
        {
          className: 'plain',
          href: pathIn(other) + asked,
          hrefLang: t.otherLanguageCode,
          lang: t.otherLanguageCode,
        },
        t.otherLanguage,
      ),
      kiosk
        ? null
        : h(
            'form',
            { method: 'post', action: link('/text-size') },
            h('input', { type: 'hidden', name: 'back', value: pathIn({ language, kiosk }) + asked }),
            h(
              'button',
              { className: 'plain', name: 'elder', value: elder ? '0' : '1' },
              elder ? t.elderOff : t.elderOn,
            ),
          ),
    ),
  )
}

const mark = h(
  'svg',
  {
    width: 28,
    height: 28,
    viewBox: '0 0 32 32',
    fill: 'none',
    stroke: 'currentColor',
    strokeWidth: 3.2,
    'aria-hidden': true,
  },
  h('path', { d: 'M2 20.5A16.4 16.4 0 0 1 30 20.5' }),
  h('path', { d: 'M9 15v12M23 15v12' }),
)

function above(view: PublicView, { language, link }: Framed): ReactNode {
  const t = publicMessages[language]
  if (!view.above) return null
  return h(
    'nav',
    { className: 'above', 'aria-label': t.above },
    h(
      'div',
      { className: 'wrap' },
      h(
        'ol',
        null,
        h('li', null, h('a', { href: link('/') }, t.home)),
        ...view.above.map(({ title, path }) => h('li', null, h('a', { href: link(path) }, title))),
      ),
    ),
  )
}

function footer({ language, county }: Framed): ReactNode {
  const t = publicMessages[language]
  return h(
    'footer',
    { className: 'foot' },
    h(
      'div',
      { className: 'wrap' },
      h('p', null, t.keptBy(county)),
      h('p', null, t.noLogin),
      h('a', { href: '/sign-in' }, t.staff),
    ),
  )
}

/** The hall's screen: the way to the start, and the question that comes before it goes there by itself. */
function idle({ language, link }: Framed): ReactNode {
  const t = publicMessages[language]
  return all(
    h(
      'footer',
      { className: 'foot' },
      h('div', { className: 'wrap' }, h('a', { className: 'button', href: link('/leave') }, t.kioskHome)),
    ),
    h(
      'div',
      {
        className: 'idle',
        id: 'idle',
        hidden: true,
        role: 'alertdialog',
        'aria-labelledby': 'idle-words',
        'data-home': link('/leave'),
      },
      h('p', { id: 'idle-words' }, t.kioskIdle),
      h('button', { type: 'button', className: 'button', id: 'idle-stay' }, t.kioskStay),
    ),
  )
}
