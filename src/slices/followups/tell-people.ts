import type { Tx } from '#platform/db/database.ts'
import type { EventHandler } from '#platform/commands/run-command.ts'
import { notify } from '#platform/notify/notify.ts'
import type { Template, ValueKind, ValuesOf } from '#platform/notify/template.ts'
import type { House } from '#platform/slice.ts'
import { organisationsByIds } from '#slices/organisations'
import { nearestHolders } from '#slices/people'
import { extensionsByIds } from './extension-store.ts'
import {
  assignedNotice,
  closedNotice,
  closingAskedNotice,
  extensionAskedNotice,
  extensionGrantedNotice,
  extensionRefusedNotice,
  returnedNotice,
  supportingNotice,
} from './followup-notices.ts'
import { type FollowupRow, followupsByIds } from './followup-store.ts'

const longestQuote = 120

/** As much of the sentence as a message bears. */
export function quoted({ quote }: Pick<FollowupRow, 'quote'>): string {
  const characters = [...quote]
  return characters.length > longestQuote ? `${characters.slice(0, longestQuote - 1).join('')}…` : quote
}

export async function leadName(tx: Tx, { lead }: Pick<FollowupRow, 'lead'>): Promise<string> {
  const [organisation] = lead === null ? [] : await organisationsByIds(tx, [lead])
  return organisation?.shortName ?? '—'
}

/** Who learns what of a follow-up, in the transaction of what happened. Nobody is told of their own deed. */
export function tellPeople(house: House): Record<string, EventHandler> {
  /** `permission` at `organisation`: whoever holds it nearest to it. */
  const tell = async <Kinds extends Record<string, ValueKind>>(
    work: Parameters<EventHandler>[0],
    followup: FollowupRow,
    to: { permission: string; organisation: string | null; also?: readonly (string | null)[] },
    said: { template: Template<Kinds>; values: ValuesOf<Kinds> },
  ) => {
    if (to.organisation === null) return
    const holders = await nearestHolders(house, work.tx, to.permission, to.organisation)
    const everybody = [...new Set([...holders, ...(to.also ?? [])])].filter((one) => one !== null)
    const people = everybody.filter((person) => person !== work.actor.person)
    // Whoever did it is the only one to tell: they know.
    if (people.length === 0 && everybody.length > 0) return
    await notify(work.tx, {
      ...said,
      to: people.map((person) => ({ person })),
      about: { kind: 'followup', id: followup.id },
      organisation: to.organisation,
      now: work.now,
    })
  }
  const one = async (work: Parameters<EventHandler>[0], id: string): Promise<FollowupRow> => {
    const [followup] = await followupsByIds(work.tx, [id], 'county')
    if (!followup) throw new Error(`follow-up ${id} is not there`)
    return followup
  }
  const assigned = async (work: Parameters<EventHandler>[0], id: string) => {
    const followup = await one(work, id)
    const { number, dueDay: due, lead, supporting } = followup
    const values = { number, quote: quoted(followup), lead: await leadName(work.tx, followup), due }
    const permission = 'followup.answer'
    await tell(work, followup, { permission, organisation: lead }, { template: assignedNotice, values })
    for (const organisation of supporting) {
      await tell(work, followup, { permission, organisation }, { template: supportingNotice, values })
    }
  }
  return {
    'followup.assigned': (work, { about }) => assigned(work, about.id),
    async 'followup.assigned-together'(work, { data }) {
      for (const id of data.followups as string[]) await assigned(work, id)
    },
    async 'followup.extension-asked'(work, { about, data }) {
      const followup = await one(work, about.id)
      const { toDay, reason } = data as { toDay: string; reason: string }
      const values = {
        number: followup.number,
        quote: quoted(followup),
        lead: await leadName(work.tx, followup),
        day: toDay,
        reason,
      }
      const to = { permission: 'followup.review', organisation: followup.lead }
      await tell(work, followup, to, { template: extensionAskedNotice, values })
    },
    async 'followup.extension-decided'(work, { about, data }) {
      const followup = await one(work, about.id)
      const { extension, granted, reason } = data as {
        extension: string
        granted: boolean
        reason: string | null
      }
      const [asked] = await extensionsByIds(work.tx, [extension])
      const values = { number: followup.number, quote: quoted(followup), day: followup.dueDay }
      const to = { permission: 'followup.answer', organisation: followup.lead, also: [asked?.person ?? null] }
      if (granted) await tell(work, followup, to, { template: extensionGrantedNotice, values })
      else
        await tell(work, followup, to, {
          template: extensionRefusedNotice,
          values: { ...values, reason: reason ?? '' },
        })
    },
    async 'followup.closing-asked'(work, { about }) {
      const followup = await one(work, about.id)
      const values = {
        number: followup.number,
        quote: quoted(followup),
        lead: await leadName(work.tx, followup),
      }
      const to = { permission: 'followup.review', organisation: followup.lead }
      await tell(work, followup, to, { template: closingAskedNotice, values })
    },
    async 'followup.reviewed'(work, { about, data }) {
      const followup = await one(work, about.id)
      const { outcome, reason } = data as { outcome: 'closed' | 'returned'; reason?: string | null }
      const values = { number: followup.number, quote: quoted(followup) }
      const to = { permission: 'followup.answer', organisation: followup.lead }
      if (outcome === 'closed') await tell(work, followup, to, { template: closedNotice, values })
      else
        await tell(work, followup, to, {
          template: returnedNotice,
          values: { ...values, reason: reason ?? '' },
        })
    },
  }
}
