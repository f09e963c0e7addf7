import { connect } from '#platform/db/database.ts'
import { migrate } from '#platform/db/migrate.ts'
import { folderShelf } from '#platform/files/file-shelf.ts'
import { composeHouse } from '../src/app/house.ts'
import { loadDemo } from '../src/app/load-demo.ts'
import { type Figure, printFigures } from './figure.ts'
import { seedFollowups } from './seed-followups.ts'
import { type Asking, type Question, underSteadyLoad } from './steady-load.ts'
import { inThrowawayDatabase, vacuumAnalyze } from './throwaway-database.ts'

const port = 3973
const followups = 100_000

/** The list with filters and search over 100,000 follow-ups, asked over HTTP at a steady rate by people of two roles. */
async function measureList(databaseUrl: string, folder: string, postmaster: number): Promise<Figure[]> {
  await migrate(databaseUrl, 'db/migrations')
  const database = connect(databaseUrl)
  const house = composeHouse({ database, files: folderShelf(folder), mode: 'demo', log: console.error })
  await loadDemo(house)
  const began = performance.now()
  await seedFollowups(database, followups)
  await vacuumAnalyze(databaseUrl)
  console.log(`  seeded ${followups} follow-ups in ${Math.round((performance.now() - began) / 1000)} s`)
  try {
    const name = `follow-ups, ${followups} rows`
    const load = { port, name, postmaster, questions: questionsOf, check: checkCounts }
    return await underSteadyLoad(house, load)
  } finally {
    await database.close()
  }
}

interface Listed {
  id: string
  number: string
  visit: string
  dueDay: string | null
  lead: { id: string } | null
}

/** What people ask of the list; the search words are those of the seeded sentences, common and rare. */
async function questionsOf({ cookieOf, get }: Asking): Promise<Question[]> {
  const supervisor = await cookieOf('lujing')
  const officer = await cookieOf('yangxiaolan')
  const read = async (path: string) =>
    (await (await get(path, supervisor)).json()) as { items: Listed[]; next: string }
  const [union] = (await read(`/api/organisations?q=${encodeURIComponent('县总工会')}`)).items
  const first = await read('/api/followups?limit=200')
  const [one] = first.items
  if (!union || !one) throw new Error('the seed made no follow-ups')
  const q = (text: string) => `q=${encodeURIComponent(text)}`
  const asked: [string, string, string?][] = [
    ['everything', ''],
    ['everything, next page', `after=${encodeURIComponent(first.next)}`],
    ['by number', 'sort=number'],
    ['by update', 'sort=updated'],
    ['overdue', 'lamp=overdue'],
    ['overdue or near, of one lead', `lamp=overdue&lamp=near&lead=${union.id}`],
    ['waiting', 'lamp=waiting'],
    ['under way, by update', 'state=underway&sort=updated'],
    ['tasks that must be done', 'kind=task&force=must'],
    ['of one visit', `visit=${one.visit}`],
    ['due within days', `due_from=${one.dueDay}&due_to=${one.dueDay}`],
    ['supported by one', `supporting=${union.id}`],
    ['search: words of the sentence', q('备灾救灾物资')],
    ['search: two words', q('劳模 台账')],
    ['search: initials', q('crktz')],
    ['search: pinyin of an organisation', q('hongshizihui')],
    ['search: a speaker, overdue', `${q('沈知远')}&lamp=overdue`],
    ['search: place and words', q('凤翔社区 台账')],
    ['search: a number', q(one.number)],
    ['search: nothing', q('南极科考站')],
    ['search: in almost everything', q('群众')],
    ['search, by update', `${q('零工市场')}&sort=updated`],
    ['officer: own', '', officer],
    ['officer: overdue', 'lamp=overdue', officer],
    ['officer: search', q('培训班'), officer],
  ]
  return asked.map(([name, query, cookie = supervisor]) => ({
    name,
    path: `/api/followups?${query}`,
    cookie,
  }))
}

/** A quick answer that is wrong is none: words that stand in every row count as more than 10,000, in full pages. */
async function checkCounts(questions: readonly Question[], { get }: Asking): Promise<void> {
  const answer = async (name: string) => {
    const question = questions.find((one) => one.name === name)
    if (!question) throw new Error(`no question ${name}`)
    return (await (await get(question.path, question.cookie)).json()) as { items: unknown[]; total: number }
  }
  const common = await answer('search: in almost everything')
  const rare = await answer('search: words of the sentence')
  if (common.total !== 10_001 || common.items.length !== 50) throw new Error('common words are counted wrong')
  if (rare.total < 1000 || rare.total > 3000) throw new Error(`${rare.total} hits of one theme in sixty`)
}

await inThrowawayDatabase(async ({ url, folder, postmaster }) =>
  printFigures(await measureList(url, folder, postmaster)),
)
