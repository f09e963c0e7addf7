import { expect, test } from 'vitest'
import { readTogether } from './read-together.ts'

/** A reading that ends when told to, and says which one it was. */
function slowReading() {
  const ends: ((value?: Error) => void)[] = []
  let begun = 0
  const read = () => {
    begun += 1
    const mine = begun
    return new Promise<number>((resolve, reject) => {
      ends.push((error) => (error ? reject(error) : resolve(mine)))
    })
  }
  return { read, ends, begun: () => begun }
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0))

test('whoever asks while it is read waits for the next reading, which is one for all of them', async () => {
  const { read, ends, begun } = slowReading()
  const ask = readTogether(read)
  const first = ask()
  const later = [ask(), ask(), ask()]
  expect(begun()).toBe(1)
  ends[0]?.()
  expect(await first).toBe(1)
  await settle()
  expect(begun()).toBe(2)
  const latest = ask()
  ends[1]?.()
  expect(await Promise.all(later)).toEqual([2, 2, 2])
  await settle()
  ends[2]?.()
  expect(await latest).toBe(3)
  expect(begun()).toBe(3)
})

test('a reading that fails is nobody’s but its askers’', async () => {
  const { read, ends } = slowReading()
  const ask = readTogether(read)
  const first = ask()
  const second = ask()
  ends[0]?.(new Error('the database is away'))
  await expect(first).rejects.toThrow('away')
  await settle()
  ends[1]?.()
  expect(await second).toBe(2)
})
