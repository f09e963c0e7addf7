import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ResponseOf } from '#platform/contracts/route.ts'
import { inTransaction } from '#platform/db/database.ts'
import type { eventRoutes } from '#platform/events/event-contract.ts'
import { languages, type Text } from '#platform/i18n/messages.ts'
import { personMessages, roles } from '#slices/people'
import { type TestHouse, testHouse } from './house.ts'

/** Kinds that an event may be about although nobody else is shown the record, and why. */
const unshown: Record<string, string> = {
  'followup-view':
    'a filter that a person keeps for themselves: the ledger says that it was saved, not what it is',
  'booking-sweep': 'a passing over all bookings: each that it ended has an event of its own',
}

let house: TestHouse
/** Names of events that happen: written by commands, by handlers, and by signing in. */
let happening: Set<string>
let texts: Map<string, Text>

const sources = globSync('src/**/*.ts').filter((file) => !/\.test\.ts$/.test(file))
const read = (file: string) => readFileSync(file, 'utf8')

beforeAll(async () => {
  house = await testHouse()
  texts = new Map(house.house.slices.flatMap((slice) => Object.entries(slice.events)))
  const { rows } = await inTransaction(house.database, { county: '511825', person: null }, (tx) =>
    sql<{ name: string }>`select distinct name from events`.execute(tx),
  )
  happening = new Set([
    ...house.house.served.flatMap((one) => (one.kind === 'command' ? [one.command.event] : [])),
    ...rows.map(({ name }) => name),
    // What a handler emits, and what is recorded by hand, names itself beside its subject.
    ...sources.flatMap((file) =>
      [...read(file).matchAll(/\bname: '([\w-]+\.[\w-]+)',\s+about\b/g)].map(([, name]) => name ?? ''),
    ),
  ])
})
afterAll(() => house.close())

test('every event that happens has a text in both languages', () => {
  expect(happening.size).toBeGreaterThan(20)
  const untold = [...happening].filter((name) =>
    languages.some((language) => !texts.get(name)?.[language]?.trim()),
  )
  expect(untold, `say in the slice's events what happened: ${untold.join(', ')}`).toEqual([])
})

test('every text of an event is of one that happens, and stands in one slice', () => {
  const idle = [...texts.keys()].filter((name) => !happening.has(name))
  expect(idle, `no command writes ${idle.join(', ')}`).toEqual([])
  const all = house.house.slices.flatMap((slice) => Object.keys(slice.events))
  expect(all.length).toBe(new Set(all).size)
})

test('the ledger tells every event in words, in the language of who reads it', async () => {
  const auditor = await house.as('fengyinuo')
  for (const language of languages) {
    const ledger = await auditor.get('/api/events?limit=200', undefined, { language })
    const rows: ResponseOf<typeof eventRoutes.ledger>['items'] = ledger.body.items
    expect(rows.length).toBeGreaterThan(20)
    for (const { name, what } of rows) expect(what, name).toBe(texts.get(name)?.[language])
  }
})

test('every permission names roles that exist, and every role carries one', () => {
  const permissions = house.house.slices.flatMap((slice) => Object.entries(slice.permissions))
  expect(permissions.length).toBeGreaterThan(5)
  const unknown = permissions.flatMap(([permission, holders]) =>
    holders.filter((role) => !roles.includes(role as never)).map((role) => `${permission}: ${role}`),
  )
  expect(unknown).toEqual([])
  expect(permissions.filter(([, holders]) => holders.length === 0)).toEqual([])
  for (const role of roles) expect(house.house.permissionsOf(role).length, role).toBeGreaterThan(1)
})

test('every role has a name and an explanation in both languages', () => {
  for (const language of languages) {
    const { roles: named, rolesExplained } = personMessages[language]
    expect(Object.keys(named).toSorted()).toEqual([...roles].toSorted())
    expect(Object.keys(rolesExplained).toSorted()).toEqual([...roles].toSorted())
  }
})

test('every permission that a route, a command or a figure asks for is carried by a role', () => {
  const carried = new Set(roles.flatMap((role) => house.house.permissionsOf(role)))
  const asked = [
    ...house.house.served.flatMap((one) => [
      ...(typeof one.route.access === 'object' ? [`${one.route.access.permission} ${one.route.name}`] : []),
      ...(one.kind === 'command' ? [`${one.command.may.permission} ${one.command.name}`] : []),
    ]),
    ...house.house.slices.flatMap(({ facts }) =>
      (facts ?? []).map((fact) => `${fact.permission} ${fact.name}`),
    ),
  ]
  expect(asked.length).toBeGreaterThan(50)
  expect(asked.filter((one) => !carried.has(one.split(' ')[0] ?? ''))).toEqual([])
})

test('every kind of record that an event is about is known to the ledger', () => {
  const kinds = new Map(
    house.house.slices.flatMap((slice) => (slice.records ?? []).map((one) => [one.kind, one])),
  )
  const about = new Set(
    sources.flatMap((file) =>
      [...read(file).matchAll(/\babout(?::| =) \{ kind: '([\w-]+)'/g)].map(([, kind]) => kind ?? ''),
    ),
  )
  expect(about.size).toBeGreaterThan(3)
  const unknown = [...about].filter((kind) => !kinds.has(kind) && !(kind in unshown))
  expect(unknown, `give the slice a record of kind ${unknown.join(', ')}`).toEqual([])
  expect(Object.keys(unshown).filter((kind) => !about.has(kind))).toEqual([])
  for (const { kind, name } of kinds.values()) {
    for (const language of languages) expect(name[language].trim(), kind).not.toBe('')
  }
})

test('every figure has its title, definition and unit in both languages', () => {
  const facts = house.house.slices.flatMap((slice) => slice.facts ?? [])
  expect(facts.length).toBeGreaterThan(3)
  for (const { name, title, definition, unit } of facts) {
    for (const language of languages) {
      for (const text of [title, definition, unit]) expect(text[language].trim(), name).not.toBe('')
    }
  }
})

/** English texts in which Han stand on purpose, and why. */
const hanInEnglish: Record<string, string> = {
  中文: 'the name of the other language, in that language',
  县妇联: 'an example of a short name, which is Chinese in every language',
}

test('no text is empty, and the English ones are in English', async () => {
  let leaves = 0
  // The page of samples quotes an office's documents, which are Chinese in every language.
  const catalogues = globSync('src/**/*-messages.ts').filter((file) => !file.endsWith('/design-messages.ts'))
  for (const file of catalogues) {
    const module: Record<string, unknown> = await import(resolve(file))
    for (const catalogue of Object.values(module).filter(isCatalogue)) {
      const english = new Map(leavesOf(catalogue.en))
      for (const [path, chinese] of leavesOf(catalogue.zh)) {
        leaves += 1
        const text = english.get(path) ?? ''
        // A part of a sentence may be silent in one language, never in both.
        expect(`${chinese}${text}`.trim(), `${file}${path}`).not.toBe('')
        const rest = Object.keys(hanInEnglish).reduce((left, han) => left.replaceAll(han, ''), text)
        expect(rest, `${file}${path}`).not.toMatch(/\p{Script=Han}/u)
      }
    }
  }
  expect(leaves).toBeGreaterThan(500)
})

function isCatalogue(value: unknown): value is Record<'zh' | 'en', unknown> {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value
}

/** The texts of a catalogue with their places; those that are functions speak only with their values. */
function leavesOf(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => leavesOf(one, `${path}.${key}`))
}
