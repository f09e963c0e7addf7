import { type Actor, may, type Reach, reachOf } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Language } from '#platform/i18n/messages.ts'
import { maskAddress } from '#platform/notify/mask-address.ts'
import {
  type AlarmRow,
  alarmsOf,
  type DeliveryRow,
  deliveriesOf,
  type NoticeRow,
  noticesByIds,
  noticesOfMatters,
  openAlarms,
  callsToMake,
} from '#platform/notify/notice-store.ts'
import type { RecordCard } from '#platform/records/record.ts'
import type { House } from '#platform/slice.ts'
import { nameIn, organisationsByIds } from '#slices/organisations'
import { peopleInBrief } from '#slices/people'
import { saidBy } from './compose-message.ts'
import { actionsOn } from './notice.ts'
import { noticeMessages } from './notice-messages.ts'

type Naming = Pick<House, 'templates' | 'recordKinds'>

/** What a notice is called where its words are not shown. */
export function labelOf(house: Pick<House, 'templates'>, template: string, language: Language): string {
  return house.templates().get(template)?.label[language] ?? template
}

/** Names that rows of notices need, each kind asked for in one go. */
export async function namesFor(
  tx: Tx,
  actor: Actor,
  notices: readonly NoticeRow[],
  organisations: readonly (string | null)[],
) {
  const people = new Map(
    (
      await peopleInBrief(
        tx,
        notices.flatMap(({ person }) => person ?? []),
      )
    ).map((one) => [one.id, one]),
  )
  const wanted = [...new Set(organisations)].filter((id) => id !== null)
  const named = new Map(
    (await organisationsByIds(tx, wanted)).map((one) => [one.id, nameIn(one, actor.language)]),
  )
  return {
    recipient: (notice: NoticeRow | undefined) =>
      notice?.person ? (people.get(notice.person)?.name ?? null) : (notice?.name ?? null),
    post: (notice: NoticeRow) => (notice.person ? (people.get(notice.person)?.post ?? '') : ''),
    organisation: (id: string | null) => (id === null ? null : { id, name: named.get(id) ?? '—' }),
  }
}

/** Deliveries as the outbox shows them. Addresses are masked but for whom they belong to. */
export async function showDeliveries(house: Naming, tx: Tx, actor: Actor, rows: readonly DeliveryRow[]) {
  const notices = new Map(
    (await noticesByIds(tx, [...new Set(rows.map(({ notice }) => notice))])).map((one) => [one.id, one]),
  )
  const names = await namesFor(
    tx,
    actor,
    [...notices.values()],
    rows.map(({ organisation }) => organisation),
  )
  const manages = may(actor, 'notice.manage')
  return rows.map((row) => {
    const notice = notices.get(row.notice)
    const own = notice?.person === actor.person
    const { id, channel, address, state, attempts, at, dueAt, endedAt, message, note } = row
    return {
      id,
      notice: row.notice,
      label: labelOf(house, row.template, actor.language),
      recipient: names.recipient(notice),
      organisation: names.organisation(row.organisation),
      channel,
      address: address === null || own ? address : maskAddress(channel, address),
      state,
      reason: reasonOf(row, actor.language),
      note,
      attempts,
      at,
      dueAt,
      endedAt,
      message,
      actions: manages ? actionsOn(row) : [],
    }
  })
}

/** Why it is as it is, in plain words; null where there is nothing to explain. */
function reasonOf({ state, fault, detail, attempts }: DeliveryRow, language: Language): string | null {
  if (fault === null || state === 'sent') return null
  const t = noticeMessages[language]
  if (state === 'waiting') return t.willTry(t.faults[fault], detail ?? '', attempts)
  return t.withCode(t.faults[fault], detail ?? '')
}

/** The records that notices are about, where the actor may see them. */
export async function cardsFor(
  house: Naming,
  tx: Tx,
  actor: Actor,
  notices: readonly NoticeRow[],
): Promise<Map<string, RecordCard>> {
  const cards = new Map<string, RecordCard>()
  for (const kind of new Set(notices.flatMap(({ aboutKind }) => aboutKind ?? []))) {
    const ids = notices.flatMap(({ aboutKind, aboutId }) => (aboutKind === kind && aboutId ? [aboutId] : []))
    const shown = await house
      .recordKinds()
      .get(kind)
      ?.show(tx, actor, [...new Set(ids)])
    for (const card of shown ?? []) cards.set(card.id, card)
  }
  return cards
}

/** A person's own notices, in the language in which they read now. */
export async function showOwn(house: Naming, tx: Tx, actor: Actor, notices: readonly NoticeRow[]) {
  const cards = await cardsFor(house, tx, actor, notices)
  return notices.map((notice) => {
    const { id, at, readAt, urgency, aboutId } = notice
    const { title, body } = saidBy(house.templates().get(notice.template), notice, actor.language)
    return {
      id,
      title,
      body,
      about: cards.get(aboutId ?? '') ?? null,
      urgent: urgency === 'urgent',
      at,
      readAt,
    }
  })
}

