import { afterEach, describe, expect, test } from 'vitest'
import type { Outgoing } from '#platform/notify/channel.ts'
import { maskAddress } from '#platform/notify/mask-address.ts'
import { outwardFrom } from '#platform/notify/outward-from-environment.ts'
import { smtpChannel } from '#platform/notify/smtp-channel.ts'
import { signatureOf, webhookChannel } from '#platform/notify/webhook-channel.ts'
import { addressOf } from './contact-address.ts'
import { gateway, silentServer, smtpServer } from './mail-servers-for-tests.ts'

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})
async function opened<T extends { close(): Promise<void> }>(making: Promise<T>): Promise<T> {
  const made = await making
  open.push(made)
  return made
}

const { signal } = new AbortController()
const message: Outgoing = {
  id: '019ab000-0000-7000-8000-000000000001',
  to: 'yangxiaolan@tianquan.example',
  name: '杨晓兰',
  language: 'zh',
  title: '督办事项 2026-0007 交由贵单位牵头',
  text: '请于2026年12月31日前办结。\n。一行以点开头\n.',
  template: 'followup.assigned',
  values: [{ number: '2026-0007' }],
}
const from = '天全县群团服务中心 <notice@tianquan.example>'

describe('a mail server', () => {
  const sent = async (manners: Parameters<typeof smtpServer>[0] = {}) => {
    const server = await opened(smtpServer(manners))
    return {
      server,
      outcome: await smtpChannel({ url: server.url, from, timeout: 500 }).send(message, signal),
    }
  }

  test('takes a mail whole, in Chinese, under the message’s own id', async () => {
    const { server, outcome } = await sent()
    expect(outcome).toEqual({ state: 'sent', detail: '250' })
    const [mail] = server.mails
    expect(mail?.to).toEqual([message.to])
    expect(mail?.text.replaceAll('\r\n', '\n').trim()).toBe(message.text)
    expect(mail?.headers).toContain(`Message-ID: <${message.id}@tianquan.example>`)
    expect(mail?.headers).toContain('Auto-Submitted: auto-generated')
  })

  test.each([
    [
      '550 5.1.1 <yangxiaolan@tianquan.example> unknown',
      550,
      '5.1.1 <yangxiaolan@tianquan.example> unknown',
      'bounced',
    ],
    ['550 without more', 550, 'no such user', 'bounced'],
    ['550 5.7.1 by policy', 550, '5.7.1 not by you', 'refused'],
    ['554 5.7.1 a blocked server', 554, '5.7.1 blocked', 'refused'],
    ['450 4.2.1 greylisting', 450, '4.2.1 try later', 'later'],
    ['452 4.2.2 a full box', 452, '4.2.2 box is full', 'later'],
  ])('that says %s to the recipient', async (_, code, words, state) => {
    const { outcome, server } = await sent({ rcpt: () => ({ code, message: words }) })
    expect(outcome).toMatchObject({ state })
    // Its words may hold an address; its codes do not.
    expect(JSON.stringify(outcome)).not.toContain('@')
    expect(server.mails).toEqual([])
  })

  test('that will not take the message itself says nothing about the address', async () => {
    const { outcome } = await sent({ data: () => ({ code: 554, message: '5.6.0 no' }) })
    expect(outcome).toEqual({ state: 'refused', fault: 'refused', detail: '554 5.6.0' })
    const busy = await sent({ data: () => ({ code: 451, message: '4.3.0 local error' }) })
    expect(busy.outcome).toMatchObject({ state: 'later', fault: 'busy' })
  })

  test('that does not accept our account is tried again: the message is not to blame', async () => {
    const server = await opened(smtpServer({ password: 'right' }))
    const url = server.url.replace('smtp://', 'smtp://daqiao:wrong@')
    const outcome = await smtpChannel({ url, from, timeout: 500 }).send(message, signal)
    expect(outcome).toMatchObject({ state: 'later', fault: 'login' })
  })

  test('that hangs is left after a while, one that is not there at once', async () => {
    const silent = await opened(silentServer())
    const began = performance.now()
    const hung = await smtpChannel({ url: `smtp://127.0.0.1:${silent.port}`, from, timeout: 300 }).send(
      message,
      signal,
    )
    expect(hung).toMatchObject({ state: 'later', fault: 'too-slow' })
    expect(performance.now() - began).toBeLessThan(2_000)
    expect(silent.connections()).toBe(1)
    const gone = await smtpChannel({ url: 'smtp://127.0.0.1:1', from, timeout: 300 }).send(message, signal)
    expect(gone).toMatchObject({ state: 'later', fault: 'unreachable' })
  })
})

