import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { findFreePort } from '#platform/postgres/socket-place.ts'
import { root } from './root.ts'

// The roles for a county that has a PostgreSQL of its own, and a real installation instead of a demo.
const home = mkdtempSync(join(tmpdir(), 'daqiao-roles-'))
const database = `daqiao_roles_${process.pid}`
const launcher = join(root, 'bin/daqiao.mjs')
let environment: Record<string, string> = {}

beforeAll(async () => {
  await onServer(`create database ${database}`)
  environment = {
    PATH: process.env.PATH ?? '',
    DAQIAO_HOME: home,
    PORT: String(await findFreePort()),
    DATABASE_URL: inject('databaseUrl').replace(/\/\w+$/, `/${database}`),
    DAQIAO_COUNTY: '511825',
    DAQIAO_COUNTY_NAME: '天全县',
  }
})

afterAll(async () => {
  await onServer(`drop database if exists ${database} with (force)`)
  rmSync(home, { recursive: true, force: true })
})

test('migrate brings a database up to date, once, and says what it did', () => {
  const first = run('migrate')
  expect(first).toMatchObject({ status: 0, stdout: expect.stringContaining('0001-platform') })
  expect(run('migrate')).toMatchObject({ status: 0, stdout: expect.stringContaining('up to date') })
})

test.each(['serve', 'start'])(
  '%s uses the database of DATABASE_URL and starts none',
  { timeout: 60_000 },
  async (role) => {
    const process = await ready(role)
    expect((await fetch(`http://127.0.0.1:${environment.PORT}/`)).status).toBe(200)
    expect(existsSync(join(home, 'postgres'))).toBe(false)
    expect(JSON.parse(readFileSync(join(home, 'daqiao.json'), 'utf8'))).toMatchObject({ mode: 'real' })
    process.kill('SIGTERM')
    expect(await new Promise((resolve) => process.once('close', resolve))).toBe(0)
  },
)

test.each(['serve', 'migrate'])('%s without DATABASE_URL says what to do', (role) => {
  const answer = run(role, { DATABASE_URL: '' })
  expect(answer.status).toBe(2)
  expect(answer.stderr).toMatch(
    /请用环境变量 DATABASE_URL[\s\S]*name a PostgreSQL \(15 or newer\) in DATABASE_URL/,
  )
})

function run(role: string, more: Record<string, string> = {}) {
  return spawnSync(process.execPath, [launcher, role], { env: { ...environment, ...more }, encoding: 'utf8' })
}

function ready(role: string): Promise<ChildProcess> {
  const args = role === 'start' ? [launcher, role, '--real'] : [launcher, role]
  const child = spawn(process.execPath, args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said += chunk
        if (said.includes(`Daqiao is ready: http://localhost:${environment.PORT}\n`)) resolve(child)
      })
    }
    child.once('close', (code) => reject(new Error(`it ended with ${code}:\n${said}`)))
  })
}

async function onServer(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('databaseUrl') })
  await client.connect()
  await client.query(text)
  await client.end()
}
