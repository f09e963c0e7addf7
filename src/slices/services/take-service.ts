import type { Work } from '#platform/commands/command.ts'
import { notFound } from '#platform/http/problems.ts'
import { serviceWithdrawn } from './service-problems.ts'
import { holdCards, type ServiceRow, servicesByIds } from './service-store.ts'

export const aService = { zh: '这项服务', en: 'This service' }

/** A card, the county's cards held so that it stays as it is read. Throws `notFound`. */
export async function takeService({ tx, actor }: Work, id: string): Promise<ServiceRow> {
  await holdCards(tx, actor.county)
  const [service] = await servicesByIds(tx, [id])
  if (!service) throw notFound(aService)
  return service
}

/** The same, of a service that is offered. Throws `serviceWithdrawn` too. */
export async function takeOfferedService(work: Work, id: string): Promise<ServiceRow> {
  const service = await takeService(work, id)
  if (service.withdrawnAt !== null) throw serviceWithdrawn(service.name)
  return service
}

/** Where a command on a card acts: at the organisation that gives the service. Throws `notFound`. */
export async function keeperOf(work: Work, input: { service: string }): Promise<string[]> {
  return [(await takeService(work, input.service)).keeper]
}
