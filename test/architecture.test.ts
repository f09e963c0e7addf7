import { spawnSync } from 'node:child_process'
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const sources = globSync('src/**/*.{ts,tsx}').filter((file) => !/\.(test|d)\.tsx?$/.test(file))
const law = '.dependency-cruiser.cjs'
const browserLaw = '.dependency-cruiser.browser.cjs'
const read = (file: string) => readFileSync(file, 'utf8')

/** The slices in the order in which they may know each other, as src/app/slices.ts has them. */
function sliceOrder(): string[] {
  const text = read('src/app/slices.ts')
  const folders = new Map(
    [...text.matchAll(/import \{ (\w+) \} from '..\/slices\/([\w-]+)\/slice\.ts'/g)].map(
      ([, name, folder]) => [name, folder],
    ),
  )
  const list = /slices[^=]*=\s*\[([^\]]*)\]/.exec(text)?.[1] ?? ''
  return list
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
    .map((name) => folders.get(name) ?? `unknown: ${name}`)
}

function sliceOf(file: string): string | undefined {
  return /^src\/slices\/([\w-]+)\//.exec(file)?.[1]
}

/** Every slice that a file imports from, by whatever way. */
function importedSlices(file: string): string[] {
  const paths = [...read(file).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, path]) => path ?? '')
  return paths.flatMap((path) => {
    if (path.startsWith('#slices/')) return [path.split('/')[1] ?? '']
    if (path.startsWith('.')) return [sliceOf(join(dirname(file), path)) ?? []].flat()
    return []
  })
}

test('the list of slices is the list of their folders', () => {
  const folders = globSync('src/slices/*/slice.ts').map((file) => basename(dirname(file)))
  expect(sliceOrder().toSorted()).toEqual(folders.toSorted())
  expect(folders.length).toBeGreaterThan(1)
})

test('a slice imports only from slices before it', () => {
  const order = sliceOrder()
  const upward = sources.flatMap((file) => {
    const own = sliceOf(file)
    if (!own) return []
    return importedSlices(file)
      .filter((other) => other !== own && order.indexOf(other) >= order.indexOf(own))
      .map((other) => `${file} imports ${other}`)
  })
  expect(upward).toEqual([])
})

/** Each table with the slice (or `platform`) that owns it: the first word of its migration's name. */
function tableOwners(): Map<string, string> {
  const owners = new Map<string, string>()
  for (const file of globSync('db/migrations/*.sql')) {
    const owner = /^\d+-([a-z]+)-/.exec(basename(file))?.[1] ?? 'unnamed'
    for (const [, table] of read(file).matchAll(/create table (?:if not exists )?(\w+)/gi)) {
      if (table) owners.set(table, owner)
    }
  }
  return owners
}

