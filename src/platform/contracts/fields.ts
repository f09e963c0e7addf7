import { z } from 'zod'

/** Fields that many contracts share. */

export const id = z.uuid()

/** A calendar day that exists, `YYYY-MM-DD`. */
export const day = z.iso.date()

/** A moment, ISO 8601 in UTC. */
export const moment = z.iso.datetime()

/** A line that a person types: trimmed, not empty. */
export const line = (longest: number) => z.string().trim().min(1).max(longest)

/** A query parameter that may be given once or several times. */
export const several = <T extends z.ZodType>(one: T) =>
  z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(one).max(50).optional(),
  )

export const pageSize = z.coerce.number().int().min(1).max(200).default(50)

/** A record that is shown where it is pointed at. */
export const recordCard = z.object({
  kind: z.string(),
  id,
  title: z.string(),
  subtitle: z.string(),
  href: z.string(),
})

/** A name with its id: an organisation or a person in someone else's answer. */
export const named = z.object({ id, name: z.string() })
