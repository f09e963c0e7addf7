/** A calendar as RFC 5545 wants it: text, folded lines, escaped values, moments in UTC. */

export interface CalendarEvent {
  /** The same for ever, whatever changes about it. */
  uid: string
  /** Counts its changes. */
  sequence: number
  stamp: Date
  starts: Date
  ends: Date
  summary: string
  location: string
  description: string
  status: 'CONFIRMED' | 'TENTATIVE'
}

/** The text of a calendar with its events; lines end as the RFC says. */
export function calendarText(name: string, events: readonly CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Daqiao//Bookings//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'X-WR-TIMEZONE:Asia/Shanghai',
    'REFRESH-INTERVAL;VALUE=DURATION:PT15M',
    ...events.flatMap((event) => [
      'BEGIN:VEVENT',
      `UID:${escaped(event.uid)}`,
      `SEQUENCE:${event.sequence}`,
      `DTSTAMP:${utc(event.stamp)}`,
      `DTSTART:${utc(event.starts)}`,
      `DTEND:${utc(event.ends)}`,
      `SUMMARY:${escaped(event.summary)}`,
      `LOCATION:${escaped(event.location)}`,
      ...(event.description ? [`DESCRIPTION:${escaped(event.description)}`] : []),
      `STATUS:${event.status}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

/** A text as a value (§3.3.11). Other control characters than a line's end have no place in it. */
export function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '')
}

const longestLine = 75
const bytes = new TextEncoder()

/** A line folded at 75 octets (§3.1), never inside of a character. */
export function folded(line: string): string {
  const lines: string[] = []
  let current = ''
  let size = 0
  for (const character of line) {
    const more = bytes.encode(character).length
    if (size + more > longestLine) {
      lines.push(current)
      // The space that begins a folded line counts.
      current = ' '
      size = 1
    }
    current += character
    size += more
  }
  return [...lines, current].join('\r\n')
}

const utc = (moment: Date) => moment.toISOString().replace(/[-:]|\.\d+/g, '')
