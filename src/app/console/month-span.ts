export interface Month {
  /** `YYYY-MM`. */
  month: string
  amount: number
}

const shortest = 12
const longest = 36

const number = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
const name = (of: number) => `${Math.floor(of / 12)}-${String((of % 12) + 1).padStart(2, '0')}`

/**
 * The months to draw, up to and including `last`: those in which nothing happened stand in their place with 0.
 * At least twelve, so that one busy month is seen beside the quiet ones; at most the latest 36.
 */
export function monthSpan(counted: readonly Month[], last: string): Month[] {
  const amounts = new Map(counted.map(({ month, amount }) => [month, amount]))
  const end = Math.max(number(last), ...counted.map(({ month }) => number(month)))
  const earliest = Math.min(end, ...counted.map(({ month }) => number(month)))
  const start = Math.max(end - longest + 1, Math.min(earliest, end - shortest + 1))
  return Array.from({ length: end - start + 1 }, (_, at) => {
    const month = name(start + at)
    return { month, amount: amounts.get(month) ?? 0 }
  })
}
