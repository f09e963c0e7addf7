import type { Actor } from '#platform/auth/actor.ts'
import { inTransaction } from '#platform/db/database.ts'
import type { Demo } from '#platform/slice.ts'
import { addService } from './add-service.ts'
import { changeService } from './change-service.ts'
import { checkService } from './check-service.ts'
import { type DemoService, demoServices } from './demo-services.ts'
import type { FactChange } from './service.ts'
import { warnKeepers } from './warn-keepers.ts'
import { withdrawService } from './withdraw-service.ts'

/** Who of the demo looks after the cards of which organisation; the administrator does for all others. */
const officers: Record<string, string> = {
  县总工会: 'yangxiaolan',
  团县委: 'wusiqi',
  县妇联: 'hechunyan',
  县红十字会: 'luojianjun',
  县群团中心: 'zhouwentao',
  县人社局: 'tangyue',
  县中医医院: 'zenghai',
}

/** Writes the county's cards as its people would have done it over a year, by the same commands. */
export async function loadDemoServices(demo: Demo): Promise<void> {
  if (demo.county !== '511825') return
  const actors = new Map<string, Actor>()
  for (const login of new Set([...Object.values(officers), 'gaomingyuan'])) {
    actors.set(login, await demo.as(login))
  }
  const actorFor = (keeper: string) => {
    const actor = actors.get(officers[keeper] ?? 'gaomingyuan')
    if (!actor) throw new Error(`nobody of the demo looks after the cards of ${keeper}`)
    return actor
  }
  // The longest unchecked first: events stand in the order of time.
  const dated = demoServices
    .map((row, i) => ({ row, daysAgo: row.checked ?? 8 + (i % 23) }))
    .toSorted((a, b) => b.daysAgo - a.daysAgo)
  for (const { row, daysAgo } of dated) {
    await write(demo, actorFor(row.keeper), row, daysAgo)
    demo.shared.set(`service ${row.name}`, idOf(demo, row.name))
  }
  await tellStories(demo, actorFor)
  await inTransaction(demo.database, { county: demo.county, person: null }, (tx) =>
    warnKeepers(tx, demo.county, demo.daysAgo(0, 8)),
  )
}

const idOf = (demo: Demo, name: string) => demo.id(`service ${name}`)

async function write(demo: Demo, actor: Actor, row: DemoService, daysAgo: number): Promise<void> {
  const { also, at, costs, besides, hours = null, note = null, basis, checked: _, papers, ...facts } = row
  const keeper = demo.shared.get(`organisation ${row.keeper}`)
  if (!keeper) throw new Error(`the demo knows no organisation ${row.keeper}`)
  const places = at.map((name) => {
    const place = demo.shared.get(`place ${name}`) ?? demo.shared.get(`place ${formerName[name]}`)
    if (!place) throw new Error(`the demo knows no place ${name}`)
    return { place, hours, note }
  })
  await demo.commands.run(
    addService,
    actor,
    {
      ...facts,
      service: idOf(demo, row.name),
      alsoCalled: also,
      papers: papers.map((paper) => {
        const [name = '', from = null] = paper.split('|')
        return { name, from }
      }),
      free: costs === undefined,
      cost: costs ?? besides ?? null,
      places,
      keeper,
      keeperPerson: officers[row.keeper] ? actor.person : null,
      legalBasis: basis ?? null,
      languages: row.languages ?? ['mandarin', 'sichuanese'],
    },
    { id: demo.id(`add service ${row.name}`), now: demo.daysAgo(daysAgo, 10) },
  )
}

/** Places that were registered under another name. */
const formerName: Record<string, string> = { 文笔社区户外劳动者驿站: '文笔社区环卫工人驿站' }

/** What happened to a few of them since: a better sentence, checks, one that ended. */
async function tellStories(demo: Demo, actorFor: (keeper: string) => Actor): Promise<void> {
  const { run } = demo.commands
  const at = (name: string, daysAgo: number, hour: number) => ({
    id: demo.id(`${name} ${daysAgo} ${hour}`),
    now: demo.daysAgo(daysAgo, hour),
  })
  const change = (name: string, keeper: string, changes: FactChange[]) =>
    run(changeService, actorFor(keeper), { service: idOf(demo, name), changes }, at(`change ${name}`, 6, 15))
  await change('职工医疗互助', '县总工会', [
    { item: 'cost', before: '每人每年 80 元', after: '每人每年 100 元' },
  ])
  await change('青年就业见习', '团县委', [
    { item: 'duration', before: '每季度集中安排', after: '每月 10 日前报名，当月安排' },
  ])
  for (const [name, keeper, version] of [
    ['职工医疗互助', '县总工会', 2],
    ['综合窗口代办', '县群团中心', 1],
    ['妇女维权咨询', '县妇联', 1],
    ['救护员培训取证', '县红十字会', 1],
    ['求职登记和岗位推荐', '县人社局', 1],
  ] as const) {
    const service = idOf(demo, name)
    await run(checkService, actorFor(keeper), { service, version }, at(`check ${name}`, 5, 9))
  }
  const ended = '口罩和消毒液领取'
  await run(
    withdrawService,
    actorFor('县红十字会'),
    { service: idOf(demo, ended), reason: '防疫物资发放已经结束。' },
    at(`withdraw ${ended}`, 4, 16),
  )
}
