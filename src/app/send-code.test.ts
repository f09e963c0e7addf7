import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { webhookChannel } from '#platform/notify/webhook-channel.ts'
import { codeSender } from './send-code.ts'

let close: (() => Promise<void>) | undefined
afterEach(async () => {
  await close?.()
  close = undefined
})

/** A gateway for short messages as a county has it, which answers with this status. */
async function gateway(status: number) {
  const got: { to: string; text: string; values: unknown }[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => {
      body += part
    })
    request.on('end', () => {
      got.push(JSON.parse(body))
      response.writeHead(status).end()
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  close = () => new Promise((done) => server.close(() => done()))
  const { port } = server.address() as AddressInfo
  const sms = webhookChannel('sms', {
    url: `http://127.0.0.1:${port}/`,
    secret: 'a secret of sixteen',
    timeout: 2000,
  })
  return { got, send: codeSender({ held: false, channels: { sms } }) }
}

test('a code goes to the gateway, in the language of who asked, with the number as it is dialled', async () => {
  const { got, send } = await gateway(200)
  expect(await send?.({ phone: '+853 6612 3456', code: '012345', language: 'zh' })).toBe(true)
  expect(await send?.({ phone: '138 0000 1001', code: '999999', language: 'en' })).toBe(true)
  expect(got[0]).toMatchObject({ to: '+85366123456', values: [{ code: '012345' }] })
  expect(got[0]?.text).toContain('验证码 012345')
  expect(got[1]).toMatchObject({ to: '13800001001' })
  expect(got[1]?.text).toContain('Your code is 999999')
})

test.each([422, 500, 401])(
  'a gateway that answers %i has sent nothing, and whoever asked is told so',
  async (status) => {
    const { send } = await gateway(status)
    expect(await send?.({ phone: '138 0000 1001', code: '999999', language: 'zh' })).toBe(false)
  },
)

test('without a gateway there is no way, and in a demo nothing leaves', async () => {
  expect(codeSender({ held: false, channels: {} })).toBeNull()
  expect(
    await codeSender({ held: true, channels: {} })?.({ phone: '138 0000 1001', code: '1', language: 'zh' }),
  ).toBe(true)
})
