import { type Actor, may } from '#platform/auth/actor.ts'
import type {
  CellRemark,
  ImportAsked,
  ImportFile,
  ImportMatch,
  ImportReading,
  ImportRow,
} from '#platform/import/import-kind.ts'
import {
  type CalledOrganisation,
  nameIn,
  organisationsByIds,
  organisationsCalled,
} from '#slices/organisations'
import { peopleCalled } from '#slices/people'
import { type FactItem, factItems, type PlaceFacts } from '../place.ts'
import { wordsOf } from '../place-facts-in-words.ts'
import { nameKey } from '../place-name.ts'
import { type PlaceCalled, placesCalled } from '../places-called.ts'
import { placesByIds, type PlaceRow } from '../place-store.ts'
import { placeRemarks } from './place-import-words.ts'
import { placesWithPhones } from './place-import-store.ts'
import { type CellsRead, oneLine, readPlaceCells } from './read-place-cells.ts'

/** What a row brings to the register, as the dry run keeps it. */
export type PlaceValues = PlaceFacts & {
  parent: string | null
  /** What the file itself says; the rest was put in its place. */
  given: FactItem[]
}

interface Known {
  keepers: ReadonlyMap<string, readonly CalledOrganisation[]>
  places: ReadonlyMap<string, readonly PlaceCalled[]>
  people: ReadonlyMap<string, readonly { id: string }[]>
  phones: ReadonlyMap<string, readonly Pick<PlaceRow, 'id' | 'name' | 'kind'>[]>
  own: { id: string; name: string } | null
}

/** Reads rows of a spreadsheet as places: what they would become, what is wrong, and which are there already. */
export async function readPlaceRows(
  asked: ImportAsked,
  rows: readonly ImportRow[],
  file: ImportFile,
): Promise<ImportReading[]> {
  const read = rows.map((row) => ({ row, ...readPlaceCells(row.cells, asked.actor.county) }))
  const known = await lookUp(asked, read)
  const found = read.map((one) => withOthers(asked.actor, one, known, file))
  return matchAll(asked, found, known)
}

type Read = CellsRead & { row: ImportRow }

async function lookUp({ tx, actor }: ImportAsked, read: readonly Read[]): Promise<Known> {
  const texts = (field: string) => [
    ...new Set(read.map(({ row }) => oneLine(row.cells[field]?.text)).filter((text) => text !== '')),
  ]
  const names = read.map(({ facts }) => facts.name).filter(Boolean)
  const own = actor.organisations.find((one) => may(actor, 'place.manage', [one]))
  const [organisation] = own ? await organisationsByIds(tx, [own]) : []
  const phones = await placesWithPhones(
    tx,
    read.flatMap(({ facts }) => facts.phone ?? []),
  )
  return {
    keepers: await organisationsCalled(tx, texts('keeper')),
    places: await placesCalled(tx, [...names, ...texts('parent')]),
    people: await peopleFor({ tx, actor }, texts('keeperPerson')),
    phones: Map.groupBy(phones, ({ phone }) => phone ?? ''),
    own: organisation ? { id: organisation.id, name: nameIn(organisation, actor.language) } : null,
  }
}

/** The platform is no directory of persons: who does not look after accounts finds only themselves. */
async function peopleFor({ tx, actor }: Pick<ImportAsked, 'tx' | 'actor'>, names: readonly string[]) {
  if (may(actor, 'person.manage')) return peopleCalled(tx, names)
  return new Map(names.includes(actor.name) ? [[actor.name, [{ id: actor.person }]]] : [])
}

interface Found {
  row: ImportRow
  facts: CellsRead['facts']
  keeper: string | null
  keeperPerson: string | null
  parent: string | null
  after: string | null
  faults: CellRemark[]
  notes: CellRemark[]
}

