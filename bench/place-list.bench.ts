import { connect, type Database, inTransaction } from '#platform/db/database.ts'
import { migrate } from '#platform/db/migrate.ts'
import { folderShelf } from '#platform/files/file-shelf.ts'
import { placesCalled } from '#slices/places'
import { composeHouse } from '../src/app/house.ts'
import { loadDemo } from '../src/app/load-demo.ts'
import { type Figure, percentile, printFigures } from './figure.ts'
import { seedPlaces } from './seed-places.ts'
import { type Asking, type Question, underSteadyLoad } from './steady-load.ts'
import { inThrowawayDatabase, vacuumAnalyze } from './throwaway-database.ts'

const port = 3974
const places = 100_000

/** The register with its tree, filters and search over 100,000 places, and the names of a long report among them. */
async function measureRegister(databaseUrl: string, folder: string, postmaster: number): Promise<Figure[]> {
  await migrate(databaseUrl, 'db/migrations')
  const database = connect(databaseUrl)
  const house = composeHouse({ database, files: folderShelf(folder), mode: 'demo', log: console.error })
  await loadDemo(house)
  const began = performance.now()
  await seedPlaces(database, places)
  await vacuumAnalyze(databaseUrl)
  console.log(`  seeded ${places} places in ${Math.round((performance.now() - began) / 1000)} s`)
  try {
    const name = `places, ${places} rows`
    const load = { port, name, postmaster, questions: questionsOf, check: checkCounts }
    const called = await measureNames(database)
    return [
      ...(await underSteadyLoad(house, load)),
      {
        name: 'what 30 names of a report mean, p95',
        value: percentile(called, 0.95),
        unit: 'ms',
        target: 100,
      },
    ]
  } finally {
    await database.close()
  }
}

/** Thirty names as a report writes them: whole ones, aliases, short forms, and some that nothing is called. */
async function measureNames(database: Database): Promise<number[]> {
  const names = [
    ...Array.from({ length: 10 }, (_, i) => `南极科考站${i}号`),
    '天全县群团综合服务中心',
    '县群团中心',
    '县城汽车站户外劳动者驿站',
    '“红军村”',
    '天全县科技馆',
    '县中医医院',
    '冷水鱼园区',
    '天全县青溪鲟业有限责任公司',
    '青溪鲟业',
    '始阳镇凤翔社区居委会',
    '妇女儿童之家',
    ...Array.from({ length: 9 }, (_, i) => `天全县村落${i}服务站`),
  ]
  const times: number[] = []
  for (let round = 0; round < 100; round += 1) {
    const began = performance.now()
    const means = await inTransaction(
      database,
      { county: '511825', person: null },
      (tx) => placesCalled(tx, names),
      { readOnly: true },
    )
    times.push(performance.now() - began)
    if (means.get('青溪鲟业')?.[0]?.name !== '天全县青溪鲟业有限公司')
      throw new Error('a name is not known again')
  }
  return times.slice(10)
}

interface Listed {
  id: string
  name: string
  village: { code: string } | null
  keeper: { id: string }
}

/** What people ask of the register; the search words are those of the seeded names, common and rare. */
async function questionsOf({ cookieOf, get }: Asking): Promise<Question[]> {
  const supervisor = await cookieOf('lujing')
  const officer = await cookieOf('yangxiaolan')
  const read = async (path: string) =>
    (await (await get(path, supervisor)).json()) as { items: Listed[]; next: string }
  const q = (text: string) => `q=${encodeURIComponent(text)}`
  const [union] = (await read(`/api/organisations?${q('县总工会')}`)).items
  const first = await read('/api/places?limit=200')
  const [village] = (await read('/api/places?kind=village&area=511825101011')).items
  const [one] = (await read(`/api/places?parent=${village?.id}`)).items
  if (!union || !village || !one) throw new Error('the seed made no places')
  const asked: [string, string, string?][] = [
    ['everything', '/api/places'],
    ['everything, next page', `/api/places?after=${first.next}`],
    ['the top of the tree', '/api/places?parent=top&limit=100'],
    ['below a village', `/api/places?parent=${village.id}&limit=100`],
    ['of one kind', '/api/places?kind=warehouse'],
    ['of one keeper', `/api/places?keeper=${union.id}`],
    ['of two kinds and one keeper', `/api/places?kind=studio&kind=base&keeper=${union.id}`],
    ['in a town', '/api/places?area=511825101'],
    ['in a village, of one kind', '/api/places?area=511825101011&kind=youth-house'],
    ['closed', '/api/places?state=closed'],
    ['open or closed', '/api/places?state=all'],
    ['one place', `/api/places/${one.id}`],
    ['its history', `/api/places/${one.id}/history`],
    ['search: words of a name', `/api/places?${q('备灾物资仓库')}`],
    ['search: village and words', `/api/places?${q('凤翔社区 驿站')}`],
    ['search: initials', `/api/places?${q('hwldzyz')}`],
    ['search: pinyin', `/api/places?${q('fengxiangshequ')}`],
    ['search: keeper, of one kind', `/api/places?${q('红十字会')}&kind=warehouse`],
    ['search: another name', `/api/places?${q('博爱仓')}`],
    ['search: nothing', `/api/places?${q('南极科考站')}`],
    ['search: in almost everything', `/api/places?${q('天全县')}`],
    ['officer: own', '/api/places?mine=true', officer],
    ['officer: own, search', `/api/places?mine=true&${q('农家书屋')}`, officer],
  ]
  return asked.map(([name, path, cookie = supervisor]) => ({ name, path, cookie }))
}

/** A quick answer that is wrong is none: the counts of a common and of a rare question are known. */
async function checkCounts(questions: readonly Question[], { get }: Asking): Promise<void> {
  const answer = async (name: string) => {
    const question = questions.find((one) => one.name === name)
    if (!question) throw new Error(`no question ${name}`)
    return (await (await get(question.path, question.cookie)).json()) as { items: unknown[]; total: number }
  }
  const all = await answer('everything')
  const rare = await answer('search: words of a name')
  if (all.total !== 10_001 || all.items.length !== 50) throw new Error('the register is counted wrong')
  if (rare.total < 4000 || rare.total > 7000) throw new Error(`${rare.total} hits of one sort in sixteen`)
}

await inThrowawayDatabase(async ({ url, folder, postmaster }) =>
  printFigures(await measureRegister(url, folder, postmaster)),
)
