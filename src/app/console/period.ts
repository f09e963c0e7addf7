export const periods = ['month', 'quarter', 'year', 'last-year'] as const
export type Period = (typeof periods)[number]

/** The days of a period as it stands on `today`, both included; without a period, all days. */
export function periodOf(period: Period | undefined, today: string): { from?: string; to?: string } {
  const year = Number(today.slice(0, 4))
  const month = Number(today.slice(5, 7))
  const from = (of: number) => `${year}-${String(of).padStart(2, '0')}-01`
  if (period === 'month') return { from: from(month), to: today }
  if (period === 'quarter') return { from: from(month - ((month - 1) % 3)), to: today }
  if (period === 'year') return { from: from(1), to: today }
  if (period === 'last-year') return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` }
  return {}
}
