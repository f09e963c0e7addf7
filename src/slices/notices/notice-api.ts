import { type Actor, may, reachOf } from '#platform/auth/actor.ts'
import { answer, obey, type Served } from '#platform/contracts/served.ts'
import type { Tx } from '#platform/db/database.ts'
import { notFound } from '#platform/http/problems.ts'
import { deadJobs } from '#platform/jobs/job-store.ts'
import { isOpen, outwardNames } from '#platform/notify/channel.ts'
import { maskAddress } from '#platform/notify/mask-address.ts'
import {
  addressKey,
  countUnread,
  type NoticeRow,
  noticesByIds,
  noticesOfPerson,
  openAlarms,
  openStops,
  outboxPage,
} from '#platform/notify/notice-store.ts'
import type { House } from '#platform/slice.ts'
import { answerAlarm } from './answer-alarm.ts'
import { changeSettings } from './change-settings.ts'
import { clearStop } from './clear-stop.ts'
import { contactsOf, settingsOf } from './contact-store.ts'
import { dropJob, retryJob } from './look-after-jobs.ts'
import { noteCall } from './note-call.ts'
import { noticeRoutes } from './notice-contract.ts'
import { noticeMessages } from './notice-messages.ts'
import { nameOf, showAlarms, showCalls, showDeliveries, showNotice, showOwn } from './notice-view.ts'
import { readNotices } from './read-notices.ts'
import { reportBounce } from './report-bounce.ts'
import { sendAgain } from './send-again.ts'
import { sendTest } from './send-test.ts'
import { setAddress } from './set-address.ts'
import { aNotice } from './take-delivery.ts'

const mostShown = 200

export function noticeApi(house: House): Served[] {
  const { outward } = house
  return [
    answer(noticeRoutes.mine, async ({ tx, actor, query }) => {
      const notices = await noticesOfPerson(tx, actor.person, query)
      const next = notices.length === query.limit ? (notices.at(-1)?.id ?? null) : null
      return { items: await showOwn(house, tx, actor, notices), next }
    }),
    answer(noticeRoutes.unread, async ({ tx, actor }) => ({ unread: await countUnread(tx, actor.person) })),
    obey(noticeRoutes.read, readNotices),
    answer(noticeRoutes.addresses, ({ tx, actor, params }) => addressesOf(house, tx, actor, params.person)),
    obey(noticeRoutes.setAddress, setAddress),
    answer(noticeRoutes.outbox, async ({ tx, actor, query }) => {
      const { after, limit, ...filter } = query
      const reach = reachOf(actor, 'notice.read')
      const { rows, total, next } = await outboxPage(tx, { ...filter, reach }, { after, limit })
      return { items: await showDeliveries(house, tx, actor, rows), total, next }
    }),
    answer(noticeRoutes.about, async ({ tx, actor, language }) => ({
      held: outward.held,
      open: outwardNames.filter((name) => isOpen(outward, name)),
      templates: [...house.templates().values()].map(({ name, label }) => ({ name, label: label[language] })),
      alarms: (await openAlarms(tx, reachOf(actor, 'notice.tell'), mostShown)).length,
    })),
    answer(noticeRoutes.get, async ({ tx, actor, params }) => {
      const [notice] = await noticesByIds(tx, [params.notice])
      if (!notice || !maySee(actor, notice)) throw notFound(aNotice)
      return showNotice(house, tx, actor, notice)
    }),
    obey(noticeRoutes.again, sendAgain(house)),
    obey(noticeRoutes.bounced, reportBounce(house)),
    answer(noticeRoutes.stops, async ({ tx, language }) => {
      const t = noticeMessages[language]
      const stops = await openStops(tx, mostShown)
      const items = []
      for (const { id, channel, address, fault, detail, at, person } of stops) {
        const reason = t.withCode(t.faults[fault], detail ?? '')
        items.push({
          id,
          channel,
          address: maskAddress(channel, address),
          reason,
          at,
          person: await nameOf(tx, person),
        })
      }
      return { items }
    }),
    obey(noticeRoutes.clearStop, clearStop),
    answer(noticeRoutes.alarms, async ({ tx, actor }) => ({ items: await showAlarms(house, tx, actor) })),
    obey(noticeRoutes.answerAlarm, answerAlarm),
    answer(noticeRoutes.calls, async ({ tx, actor }) => ({ items: await showCalls(house, tx, actor) })),
    obey(noticeRoutes.called, noteCall),
    answer(noticeRoutes.settings, async ({ tx }) => {
      const { setBy, at, quietFrom, quietTo, workingDaysOnly, gatherMinutes } = await settingsOf(tx)
      return {
        quietFrom,
        quietTo,
        workingDaysOnly,
        gatherMinutes,
        at,
        person: await nameOf(tx, setBy),
        held: outward.held,
        channels: outwardNames.map((channel) => ({ channel, open: isOpen(outward, channel) })),
      }
    }),
    obey(noticeRoutes.changeSettings, changeSettings),
    obey(noticeRoutes.test, sendTest(house)),
    answer(noticeRoutes.deadJobs, async ({ tx, language }) => ({
      items: (await deadJobs(tx, mostShown)).map(({ id, kind, attempts, error, at }) => {
        const name = house.jobKinds().get(kind)?.name[language] ?? kind
        return { id, name, attempts, error, at }
      }),
    })),
    obey(noticeRoutes.retryJob, retryJob),
    obey(noticeRoutes.dropJob, dropJob),
  ]
}

/** Within whose reach its organisation lies; one without an organisation belongs to the county. */
export function maySee(actor: Actor, { organisation }: Pick<NoticeRow, 'organisation'>): boolean {
  if (actor.reach.get('notice.read') === 'county') return true
  return organisation !== null && may(actor, 'notice.read', [organisation])
}

async function addressesOf(house: House, tx: Tx, actor: Actor, person: string) {
  const own = person === actor.person
  if (!own && !may(actor, 'notice.manage')) throw notFound(aPerson)
  if ((await nameOf(tx, person)) === null) throw notFound(aPerson)
  const t = noticeMessages[actor.language]
  const contacts = await contactsOf(tx, [person])
  const stops = new Map((await openStops(tx, 10_000)).map((stop) => [stop.addressKey, stop]))
  return {
    items: outwardNames.map((channel) => {
      const address = contacts.find((one) => one.channel === channel)?.address ?? null
      const stop = address === null ? undefined : stops.get(addressKey(channel, address))
      return {
        channel,
        address: address === null || own ? address : maskAddress(channel, address),
        open: isOpen(house.outward, channel),
        stopped: stop ? t.withCode(t.faults[stop.fault], stop.detail ?? '') : null,
      }
    }),
  }
}

const aPerson = { zh: '这个人', en: 'This person' }
