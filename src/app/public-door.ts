import { createHash } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { renderToStaticMarkup } from 'react-dom/server'
import { publicActor } from '#platform/auth/the-public.ts'
import { dayOf } from '#platform/clock/working-days.ts'
import { inTransaction } from '#platform/db/database.ts'
import { refuseForeignPages } from '#platform/http/foreign-pages.ts'
import { Problem } from '#platform/http/problem.ts'
import { contentVersion } from '#platform/public/content-version-store.ts'
import type {
  PublicAsked,
  PublicDoor,
  PublicMode,
  PublicPage,
  PublicView,
} from '#platform/public/public-page.ts'
import { readTogether } from '#platform/public/read-together.ts'
import { newId } from '#platform/records/new-id.ts'
import { all, h } from '#ui/public/elements.ts'
import { countiesHere, theCounty } from '#slices/organisations'
import type { ComposedHouse } from './house.ts'
import { demoCounties } from './load-demo.ts'
import { myForms } from './my-forms.ts'
import { document } from './public/frame.ts'
import { kioskScript } from './public/kiosk-script.ts'
import { homeAndSearch } from './public-home.ts'
import { addressOf, fit, publicRoot, readAddress } from './public-address.ts'
import { type MadePage, madePage, pageCache } from './public-cache.ts'
import { publicForms } from './public-forms.ts'
import { codeSender } from './send-code.ts'
import { publicHeaders, secure } from './public-headers.ts'
import { brokenPage, messagePage, notFoundPage } from './public/message-page.ts'

/** So many pages are kept as they were made: a county's places and services in both languages. */
const mostKept = 4000

/** One request for a public page. */
export interface PublicRequest extends PublicMode {
  context: Context
  county: { code: string; name: string; nameEn: string }
  path: string
  elder: boolean
  origin: string
  link(path: string): string
}

/** Everything that the public pages are made of. */
export interface PublicSite {
  house: ComposedHouse
  doors: readonly PublicDoor[]
  /** What a visitor may do. */
  permissions: readonly string[]
  /** The document of a view, as text. */
  render(request: PublicRequest, view: PublicView, options?: { indexed?: boolean; asked?: string }): string
  /** What a page is asked with, but for its transaction. */
  asked(request: PublicRequest, params?: Record<string, string>): Omit<PublicAsked, 'tx'>
}

const kioskPath = `${publicRoot}/hall-${createHash('sha256').update(kioskScript).digest('hex').slice(0, 12)}.js`

/** The public pages: static HTML for everyone, without signing in, without script but in the hall. */
export function publicDoor(house: ComposedHouse): Hono {
  const site = siteOf(house)
  const sendCode = codeSender(house.outward)
  const forms = publicForms(site, [
    ...myForms(site, sendCode),
    ...site.doors.flatMap((door) => door.forms ?? []),
  ])
  const pages = [
    ...homeAndSearch(site, { mine: sendCode !== null }),
    ...site.doors.flatMap((door) => door.pages ?? []),
  ]
  const cache = pageCache(mostKept)
  const versions = new Map<string, () => Promise<number>>()
  const county = onceFound(() => publicCounty(house))
  const app = new Hono()

  app.get(kioskPath, (context) =>
    context.body(kioskScript, 200, {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    }),
  )
  app.get(publicRoot, (context) => context.redirect(`${publicRoot}/`, 308))
  app.on(['GET', 'POST'], `${publicRoot}/*`, async (context) => {
    const found = await county()
    if (!found) return context.text('', 404)
    const request = requestOf(context, found)
    try {
      if (context.req.method === 'POST') refuseForeignPages(context)
      const byForm = await forms(request)
      if (byForm) return byForm
      if (context.req.method === 'GET') {
        for (const page of pages) {
          const params = fit(page.path, request.path)
          if (params) return await answerPage(request, page, params)
        }
      }
      return htmlOf(request, notFoundPage(request.language, request.link))
    } catch (error) {
      return failed(request, error)
    }
  })
  return app

  async function answerPage(
    request: PublicRequest,
    page: PublicPage,
    params: Record<string, string>,
  ): Promise<Response> {
    const question = canonicalQuery(request.context, page.asks)
    const make = async () => {
      const standing = { county: request.county.code, person: null }
      const asked = site.asked(request, params)
      const view = await inTransaction(
        house.database,
        standing,
        async (tx) => withPanels(site, { ...asked, tx }, await page.show({ ...asked, tx })),
        { readOnly: true },
      )
      const shown = view ?? notFoundPage(request.language, request.link)
      return madePage(
        shown.status ?? 200,
        site.render(request, shown, {
          indexed: view !== null && !page.searches,
          asked: question && `?${question}`,
        }),
      )
    }
    if (page.searches) return sent(request, await make(), { kept: false })
    const state = `${await versionOf(request.county.code)} ${dayOf(new Date())}`
    const { origin, elder, path } = request
    const key = [origin, addressOf(request, path), question, elder].join(' ')
    return sent(request, await cache.of(key, state, make), { kept: true })
  }

  function htmlOf(request: PublicRequest, view: PublicView): Response {
    return sent(request, madePage(view.status ?? 200, site.render(request, view)), { kept: false })
  }

  function failed(request: PublicRequest, error: unknown): Response {
    if (error instanceof Problem) {
      const { title, detail } = error.in(request.language)
      return htmlOf(request, {
        ...messagePage(request.language, title, detail, request.link),
        status: error.status,
      })
    }
    if (request.context.req.raw.signal.aborted) return new Response(null, { status: 499 })
    const number = newId().slice(-12)
    house.log(`error ${number} ${request.path}: ${(error as Error).stack ?? String(error)}`)
    return htmlOf(request, brokenPage(request.language, number, request.link))
  }

  function versionOf(code: string): Promise<number> {
    const known = versions.get(code)
    if (known) return known()
    const reading = readTogether(() =>
      inTransaction(house.database, { county: code, person: null }, contentVersion, { readOnly: true }),
    )
    versions.set(code, reading)
    return reading()
  }
}

