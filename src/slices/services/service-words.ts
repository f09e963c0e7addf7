import type { Tx } from '#platform/db/database.ts'
import { organisationsByIds } from '#slices/organisations'
import { placesByIds } from '#slices/places'
import { writeEntry } from './directory-store.ts'
import { serviceMessages } from './service-messages.ts'
import type { ServiceRow } from './service-store.ts'

/** Writes what a service is found by: its names, who gives it, where, in which field, and what is said of it. */
export async function tellDirectory(
  tx: Tx,
  county: string,
  service: Omit<ServiceRow, 'version' | 'checkedBy' | 'warnedOn' | 'addedBy' | 'addedAt'>,
): Promise<void> {
  const { id, name, nameOrder, nameEn, alsoCalled, category, keeper, checkedOn, withdrawnAt } = service
  const keepers = await organisationsByIds(tx, [keeper])
  const places = await placesByIds(
    tx,
    service.places.map(({ place }) => place),
  )
  const digits = service.phone?.replace(/\D/g, '') ?? ''
  await writeEntry(
    tx,
    county,
    {
      service: id,
      name,
      nameOrder,
      names: [...(nameEn === null ? [] : [nameEn]), ...alsoCalled],
      checkedOn,
      live: withdrawnAt === null,
    },
    {
      words: [
        serviceMessages.zh.categories[category],
        ...keepers.flatMap((one) => [one.name, one.shortName]),
        ...places.map((place) => place.name),
      ],
      texts: [
        service.summary,
        service.summaryEn ?? '',
        service.who,
        ...service.papers.map((paper) => paper.name),
        service.phone ?? '',
        digits,
      ],
    },
  )
}
