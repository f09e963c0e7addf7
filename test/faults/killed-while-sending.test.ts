import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '#platform/db/database.ts'
import { notify } from '#platform/notify/notify.ts'
import { gateway } from '../../src/slices/notices/mail-servers-for-tests.ts'
import { testNotice } from '../../src/slices/notices/notice-templates.ts'
import { type Caller, type TestHouse, testHouse } from '../house.ts'

let house: TestHouse
let admin: Caller
let hook: Awaited<ReturnType<typeof gateway>>
beforeAll(async () => {
  house = await testHouse()
  admin = await house.as('gaomingyuan')
  hook = await gateway('never')
})
afterAll(async () => {
  await hook.close()
  await house.close()
})

async function worker(): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('worker-process.ts', import.meta.url))
  const child = spawn(process.execPath, [script, house.url, hook.url, 'a secret of the county'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return child
}

async function until(fits: () => boolean | Promise<boolean>): Promise<void> {
  for (let left = 400; left > 0; left -= 1) {
    if (await fits()) return
    await sleep(50)
  }
  throw new Error('it did not come to pass within twenty seconds')
}

test('killed while a message was on its way, it goes out again under the same id and is noted once', async () => {
  const phones = ['13900000901', '13900000902']
  await inTransaction(house.database, { county: '511825', person: null }, (tx) =>
    notify(tx, {
      to: phones.map((phone, n) => ({ name: `居民${n}`, phone })),
      template: testNotice,
      values: { sender: '卢静' },
      about: null,
      urgency: 'urgent',
      now: new Date(Date.now() - 1000),
    }),
  )
  const first = await worker()
  await until(() => hook.posted.length === phones.length)
  first.kill('SIGKILL')
  await once(first, 'exit')
  const states = async () =>
    ((await admin.get('/api/notices?channel=sms&template=notice.test')).body.items as any[]).map(
      ({ state }) => state,
    )
  expect(await states()).toEqual(['waiting', 'waiting'])

  hook.state.status = 200
  const second = await worker()
  await until(async () => (await states()).every((state) => state === 'sent'))
  second.kill('SIGTERM')
  await once(second, 'exit')
  const keys = hook.posted.map(({ headers }) => headers['idempotency-key'])
  expect(keys).toHaveLength(4)
  expect(new Set(keys).size).toBe(phones.length)
  const ids = hook.posted.map(({ body }) => JSON.parse(body).id)
  expect(ids).toEqual(keys)
}, 60_000)
