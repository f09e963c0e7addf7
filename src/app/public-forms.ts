import { getCookie } from 'hono/cookie'
import { z } from 'zod'
import { dayOf } from '#platform/clock/working-days.ts'
import { inTransaction, type Tx } from '#platform/db/database.ts'
import { formOf } from '#platform/http/read-body.ts'
import { askerOf } from '#platform/http/remote-address.ts'
import type { Again, FormAsked, PublicForm, PublicView } from '#platform/public/public-page.ts'
import {
  endVisitor,
  keepVisitor,
  openVisitor,
  type Visitor,
  visitorLasts,
  visitorOf,
  withinLimit,
} from '#platform/public/visitor-store.ts'
import type { PublicRequest, PublicSite } from './public-door.ts'
import { notFoundPage } from './public/message-page.ts'
import { addressOf, fit, publicRoot } from './public-address.ts'
import { publicHeaders, secure } from './public-headers.ts'

const visitorCookie = 'daqiao_visitor'
const year = 365 * 24 * 3600

/** Answers what belongs to one visitor: forms, their own pages, the size of the text. Undefined for other paths. */
export function publicForms(site: PublicSite, forms: readonly PublicForm[]) {
  return async (request: PublicRequest): Promise<Response | undefined> => {
    const { context, path } = request
    const { method } = context.req
    if (path === '/text-size' && method === 'POST') return changeTextSize(request)
    if (path === '/leave' && method === 'GET') return leave(site, request)
    for (const one of forms) {
      const params = fit(one.path, path)
      if (params && (method === 'GET' || one.send)) return answerForm(site, request, one, params)
    }
    return undefined
  }
}

async function answerForm(
  site: PublicSite,
  request: PublicRequest,
  form: PublicForm,
  params: Record<string, string>,
): Promise<Response> {
  const { context, county } = request
  const { database, commands, mode } = site.house
  const now = new Date()
  const standing = { county: county.code, person: null }
  const ask = <Answer>(question: (tx: Tx) => Promise<Answer>) =>
    inTransaction(database, standing, question, { readOnly: true })
  let token = getCookie(context, visitorCookie) ?? null
  let visitor: Visitor | null = null
  if (token) {
    const known = token
    visitor = await ask((tx) => visitorOf(tx, known, now))
    if (!visitor) token = null
  }
  const again = context.req.method === 'GET' ? againOn(request.path, visitor) : null
  const asked: FormAsked = {
    ...site.asked(request, params),
    today: dayOf(now),
    now,
    ask,
    commands,
    visitor,
    again,
    demo: mode === 'demo',
    fields: context.req.method === 'POST' ? await formOf(context.req.raw) : new URLSearchParams(),
    keep: (change) =>
      inTransaction(database, standing, async (tx) => {
        token ??= await openVisitor(tx, county.code, now)
        await keepVisitor(tx, token, change, now)
      }),
    within: (limit, key = `address ${askerOf(context)}`) =>
      inTransaction(database, standing, (tx) => withinLimit(tx, county.code, limit, key, now)),
  }
  const sending = context.req.method === 'POST'
  const outcome = sending ? await form.send?.(asked) : await form.show(asked)
  if (outcome && 'again' in outcome) {
    // Shown once, on the page itself.
    await asked.keep({ draft: { again: { ...outcome.again, path: form.again ?? request.path } } })
    return told(site, request, { goTo: form.again ?? request.path }, () => token)
  }
  if (again) await asked.keep({ draft: { again: null } })
  return told(site, request, outcome ?? null, () => token)
}

/** What was wrong on this page the last time. It was typed by a person and comes back from a table. */
function againOn(path: string, visitor: Visitor | null): Again | null {
  const kept = againShape.safeParse(visitor?.draft.again)
  return kept.success && kept.data.path === path ? kept.data : null
}

const againShape = z.object({
  path: z.string(),
  faults: z.array(z.object({ field: z.string(), text: z.string() })),
  typed: z.record(z.string(), z.string()),
})

function told(
  site: PublicSite,
  request: PublicRequest,
  outcome: PublicView | { goTo: string } | null,
  tokenNow: () => string | null,
): Response | Promise<Response> {
  const { context, kiosk, language, link } = request
  const headers = new Headers({ ...publicHeaders(kiosk), 'cache-control': 'no-store' })
  const token = tokenNow()
  if (token) {
    const lasts = `Max-Age=${visitorLasts / 1000}`
    headers.append(
      'set-cookie',
      `${visitorCookie}=${token}; Path=${publicRoot}; HttpOnly; SameSite=Lax; ${lasts}${secure(context) ? '; Secure' : ''}`,
    )
  }
  if (outcome && 'goTo' in outcome) {
    headers.set('location', link(outcome.goTo))
    return new Response(null, { status: 303, headers })
  }
  const view = outcome ?? notFoundPage(language, link)
  headers.set('content-type', 'text/html; charset=utf-8')
  headers.set('content-language', language === 'zh' ? 'zh-Hans' : 'en')
  const status = view.status ?? 200
  return new Response(site.render(request, view), { status, headers })
}

/** One tap makes the text large, another one small again; it is remembered without any script. */
async function changeTextSize({ context, language, kiosk }: PublicRequest): Promise<Response> {
  const fields = await formOf(context.req.raw)
  const elder = fields.get('elder') === '1' ? '1' : '0'
  const back = fields.get('back') ?? ''
  // Only a page of ours: a link that leads elsewhere would make us vouch for it.
  const inside = back.startsWith(`${publicRoot}/`) && !/[^\x21-\x7e]|\\|\/\//.test(back)
  return new Response(null, {
    status: 303,
    headers: {
      location: inside ? back : addressOf({ language, kiosk }, '/'),
      'cache-control': 'no-store',
      'set-cookie': `daqiao_elder=${elder}; Path=/; Max-Age=${year}; SameSite=Lax${secure(context) ? '; Secure' : ''}`,
    },
  })
}

/** Whoever was here is forgotten: what they typed, what they opened. */
async function leave(site: PublicSite, { context, county, link }: PublicRequest): Promise<Response> {
  const token = getCookie(context, visitorCookie)
  if (token) {
    await inTransaction(site.house.database, { county: county.code, person: null }, (tx) =>
      endVisitor(tx, token),
    )
  }
  return new Response(null, {
    status: 303,
    headers: {
      location: link('/'),
      'cache-control': 'no-store',
      'set-cookie': `${visitorCookie}=; Path=${publicRoot}; HttpOnly; SameSite=Lax; Max-Age=0`,
    },
  })
}
