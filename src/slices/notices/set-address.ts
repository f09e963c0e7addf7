import { may } from '#platform/auth/actor.ts'
import { command } from '#platform/commands/command.ts'
import { notAllowed, notFound } from '#platform/http/problems.ts'
import { namesOfPeople } from '#slices/people'
import { addressOf } from './contact-address.ts'
import { dropContact, writeContact } from './contact-store.ts'
import { setAddressInput } from './notice-contract.ts'
import { addressUnfit } from './notice-problems.ts'

/** Says where somebody wants to be told: oneself, or somebody else by who looks after notices. */
export const setAddress = command('notice.set-address', {
  may: { permission: 'notice.own' },
  input: setAddressInput,
  event: 'notice.address-set',
  // An address is nobody's business but theirs: the ledger of commands keeps no hash of it.
  ledgered: ({ address, ...rest }) => ({ ...rest, given: address !== null }),
  async decide({ tx, actor, now }, { person, channel, address, language }) {
    if (person !== actor.person && !may(actor, 'notice.manage')) throw notAllowed('notice.manage')
    if ((await namesOfPeople(tx, [person])).size === 0) throw notFound({ zh: '这个人', en: 'This person' })
    if (address === null || address === '') await dropContact(tx, person, channel)
    else {
      const kept = addressOf(channel, address)
      if (kept === null) throw addressUnfit(channel)
      const at = now.toISOString()
      const { county, person: setBy } = actor
      await writeContact(tx, { county, person, channel, address: kept, language, setBy, at })
    }
    return {
      result: { id: person },
      event: { about: { kind: 'person', id: person }, data: { channel, given: Boolean(address) } },
    }
  },
})
