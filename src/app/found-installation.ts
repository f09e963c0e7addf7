import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { hashPassword, oneTimePassword } from '#platform/auth/password.ts'
import { asSystem, inTransaction } from '#platform/db/database.ts'
import { foundedAs, markFounded } from '#platform/db/founding-store.ts'
import { migrate } from '#platform/db/migrate.ts'
import { StartProblem } from '#platform/process/start-problem.ts'
import { newId } from '#platform/records/new-id.ts'
import { anyCounty, foundCounty } from '#slices/organisations'
import { foundAdministrator } from '#slices/people'
import type { ComposedHouse } from './house.ts'
import { loadDemo } from './load-demo.ts'

export const migrationsFolder = fileURLToPath(new URL('../../db/migrations', import.meta.url))

/**
 * Founds what is new: the demo, or a real county. A demo that was cut off while it loaded is cleared first, and then
 * all is as if new. Throws a `StartProblem` when a real start names no county.
 */
export async function foundWhereNew(house: ComposedHouse, databaseUrl: string): Promise<void> {
  if (await foundedAs(house.database)) return
  if (house.mode === 'real') return foundReal(house, process.env)
  if (await anyCounty(house.database)) {
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
  })
  await asSystem(house.database, (tx) => markFounded(tx, 'real'))
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
