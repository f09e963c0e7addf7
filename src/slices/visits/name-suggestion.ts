import {
  type Change,
  itemsOf,
  kindOf,
  type KnownRef,
  sameKnown,
  type VisitContent,
  type VisitSite,
} from './visit.ts'

/**
 * What a correction says about the county's own names. Somebody who links 县人社局 to an organisation of another name says
 * that it is called so. That is kept as a suggestion, and changes nothing before a person accepts it. Pure rules.
 */

export const suggestionStates = ['open', 'accepted', 'refused'] as const
export type SuggestionState = (typeof suggestionStates)[number]

/** “name” is another name of what `target` points at. */
export interface Claim {
  name: string
  target: KnownRef
}

export function sameClaim(a: Claim, b: Claim): boolean {
  return a.name === b.name && sameKnown(a.target, b.target)
}

/** A name that could stand in a register: some characters without a stop or a list in them. */
export function couldBeAName(words: string): boolean {
  return /^[\p{Script=Han}\p{L}\p{N}（）()·—-]{2,30}$/u.test(words.replace(/[\s“”"‘’《》]/gu, ''))
}

/** A claim's name as it is kept: no space inside, no quotes around, brackets as a register writes them. */
export function asName(words: string): string {
  return words
    .replace(/[\s“”"‘’]/gu, '')
    .replaceAll('(', '（')
    .replaceAll(')', '）')
}

function claim(words: string, { kind, id }: KnownRef): Claim[] {
  return couldBeAName(words) ? [{ name: asName(words), target: { kind, id } }] : []
}

/** What the links of a visit's sites say. */
export function claimsOfSites(content: VisitContent): Claim[] {
  return itemsOf(content, 'site').flatMap(({ item }) => (item.known ? claim(item.name, item.known) : []))
}

/** What corrections say: a site's name means what it is linked to, and so does the name that it had before. */
export function claimsOfChanges(changes: readonly Pick<Change, 'item' | 'before' | 'after'>[]): Claim[] {
  return changes.flatMap(({ item, before, after }) => {
    if (kindOf(item) !== 'site' || !after) return []
    const { name, known } = after as VisitSite
    const earlier = (before as VisitSite | null)?.name
    if (!known) return []
    return [
      ...claim(name, known),
      ...(earlier !== undefined && earlier !== name ? claim(earlier, known) : []),
    ]
  })
}

/** What corrections no longer say: what their inverse would have said. */
export function claimsTakenBack(changes: readonly Change[]): Claim[] {
  const said = claimsOfChanges(changes)
  const inverse = changes.map(({ item, before, after }) => ({ item, before: after, after: before }))
  return claimsOfChanges(inverse).filter((one) => !said.some((other) => sameClaim(one, other)))
}