const queryBuilder =
  /\b(?:selectFrom|insertInto|updateTable|deleteFrom|(?:inner|left|right|full|cross)Join|mergeInto|using)\(\s*['"`](\w+)/g
const plainSql = /\b(?:from|join|into|update)\s+(?:only\s+)?"?(\w+)"?/gi

/** Tables that a file names in a query: through the builder, or in SQL of its own (a template or a query string). */
function tablesNamed(file: string): string[] {
  const text = read(file)
  const sqls = [...text.matchAll(/sql(?:<[^`]*>)?`([^`]*)`|\.query\(\s*[`'"]([^`'"]*)[`'"]/g)].map(
    ([, a, b]) => a ?? b ?? '',
  )
  return [
    ...[...text.matchAll(queryBuilder)].map(([, table]) => table ?? ''),
    ...sqls.flatMap((sql) => [...sql.matchAll(plainSql)].map(([, table]) => table ?? '')),
  ]
}

test('a table is named only by the stores of the slice that owns it', () => {
  const owners = tableOwners()
  expect(owners.size).toBeGreaterThan(10)
  const named = sources.flatMap((file) =>
    tablesNamed(file).map((table) => ({ file, table, owner: owners.get(table) })),
  )
  expect(named.filter(({ owner }) => owner).length, 'the check must find queries').toBeGreaterThan(
    owners.size,
  )
  const strangers = named.filter(({ file, owner }) => {
    if (!owner) return false
    const isTheirs = owner === 'platform' ? file.startsWith('src/platform/') : sliceOf(file) === owner
    return !isTheirs || !/-(store|ledger)\.ts$/.test(file)
  })
  expect(strangers.map(({ file, table }) => `${file} names ${table}`)).toEqual([])
})

test('no file is a drawer', () => {
  const drawers = globSync('{src,test,bench,bin}/**/*').filter((file) =>
    /^(utils?|helpers?|common|misc)(\.|$)/.test(basename(file)),
  )
  expect(drawers).toEqual([])
})

test('the lock file names no registry, so that every mirror will do', () => {
  const lock = read('package-lock.json')
  expect(lock).toContain('"integrity"')
  expect(lock).not.toContain('"resolved"')
  expect(read('.npmrc')).not.toMatch(/registry\s*=/)
})

test('the import graph is looked at whole', { timeout: 60_000 }, () => {
  const { modules } = cruise('.', law)
  const ours = modules.filter(({ source }) => source.startsWith('src/') && !source.includes('.test.'))
  expect(ours.length).toBeGreaterThan(150)
  // Type declarations are no code, so they stand outside the graph.
  const missing = sources.filter((file) => !ours.some(({ source }) => source === file))
  expect(missing).toEqual([])
})

test('the import graph finds what is planted', { timeout: 60_000 }, () => {
  const toy = mkdtempSync(join(tmpdir(), 'daqiao-toy-'))
  try {
    for (const file of ['package.json', 'tsconfig.json', law, browserLaw]) cpSync(file, join(toy, file))
    symlinkSync(join(process.cwd(), 'node_modules'), join(toy, 'node_modules'))
    for (const [file, text] of Object.entries(planted)) {
      mkdirSync(dirname(join(toy, file)), { recursive: true })
      writeFileSync(join(toy, file), text)
    }
    expect(brokenRules(toy, browserLaw)).toEqual([
      'browser-never-reaches-node',
      'browser-never-reaches-the-server',
    ])
    expect(brokenRules(toy, law)).toEqual([
      'no-circular',
      'no-unresolvable',
      'not-to-dev-dependencies',
      'not-to-tests',
      'only-app-composes',
      'platform-knows-no-slice',
      'slice-through-its-door',
      'ui-knows-no-slice',
    ])
  } finally {
    rmSync(toy, { recursive: true, force: true })
  }
})

/** One fault for each rule, and a lawful import that no rule may speak of. */
const planted: Record<string, string> = {
  'src/slices/places/index.ts': `export { place } from './place.ts'`,
  'src/slices/places/place.ts': 'export const place = 1',
  'src/slices/places/place-store.ts': 'export const rows = 1',
  'src/slices/places/place.test.ts': 'export const made = 1',
  'src/slices/visits/lawful.ts': `import { place } from '#slices/places'\nexport const visit = place`,
  'src/slices/visits/around.ts': `import { rows } from '../places/place-store.ts'\nexport const stolen = rows`,
  'src/slices/visits/deep.ts': `import { rows } from '#slices/places/place-store.ts'\nexport const deep = rows`,
  'src/slices/visits/leaning.ts': `import { made } from '../places/place.test.ts'\nexport const leaning = made`,
  'src/slices/visits/upward.ts': `import { all } from '../../app/all.ts'\nexport const upward = all`,
  'src/slices/visits/tool.ts': `import { chromium } from 'playwright-core'\nexport const tool = chromium`,
  'src/slices/visits/egg.ts': `import { hen } from './hen.ts'\nexport const egg: number = hen`,
  'src/slices/visits/hen.ts': `import { egg } from './egg.ts'\nexport const hen: number = egg`,
  'src/slices/visits/console/index.tsx': `import { near } from '../near.ts'\nexport const page = near`,
  'src/slices/visits/console/lawful.tsx': `import type { Row } from '../visit-store.ts'\nexport const shown: Row = 1`,
  'src/slices/visits/near.ts': `import { rows } from './visit-store.ts'\nexport const near = rows`,
  'src/slices/visits/visit-store.ts': 'export type Row = number\nexport const rows = 1',
  'src/app/all.ts': 'export const all = 1',
  'src/platform/word.ts': `import { place } from '../slices/places/place.ts'\nexport const word = place`,
  'src/ui/button.tsx': `import { place } from '#slices/places'\nimport { readFileSync } from 'node:fs'\nexport const button = [place, readFileSync]`,
}

interface Cruised {
  modules: { source: string }[]
  summary: { violations: { from: string; rule: { name: string } }[] }
}

function brokenRules(folder: string, config: string): string[] {
  const { violations } = cruise(folder, config).summary
  const lawful = violations.filter(({ from }) => from.endsWith('lawful.ts') || from.endsWith('lawful.tsx'))
  expect(lawful, 'what is lawful is not spoken of').toEqual([])
  return [...new Set(violations.map(({ rule }) => rule.name))].toSorted()
}

function cruise(folder: string, config: string): Cruised {
  const depcruise = join(process.cwd(), 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const args = ['--config', config, '--output-type', 'json', 'src']
  const options = { cwd: folder, encoding: 'utf8', maxBuffer: 64 << 20 } as const
  const answer = spawnSync(process.execPath, [depcruise, ...args], options)
  if (answer.stdout === '') throw new Error(answer.stderr)
  return JSON.parse(answer.stdout) as Cruised
}
