import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { call } from '#platform/contracts/call.ts'
import { eventRoutes } from '#platform/events/event-contract.ts'
import { Problem } from '#platform/http/problem.ts'
import { followupMessages } from '../src/slices/followups/followup-messages.ts'

/** What the makers of problems are tried with, where it is more than a word or a number. */
const given: Record<string, unknown[][]> = {
  notFound: [[], [{ zh: '这个文件', en: 'This file' }]],
  badInput: [
    [[{ path: 'reason', message: 'x' }]],
    [
      [
        { path: '', message: 'x' },
        { path: 'due.day', message: 'y' },
      ],
    ],
  ],
  weakPassword: [['short'], ['common'], ['login'], ['simple']],
  reportFault: [
    'empty',
    'too-large',
    'picture',
    'encrypted',
    'unsupported',
    'damaged',
    'no-text',
    'too-slow',
  ].map((fault) => [fault]),
  knownReport: [[{ id: 'x', title: 'x' }]],
  visitWasChanged: [[[]], [[{ item: 'date', yours: null, now: null, by: 'Lu Jing', at: null }]]],
  visitIsSettled: [['confirmed'], ['dismissed']],
  nameHeld: [
    ['x', 'x', 'id'],
    ['x', 'y', 'id'],
  ],
  holdsOpenPlaces: [
    ['x', ['y'], 1],
    ['x', ['y', 'z'], 7],
  ],
  cannotStandThere: ['into-itself', 'too-deep', 'parent-closed'].map((fault) => [fault, 'x', 'y']),
  placeWasChanged: [
    [[{ item: 'phone', now: null, by: null, at: null }]],
    [
      [
        { item: 'name', now: 'x', by: 'Lu Jing', at: null },
        { item: 'parent', now: 'y', by: null, at: null },
      ],
    ],
  ],
  serviceNameHeld: [['x', { id: 'id', name: 'x' }]],
  serviceWasChanged: [
    [[{ item: 'phone', now: null, by: null, at: null }]],
    [
      [
        { item: 'name', now: 'x', by: 'Lu Jing', at: null },
        { item: 'staleAfter', now: '180', by: null, at: null },
      ],
    ],
  ],
  villageUnfit: ['form', 'elsewhere', 'unknown'].map((fault) => [fault, '511825101999']),
  requestNotNow: ['hand-on', 'answer', 'close', 'see-contact'].flatMap((action) =>
    ['received', 'handed-on', 'answered', 'closed'].map((state) => [action, state, '281590374462']),
  ),
  tableUnread: [
    'empty',
    'damaged',
    'unfolds',
    'rows',
    'sheets',
    'no-sheet',
    'encrypted',
    'old',
    'unsupported',
    'slow',
  ].map((code) => [code]),
  addressUnfit: ['smtp', 'sms', 'wecom'].map((channel) => [channel]),
  notReadyToConfirm: [[['no-directives', 'year-missing', 'no-date', 'no-place']]],
  taken: [[[{ name: 'x', starts: '2026-11-25T01:00:00.000Z', ends: '2026-11-25T02:00:00.000Z' }]]],
  doesNotFit: ['past', 'not-for-you', 'too-many', 'too-long', 'too-far', 'outside-hours'].map((fault) => [
    fault,
  ]),
  choicesMissing: [
    [['2026-11-25T01:00:00.000Z']],
    [['2026-11-25T01:00:00.000Z', '2026-12-02T01:00:00.000Z']],
  ],
  notNow: everyRefusal(),
}

/** Every step with every reason against it, with and without the step before. */
function everyRefusal(): unknown[][] {
  const { actions, reasons, steps } = followupMessages.en
  const lasts = [
    null,
    ...Object.keys(steps).map((kind) => ({ kind, at: '2026-11-24T01:00:00Z', person: null })),
  ]
  return Object.keys(actions).flatMap((action) =>
    Object.keys(reasons).flatMap((reason) => lasts.map((last) => [action, reason, '2026-0001', last])),
  )
}

interface Maker {
  file: string
  name: string
  parameters: string[]
}

const files = globSync('src/**/*.{ts,tsx}').filter((file) => !/\.test\.tsx?$/.test(file))

const makers: Maker[] = files.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/^export function (\w+)\(([^)]*)\): Problem \{$/gm)].map(
    ([, name = '', list = '']) => ({
      file,
      name,
      parameters: list
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean),
    }),
  ),
)

/** Every set of arguments to try a maker with: one of `given`, or plain words and numbers. */
function argumentsFor({ file, name, parameters }: Maker): unknown[][] {
  if (given[name]) return given[name]
  return [
    parameters.map((one) => {
      if (/: string$/.test(one)) return 'x'
      if (/: number$/.test(one)) return 3
      throw new Error(`say in this test what ${name} of ${file} is given: ${one}`)
    }),
  ]
}

async function make(maker: Maker): Promise<Problem[]> {
  const module = (await import(resolve(maker.file))) as Record<string, (...given: unknown[]) => Problem>
  return argumentsFor(maker).map((one) => module[maker.name]!(...one))
}

const han = /\p{Script=Han}/u

function expectWords(problem: Problem): void {
  expect(problem).toBeInstanceOf(Problem)
  expect(problem.status === 0 || (problem.status >= 400 && problem.status < 600), problem.code).toBe(true)
  expect(problem.code).toMatch(/^[a-z]+(?:[.-][a-z]+)*$/)
  const { zh, en } = problem.texts
  for (const text of [zh.title, zh.detail]) expect(text, problem.code).toMatch(han)
  for (const text of [en.title, en.detail]) {
    expect(text, problem.code).toMatch(/\w{2}/)
    expect(text, problem.code).not.toMatch(han)
  }
  for (const { title, detail } of [zh, en]) {
    expect(detail).not.toBe(title)
    expect(title, problem.code).not.toMatch(/[。.]$/)
    expect(detail, problem.code).toMatch(/[。.？?)）]$|[：:] ?\S+$/)
    expect(title + detail, problem.code).not.toMatch(/undefined|null|NaN|\[object|\$\{/)
  }
}

/** The class itself, the console's way in, and problems that a slice makes its own under its record's name. */
const shared = [
  'src/platform/http/problem.ts',
  'src/platform/contracts/call.ts',
  'src/platform/http/changed-meanwhile.ts',
]

test('every problem is made by a function that this test has seen', () => {
  expect(makers.length).toBeGreaterThan(30)
  for (const file of files) {
    if (shared.includes(file)) continue
    const made =
      readFileSync(file, 'utf8').match(/\b(?:new Problem|changedMeanwhile|nothingChangedIn)\(/g)?.length ?? 0
    const seen = makers.filter((one) => one.file === file).length
    expect([file, made]).toEqual([file, seen])
  }
})

describe('each problem says in both languages what happened, and what is safe or to be done', () => {
  test.each(makers)('$name', async (maker) => {
    const problems = await make(maker)
    expect(problems.length).toBeGreaterThan(0)
    for (const problem of problems) expectWords(problem)
  })
})

test('a server that cannot be reached is such a problem too', async () => {
  const problem: Problem = await call(eventRoutes.ledger).then(
    () => expect.fail('it was reached'),
    (thrown) => thrown,
  )
  expect(problem.code).toBe('network')
  expectWords(problem)
})

test('two different problems never share a code', async () => {
  const codes = new Map<string, string>()
  for (const maker of makers) {
    for (const { code } of await make(maker)) {
      expect(codes.get(code) ?? maker.name, code).toBe(maker.name)
      codes.set(code, maker.name)
    }
  }
  expect(codes.size).toBeGreaterThan(30)
})
