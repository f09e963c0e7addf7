import { dayOf } from '#platform/clock/working-days.ts'
import { connect, type Database, inTransaction } from '#platform/db/database.ts'
import { migrate } from '#platform/db/migrate.ts'
import { folderShelf } from '#platform/files/file-shelf.ts'
import { newId } from '#platform/records/new-id.ts'
import { findOrganisations } from '#slices/organisations'
import { pinyinOrder } from '#slices/places'
import { type Hit, searchServices } from '#slices/services'
import { composeHouse } from '../src/app/house.ts'
import { loadDemo } from '../src/app/load-demo.ts'
import { villagesOf } from '../src/slices/places/county-areas.ts'
import { type ServiceCategory, serviceCategories } from '../src/slices/services/service.ts'
import { insertService } from '../src/slices/services/service-store.ts'
import { tellDirectory } from '../src/slices/services/service-words.ts'
import { type Figure, percentile, printFigures } from './figure.ts'
import { seedPlaces } from './seed-places.ts'
import { inThrowawayDatabase, vacuumAnalyze } from './throwaway-database.ts'

const county = '511825'
const places = 10_000
const services = 10_000
const rounds = 40
const standing = { county, person: null }

/** What a village gives; every village gives each of them several times, by number. */
const sorts = [
  '法律援助咨询',
  '小学生假期托管',
  '老年助餐配送',
  '残疾人辅具借用',
  '妇女维权调解',
  '青年就业见习',
  '心理疏导热线',
  '应急救护培训',
  '困难职工帮扶',
  '社保卡代办',
  '家政技能培训',
  '志愿服务登记',
]

/** What people type: what it is, the words, and how the name that must be among the first ten begins or goes on. */
const questions: [what: string, words: string, found: string | null][] = [
  ['words of a name', '法律援助', '法律援助'],
  ['village and words', '凤翔社区 假期托管', '凤翔社区小学生假期托管'],
  ['one rare name', '天全县科技馆', '天全县科技馆'],
  ['what people call it', '打官司', '法律援助'],
  ['a paper', '学籍证明', '托管'],
  ['initials', 'flyz', '法律援助'],
  ['pinyin, whole', 'xinlishudao', '心理疏导'],
  ['pinyin, begun', 'fengxiangshequ', '凤翔社区'],
  ['pinyin with a slip', 'falvyuanzu', '法律援助'],
  ['pinyin with a letter missing', 'xilishudao', '心理疏导'],
  ['a wrong character', '法律元助', '法律援助'],
  ['a character that looks alike', '应急救沪培训', '应急救护培训'],
  ['n for l, z for zh', 'ziyuanfuwu', '志愿服务'],
  ['English', 'legal aid', '职工法律援助'],
  ['English with a slip', 'leagl aid for worker', '职工法律援助'],
  ['a sentence', '请问我想申请法律援助需要带什么材料？', '法律援助'],
  ['a sentence, other words', '孩子放假没人带怎么办', '托管'],
  ['in almost everything', '天全县', null],
  ['one character', '县', null],
  ['one letter', 'f', null],
  ['nothing', '南极科考', null],
  ['nothing in pinyin', 'nanjikekaozhan', null],
]

async function measureSearch(databaseUrl: string, folder: string): Promise<Figure[]> {
  await migrate(databaseUrl, 'db/migrations')
  const database = connect(databaseUrl)
  try {
    const log = console.error
    const house = composeHouse({ database, files: folderShelf(folder), mode: 'demo', log })
    await loadDemo(house)
    const began = performance.now()
    await seedPlaces(database, places)
    await seedServices(database)
    await vacuumAnalyze(databaseUrl)
    console.log(`  seeded ${places + services} in ${Math.round((performance.now() - began) / 1000)} s`)
    const samples = await askAll(database)
    for (const [what, times] of samples) {
      console.log(
        `  ${what.padEnd(34)} p50 ${percentile(times, 0.5).toFixed(1)} · p95 ${percentile(times, 0.95).toFixed(1)} ms`,
      )
    }
    const all = [...samples.values()].flat()
    const name = `search over ${places + services} services and places`
    return [
      { name: `${name}, p50`, value: percentile(all, 0.5), unit: 'ms' },
      { name: `${name}, p95`, value: percentile(all, 0.95), unit: 'ms', target: 50 },
      { name: `${name}, p99`, value: percentile(all, 0.99), unit: 'ms' },
    ]
  } finally {
    await database.close()
  }
}

async function askAll(database: Database): Promise<Map<string, number[]>> {
  const samples = new Map<string, number[]>()
  for (let round = -3; round < rounds; round += 1) {
    for (const [what, words, wanted] of questions) {
      const began = performance.now()
      const hits = await inTransaction(database, standing, (tx) => searchServices(tx, words, 10), {
        readOnly: true,
      })
      const took = performance.now() - began
      checkHits(what, hits, wanted)
      if (round >= 0) samples.set(what, [...(samples.get(what) ?? []), took])
    }
  }
  return samples
}

/** A quick answer that is wrong is none. */
function checkHits(what: string, hits: readonly Hit[], wanted: string | null): void {
  if (wanted !== null && !hits.some(({ name }) => name.includes(wanted))) {
    throw new Error(`${what}: ${hits.map(({ name }) => name).join(', ') || 'nothing'}`)
  }
}

/** Cards as villages would write them, with the words that the slice itself makes of each. */
async function seedServices(database: Database): Promise<void> {
  const villages = villagesOf(county)
  const keepers = await inTransaction(database, standing, (tx) => findOrganisations(tx, { limit: 30 }))
  const now = new Date()
  for (let first = 0; first < services; first += 500) {
    await inTransaction(database, standing, async (tx) => {
      for (let i = first; i < first + 500; i += 1) {
        const village = villages[i % villages.length]
        const sort = sorts[Math.floor(i / villages.length) % sorts.length] ?? ''
        const keeper = keepers[i % keepers.length]
        if (!village || !keeper) throw new Error('the demo has villages and organisations')
        const name = `${village.township.name}${village.name}${sort}${i}号`
        const card = cardOf(name, sort, keeper.id, serviceCategories[i % serviceCategories.length] ?? 'other')
        const row = { ...card, id: newId(now), nameOrder: pinyinOrder(name), checkedOn: dayOf(now) }
        await insertService(tx, county, { ...row, addedBy: null, addedAt: now.toISOString() })
        await tellDirectory(tx, county, { ...row, withdrawnAt: null })
      }
    })
  }
}

function cardOf(name: string, sort: string, keeper: string, category: ServiceCategory) {
  return {
    name,
    nameEn: null,
    alsoCalled: sort === '法律援助咨询' ? ['打官司'] : [],
    summary: `${sort}，村里受理，当场答复；孩子没人带、老人要吃饭、手续不会办，都可以先来问。`,
    summaryEn: null,
    category,
    who: '本村居民和在本村务工的人',
    papers: [{ name: sort === '小学生假期托管' ? '学籍证明' : '身份证', from: null }],
    free: true,
    cost: null,
    duration: '当场办结',
    places: [],
    keeper,
    keeperPerson: null,
    phone: null,
    legalBasis: null,
    languages: [],
    online: null,
  }
}

await inThrowawayDatabase(async ({ url, folder }) => printFigures(await measureSearch(url, folder)))
