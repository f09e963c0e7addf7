import { expect, test } from 'vitest'
import { calendarText, escaped, folded } from './ical.ts'

test('values are escaped, and a line’s end inside of one is written', () => {
  expect(escaped('二楼, 东侧; C:\\厅\r\n带伞\u0007')).toBe('二楼\\, 东侧\\; C:\\\\厅\\n带伞')
})

test.each([
  ['SUMMARY:职工合唱排练'],
  [`SUMMARY:${'a'.repeat(200)}`],
  [`SUMMARY:${'合唱排练'.repeat(40)}`],
  [`SUMMARY:${'𠮷🎹'.repeat(40)}`],
  [`DESCRIPTION:${'é'.repeat(75)}`],
])('%s is folded at 75 octets, within no character, and unfolds to itself', (line) => {
  const lines = folded(line).split('\r\n')
  for (const one of lines) expect(Buffer.byteLength(one)).toBeLessThanOrEqual(75)
  for (const one of lines.slice(1)) expect(one.startsWith(' ')).toBe(true)
  expect(folded(line).replaceAll('\r\n ', '')).toBe(line)
  expect(folded(line)).not.toContain('\ufffd')
})

test('a calendar has its head, its events in UTC, and ends with a line’s end', () => {
  const text = calendarText('排练厅, 二楼', [
    {
      uid: '0192-x@511825.daqiao',
      sequence: 3,
      stamp: new Date('2026-11-25T01:02:03.456Z'),
      starts: new Date('2026-12-31T15:00:00Z'),
      ends: new Date('2026-12-31T17:00:00Z'),
      summary: '跨年排练',
      location: '排练厅',
      description: '',
      status: 'TENTATIVE',
    },
  ])
  expect(text.split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Daqiao//Bookings//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'X-WR-CALNAME:排练厅\\, 二楼',
    'X-WR-TIMEZONE:Asia/Shanghai',
    'REFRESH-INTERVAL;VALUE=DURATION:PT15M',
    'BEGIN:VEVENT',
    'UID:0192-x@511825.daqiao',
    'SEQUENCE:3',
    'DTSTAMP:20261125T010203Z',
    'DTSTART:20261231T150000Z',
    'DTEND:20261231T170000Z',
    'SUMMARY:跨年排练',
    'LOCATION:排练厅',
    'STATUS:TENTATIVE',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ])
})
