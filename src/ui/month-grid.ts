const dayLength = 86_400_000

export function plusDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * dayLength).toISOString().slice(0, 10)
}

/** The same date some months away, or the last day of a month that is too short for it. */
export function plusMonths(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + count, 1))
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate()
  return plusDays(first.toISOString().slice(0, 10), Math.min(date, last) - 1)
}

/** 0 is Monday, as on a Chinese office's calendar. */
export function weekdayOf(day: string): number {
  return (new Date(day).getUTCDay() + 6) % 7
}

/** The weeks of the month that `day` lies in, Monday first; days of other months fill the edges. */
export function weeksOfMonth(day: string): string[][] {
  const first = `${day.slice(0, 8)}01`
  const start = plusDays(first, -weekdayOf(first))
  const end = plusMonths(first, 1)
  const weeks: string[][] = []
  for (let monday = start; monday < end; monday = plusDays(monday, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, offset) => plusDays(monday, offset)))
  }
  return weeks
}
