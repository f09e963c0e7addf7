import { may } from '#platform/auth/actor.ts'
import { command } from '#platform/commands/command.ts'
import { notFound } from '#platform/http/problems.ts'
import {
  alarmsOf,
  answerAlarms,
  changeDeliveries,
  deliveriesOf,
  noticesOfMatter,
} from '#platform/notify/notice-store.ts'
import { answerAlarmInput } from './notice-contract.ts'
import { alarmAnswered } from './notice-problems.ts'
import { aNotice } from './take-delivery.ts'

/** Says how somebody was told after all, or why nobody needs be. The calls of the matter are then done with. */
export const answerAlarm = command('notice.answer-alarm', {
  may: { permission: 'notice.tell' },
  input: answerAlarmInput,
  event: 'notice.alarm-answered',
  async decide({ tx, actor, now }, { matter, answer, note }) {
    const notices = await noticesOfMatter(tx, matter)
    const [alarm] = await alarmsOf(tx, [matter])
    const [first] = notices
    const near =
      actor.reach.get('notice.tell') === 'county' ||
      (alarm?.organisation != null && may(actor, 'notice.tell', [alarm.organisation]))
    if (!alarm || !first || !near) throw notFound(aNotice)
    if (alarm.answeredAt !== null) throw alarmAnswered()
    await answerAlarms(tx, [matter], { answer, note, person: actor.person, now })
    const deliveries = await deliveriesOf(
      tx,
      notices.map(({ id }) => id),
    )
    const calls = deliveries.filter(({ channel, state }) => channel === 'call' && state === 'waiting')
    await changeDeliveries(
      tx,
      calls.map(({ id }) => id),
      { state: answer === 'told' ? 'sent' : 'dropped', note, endedAt: now.toISOString() },
    )
    return { result: { id: matter }, event: { about: { kind: 'notice', id: first.id }, data: { answer } } }
  },
})
