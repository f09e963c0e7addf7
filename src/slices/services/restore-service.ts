import { command } from '#platform/commands/command.ts'
import { markEntry } from './directory-store.ts'
import { refuseHeldName } from './fit-service.ts'
import { restoreServiceInput } from './service-contract.ts'
import { serviceOffered } from './service-problems.ts'
import { endWithdrawal, updateCard } from './service-store.ts'
import { keeperOf, takeService } from './take-service.ts'

/** Restores a service, as it was checked last: one that lay long is hidden until somebody checks it. */
export const restoreService = command('service.restore', {
  may: { permission: 'service.manage', at: keeperOf },
  input: restoreServiceInput,
  event: 'service.restored',
  async decide(work, { service: id }) {
    const { tx, actor, now } = work
    const service = await takeService(work, id)
    if (service.withdrawnAt === null) throw serviceOffered(service.name)
    await refuseHeldName(work, service, id)
    await endWithdrawal(tx, id, { person: actor.person, at: now.toISOString() })
    await markEntry(tx, id, { live: true })
    const version = await updateCard(tx, id, { withdrawnAt: null })
    return { result: { id, version }, event: { about: { kind: 'service', id }, data: { version } } }
  },
})
