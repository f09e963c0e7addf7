import { useMemo, useState } from 'react'
import { call } from '#platform/contracts/call.ts'
import type { ResponseOf } from '#platform/contracts/route.ts'
import { knownRoutes } from '../../known-contract.ts'
import { type Change, type KnownRef, kindOf, notKnown, sameKnown, type VisitSite } from '../../visit.ts'

export type Thing = ResponseOf<typeof knownRoutes.called>['things'][number]
type Link = Pick<VisitSite, 'known' | 'possible'>

export interface Things {
  of: (ref: KnownRef) => Thing | undefined
  /** The desk has met another one: somebody chose it out of the county's. */
  learn: (things: readonly Thing[]) => void
  /** A new site with its link, where its name means something; other changes as they are. */
  withLink: (change: Change) => Promise<Change>
  /** What a site is under its new name. What a person said stays, unless the new name is of another thing. */
  lookUpAgain: (name: string, site: VisitSite) => Promise<Link>
}

/** A name is corrected without its link where the answer takes longer (ms): nobody waits at the desk. */
const patience = 2_000

/** The county's places and organisations at one desk: those that came with the visit, and those met since. */
export function useThings(given: readonly Thing[]): Things {
  const [met, setMet] = useState<readonly Thing[]>([])
  return useMemo(() => {
    const learn = (things: readonly Thing[]) => setMet((before) => [...things, ...before])
    const lookUp = async (name: string): Promise<Link> => {
      try {
        const signal = AbortSignal.timeout(patience)
        const { known, possible, things } = await call(knownRoutes.called, { query: { name }, signal })
        learn(things)
        return { known, possible }
      } catch {
        return notKnown
      }
    }
    return {
      of: (ref) => [...met, ...given].find((one) => sameKnown(one, ref)),
      learn,
      withLink: async (change) => {
        if (kindOf(change.item) !== 'site' || !change.after) return change
        const site = change.after as VisitSite
        return { ...change, after: { ...site, ...(await lookUp(site.name)) } }
      },
      lookUpAgain: async (name, site) => {
        const link = await lookUp(name)
        const keeps = site.known?.by === 'person' && link.known === null
        return keeps ? { known: site.known, possible: [] } : link
      },
    }
  }, [met, given])
}
