import { z } from 'zod'
import { id } from '#platform/contracts/fields.ts'
import { route } from '#platform/contracts/route.ts'

export const feedKinds = ['room', 'place'] as const

export const renewFeedInput = z.object({
  /** Of the new address. */
  feed: id,
  kind: z.enum(feedKinds),
  about: id,
  /** Made by the sender, 32 random bytes in base64url: nothing but its hash is kept, here or in the ledger. */
  token: z.string().regex(/^[\w-]{43}$/),
})

export const feedRoutes = {
  calendar: route('booking.calendar', {
    method: 'GET',
    path: '/api/calendars/:file',
    summary: { zh: '日历订阅', en: 'A calendar by its secret address' },
    access: 'anyone',
    params: z.object({ file: z.string().regex(/^\d{6}\.[\w-]{43}\.ics$/) }),
    response: 'file',
  }),
  renew: route('booking.renew-feed', {
    method: 'POST',
    path: '/api/calendars',
    summary: { zh: '更换日历订阅地址', en: 'Give a calendar a new secret address' },
    access: { permission: 'booking.decide' },
    body: renewFeedInput,
    /** The address is `/api/calendars/<county>.<token>.ics`. */
    response: z.object({ id, county: z.string() }),
  }),
}
