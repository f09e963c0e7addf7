/** What a place is. The order is the one in which lists offer them: what the mass organisations keep comes first. */
export const placeKinds = [
  'centre',
  'palace',
  'youth-house',
  'women-home',
  'child-station',
  'rest-station',
  'studio',
  'base',
  'science-centre',
  'memorial-village',
  'warehouse',
  'park',
  'enterprise',
  'hospital',
  'school',
  'office',
  'village',
  'community',
  'other',
] as const
export type PlaceKind = (typeof placeKinds)[number]

/** The kinds that receive people: the public pages show these. A store of relief goods is nobody's to visit. */
export const residentKinds = [
  'centre',
  'palace',
  'youth-house',
  'women-home',
  'child-station',
  'rest-station',
  'studio',
  'base',
  'science-centre',
  'memorial-village',
] as const satisfies readonly PlaceKind[]

/** What makes a place usable for everybody: the terms of GB 50763 and of the Law on Barrier-free Environments. */
export const accessTerms = [
  'level-entrance',
  'ramp',
  'lift',
  'toilet',
  'parking',
  'low-counter',
  'tactile-paving',
  'braille',
  'hearing-loop',
  'sign-language',
  'wheelchair-lent',
  'guide-dogs',
] as const
export type AccessTerm = (typeof accessTerms)[number]

/** The languages in which people are served at a place. */
export const spokenLanguages = [
  'mandarin',
  'sichuanese',
  'tibetan',
  'qiang',
  'yi',
  'sign-language',
  'cantonese',
  'english',
] as const
export type SpokenLanguage = (typeof spokenLanguages)[number]

/** Where a further name of a place came from. */
export const nameSources = ['local', 'report', 'sign', 'former', 'short'] as const
export type NameSource = (typeof nameSources)[number]

/** A village with its 妇女之家 and a shelf in that is three levels; more than six nobody finds again. */
export const deepestLevel = 6

/** How much of each text a place takes. */
export const longest = { name: 60, address: 120, note: 500, reason: 200 } as const

/** What can be said of a place and changed, but for where it stands in the tree. */
export interface PlaceFacts {
  name: string
  kind: PlaceKind
  /** Twelve digits. */
  village: string | null
  keeper: string
  keeperPerson: string | null
  phone: string | null
  address: string | null
  accessibility: AccessTerm[]
  languages: SpokenLanguage[]
  note: string | null
}

export const factItems = [
  'name',
  'kind',
  'village',
  'keeper',
  'keeperPerson',
  'phone',
  'address',
  'accessibility',
  'languages',
  'note',
] as const satisfies readonly (keyof PlaceFacts)[]
export type FactItem = (typeof factItems)[number]

/** One thing that is changed: what its sender saw there, and what shall stand there. */
export type FactChange = {
  [Item in FactItem]: { item: Item; before: PlaceFacts[Item]; after: PlaceFacts[Item] }
}[FactItem]

/** Those changes whose sender saw something else than what stands there now. */
export function conflictsOf(place: PlaceFacts, changes: readonly FactChange[]): FactChange[] {
  return changes.filter(({ item, before }) => !same(place[item], before))
}

/** The place with the changes; a change that changes nothing is as good as none. */
export function withChanges(
  place: PlaceFacts,
  changes: readonly FactChange[],
): { facts: PlaceFacts; changes: FactChange[] } {
  const real = changes.filter(({ item, after }) => !same(place[item], after))
  return {
    facts: { ...place, ...Object.fromEntries(real.map(({ item, after }) => [item, after])) },
    changes: real,
  }
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** Where a place stands in the tree: its ancestors from the top, and itself last. */
export interface Standing {
  id: string
  path: readonly string[]
  closedAt: string | null
}

export type MoveFault = 'into-itself' | 'too-deep' | 'parent-closed'

/**
 * What speaks against a place standing below another, or null. `below` is how many levels hang on the place itself:
 * 0 where it holds nothing.
 */
export function faultOfMove(place: Standing, parent: Standing | null, below: number): MoveFault | null {
  if (parent === null) return null
  if (parent.path.includes(place.id)) return 'into-itself'
  if (parent.closedAt !== null) return 'parent-closed'
  return parent.path.length + 1 + below > deepestLevel ? 'too-deep' : null
}

export const placeActions = ['change', 'name', 'move', 'add', 'close', 'reopen'] as const
export type PlaceAction = (typeof placeActions)[number]

/** What somebody may do with a place now: `keeps` looks after it, `names` may say how it is called. */
export function actionsFor(
  place: Standing,
  asker: { keeps: boolean; names: boolean; adds: boolean },
): PlaceAction[] {
  const open = place.closedAt === null
  const may: Record<PlaceAction, boolean> = {
    change: open && asker.keeps,
    name: open && asker.names,
    move: open && asker.keeps,
    add: open && asker.adds && place.path.length < deepestLevel,
    close: open && asker.keeps,
    reopen: !open && asker.keeps,
  }
  return placeActions.filter((action) => may[action])
}