describe('a gateway behind a webhook', () => {
  const secret = 'a secret of the county'
  const post = async (status: number | 'never', timeout = 300) => {
    const server = await opened(gateway(status))
    return {
      server,
      outcome: await webhookChannel('sms', { url: server.url, secret, timeout }).send(message, signal),
    }
  }

  test('is sent a signed message that it can tell from a second one', async () => {
    const { server, outcome } = await post(202)
    expect(outcome).toEqual({ state: 'sent', detail: '202' })
    const [{ headers, body } = { headers: {}, body: '' }] = server.posted
    expect(headers['idempotency-key']).toBe(message.id)
    const timestamp = String(headers['daqiao-timestamp'])
    expect(Math.abs(Date.now() / 1000 - Number(timestamp))).toBeLessThan(5)
    expect(headers['daqiao-signature']).toBe(signatureOf(secret, timestamp, body))
    expect(headers['daqiao-signature']).not.toBe(signatureOf('another secret', timestamp, body))
    expect(JSON.parse(body)).toMatchObject({ channel: 'sms', to: message.to, title: message.title })
  })

  test.each([
    [200, { state: 'sent' }],
    [400, { state: 'refused', fault: 'refused' }],
    [401, { state: 'later', fault: 'login' }],
    [408, { state: 'later', fault: 'server-fault' }],
    [410, { state: 'bounced', fault: 'no-such-address' }],
    [422, { state: 'bounced', fault: 'no-such-address' }],
    [429, { state: 'later', fault: 'busy' }],
    [500, { state: 'later', fault: 'server-fault' }],
    [503, { state: 'later', fault: 'server-fault' }],
    ['never', { state: 'later', fault: 'too-slow' }],
    [302, { state: 'later' }],
  ] as const)('that answers %s', async (status, outcome) => {
    expect((await post(status)).outcome).toMatchObject(outcome)
  })

  test('that asks for time gets it, up to an hour', async () => {
    const server = await opened(gateway(429))
    const channel = webhookChannel('sms', { url: server.url, secret })
    server.state.headers = { 'retry-after': '120' }
    expect(await channel.send(message, signal)).toMatchObject({ after: 120_000 })
    server.state.headers = { 'retry-after': '99999' }
    expect(await channel.send(message, signal)).toMatchObject({ after: 3_600_000 })
  })
})

describe('the environment', () => {
  const sms = { DAQIAO_SMS_URL: 'https://sms.example/send', DAQIAO_SMS_SECRET: '0123456789abcdef' }

  test('names the channels of a real installation; a demo sends nothing, whatever it names', () => {
    expect(Object.keys(outwardFrom(sms, 'real').channels)).toEqual(['sms'])
    expect(outwardFrom({}, 'real')).toEqual({ held: false, channels: {} })
    expect(outwardFrom(sms, 'demo')).toEqual({ held: true, channels: {} })
  })

  test.each([
    [{ DAQIAO_SMTP_URL: 'smtp://mail.example' }],
    [{ DAQIAO_SMTP_FROM: 'a@b.example' }],
    [{ DAQIAO_SMTP_URL: 'http://mail.example', DAQIAO_SMTP_FROM: 'a@b.example' }],
    [{ ...sms, DAQIAO_SMS_SECRET: 'short' }],
    [{ ...sms, DAQIAO_SMS_URL: 'file:///etc/passwd' }],
  ])('by half is refused at the start: %o', (environment) => {
    expect(() => outwardFrom(environment, 'real')).toThrow(/go together/)
  })
})

test.each([
  ['smtp', ' Name.O+x@Example.ORG ', 'Name.O+x@example.org'],
  ['smtp', 'a@b.example, c@d.example', null],
  ['smtp', 'a@b.example\r\nBcc: x@y.example', null],
  ['smtp', '杨@b.example', null],
  ['smtp', 'a@localhost', null],
  ['sms', '138 0000 0000', '13800000000'],
  ['sms', '＋８６ １３８－００００－００００', '13800000000'],
  ['sms', '+852 5123 4567', '+85251234567'],
  ['sms', '+853 6612 3456', '+85366123456'],
  ['sms', '0835-7222345', null],
  ['sms', '110', null],
  ['wecom', 'ZhouWenTao', 'ZhouWenTao'],
  ['wecom', '周文涛', null],
] as const)('%s takes %s as %s', (channel, text, kept) => {
  expect(addressOf(channel, text)).toBe(kept)
})

test.each([
  ['smtp', 'yangxiaolan@tianquan.example', 'y***@tianquan.example'],
  ['sms', '13800001234', '138******34'],
  ['sms', '+85251234567', '+852******67'],
  ['call', '0835-7222345', '083*-*****45'],
  ['wecom', 'zhouwentao', 'z***'],
  ['smtp', '@', '***'],
] as const)('%s %s is shown as %s', (channel, address, shown) => {
  expect(maskAddress(channel, address)).toBe(shown)
})
