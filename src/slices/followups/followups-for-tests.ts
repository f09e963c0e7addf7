import type { Caller, TestHouse } from '../../../test/house.ts'

/** What the tests of the follow-ups share: named people, organisations by their short names, fresh follow-ups. */

/** An invented report with four directives; `where` makes it a report of its own. */
const report = (where: string) => `市总工会副主席苏曼赴天全调研职工服务工作

2026年3月6日，市总工会副主席苏曼赴天全县调研职工服务工作。县总工会主席葛云峰陪同调研。
苏曼一行先后来到${where}、始阳镇凤翔社区，实地查看职工之家建设情况。
在${where}，苏曼对服务窗口工作表示肯定。她要求，要在月底前公布窗口开放时间。她希望${where}办好暑期托管班。
座谈会上，苏曼指出，各级工会要建好、用好、管好职工之家；要完善走访台账。
`

export interface FollowupsForTests {
  organisation(short: string): Promise<string>
  /** Records a report and corrects its date; returns what confirming it needs. */
  draft(): Promise<{ visit: string; version: number }>
  /** Confirms a report; returns its visit and its follow-ups, as they were opened. */
  confirmed(): Promise<{ visit: string; followups: string[] }>
  /** A follow-up that nobody has touched. */
  opened(): Promise<string>
  /** One that 县总工会 leads and 团县委 supports; due by default in far days. */
  assigned(rest?: Record<string, unknown>): Promise<string>
  /** The same, signed for. */
  underway(rest?: Record<string, unknown>): Promise<string>
  /** The same, asked to be closed. */
  closing(): Promise<string>
}

export function followupsForTests(house: TestHouse, lujing: Caller, yangxiaolan: Caller): FollowupsForTests {
  const known = new Map<string, string>()
  const fresh: string[] = []
  let reports = 0
  const made: FollowupsForTests = {
    async organisation(short) {
      const found = known.get(short)
      if (found) return found
      const { items } = (await lujing.get(`/api/organisations?q=${encodeURIComponent(short)}`)).body
      const id = items.find((one: { shortName: string }) => one.shortName === short).id
      known.set(short, id)
      return id
    },
    async draft() {
      reports += 1
      const visit = house.id()
      const where = `第${'一二三四五六七八九十'[reports % 10]}${reports}职工服务站`
      await good(lujing.post('/api/visits', { visit, text: report(where) }))
      const { content, version } = (await lujing.get(`/api/visits/${visit}`)).body
      const after = { ...content.date, value: '2026-03-06', confidence: 1, reason: 'person' }
      const changes = [{ item: 'date', before: content.date, after }]
      await good(lujing.post(`/api/visits/${visit}/corrections`, { changes }))
      return { visit, version: version + 1 }
    },
    async confirmed() {
      const { visit, version } = await made.draft()
      await good(lujing.post(`/api/visits/${visit}/confirmation`, { version }))
      const { items } = (await lujing.get(`/api/followups?visit=${visit}&sort=number`)).body
      return { visit, followups: items.map((one: { id: string }) => one.id).reverse() }
    },
    async opened() {
      if (fresh.length === 0) fresh.push(...(await made.confirmed()).followups)
      return fresh.shift() ?? ''
    },
    async assigned(rest = {}) {
      const followup = await made.opened()
      const lead = await made.organisation('县总工会')
      const supporting = [await made.organisation('团县委')]
      const body = { lead, supporting, dueDay: '2099-06-30', ...rest }
      await good(lujing.post(`/api/followups/${followup}/assignment`, body))
      return followup
    },
    async underway(rest) {
      const followup = await made.assigned(rest)
      await good(yangxiaolan.post(`/api/followups/${followup}/receipt`))
      return followup
    },
    async closing() {
      const followup = await made.underway()
      const text = '开放时间已公布，窗口张贴。'
      await good(yangxiaolan.post(`/api/followups/${followup}/closing`, { text }))
      return followup
    },
  }
  return made
}

async function good(answer: ReturnType<Caller['post']>): Promise<void> {
  const { status, body } = await answer
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`)
}
