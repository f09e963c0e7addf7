import type { Tx } from '#platform/db/database.ts'
import type { Day } from '#platform/clock/working-days.ts'
import type { Language } from '#platform/i18n/messages.ts'
import { placesForResidents } from '#slices/places'
import { publicService } from '#slices/services'

/** The name of what a request is about, or null where the public sees no such thing. */
export async function subjectOf(
  tx: Tx,
  about: { kind: string; id: string },
  looking: { language: Language; today: Day },
): Promise<string | null> {
  if (about.kind === 'place') return (await placesForResidents(tx, [about.id]))[0]?.name ?? null
  if (about.kind === 'service') return (await publicService(tx, about.id, looking))?.name ?? null
  return null
}
