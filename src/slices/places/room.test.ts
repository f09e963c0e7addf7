import { expect, test } from 'vitest'
import { undividedParts } from './room.ts'

const part = (path: string, closed = false) => {
  const whole = path.split('/')
  return { id: whole.at(-1) ?? '', path: whole, closedAt: closed ? '2026-01-01T00:00:00Z' : null }
}
const rooms = [
  part('hall'),
  part('hall/east'),
  part('hall/west'),
  part('hall/west/corner'),
  part('hall/west/rest'),
  part('study'),
]

test.each([
  ['hall', ['corner', 'east', 'rest']],
  ['west', ['corner', 'rest']],
  ['east', ['east']],
  ['corner', ['corner']],
  ['study', ['study']],
])('%s takes %j', (room, parts) => expect(undividedParts(room, rooms)).toEqual(parts))

test('parts that were given up are not taken; without any left the whole is one again', () => {
  const closed = [part('hall'), part('hall/east', true), part('hall/west')]
  expect(undividedParts('hall', closed)).toEqual(['west'])
  expect(undividedParts('hall', [part('hall'), part('hall/east', true)])).toEqual(['hall'])
})
