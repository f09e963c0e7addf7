import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { s3PlaceOf, s3Shelf } from './s3-shelf.ts'

let folder = ''
let store: S3rver
let address = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daqiao-s3-'))
  store = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: folder,
    configureBuckets: [{ name: 'daqiao' }],
  })
  const { port } = await store.run()
  address = `http://127.0.0.1:${port}/daqiao`
})
afterAll(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

/** The key that the store knows; it does not check the signature, which is the library's own affair. */
const known = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER', region: 'us-east-1' }
const shelf = () => s3Shelf({ bucket: address, ...known })
const bytes = new TextEncoder().encode('签到表：凤翔社区 䶮')
const sha256 = createHash('sha256').update(bytes).digest('hex')

test('bytes stand once under their hash, come back the same, and go', async () => {
  await shelf().put(sha256, bytes)
  await shelf().put(sha256, bytes)
  expect(await shelf().get(sha256)).toEqual(bytes)
  await shelf().remove(sha256)
  expect(await shelf().get(sha256)).toBeNull()
  await shelf().remove(sha256)
})

test('a key that the store does not know and a bucket that is not there are errors, not silence', async () => {
  const wrong = s3Shelf({ bucket: address, ...known, accessKeyId: 'guess' })
  await expect(wrong.put(sha256, bytes)).rejects.toThrow('403')
  const nowhere = s3Shelf({ bucket: address.replace('daqiao', 'nowhere'), ...known })
  await expect(nowhere.put(sha256, bytes)).rejects.toThrow('no such bucket')
})

test('other bytes than those of the hash are refused', async () => {
  const other = createHash('sha256').update('other').digest('hex')
  await shelf().put(other, bytes)
  await expect(shelf().get(other)).rejects.toThrow('other bytes')
})

test('half a description is refused before anything starts', () => {
  expect(s3PlaceOf({})).toBeNull()
  expect(() => s3PlaceOf({ DAQIAO_S3_BUCKET: address })).toThrow('DAQIAO_S3_KEY')
  expect(s3PlaceOf({ DAQIAO_S3_BUCKET: address, DAQIAO_S3_KEY: 'a', DAQIAO_S3_SECRET: 'b' })).toEqual({
    bucket: address,
    accessKeyId: 'a',
    secretAccessKey: 'b',
    region: 'us-east-1',
  })
})
