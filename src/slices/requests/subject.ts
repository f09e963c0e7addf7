import type { Tx } from '#platform/db/database.ts'
import type { Language } from '#platform/i18n/messages.ts'
import { placesByIds } from '#slices/places'

/** The name of what a request is about, or null where there is no such thing to be asked about. */
export async function subjectOf(
  tx: Tx,
  about: { kind: string; id: string },
  _language: Language,
): Promise<string | null> {
  if (about.kind !== 'place') return null
  const [place] = await placesByIds(tx, [about.id])
  return place && place.closedAt === null ? place.name : null
}
