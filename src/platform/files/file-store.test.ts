import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '../../../test/house.ts'
import { inTransaction } from '../db/database.ts'
import { type FileShelf, folderShelf } from './file-shelf.ts'
import { giveFiles, keepFile, tidyFiles } from './file-store.ts'

let house: TestHouse
let folder: string
let shelf: FileShelf
beforeAll(async () => {
  house = await testHouse()
})
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daqiao-files-'))
  shelf = folderShelf(folder)
  return () => rm(folder, { recursive: true, force: true })
})
afterAll(() => house.close())

const tianquan = { county: '511825', person: randomUUID() }
const neighbour = { county: '511803', person: randomUUID() }
const inTwoDays = () => new Date(Date.now() + 2 * 24 * 3_600_000)
const photo = () => Buffer.from(`凤翔社区活动照片 ${randomUUID()}`)
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function rowsOf(standing: typeof tianquan, sha256: string): Promise<number> {
  return inTransaction(house.database, standing, async (tx) => {
    const query = tx.withTables<{ files: { id: string; sha256: string } }>().selectFrom('files').select('id')
    return (await query.where('sha256', '=', sha256).execute()).length
  })
}

async function asOwner(text: string, values: unknown[]) {
  const client = new pg.Client({ connectionString: house.url })
  await client.connect()
  await client.query(text, values)
  await client.end()
}

const keep = (standing: typeof tianquan, bytes: Uint8Array, on = shelf) =>
  keepFile(house.database, on, standing, { name: '照片.txt', bytes })

test('the same bytes brought twice at once stand once, under a row for each', async () => {
  const bytes = photo()
  const kept = await Promise.all([keep(tianquan, bytes), keep(neighbour, bytes), keep(tianquan, bytes)])
  expect(new Set(kept.map((file) => file.id)).size).toBe(3)
  expect(await shelf.get(hash(bytes))).toEqual(bytes)
  const names = await readdir(join(folder, hash(bytes).slice(0, 2)))
  expect(names).toEqual([hash(bytes)])
})

test('what no record took for a day goes with its bytes; what a record owns stays', async () => {
  const [forgotten, owned] = [photo(), photo()]
  await keep(tianquan, forgotten)
  const file = await keep(tianquan, owned)
  await asOwner(`insert into file_owners values ($1, $2, 'visit', $3)`, ['511825', file.id, randomUUID()])
  await tidyFiles(house.database, shelf, new Date())
  expect(await shelf.get(hash(forgotten))).toEqual(forgotten)
  await tidyFiles(house.database, shelf, inTwoDays())
  expect(await shelf.get(hash(forgotten))).toBeNull()
  expect(await rowsOf(tianquan, hash(forgotten))).toBe(0)
  expect(await shelf.get(hash(owned))).toEqual(owned)
})

test('bytes that another county is just bringing are not cleared from under it', async () => {
  const bytes = photo()
  await keep(tianquan, bytes)
  await asOwner(`update files set at = now() - interval '2 days' where sha256 = $1`, [hash(bytes)])
  const arrived = Promise.withResolvers<void>()
  const released = Promise.withResolvers<void>()
  const slow: FileShelf = {
    ...shelf,
    async put(...what) {
      await shelf.put(...what)
      arrived.resolve()
      await released.promise
    },
  }
  const bringing = keep(neighbour, bytes, slow)
  await arrived.promise
  const tidying = tidyFiles(house.database, shelf, new Date())
  await waitUntilOneWaits()
  released.resolve()
  await Promise.all([bringing, tidying])
  expect(await shelf.get(hash(bytes))).toEqual(bytes)
  expect([await rowsOf(tianquan, hash(bytes)), await rowsOf(neighbour, hash(bytes))]).toEqual([0, 1])
})

/** Until the housekeeping waits for its turn, or would have been through long ago without one. */
async function waitUntilOneWaits() {
  const client = new pg.Client({ connectionString: house.url })
  await client.connect()
  for (let left = 40; left > 0; left -= 1) {
    const { rows } = await client.query(`select 1 from pg_locks where locktype = 'advisory' and not granted`)
    if (rows.length > 0) break
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  await client.end()
}

test('two commands that give the same file to two records at once: one of them is told', async () => {
  const file = await keep(tianquan, photo())
  const give = (record: string) =>
    inTransaction(house.database, tianquan, async (tx) => {
      const actor = { ...tianquan, name: '', organisations: [], reach: new Map(), language: 'zh' as const }
      const work = { tx, actor, now: new Date(), today: '2026-11-24', command: randomUUID() }
      await giveFiles(work, [file.id], { kind: 'visit', id: record })
      await new Promise((resolve) => setTimeout(resolve, 50))
    })
  const given = await Promise.allSettled([give(randomUUID()), give(randomUUID())])
  expect(given.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(given.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'file.gone' })
})

test('a file that cannot be written leaves nothing behind', async () => {
  const bytes = photo()
  const full: FileShelf = { ...shelf, put: () => Promise.reject(new Error('ENOSPC')) }
  await expect(keep(tianquan, bytes, full)).rejects.toThrow('ENOSPC')
  expect(await rowsOf(tianquan, hash(bytes))).toBe(0)
})