/** What a row says of other records: who keeps it, who is in charge, below which place it stands. */
function withOthers(
  actor: Actor,
  { row, facts, faults, notes }: Read,
  known: Known,
  file: ImportFile,
): Found {
  const text = (field: string) => (row.cells[field]?.mark ? '' : oneLine(row.cells[field]?.text))
  const fault = (field: string, remark: CellRemark['text']) => void faults.push({ field, text: remark })
  const note = (field: string, remark: CellRemark['text']) => void notes.push({ field, text: remark })

  let keeper: string | null = null
  const written = text('keeper')
  const meant = known.keepers.get(written) ?? []
  if (written === '' && !row.cells.keeper?.mark) {
    keeper = known.own?.id ?? null
    if (known.own) note('keeper', placeRemarks.ownKeeper(known.own.name))
    else fault('keeper', placeRemarks.noKeeper())
  } else if (meant.length === 1 && meant[0]) {
    if (may(actor, 'place.manage', [meant[0].id])) keeper = meant[0].id
    else fault('keeper', placeRemarks.foreignKeeper(nameIn(meant[0], actor.language)))
  } else if (written !== '') {
    const names = meant.map((one) => nameIn(one, actor.language))
    fault(
      'keeper',
      names.length > 0 ? placeRemarks.severalKeepers(written, names) : placeRemarks.unknownKeeper(written),
    )
  }

  const inCharge = text('keeperPerson')
  const people = known.people.get(inCharge) ?? []
  if (inCharge !== '' && people.length !== 1) {
    note(
      'keeperPerson',
      people.length > 1 ? placeRemarks.severalPeople(inCharge) : placeRemarks.person(inCharge),
    )
  }

  let parent: string | null = null
  let after: string | null = null
  const above = text('parent')
  if (above !== '') {
    const there = known.places.get(above) ?? []
    const inFile = file.recordOf(nameKey(above))
    if (inFile === row.record || (facts.name !== '' && nameKey(above) === nameKey(facts.name))) {
      fault('parent', placeRemarks.ownParent())
    } else if (there.length === 1 && there[0]) parent = there[0].id
    else if (there.length > 1)
      fault(
        'parent',
        placeRemarks.severalParents(
          above,
          there.map(({ name }) => name),
        ),
      )
    else if (inFile) {
      parent = inFile
      after = inFile
    } else fault('parent', placeRemarks.unknownParent(above))
  }
  return {
    row,
    facts,
    keeper,
    keeperPerson: people.length === 1 ? (people[0]?.id ?? null) : null,
    parent,
    after,
    faults,
    notes,
  }
}

async function matchAll(asked: ImportAsked, found: readonly Found[], known: Known): Promise<ImportReading[]> {
  const candidates = found.map((one) => candidateFor(one, known))
  const ids = candidates.flatMap((candidate) => candidate?.id ?? [])
  const places = new Map((await placesByIds(asked.tx, ids)).map((place) => [place.id, place]))
  const readings = found.map((one) => ({ one, values: valuesOf(one) }))
  const changes = readings.map(({ values }, at) => {
    const place = places.get(candidates[at]?.id ?? '')
    return values && place ? changesFor(place, values) : []
  })
  const words = await wordsOf(
    asked.tx,
    asked.actor.language,
    changes.flat().flatMap(({ item, before, after }) => [[item, before] as const, [item, after] as const]),
  )
  return readings.map(({ one, values }, at) => {
    const candidate = candidates[at]
    const place = places.get(candidate?.id ?? '')
    return {
      row: one.row.row,
      title: one.facts.name,
      values: values && one.faults.length === 0 ? { ...values } : null,
      faults: one.faults,
      notes: one.notes,
      after: one.after,
      match:
        candidate && place
          ? {
              ...candidate,
              title: place.name,
              choices: choicesFor(asked.actor, candidate, place, changes[at]?.length ?? 0),
              differs: (changes[at] ?? []).map(({ item, before, after }) => ({
                field: item,
                now: words(item, before),
                file: words(item, after) ?? '',
              })),
            }
          : null,
    }
  })
}

function choicesFor(
  actor: Actor,
  { sure }: Pick<ImportMatch, 'sure'>,
  place: PlaceRow,
  changes: number,
): ImportMatch['choices'] {
  const merges = changes > 0 && may(actor, 'place.manage', [place.keeper])
  return [...(sure === 'likely' ? (['new'] as const) : []), 'skip', ...(merges ? (['merge'] as const) : [])]
}

/** The open place that a row may mean: by a whole name, by what a name comes down to, by kind and telephone. */
function candidateFor({ facts }: Found, known: Known): Pick<ImportMatch, 'sure' | 'id' | 'why'> | null {
  const called = known.places.get(facts.name) ?? []
  const whole = called.find(({ by }) => by !== 'short')
  if (whole) {
    const why = whole.by === 'name' ? placeRemarks.sameName(whole.name) : placeRemarks.sameAlias(whole.name)
    return { sure: 'exact', id: whole.id, why }
  }
  const [near] = called
  if (near) return { sure: 'likely', id: near.id, why: placeRemarks.nearName(near.name) }
  const rings = (known.phones.get(facts.phone ?? '—') ?? []).find(({ kind }) => kind === facts.kind)
  return rings ? { sure: 'likely', id: rings.id, why: placeRemarks.nearPhone(rings.name) } : null
}

function valuesOf({ row, facts, keeper, keeperPerson, parent }: Found): PlaceValues | null {
  if (keeper === null || facts.name === '') return null
  const given = factItems.filter((item) => row.cells[item] !== undefined)
  return { ...facts, keeper, keeperPerson, parent, given }
}

/** What merging a row into a place would change: only what the file says, and never the name. */
export function changesFor(
  place: PlaceFacts,
  values: PlaceValues,
): { item: FactItem; before: PlaceFacts[FactItem]; after: PlaceFacts[FactItem] }[] {
  return values.given.flatMap((item) => {
    if (item === 'name' || (item === 'keeperPerson' && values.keeperPerson === null)) return []
    const [before, after] = [place[item], values[item]]
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ item, before, after }]
  })
}
