import { globSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { asSystem } from '#platform/db/database.ts'
import { profileWords } from './profile-words.ts'
import { type TestHouse, testHouse } from './house.ts'

/**
 * People are not profiles: nothing in the product holds a person's ethnicity, religion, political standing,
 * united-front status, petition history or a key-person mark. Looked for in the columns of the database, in the
 * fields and choices of every contract, and in every source file, where message keys and options stand.
 */

/** Where such a word may stand, and why. A line that is gone must leave this list. */
const allowed: readonly { file: string; text: string; why: string }[] = [
  {
    file: 'db/migrations/0003-people-create.sql',
    text: 'no ethnicity, no politics, no score',
    why: 'the table says what it does not hold',
  },
  {
    file: 'src/slices/people/import-people.ts',
    text: "'民族',",
    why: 'a column of that name is recognised so that it is never brought in',
  },
  {
    file: 'src/slices/people/import-people.ts',
    text: "'政治面貌',",
    why: 'a column of that name is recognised so that it is never brought in',
  },
]

/** The reader's rules know the words of reports: names of offices, titles. They name no field of a person. */
const textRules = 'src/slices/visits/reader/'

interface Found {
  place: string
  text: string
  category: string
}

function lookAt(place: string, text: string): Found[] {
  return profileWords(text).map((category) => ({ place, text: text.trim().slice(0, 120), category }))
}

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house.close())

test.each([
  ['ethnic_group', 'ethnicity'],
  ['nationality', 'ethnicity'],
  ['民族：汉族', 'ethnicity'],
  ['religiousBelief', 'religion'],
  ['宗教信仰', 'religion'],
  ['politicalStatus', 'political standing'],
  ['isPartyMember', 'political standing'],
  ['政治面貌', 'political standing'],
  ['unitedFrontTarget', 'united front'],
  ['统战对象', 'united front'],
  ['petition_count', 'petitions'],
  ['信访记录', 'petitions'],
  ['keyPerson', 'key person'],
  ['blacklisted', 'key person'],
  ['重点人员', 'key person'],
])('%s is recognised as %s', (text, category) => {
  expect(profileWords(text)).toContain(category)
})

test.each([
  'organisation',
  'party organisation of the visit',
  'keyboard',
  'person.manage',
  '人员',
  '重点项目',
])('%s is a word like any other', (text) => {
  expect(profileWords(text)).toEqual([])
})

test('no table, column, view or rule of the database names one', async () => {
  const { rows } = await asSystem(house.database, (tx) =>
    sql<{ place: string; text: string }>`
      select c.relname as place, a.attname as text from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
      union all select relname, relname from pg_class where relnamespace = 'public'::regnamespace
      union all select conrelid::regclass::text, pg_get_constraintdef(oid) from pg_constraint
        where connamespace = 'public'::regnamespace
      union all select objoid::regclass::text, description from pg_description
        where classoid = 'pg_class'::regclass and objoid::regclass::text not like 'pg\\_%'
          and objoid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
      union all select typname, enumlabel from pg_enum join pg_type on pg_type.oid = enumtypid`.execute(tx),
  )
  expect(rows.length).toBeGreaterThan(200)
  expect(rows.flatMap(({ place, text }) => lookAt(`table ${place}`, text))).toEqual([])
})

test('no field or choice of a contract names one', () => {
  const found: Found[] = []
  let fields = 0
  for (const { name, params, query, body, response } of house.house.routes) {
    for (const [part, io] of [
      [params, 'input'],
      [query, 'input'],
      [body, 'input'],
      [response, 'output'],
    ] as const) {
      if (!part || part === 'file') continue
      for (const text of wordsOf(z.toJSONSchema(part, { io, unrepresentable: 'any' }))) {
        fields += 1
        found.push(...lookAt(`route ${name}`, text))
      }
    }
  }
  expect(fields).toBeGreaterThan(500)
  expect(found).toEqual([])
})

const files = globSync(['src/**/*.{ts,tsx,mts,mjs,css,html,sql,typ,json}', 'db/migrations/*.sql']).filter(
  (file) => !/\.test\.tsx?$/.test(file),
)

test('no source file names one, but in the places that are listed', () => {
  expect(files.length).toBeGreaterThan(200)
  const unused = new Set(allowed)
  const found: Found[] = []
  for (const file of files) {
    const rules = file.startsWith(textRules)
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const permission = allowed.find((one) => one.file === file && line.includes(one.text))
      if (permission) unused.delete(permission)
      // In the text rules a Chinese word is one that reports use; an English one would be a name that we gave.
      const text = rules ? line.replace(/\p{Script=Han}+/gu, ' ') : line
      if (!permission) found.push(...lookAt(file, text))
    }
  }
  expect(found, 'a person is not a profile: take it out, or list the place with its reason').toEqual([])
  expect([...unused], 'these places are gone: take them out of the list').toEqual([])
})

test('the text rules hold such words only inside of texts, never as something that is kept', () => {
  const spoken = files.filter((file) => file.startsWith(textRules))
  expect(spoken.length).toBeGreaterThan(5)
  const kept = spoken.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      // A key or a property with such a name: `民族: …`, `'宗教': …`, `.信仰`.
      .flatMap((line) => [...line.matchAll(/(?:^|[{,.\s])['"]?(\p{Script=Han}{2,})['"]?\s*(?::|\?:)\s/gu)])
      .flatMap(([, key = '']) => lookAt(file, key)),
  )
  expect(kept).toEqual([])
})

/** Every property name, choice, constant and description of a JSON schema. */
function wordsOf(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(wordsOf)
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, value]) => {
    if (key === 'properties')
      return [...Object.keys(value as object), ...Object.values(value as object).flatMap(wordsOf)]
    if (key === 'enum' || key === 'const') return [value].flat().map(String)
    if (key === 'description' || key === 'title') return [String(value)]
    return wordsOf(value)
  })
}
