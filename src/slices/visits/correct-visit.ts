import { command, type Work } from '#platform/commands/command.ts'
import { notFound } from '#platform/http/problems.ts'
import { whoLastChanged } from '#slices/people'
import { knownThings } from './known-things.ts'
import { retellAfterRepairs } from './retell-after-repairs.ts'
import { applyChanges, type Change, conflictsOf, kindOf, sameKnown, type VisitSite } from './visit.ts'
import { correctVisitInput } from './visit-contract.ts'
import { visitIsSettled, visitWasChanged } from './visit-messages.ts'
import { lockVisit, updateContent, type VisitRow } from './visit-store.ts'
import { stateOf } from './visit-summary.ts'

/**
 * Corrects items of a draft. Each change says what its sender saw; where something else stands there now, nothing is
 * changed and the sender learns what stands there, by whom, since when. Different items can be corrected at once.
 */
export const correctVisit = command('visit.correct', {
  may: {
    permission: 'visit.record',
    at: async ({ tx }, input) => [(await openVisit(tx, input.visit)).organisation],
  },
  input: correctVisitInput,
  event: 'visit.corrected',
  async decide(work, input) {
    const visit = await openVisit(work.tx, input.visit)
    const conflicts = conflictsOf(visit.content, input.changes)
    if (conflicts.length > 0) throw visitWasChanged(await whoChanged(work, visit, conflicts))
    await refuseUnknown(work.tx, input.changes)
    const content = retellAfterRepairs(visit, applyChanges(visit.content, input.changes))
    const version = visit.version + 1
    await updateContent(work.tx, visit.id, content, version)
    return {
      result: { version },
      event: { about: { kind: 'visit', id: visit.id }, data: { version, changes: input.changes } },
    }
  },
})

/** A draft, locked; throws when there is none or when it is settled. */
export async function openVisit(tx: Work['tx'], id: string): Promise<VisitRow> {
  const visit = await lockVisit(tx, id)
  if (!visit) throw notFound({ zh: '这次调研', en: 'This visit' })
  if (stateOf(visit) !== 'draft') throw visitIsSettled(stateOf(visit))
  return visit
}

/** Throws when a site is to be linked to what the county does not have. */
async function refuseUnknown(tx: Work['tx'], changes: readonly Change[]): Promise<void> {
  const refs = changes.flatMap(({ item, after }) => {
    if (kindOf(item) !== 'site' || !after) return []
    const { known, possible } = after as VisitSite
    return known ? [known, ...possible] : possible
  })
  const found = await knownThings(tx, refs, 'zh')
  if (!refs.every((ref) => found.some((one) => sameKnown(one, ref)))) {
    throw notFound({ zh: '这个阵地或单位', en: 'This place or organisation' })
  }
}

async function whoChanged(work: Work, visit: VisitRow, conflicts: readonly Change[]) {
  const items = conflicts.map(({ item }) => item)
  const last = await whoLastChanged(work.tx, { kind: 'visit', id: visit.id }, items)
  return conflicts.map(({ item, after }) => ({
    item,
    yours: after,
    now: visit.content[item] ?? null,
    ...last(item),
  }))
}
