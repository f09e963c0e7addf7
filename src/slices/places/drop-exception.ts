import { command } from '#platform/commands/command.ts'
import { notFound } from '#platform/http/problems.ts'
import { dropExceptionInput } from './hours-contract.ts'
import { dropException } from './hours-store.ts'
import { keeperOf, takeOpenPlace } from './take-place.ts'

/** Lets the rules hold again on days that were excepted. */
export const dropDays = command('place.drop-exception', {
  may: { permission: 'place.manage', at: keeperOf },
  input: dropExceptionInput,
  event: 'place.exception-dropped',
  async decide(work, { place: id, exception }) {
    const { tx, actor, now } = work
    await takeOpenPlace(work, id)
    const by = { person: actor.person, at: now.toISOString() }
    const reason = await dropException(tx, id, exception, by)
    if (reason === undefined) throw notFound({ zh: '这条临时安排', en: 'This exception' })
    return {
      result: { id: exception },
      event: { about: { kind: 'place', id }, data: { exception, reason } },
    }
  },
})
