import type { Tx } from '#platform/db/database.ts'
import { inTransaction } from '#platform/db/database.ts'
import type { JobRun } from '#platform/jobs/job.ts'
import { enqueue } from '#platform/jobs/job-store.ts'
import { isOpen, type Outward, type OutwardName, outwardNames } from '#platform/notify/channel.ts'
import {
  addressKey,
  type AlarmReason,
  type DeliveryRow,
  deliveriesOf,
  insertAlarm,
  insertDeliveries,
  markPlanned,
  type NoticeRow,
  noticesOfMatter,
  setLanguage,
  stoppedKeys,
} from '#platform/notify/notice-store.ts'
import { allowedFrom } from '#platform/notify/quiet-hours.ts'
import { newId } from '#platform/records/new-id.ts'
import type { House } from '#platform/slice.ts'
import { accountsInUse } from '#slices/people'
import { contactsOf, settingsOf } from './contact-store.ts'
import { quietHoursOf, unreadDeadline } from './notice-settings.ts'

export const checkJob = 'notice.check'
export const sendJob = (channel: OutwardName) => `notice.${channel}`

/** The job that follows `notify`: says for each notice of a matter by which ways it goes out, and when. */
export function planMatter(house: House, { county, payload, now }: JobRun): Promise<void> {
  return inTransaction(house.database, { county, person: null }, async (tx) => {
    const matter = String(payload.matter)
    const notices = await noticesOfMatter(tx, matter)
    if (notices.every(({ plannedAt }) => plannedAt !== null)) return
    for (const notice of notices) await planNotice(house.outward, tx, notice, now)
    await markPlanned(tx, matter, now)
    await settleMatter(tx, matter, now)
  })
}

/** The job that looks once more when somebody who can only be told on the page should have read it. */
export function checkMatter(house: House, { county, payload, now }: JobRun): Promise<void> {
  return inTransaction(house.database, { county, person: null }, (tx) =>
    settleMatter(tx, String(payload.matter), now),
  )
}

interface Way {
  channel: OutwardName
  address: string
}

/**
 * Puts a notice on its way: urgent by every way that is open, else by the first one that was not tried yet. `low`
 * stays on the page. Does nothing where no way is left.
 */
export async function planNotice(outward: Outward, tx: Tx, notice: NoticeRow, now: Date): Promise<void> {
  if (notice.readAt !== null || (notice.urgency === 'low' && notice.person !== null)) return
  const tried = new Set((await deliveriesOf(tx, [notice.id])).map(({ channel }) => channel))
  const ways = (await waysTo(outward, tx, notice)).filter(({ channel }) => !tried.has(channel))
  const settings = await settingsOf(tx)
  const urgent = notice.urgency === 'urgent'
  const gathered = new Date(now.getTime() + settings.gatherMinutes * 60_000)
  const dueAt = urgent ? now : allowedFrom(gathered, quietHoursOf(settings))
  const chosen = urgent ? ways : ways.slice(0, 1)
  await insertDeliveries(
    tx,
    chosen.map(({ channel, address }) => ({
      id: newId(now),
      notice: notice.id,
      channel,
      template: notice.template,
      organisation: notice.organisation,
      address,
      state: 'waiting',
      dueAt: dueAt.toISOString(),
      at: now.toISOString(),
    })),
  )
  for (const { channel, address } of chosen) {
    const key = addressKey(channel, address)
    await enqueue(tx, { kind: sendJob(channel), key, payload: { key }, dueAt, now })
  }
}

/** The ways that are open to a recipient, the first to be tried first. A stopped address is none. */
async function waysTo(outward: Outward, tx: Tx, notice: NoticeRow): Promise<Way[]> {
  const known = notice.person === null ? givenWith(notice) : await addressesOfPerson(tx, notice)
  const open = known.filter(({ channel }) => isOpen(outward, channel))
  const stopped = await stoppedKeys(
    tx,
    open.map(({ channel, address }) => addressKey(channel, address)),
  )
  return outwardNames.flatMap((name) =>
    open.filter(({ channel, address }) => channel === name && !stopped.has(addressKey(channel, address))),
  )
}

