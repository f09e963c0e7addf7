import type { ListPage } from '#ui/data-list.tsx'
import type { LampState } from '#ui/lamp.tsx'

export interface Sample {
  at: number
  lamp: LampState
}

const order: LampState[] = ['overdue', 'near', 'ontime', 'waiting', 'done', 'none']

/** As many rows as a county makes in some years: the list must stay quick with them. */
export const samples: Sample[] = Array.from({ length: 100_000 }, (_, at) => ({
  at,
  lamp: order[at % order.length] ?? 'none',
}))

const pageSize = 50

/** A page of them, as a server would answer: at once, by cursor. */
export async function pageOfSamples(
  all: Sample[],
  lamp: string | undefined,
  after: string | undefined,
): Promise<ListPage<Sample>> {
  const found = lamp ? all.filter((sample) => sample.lamp === lamp) : all
  const start = Number(after ?? 0)
  const end = start + pageSize
  return {
    items: found.slice(start, end),
    next: end < found.length ? String(end) : null,
    total: found.length,
  }
}
