import type { EventHandler } from '#platform/commands/run-command.ts'
import { organisationsByIds } from '#slices/organisations'
import { addWords } from './directory-store.ts'
import { servicesAt, servicesKeptBy } from './service-store.ts'
import { tellDirectory } from './service-words.ts'

/** A place got another name: what is given there is found by the new one. */
const followPlace: EventHandler = async ({ tx, actor }, { about, data }) => {
  const changes = data.changes as readonly { item: string }[] | undefined
  if (!changes?.some(({ item }) => item === 'name')) return
  for (const service of await servicesAt(tx, about.id)) await tellDirectory(tx, actor.county, service)
}

/** An organisation got another name: what it gives is found by the new one, and still by the old. */
const followKeeper: EventHandler = async ({ tx }, event) => {
  const [organisation] = await organisationsByIds(tx, [event.about.id])
  if (!organisation) return
  const kept = await servicesKeptBy(tx, organisation.id)
  await addWords(tx, kept, [organisation.name, organisation.shortName])
}

export const followNames: Record<string, EventHandler> = {
  'place.changed': followPlace,
  'organisation.renamed': followKeeper,
}
