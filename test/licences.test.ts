import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Licences under which a package may come along with one under Apache-2.0. */
const compatible = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'Zlib',
  'Unlicense',
  'CC0-1.0',
  'BlueOak-1.0.0',
  'PostgreSQL',
  'OFL-1.1', // fonts, which come along unchanged and are never sold by themselves
  'MPL-2.0', // file by file: used unchanged, and nothing of it goes into what we build
])

interface Locked {
  version: string
  dev?: boolean
  optional?: boolean
  license?: string
}

/** Reads an SPDX expression: of an OR one is enough, of an AND all are needed. */
function isCompatible(expression: string): boolean {
  const plain = expression.replace(/[()]/g, '')
  return plain
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => compatible.has(licence.trim())))
}

/** What the package itself says, which counts more than what the lock file says of it. */
function licenceOf(path: string, locked: Locked): string {
  try {
    const { license } = JSON.parse(readFileSync(`${path}/package.json`, 'utf8')) as { license?: unknown }
    return typeof license === 'string' ? license : 'none'
  } catch {
    // Not for this machine, so not installed.
    return locked.optional && locked.license ? locked.license : 'none'
  }
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> }
const runtime = Object.entries(lock.packages).filter(([path, locked]) => path !== '' && !locked.dev)

test('every package that a running Daqiao needs may come along with Apache-2.0', () => {
  expect(runtime.length).toBeGreaterThan(100)
  const others = runtime.map(([path, locked]) => `${path}: ${licenceOf(path, locked)}`)
  expect(others.filter((line) => !isCompatible(line.slice(line.lastIndexOf(': ') + 2)))).toEqual([])
})

test('a licence that takes is not let in by one that gives', () => {
  expect(isCompatible('MIT AND GPL-3.0-only')).toBe(false)
  expect(isCompatible('(MIT OR GPL-3.0-or-later)')).toBe(true)
  expect(isCompatible('AGPL-3.0-only')).toBe(false)
  expect(isCompatible('none')).toBe(false)
})