/** One notice with all that came of it. Its words are for who may see the record that it is about. */
export async function showNotice(house: Naming, tx: Tx, actor: Actor, notice: NoticeRow) {
  const t = noticeMessages[actor.language]
  const about = (await cardsFor(house, tx, actor, [notice])).get(notice.aboutId ?? '') ?? null
  const mayRead = about !== null || (notice.aboutId === null && may(actor, 'notice.manage'))
  const cleared = notice.values === null
  const names = await namesFor(tx, actor, [notice], [notice.organisation])
  const [alarm] = await alarmsOf(tx, [notice.matter])
  const { id, urgency, at, readAt, organisation, template } = notice
  return {
    id,
    label: labelOf(house, template, actor.language),
    recipient: names.recipient(notice),
    organisation: names.organisation(organisation),
    urgency,
    at,
    readAt,
    about,
    words: mayRead && !cleared ? saidBy(house.templates().get(template), notice, actor.language) : null,
    cleared,
    deliveries: await showDeliveries(house, tx, actor, await deliveriesOf(tx, [id])),
    alarm: alarm
      ? {
          reason: t.alarms[alarm.why],
          at: alarm.at,
          answer: alarm.answer,
          note: alarm.note,
          person: await nameOf(tx, alarm.answeredBy),
        }
      : null,
  }
}

export async function nameOf(tx: Tx, person: string | null): Promise<string | null> {
  if (person === null) return null
  return (await peopleInBrief(tx, [person]))[0]?.name ?? null
}

const mostShown = 500

/** Matters of which nobody was told, within the actor's reach, the oldest first. */
export async function showAlarms(house: Naming, tx: Tx, actor: Actor) {
  const t = noticeMessages[actor.language]
  const alarms = await openAlarms(tx, reachOf(actor, 'notice.tell'), mostShown)
  const notices = await noticesOfMatters(
    tx,
    alarms.map(({ matter }) => matter),
  )
  const names = await namesFor(
    tx,
    actor,
    notices,
    alarms.map(({ organisation }) => organisation),
  )
  return alarms.flatMap((alarm) => {
    const { matter, template, why, organisation, at } = alarm
    const of = notices.filter((notice) => notice.matter === matter)
    const [first] = of
    if (!first) return []
    return [
      {
        matter,
        label: labelOf(house, template, actor.language),
        why,
        reason: t.alarms[why],
        organisation: names.organisation(organisation),
        recipients: of.flatMap((notice) => names.recipient(notice) ?? []),
        notice: first.id,
        at,
      },
    ]
  })
}

/** Open alarms in brief, for the page of what waits: the slice's door offers them to others. */
export async function openAlarmsFor(
  house: Pick<House, 'templates'>,
  tx: Tx,
  actor: Actor,
  limit: number,
): Promise<{ matter: string; at: string; title: string; reason: string; action: string }[]> {
  if (!may(actor, 'notice.tell')) return []
  const t = noticeMessages[actor.language]
  const reach: Reach = reachOf(actor, 'notice.tell')
  return (await openAlarms(tx, reach, limit)).map(({ matter, at, why, template }: AlarmRow) => ({
    matter,
    at,
    title: t.today.title(labelOf(house, template, actor.language)),
    reason: t.alarms[why],
    action: t.today.action,
  }))
}

/** Whom to call, with what to say. Whoever calls needs the number whole. */
export async function showCalls(house: Naming, tx: Tx, actor: Actor) {
  const t = noticeMessages[actor.language]
  const calls = await callsToMake(tx, reachOf(actor, 'notice.tell'), mostShown)
  const notices = await noticesByIds(
    tx,
    calls.map(({ notice }) => notice),
  )
  const noticeOf = new Map(notices.map((one) => [one.id, one]))
  const alarms = new Map(
    (
      await alarmsOf(
        tx,
        notices.map(({ matter }) => matter),
      )
    ).map((one) => [one.matter, one]),
  )
  const names = await namesFor(
    tx,
    actor,
    notices,
    calls.map(({ organisation }) => organisation),
  )
  return calls.flatMap((call) => {
    const notice = noticeOf.get(call.notice)
    if (!notice) return []
    const { title, body } = saidBy(house.templates().get(notice.template), notice, actor.language)
    const why = alarms.get(notice.matter)?.why
    return [
      {
        id: call.id,
        notice: notice.id,
        name: names.recipient(notice) ?? t.nobody,
        post: names.post(notice),
        organisation: names.organisation(call.organisation),
        phone: call.address,
        title,
        body,
        reason: why ? t.alarms[why] : '',
        attempts: call.attempts,
        note: call.note,
        at: notice.at,
      },
    ]
  })
}
