import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { hashPassword, oneTimePassword } from '#platform/auth/password.ts'
import { asSystem, inTransaction } from '#platform/db/database.ts'
import { foundedAs, markFounded } from '#platform/db/founding-store.ts'
import { migrate } from '#platform/db/migrate.ts'
import { StartProblem } from '#platform/process/start-problem.ts'
import { newId } from '#platform/records/new-id.ts'
import { countiesHere, foundCounty } from '#slices/organisations'
import { foundAdministrator } from '#slices/people'
import type { ComposedHouse } from './house.ts'
import { demoCounties, loadDemo } from './load-demo.ts'

export const migrationsFolder = fileURLToPath(new URL('../../db/migrations', import.meta.url))

/**
 * Founds what is new: the demo, or a real county. A demo that was cut off while it loaded is cleared first, and then
 * all is as if new. Throws a `StartProblem` when a real start names no county, and when the database is of the other
 * kind: invented records never stand among real ones, and real ones are never cleared.
 */
export async function foundWhereNew(house: ComposedHouse, databaseUrl: string): Promise<void> {
  const known = await foundedAs(house.database)
  if (known === house.mode) return
  const counties = await countiesHere(house.database)
  const halfDemo = house.mode === 'demo' && counties.every((county) => demoCounties.includes(county))
  if (known || (counties.length > 0 && !halfDemo)) throw foundedOtherwise(house.mode)
  if (house.mode === 'real') return foundReal(house, process.env)
  if (counties.length > 0) {
    await clearHalfLoadedDemo(databaseUrl)
    await migrate(databaseUrl, migrationsFolder)
  }
  return foundDemo(house)
}

/** Takes everything out of a database whose demo did not load to its end. It holds nothing that anyone typed. */
async function clearHalfLoadedDemo(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('begin; drop schema public cascade; create schema public; commit')
  } finally {
    await client.end()
  }
}

async function foundDemo(house: ComposedHouse): Promise<void> {
  house.log(
    'Loading the demo county (Tianquan, invented records) … 正在载入演示数据（天全县，内容均为虚构）…',
  )
  await loadDemo(house)
  await asSystem(house.database, (tx) => markFounded(tx, 'demo'))
}

/**
 * Founds a real installation: the county, its root organisation and one administrator with a one-time password
 * that nobody knows before and that is shown once. Throws a `StartProblem` when the environment names no county.
 */
async function foundReal(house: ComposedHouse, environment: NodeJS.ProcessEnv): Promise<void> {
  const county = countyOf(environment)
  const password = oneTimePassword()
  const passwordHash = await hashPassword(password)
  const now = new Date()
  await inTransaction(house.database, { county: county.code, person: null }, async (tx) => {
    const organisation = newId(now)
    await foundCounty(tx, county, organisation, now)
    await foundAdministrator(tx, { county: county.code, organisation, login: 'admin', passwordHash, now })
    await markFounded(tx, 'real')
  })
  house.log(`管理员 Administrator: admin   一次性密码 one-time password: ${password}`)
  house.log('只显示这一次，首次登录后须修改。Shown this once; it must be changed at the first sign-in.')
}

function countyOf(environment: NodeJS.ProcessEnv): { code: string; name: string; nameEn: string } {
  const code = environment.DAQIAO_COUNTY ?? ''
  const name = environment.DAQIAO_COUNTY_NAME ?? ''
  if (!/^\d{6}$/.test(code) || !name) {
    throw new StartProblem('county-missing', {
      zh: '首次正式启动需要设置 DAQIAO_COUNTY（六位行政区划代码）和 DAQIAO_COUNTY_NAME（县名）。还没有建立任何数据。',
      en: 'The first real start needs DAQIAO_COUNTY (the six-digit code of GB/T 2260) and DAQIAO_COUNTY_NAME. Nothing was set up yet.',
    })
  }
  return { code, name, nameEn: environment.DAQIAO_COUNTY_NAME_EN ?? name }
}

function foundedOtherwise(mode: 'demo' | 'real'): StartProblem {
  return mode === 'demo'
    ? new StartProblem('database-of-other-kind', {
        zh: 'DATABASE_URL 所指的数据库里已有正式数据，不能用作演示。没有做任何改动。请用 --real 启动，或为演示另设数据库。',
        en: 'The database of DATABASE_URL holds real records and is no place for a demo. Nothing was changed. Start with --real, or give the demo a database of its own.',
      })
    : new StartProblem('database-of-other-kind', {
        zh: 'DATABASE_URL 所指的数据库里是演示数据，不能改作正式环境。没有做任何改动。请为正式环境另设空数据库。',
        en: 'The database of DATABASE_URL holds a demo and cannot become a real installation. Nothing was changed. Give the real one an empty database of its own.',
      })
}
