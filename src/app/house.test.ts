import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { asSystem } from '#platform/db/database.ts'
import { folderShelf } from '#platform/files/file-shelf.ts'
import { keepFile } from '#platform/files/file-store.ts'
import { testHouse } from '../../test/house.ts'
import { composeHouse } from './house.ts'

test('housekeeping goes on where one part of it fails, and says which', async () => {
  const house = await testHouse()
  const folder = await mkdtemp(join(tmpdir(), 'daqiao-test-'))
  const shelf = { ...folderShelf(folder), remove: () => Promise.reject(new Error('EROFS: read-only')) }
  const { tidy } = composeHouse({ database: house.database, files: shelf, mode: 'demo', log: () => {} })
  await house.as('lujing')
  const standing = { county: '511825', person: house.id() }
  await keepFile(house.database, shelf, standing, { name: 'a.txt', bytes: Buffer.from('走访记录') })
  const sessions = () =>
    asSystem(house.database, (tx) =>
      tx.withTables<{ sessions: { person: string } }>().selectFrom('sessions').select('person').execute(),
    )
  expect(await sessions()).toHaveLength(1)
  const inTenDays = new Date(Date.now() + 10 * 24 * 3_600_000)
  await expect(tidy(inTenDays)).rejects.toThrow('EROFS: read-only')
  expect(await sessions()).toEqual([])
  await house.close()
  await rm(folder, { recursive: true, force: true })
})
