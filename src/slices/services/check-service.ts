import { command } from '#platform/commands/command.ts'
import { newId } from '#platform/records/new-id.ts'
import { markEntry } from './directory-store.ts'
import { checkServiceInput } from './service-contract.ts'
import { checkedAnother } from './service-problems.ts'
import { insertCheck, updateCard } from './service-store.ts'
import { keeperOf, takeOfferedService } from './take-service.ts'

/** Somebody who knows says: what the card says is so. It begins its term anew, and the public sees it again. */
export const checkService = command('service.check', {
  may: { permission: 'service.manage', at: keeperOf },
  input: checkServiceInput,
  event: 'service.checked',
  async decide(work, { service: id, version: seen }) {
    const { tx, actor, now, today } = work
    const { county, person } = actor
    const service = await takeOfferedService(work, id)
    if (service.version !== seen) throw checkedAnother(service.name)
    await insertCheck(tx, { county, id: newId(now), service: id, day: today, person, at: now.toISOString() })
    await markEntry(tx, id, { checkedOn: today })
    const version = await updateCard(tx, id, { checkedOn: today, checkedBy: person, warnedOn: null })
    return {
      result: { id, version },
      event: { about: { kind: 'service', id }, data: { version, before: service.checkedOn } },
    }
  },
})
