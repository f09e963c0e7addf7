import type { Context } from 'hono'
import { notAllowed } from './problems.ts'

/** A form on a foreign page must not act with the cookie of ours (CSRF): the browser says where it comes from. */
export function refuseForeignPages(context: Context): void {
  const site = context.req.header('sec-fetch-site')
  if (site && site !== 'same-origin' && site !== 'none') throw notAllowed('same-origin')
  const origin = context.req.header('origin')
  // Behind several proxies, the first of the list is what the browser asked for.
  const host = (context.req.header('x-forwarded-host') ?? context.req.header('host'))?.split(',')[0]?.trim()
  if (origin && host && URL.parse(origin)?.host !== host) throw notAllowed('same-origin')
}
