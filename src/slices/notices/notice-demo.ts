import { inTransaction } from '#platform/db/database.ts'
import { openAlarms } from '#platform/notify/notice-store.ts'
import type { Demo } from '#platform/slice.ts'
import { answerAlarm } from './answer-alarm.ts'
import { changeSettings } from './change-settings.ts'
import { readNotices } from './read-notices.ts'
import { setAddress } from './set-address.ts'

/** Where the demo's people are told. Invented, and of domains and numbers that nobody has. */
const addresses: [login: string, channel: 'smtp' | 'sms' | 'wecom', address: string][] = [
  ['lujing', 'wecom', 'lujing'],
  ['lujing', 'smtp', 'lujing@tianquan.example'],
  ['yangxiaolan', 'smtp', 'yangxiaolan@tianquan.example'],
  ['yangxiaolan', 'sms', '13900000101'],
  ['wusiqi', 'sms', '13900000102'],
  ['luojianjun', 'smtp', 'luojianjun@tianquan.example'],
  ['zhouwentao', 'wecom', 'zhouwentao'],
  ['tangyue', 'smtp', 'tangyue@tianquan.example'],
]

/** The demo's people say where they want to be told; two of them have not done so. */
export async function loadDemoNotices(demo: Demo): Promise<void> {
  if (demo.county !== '511825') return
  const { run } = demo.commands
  for (const [index, [login, channel, address]] of addresses.entries()) {
    const actor = await demo.as(login)
    const at = { id: demo.id(`address ${login} ${channel}`), now: demo.daysAgo(105 - index, 9) }
    await run(setAddress, actor, { person: actor.person, channel, address }, at)
  }
  const decided = { quietFrom: '21:00', quietTo: '07:30', workingDaysOnly: false, gatherMinutes: 10 }
  const at = { id: demo.id('notice settings'), now: demo.daysAgo(104, 10) }
  await run(changeSettings, await demo.as('gaomingyuan'), decided, at)
}

/** What is left of them: the newest alarm waits, the others were seen to; two people have read what they were told. */
export async function settleDemoNotices(demo: Demo): Promise<void> {
  if (demo.county !== '511825') return
  const { run } = demo.commands
  const supervisor = await demo.as('lujing')
  const alarms = await inTransaction(demo.database, supervisor, (tx) => openAlarms(tx, 'county', 500))
  for (const { matter } of alarms.slice(0, -1)) {
    const at = { id: demo.id(`alarm ${matter}`), now: demo.daysAgo(1, 16) }
    const note = '已打单位办公室电话告知'
    await run(answerAlarm, supervisor, { matter, answer: 'told', note }, at)
  }
  for (const login of ['wusiqi', 'luojianjun']) {
    const at = { id: demo.id(`read notices ${login}`), now: demo.daysAgo(0, 9) }
    await run(readNotices, await demo.as(login), { notices: 'all' }, at)
  }
}
