import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { assertPortIsFree, readListening } from './listening.ts'

test('PORT and HOST have their defaults, and nonsense is refused', () => {
  expect(readListening({})).toEqual({ host: '127.0.0.1', port: 3000 })
  expect(readListening({ PORT: '8080', HOST: '0.0.0.0' })).toEqual({ host: '0.0.0.0', port: 8080 })
  for (const PORT of ['http', '0', '65536', '-1', '3000.5', ' 80', '0x50']) {
    expect(() => readListening({ PORT }), PORT).toThrow(expect.objectContaining({ exitCode: 2 }))
  }
})

test('a port that is taken is named, with what to do', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const address = other.address()
  const port = typeof address === 'object' && address ? address.port : 0
  await expect(assertPortIsFree({ host: '127.0.0.1', port })).rejects.toMatchObject({
    code: 'port-taken',
    message: expect.stringMatching(new RegExp(`端口 ${port} [\\s\\S]*Port ${port} is taken[\\s\\S]*PORT=`)),
  })
  await new Promise((resolve) => other.close(resolve))
  await assertPortIsFree({ host: '127.0.0.1', port })
})

test('an address of another machine is said in words', async () => {
  await expect(assertPortIsFree({ host: '192.0.2.1', port: 3999 })).rejects.toMatchObject({
    code: 'host-is-not-ours',
  })
})
