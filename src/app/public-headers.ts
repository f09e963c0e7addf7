import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { publicCss } from './public/public-css.ts'

const style = `'sha256-${createHash('sha256').update(publicCss).digest('base64')}'`

/** Nothing but this page's own style, and forms to ourselves; in the hall one script of ours besides. */
const policy = (kiosk: boolean) =>
  [
    "default-src 'none'",
    `style-src ${style}`,
    "img-src 'self'",
    `script-src ${kiosk ? "'self'" : "'none'"}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

const headers = (kiosk: boolean): Readonly<Record<string, string>> => ({
  'content-security-policy': policy(kiosk),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'cross-origin-opener-policy': 'same-origin',
})

const forAll = headers(false)
const inTheHall = headers(true)

export function publicHeaders(kiosk: boolean): Readonly<Record<string, string>> {
  return kiosk ? inTheHall : forAll
}

/** Whether the page came over HTTPS. Behind several proxies, the first of the list is how the browser asked. */
export function secure(context: Context): boolean {
  const told = context.req.header('x-forwarded-proto')?.split(',')[0]?.trim()
  return (told ?? new URL(context.req.url).protocol).replace(':', '') === 'https'
}