function givenWith({ email, phone }: NoticeRow): Way[] {
  return [
    ...(phone ? [{ channel: 'sms' as const, address: phone }] : []),
    ...(email ? [{ channel: 'smtp' as const, address: email }] : []),
  ]
}

async function addressesOfPerson(tx: Tx, notice: NoticeRow): Promise<Way[]> {
  const person = notice.person ?? ''
  const [account] = await accountsInUse(tx, [person])
  if (!account) return []
  const contacts = await contactsOf(tx, [person])
  const language = contacts[0]?.language
  if (language && language !== notice.language) await setLanguage(tx, notice.id, language)
  return contacts.map(({ channel, address }) => ({ channel, address }))
}

const failed: readonly DeliveryRow['state'][] = ['refused', 'bounced', 'given-up']

/**
 * Looks whether anybody was told of a matter, or still may be. Where nobody was: an alarm, and a call to make to each
 * of those who should have been.
 */
export async function settleMatter(tx: Tx, matter: string, now: Date): Promise<void> {
  const notices = await noticesOfMatter(tx, matter)
  const deliveries = await deliveriesOf(
    tx,
    notices.map(({ id }) => id),
  )
  const outward = deliveries.filter(({ channel }) => channel !== 'page' && channel !== 'call')
  const told =
    notices.some(({ readAt }) => readAt !== null) ||
    deliveries.some(({ channel, state }) => channel !== 'page' && (state === 'sent' || state === 'held'))
  const [first] = notices
  if (!first || told || outward.some(({ state }) => state === 'waiting')) return
  const inUse = await accountsInUse(
    tx,
    notices.flatMap(({ person }) => person ?? []),
  )
  const why = await whyNobody(
    tx,
    first,
    { notices, failed: outward.some(({ state }) => failed.includes(state)) },
    {
      onPage: inUse.length > 0,
      now,
    },
  )
  if (why) await raiseAlarm(tx, notices, deliveries, why, now)
}

/** Null while somebody may still read it on the page; then the matter is looked at once more. */
async function whyNobody(
  tx: Tx,
  { matter, at, urgency }: NoticeRow,
  of: { notices: readonly NoticeRow[]; failed: boolean },
  { onPage, now }: { onPage: boolean; now: Date },
): Promise<AlarmReason | null> {
  if (of.notices.every(({ person, name }) => person === null && name === null)) return 'nobody-known'
  if (of.failed) return 'all-failed'
  if (!onPage) return 'no-way'
  const deadline = unreadDeadline(new Date(at), urgency)
  if (deadline === null) return null
  if (deadline <= now) return 'unread'
  await enqueue(tx, { kind: checkJob, key: matter, payload: { matter }, dueAt: deadline, now })
  return null
}

async function raiseAlarm(
  tx: Tx,
  notices: readonly NoticeRow[],
  deliveries: readonly DeliveryRow[],
  why: AlarmReason,
  now: Date,
): Promise<void> {
  const [first] = notices
  if (!first) return
  const { matter, template, organisation } = first
  const at = now.toISOString()
  if (!(await insertAlarm(tx, { matter, template, organisation, why, at }))) return
  const called = new Set(deliveries.filter(({ channel }) => channel === 'call').map(({ notice }) => notice))
  const toCall = notices.filter(
    ({ id, person, name }) => (person !== null || name !== null) && !called.has(id),
  )
  await insertDeliveries(
    tx,
    toCall.map(({ id, phone }) => ({
      id: newId(now),
      notice: id,
      channel: 'call',
      template,
      organisation,
      address: phone,
      state: 'waiting',
      dueAt: at,
      at,
    })),
  )
}
