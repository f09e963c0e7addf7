import { cpus, release, totalmem } from 'node:os'

/** One figure that we claim: what, how much, and what it should be. */
export interface Figure {
  name: string
  value: number
  unit: string
  /** At most this; left out where a figure is only told. */
  target?: number
}

/** The machine in one line; a figure without it says nothing. */
export function machine(): string {
  const [cpu] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${cpu?.model ?? 'unknown processor'}, ${cpus().length} cores, ${memory} GiB, Linux ${release()}, Node ${process.version}`
}

/** The value below which `share` (0 to 1) of the samples lie. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0
}

/** Prints the figures under the machine they were measured on; the process fails where one falls short. */
export function printFigures(figures: readonly Figure[]): void {
  console.log(`  ${machine()}`)
  for (const { name, value, unit, target } of figures) {
    const shown = `${value < 10 ? value.toFixed(2) : Math.round(value)} ${unit}`
    const verdict =
      target === undefined
        ? ''
        : value <= target
          ? `  (≤ ${target}: reached)`
          : `  (≤ ${target}: FALLS SHORT)`
    console.log(`  ${name.padEnd(62)} ${shown.padStart(12)}${verdict}`)
    if (target !== undefined && value > target) process.exitCode = 1
  }
}
