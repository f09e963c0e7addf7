import { command } from '#platform/commands/command.ts'
import { notFound } from '#platform/http/problems.ts'
import { organisationsByIds } from '#slices/organisations'
import { advanceFollowup, answeringOrganisation } from './advance-followup.ts'
import { addPartInput } from './followup-inputs.ts'
import { dueDayPassed, organisationUnfit } from './followup-problems.ts'
import { insertPart } from './part-store.ts'
import { involvedIn, takeFollowup } from './take-followup.ts'

/** Gives a part of the work to an organisation, which then sees the follow-up. By the lead, or the supervisor. */
export const addPart = command('followup.add-part', {
  // Two permissions may: whoever sees it is looked at closely by `takeFollowup`.
  may: {
    permission: 'followup.read',
    at: async ({ tx, actor }, input) => {
      const involved = await involvedIn(tx, actor, input.followup)
      return involved.length ? involved : 'county'
    },
  },
  input: addPartInput,
  event: 'followup.part-added',
  async decide(work, { followup: id, part, organisation, text, dueDay = null }) {
    const { tx, actor, now, today } = work
    const followup = await takeFollowup(work, id, 'add-part')
    const [taker] = await organisationsByIds(tx, [organisation])
    if (!taker) throw notFound({ zh: '这个组织', en: 'This organisation' })
    if (taker.closedOn !== null && taker.closedOn <= today) throw organisationUnfit(taker.name)
    if (dueDay !== null && dueDay < today) throw dueDayPassed()
    const { county, person } = actor
    const at = now.toISOString()
    await insertPart(tx, { county, id: part, followup: id, organisation, text, dueDay, person, at })
    const by = answeringOrganisation(work, followup) ?? undefined
    const result = await advanceFollowup(
      work,
      followup,
      { kind: 'part-added', organisation: by, text, dueDay, lead: organisation },
      { involved: [...new Set([...followup.involved, organisation])] },
    )
    return {
      result,
      event: {
        about: { kind: 'followup', id },
        organisation: by,
        data: { part, organisation, text, dueDay },
      },
    }
  },
})