function siteOf(house: ComposedHouse): PublicSite {
  const doors = house.slices.flatMap((slice) => (slice.public ? [slice.public] : []))
  const permissions = doors.flatMap((door) => door.may ?? [])
  return {
    house,
    doors,
    permissions,
    render(request, view, { indexed = false, asked } = {}) {
      const { county, language, link, path, elder, kiosk, origin } = request
      const framed = {
        language,
        kiosk,
        elder,
        origin,
        indexed,
        link,
        kioskScript: kioskPath,
        county: language === 'zh' ? county.name : county.nameEn,
        pathIn: (mode: PublicMode) => addressOf(mode, path),
        asked: asked ?? (request.context.req.method === 'GET' ? new URL(request.context.req.url).search : ''),
      }
      return `<!doctype html>${renderToStaticMarkup(document(view, framed))}`
    },
    asked(request, params = {}) {
      const { county, language, kiosk, link, context } = request
      return {
        language,
        kiosk,
        link,
        whole: (path) => request.origin + addressOf({ language, kiosk: false }, path),
        params,
        county: county.code,
        actor: publicActor(county.code, language, permissions),
        today: dayOf(new Date()),
        query: new URL(context.req.url).searchParams,
      }
    },
  }
}

/** A page of a record, with what later slices add to it. */
async function withPanels(
  { doors }: PublicSite,
  asked: PublicAsked,
  view: PublicView | null,
): Promise<PublicView | null> {
  if (!view?.record) return view
  const { kind, id } = view.record
  const parts = []
  for (const panel of doors.flatMap((door) => door.panels ?? [])) {
    const shown = panel.on === kind ? await panel.show(asked, id) : null
    if (shown) parts.push(h('section', null, h('h2', null, shown.heading), shown.main))
  }
  return { ...view, main: all(view.main, ...parts) }
}

function requestOf(context: Context, county: PublicRequest['county']): PublicRequest {
  const { path, ...mode } = readAddress(new URL(context.req.url).pathname)
  return {
    ...mode,
    context,
    county,
    path,
    elder: getCookie(context, 'daqiao_elder') === '1',
    origin: originOf(context),
    link: (to) => addressOf(mode, to),
  }
}

/** Where the site stands: as its keeper says, or as the browser asked. */
function originOf(context: Context): string {
  const said = process.env.DAQIAO_ADDRESS
  if (said) return said.replace(/\/+$/, '')
  const host = (context.req.header('x-forwarded-host') ?? context.req.header('host'))?.split(',')[0]?.trim()
  return `${secure(context) ? 'https' : 'http'}://${host ?? 'localhost'}`
}

/** What a page looks at of its query, in one order: where a link came from (`utm_source`) makes no other page. */
function canonicalQuery(context: Context, asks: readonly string[] = []): string {
  const query = new URL(context.req.url).searchParams
  return new URLSearchParams(
    asks.flatMap((name) => (query.get(name) ? [[name, query.get(name) ?? '']] : [])),
  ).toString()
}

function sent(
  { context, kiosk, language }: PublicRequest,
  page: MadePage,
  { kept }: { kept: boolean },
): Response {
  const headers: Record<string, string> = {
    ...publicHeaders(kiosk),
    'content-type': 'text/html; charset=utf-8',
    'content-language': language === 'zh' ? 'zh-Hans' : 'en',
    'cache-control': kept ? 'no-cache' : 'no-store',
  }
  // What is one person's is not squeezed together with what somebody else may have put into it.
  if (!kept) return new Response(page.bytes as BodyInit, { status: page.status, headers })
  headers.etag = page.etag
  headers.vary = 'accept-encoding, cookie'
  const known = context.req
    .header('if-none-match')
    ?.split(',')
    .map((one) => one.trim())
  if (known?.includes(page.etag)) return new Response(null, { status: 304, headers })
  if (!context.req.header('accept-encoding')?.includes('gzip')) {
    return new Response(page.bytes as BodyInit, { status: page.status, headers })
  }
  headers['content-encoding'] = 'gzip'
  return new Response(page.small as BodyInit, { status: page.status, headers })
}

/**
 * The county whose public pages this installation shows: the one that its keeper names, else the only one, or the
 * first of the demo's.
 */
async function publicCounty(house: ComposedHouse): Promise<PublicRequest['county'] | null> {
  const here = await countiesHere(house.database)
  const named = process.env.DAQIAO_COUNTY
  const first = house.mode === 'demo' ? demoCounties[0] : here.length === 1 ? here[0] : undefined
  const code = named && here.includes(named) ? named : first
  if (code === undefined || !here.includes(code)) return null
  const county = await inTransaction(house.database, { county: code, person: null }, theCounty, {
    readOnly: true,
  })
  return county ? { code, name: county.name, nameEn: county.nameEn } : null
}

/** Asks until there is an answer, then never again. */
function onceFound<T>(ask: () => Promise<T | null>): () => Promise<T | null> {
  let found: T | null = null
  return async () => {
    found ??= await ask()
    return found
  }
}
