import { areasOfTianquan } from './areas-of-tianquan.ts'

/** A county's towns and villages, as its list of statistical codes has them. */
export interface CountyAreas {
  /** GB/T 2260. */
  county: string
  name: string
  /** The province and the city above it: a firm's name often begins with one. */
  above: readonly string[]
  townships: readonly {
    /** Nine digits. */
    code: string
    name: string
    /** The last three digits of each code with its name: `011 凤翔社区，…`. */
    villages: string
  }[]
}

export interface Village {
  /** Twelve digits. */
  code: string
  name: string
  township: { code: string; name: string }
}

const carried: readonly CountyAreas[] = [areasOfTianquan]

/** The towns and villages of a county, or undefined where its list is not carried here. */
export function areasOf(county: string): CountyAreas | undefined {
  return carried.find((one) => one.county === county)
}

const villages: ReadonlyMap<string, Village> = new Map(
  carried.flatMap(({ townships }) =>
    townships.flatMap(({ code, name, villages: list }) =>
      list.split('，').map((entry): [string, Village] => {
        const [last = '', own = ''] = entry.split(' ')
        return [code + last, { code: code + last, name: own, township: { code, name } }]
      }),
    ),
  ),
)

/** The village or community with this code; undefined where the county's list has none, or is not carried. */
export function villageOf(code: string): Village | undefined {
  return villages.get(code)
}

/** The villages and communities of a county in the order of their codes; empty where its list is not carried. */
export function villagesOf(county: string): Village[] {
  return [...villages.values()].filter(({ code }) => code.startsWith(county))
}

export type VillageFault = 'form' | 'elsewhere' | 'unknown'

/**
 * What is wrong with a village code (12 digits: county 6, township 3, village 3) in this county, or null. Where the
 * county's list is not carried, any code of the county will do.
 */
export function villageFault(county: string, code: string): VillageFault | null {
  if (!/^\d{12}$/.test(code)) return 'form'
  if (!code.startsWith(county)) return 'elsewhere'
  return areasOf(county) && !villages.has(code) ? 'unknown' : null
}
