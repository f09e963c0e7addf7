import { command } from '#platform/commands/command.ts'
import { newId } from '#platform/records/new-id.ts'
import { markEntry } from './directory-store.ts'
import { withdrawServiceInput } from './service-contract.ts'
import { insertWithdrawal, updateCard } from './service-store.ts'
import { keeperOf, takeOfferedService } from './take-service.ts'

/** Withdraws a service that is no longer given. The card stays; the public does not see it. */
export const withdrawService = command('service.withdraw', {
  may: { permission: 'service.manage', at: keeperOf },
  input: withdrawServiceInput,
  event: 'service.withdrawn',
  async decide(work, { service: id, reason }) {
    const { tx, actor, now } = work
    await takeOfferedService(work, id)
    const at = now.toISOString()
    const { county, person } = actor
    await insertWithdrawal(tx, { county, id: newId(now), service: id, reason, person, at })
    await markEntry(tx, id, { live: false })
    const version = await updateCard(tx, id, { withdrawnAt: at })
    return { result: { id, version }, event: { about: { kind: 'service', id }, data: { version, reason } } }
  },
})
