import { inTransaction, type Tx } from '#platform/db/database.ts'
import type { JobRun } from '#platform/jobs/job.ts'
import { enqueue } from '#platform/jobs/job-store.ts'
import { type Channel, type Outcome, type Outgoing, type OutwardName } from '#platform/notify/channel.ts'
import {
  changeDeliveries,
  countAttempt,
  type DeliveryRow,
  dueDeliveries,
  insertStop,
  nextDueFor,
  type NoticeRow,
  noticesByIds,
  stoppedKeys,
} from '#platform/notify/notice-store.ts'
import { newId } from '#platform/records/new-id.ts'
import type { House } from '#platform/slice.ts'
import { namesOfPeople } from '#slices/people'
import { composeMessage } from './compose-message.ts'
import { mostAttempts, sendBackoff } from './notice-settings.ts'
import { planNotice, sendJob, settleMatter } from './plan-notices.ts'

/** Deliveries that go out in one run; the rest follows in the next. */
const atOnce = 100

/** One message and the deliveries that it carries. */
interface Parcel {
  id: string
  deliveries: DeliveryRow[]
  message: Outgoing
}

/**
 * Sends what waits for one address and is due. Each message gets its id in a transaction before it leaves, so that it
 * leaves under the same id where the process ends between sending and noting: at least once, never as two.
 */
export async function sendToAddress(house: House, channel: OutwardName, job: JobRun): Promise<void> {
  const { county, payload, signal } = job
  const key = String(payload.key)
  const within = <T>(work: (tx: Tx) => Promise<T>) =>
    inTransaction(house.database, { county, person: null }, work)
  const way = house.outward.channels[channel]
  const began = performance.now()
  const parcels = await within((tx) => pack(house, tx, { channel, key, now: job.now }))
  for (const parcel of parcels) {
    const outcome = await carry(house, way, parcel, signal)
    const now = new Date(job.now.getTime() + performance.now() - began)
    await within((tx) => note(house, tx, parcel, outcome, now))
  }
  await within(async (tx) => {
    const dueAt = await nextDueFor(tx, channel, key)
    if (dueAt) await enqueue(tx, { kind: sendJob(channel), key, payload: { key }, dueAt, now: job.now })
  })
}

async function carry(
  { outward }: House,
  way: Channel | undefined,
  { message }: Parcel,
  signal: AbortSignal,
): Promise<Outcome | 'held'> {
  if (outward.held) return 'held'
  // The channel was taken out of the environment after this was planned.
  if (!way) return { state: 'refused', fault: 'channel-off', detail: '' }
  return way.send(message, signal)
}

async function pack(
  house: House,
  tx: Tx,
  { channel, key, now }: { channel: OutwardName; key: string; now: Date },
): Promise<Parcel[]> {
  const due = await dueDeliveries(tx, { channel, key, now, limit: atOnce })
  if (due.length === 0) return []
  if ((await stoppedKeys(tx, [key])).has(key)) {
    const how = { state: 'refused', fault: 'address-stopped', detail: '' } as const
    await end(house, tx, due, how, now)
    return []
  }
  const notices = await noticesByIds(
    tx,
    due.map(({ notice }) => notice),
  )
  const noticeOf = new Map(notices.map((one) => [one.id, one]))
  const names = await namesOfPeople(
    tx,
    notices.flatMap(({ person }) => person ?? []),
  )
  const parcels: Parcel[] = []
  for (const [together, deliveries] of groupsOf(due, noticeOf)) {
    const id = together.message ?? newId(now)
    const ids = deliveries.map((one) => one.id)
    if (together.message === null) await changeDeliveries(tx, ids, { message: id })
    await countAttempt(tx, ids)
    const said = deliveries.flatMap(({ notice }) => noticeOf.get(notice) ?? [])
    const [first] = said
    const name = first?.person ? (names.get(first.person) ?? '') : (first?.name ?? '')
    const to = { channel, address: deliveries[0]?.address ?? '', name }
    const counted = deliveries.map((one) => ({ ...one, attempts: one.attempts + 1, message: id }))
    parcels.push({ id, deliveries: counted, message: composeMessage(house, said, { id, ...to }) })
  }
  return parcels
}

interface Together {
  message: string | null
}

/**
 * What goes out as one message: what did before, and else all of one kind. Urgent ones go alone, and at once.
 */
function groupsOf(
  due: readonly DeliveryRow[],
  noticeOf: ReadonlyMap<string, NoticeRow>,
): Map<Together, DeliveryRow[]> {
  const groups = new Map<string, { together: Together; deliveries: DeliveryRow[] }>()
  for (const delivery of due) {
    const urgent = noticeOf.get(delivery.notice)?.urgency === 'urgent'
    const name = delivery.message ?? (urgent ? delivery.id : `all ${delivery.template}`)
    const group = groups.get(name) ?? { together: { message: delivery.message }, deliveries: [] }
    group.deliveries.push(delivery)
    groups.set(name, group)
  }
  return new Map([...groups.values()].map(({ together, deliveries }) => [together, deliveries]))
}

async function note(
  house: House,
  tx: Tx,
  parcel: Parcel,
  outcome: Outcome | 'held',
  now: Date,
): Promise<void> {
  const { deliveries } = parcel
  const ids = deliveries.map(({ id }) => id)
  const endedAt = now.toISOString()
  if (outcome === 'held') return changeDeliveries(tx, ids, { state: 'held', endedAt })
  if (outcome.state === 'sent') {
    return changeDeliveries(tx, ids, { state: 'sent', fault: null, detail: outcome.detail, endedAt })
  }
  const { fault, detail } = outcome
  const attempts = deliveries[0]?.attempts ?? 0
  if (outcome.state === 'later' && attempts < mostAttempts) {
    const wait = Math.max(sendBackoff(attempts), outcome.after ?? 0)
    const dueAt = new Date(now.getTime() + wait).toISOString()
    return changeDeliveries(tx, ids, { fault, detail, dueAt })
  }
  const state = outcome.state === 'later' ? 'given-up' : outcome.state
  await end(house, tx, deliveries, { state, fault, detail }, now)
}

/** It did not arrive, for good: a bounced address is stopped, and the next way is tried, or an alarm is raised. */
export async function end(
  house: House,
  tx: Tx,
  deliveries: readonly DeliveryRow[],
  how: Required<Pick<DeliveryRow, 'fault' | 'detail'>> & {
    state: 'refused' | 'bounced' | 'given-up'
    by?: string | null
    note?: string | null
  },
  now: Date,
): Promise<void> {
  const { state, fault, detail, by = null } = how
  const [first] = deliveries
  await changeDeliveries(
    tx,
    deliveries.map(({ id }) => id),
    { state, fault, detail, note: how.note ?? null, endedAt: now.toISOString() },
  )
  if (state === 'bounced' && first?.address) {
    const { channel, address } = first
    const at = now.toISOString()
    await insertStop(tx, {
      id: newId(now),
      channel,
      address,
      fault: fault ?? 'refused',
      detail,
      at,
      person: by,
    })
  }
  const notices = await noticesByIds(
    tx,
    deliveries.map(({ notice }) => notice),
  )
  for (const notice of notices) await planNotice(house.outward, tx, notice, now)
  for (const matter of new Set(notices.map((one) => one.matter))) await settleMatter(tx, matter, now)
}
