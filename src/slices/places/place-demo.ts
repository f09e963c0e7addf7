import type { Actor } from '#platform/auth/actor.ts'
import type { Demo } from '#platform/slice.ts'
import { addPlace } from './add-place.ts'
import { alsoCallPlace } from './also-call-place.ts'
import { changePlace } from './change-place.ts'
import { closePlace } from './close-place.ts'
import { type DemoPlace, demoPlaces } from './demo-places.ts'
import type { FactChange } from './place.ts'

/** Who of the demo looks after the places of which organisation; the administrator does for all others. */
const officers: Record<string, string> = {
  县总工会: 'yangxiaolan',
  团县委: 'wusiqi',
  县妇联: 'hechunyan',
  县红十字会: 'luojianjun',
  县群团中心: 'zhouwentao',
  县人社局: 'tangyue',
  人社局团支部: 'tangyue',
  县中医医院: 'zenghai',
}

/** Registers the county's places as its people would have done it over a spring, by the same commands. */
export async function loadDemoPlaces(demo: Demo): Promise<void> {
  if (demo.county !== '511825') return
  const actors = new Map<string, Actor>()
  for (const login of new Set([...Object.values(officers), 'gaomingyuan'])) {
    actors.set(login, await demo.as(login))
  }
  const actorFor = (keeper: string) => {
    const actor = actors.get(officers[keeper] ?? 'gaomingyuan')
    if (!actor) throw new Error(`nobody of the demo looks after the places of ${keeper}`)
    return actor
  }
  for (const [index, place] of demoPlaces.entries()) {
    const daysAgo = 100 - index
    await register(demo, actorFor(place.keeper), place, daysAgo)
    demo.shared.set(`place ${place.name}`, idOf(demo, place.name))
  }
  await tellStories(demo, actorFor)
}

const idOf = (demo: Demo, name: string) => demo.id(`place ${name}`)

async function register(demo: Demo, actor: Actor, row: DemoPlace, daysAgo: number): Promise<void> {
  const { also = [], keeper, below, ...facts } = row
  const { run } = demo.commands
  const organisation = demo.shared.get(`organisation ${keeper}`)
  if (!organisation) throw new Error(`the demo knows no organisation ${keeper}`)
  const place = idOf(demo, row.name)
  const runs = officers[keeper] !== undefined
  await run(
    addPlace,
    actor,
    {
      ...facts,
      place,
      parent: below ? idOf(demo, below) : null,
      keeper: organisation,
      keeperPerson: runs && row.phone ? actor.person : null,
    },
    { id: demo.id(`add place ${row.name}`), now: demo.daysAgo(daysAgo, 9) },
  )
  for (const [text, source] of also) {
    await run(
      alsoCallPlace,
      actor,
      { place, name: demo.id(`name ${row.name} ${text}`), text, source },
      { id: demo.id(`call ${row.name} ${text}`), now: demo.daysAgo(daysAgo, 10) },
    )
  }
}

/** What happened to a few of them since: a new name, a better entrance, one that closed. */
async function tellStories(demo: Demo, actorFor: (keeper: string) => Actor): Promise<void> {
  const change = async (
    name: string,
    keeper: string,
    changes: FactChange[],
    at: { daysAgo: number; keepFormerName?: boolean },
  ) =>
    demo.commands.run(
      changePlace,
      actorFor(keeper),
      { place: idOf(demo, name), changes, keepFormerName: at.keepFormerName },
      { id: demo.id(`change place ${name}`), now: demo.daysAgo(at.daysAgo, 15) },
    )
  const renamed = '文笔社区户外劳动者驿站'
  const former = '文笔社区环卫工人驿站'
  await change(
    former,
    '县总工会',
    [
      { item: 'name', before: former, after: renamed },
      { item: 'note', before: null, after: '由环卫工人休息点改建，快递员、外卖骑手、网约车司机都可以用。' },
    ],
    { daysAgo: 20, keepFormerName: true },
  )
  await change(
    '天全县工人文化宫',
    '县总工会',
    [
      {
        item: 'accessibility',
        before: ['ramp', 'toilet', 'parking'],
        after: ['ramp', 'lift', 'toilet', 'parking', 'hearing-loop'],
      },
    ],
    { daysAgo: 12 },
  )
  const tents = '天全县救灾帐篷周转库'
  await demo.commands.run(
    closePlace,
    actorFor('县红十字会'),
    { place: idOf(demo, tents), reason: '物资并入备灾仓库，库房退还社区。' },
    { id: demo.id(`close place ${tents}`), now: demo.daysAgo(8, 16) },
  )
}
