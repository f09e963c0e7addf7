import { once } from 'node:events'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { expect, test } from 'vitest'
import { newId } from '#platform/records/new-id.ts'
import { testHouse } from '../../test/house.ts'
import { web } from './web.ts'

/** Sends pieces without ever saying how many, until there is an answer or a gigabyte is sent. */
async function pour(port: number, path: string, headers: Record<string, string>) {
  const sending = request({ port, host: '127.0.0.1', method: 'POST', path, headers })
  let sent = 0
  const told = { status: 0 }
  sending.on('error', () => {}) // the server hangs up, which is the point
  sending.on('response', (answer) => {
    told.status = answer.statusCode ?? 0
    answer.resume()
  })
  const closed = new Promise<void>((resolve) => sending.once('close', resolve))
  const piece = Buffer.alloc(256 * 1024, 0x20)
  while (!sending.destroyed && told.status === 0 && sent < 2 ** 30) {
    sent += piece.length
    if (!sending.write(piece))
      await Promise.race([new Promise((next) => sending.once('drain', next)), closed])
  }
  sending.end()
  await closed
  return { status: told.status, sent }
}

test('whoever pours bytes into the server without end is told, cut off, and disturbs nobody', async () => {
  const house = await testHouse()
  const server = serve({ fetch: web(house.house, { version: 'test' }).fetch, port: 0, hostname: '127.0.0.1' })
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const address = `http://127.0.0.1:${port}/api/session`
  const session = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'lujing', password: 'daqiao-demo' }),
  })
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? ''
  const headers = { cookie, 'content-type': 'application/json', 'idempotency-key': newId() }
  const before = process.memoryUsage.rss()
  for (const path of ['/api/files?name=a.txt', '/api/visits', '/api/session']) {
    const { status, sent } = await pour(port, path, headers)
    expect([413, 0], path).toContain(status)
    expect(sent, path).toBeLessThan(60 * 1024 * 1024)
  }
  expect(process.memoryUsage.rss() - before).toBeLessThan(300 * 1024 * 1024)
  expect((await fetch(address, { headers: { cookie } })).status).toBe(200)
  server.close()
  await house.close()
})
