import { expect, test } from 'vitest'
import type { ConsoleCommand } from '#ui/console-slice.ts'
import { commandItems, isMeant, pageItems } from './palette-items.ts'

const icon = () => null
const followups = {
  path: 'followups',
  title: { zh: '督办', en: 'Follow-ups' },
  load: async () => ({ default: icon }),
  nav: {
    label: { zh: '督办', en: 'Follow-ups' },
    icon,
    order: 1,
    group: 'daily' as const,
    words: 'duban db',
  },
}
const record: ConsoleCommand = {
  id: 'visit.record',
  label: { zh: '录入调研', en: 'Record a visit' },
  href: '/visits/new',
}

test.each(['督', 'DUBAN', 'db', 'follow', 'Follow-Ups', ' 督 办 ', ''])(
  '“%s” finds the follow-ups',
  (typed) => {
    expect(pageItems([followups], typed, 'zh').map(({ href }) => href)).toEqual(['/followups'])
  },
)

test('other words do not find it', () => {
  expect(pageItems([followups], '调研', 'zh')).toEqual([])
})

test('a command is shown in the reader’s language, and found in both', () => {
  expect(commandItems([record], '调研', 'en')).toMatchObject([
    { title: 'Record a visit', href: '/visits/new' },
  ])
  expect(commandItems([record], 'recordavisit', 'zh')).toMatchObject([{ title: '录入调研' }])
})

test('a name that is not there is never meant', () => {
  expect(isMeant('a', [undefined])).toBe(false)
})
