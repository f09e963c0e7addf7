import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type TestHouse, testHouse } from '../../../test/house.ts'
import type { Actor, Reach } from '../auth/actor.ts'
import { inTransaction, type Tx } from '../db/database.ts'
import { newId } from '../records/new-id.ts'
import { tidyCommands } from './command-ledger.ts'
import { command, type Work } from './command.ts'
import { commandRunner, type EventHandler } from './run-command.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
  await asOwner(`
    create table notes (county text not null, id uuid not null, words text not null, primary key (county, id));
    select bind_to_county('notes');
    grant select, insert, update on notes to daqiao_app`)
})
beforeEach(() => asOwner('truncate notes'))
afterAll(() => house.close())

async function asOwner(text: string) {
  const client = new pg.Client({ connectionString: house.url })
  await client.connect()
  await client.query(text)
  await client.end()
}

type NoteTables = { notes: { county: string; id: string; words: string } }
const notes = (tx: Tx) => tx.withTables<NoteTables>()

const league = randomUUID()
const actorAt = (reach: Reach, county = '511825'): Actor => ({
  county,
  person: randomUUID(),
  name: '林晓',
  organisations: [league],
  reach: new Map([['note.write', reach]]),
  language: 'zh',
})
const linxiao = actorAt('county')

const input = z.object({ note: z.uuid(), words: z.string().trim().min(1) })
type Input = z.output<typeof input>

/** A command that keeps a note, and `also` does what a test needs. */
function writeNote(also: (work: Work, given: Input) => Promise<void> = async () => {}) {
  return command('note.write', {
    may: { permission: 'note.write' },
    input,
    event: 'note.written',
    async decide(work, given) {
      await notes(work.tx)
        .insertInto('notes')
        .values({ county: work.actor.county, id: given.note, words: given.words })
        .execute()
      await also(work, given)
      const about = { kind: 'note', id: given.note }
      return { result: { id: given.note, at: work.now.toISOString() }, event: { about, data: {} } }
    },
  })
}

const runner = (handlers: Record<string, EventHandler[]> = {}) =>
  commandRunner(house.database, new Map(Object.entries(handlers)))
const aNote = () => ({ note: newId(), words: '社区反映路灯不亮' })

const counted = (query: (tx: Tx) => Promise<unknown[]>, county = '511825') =>
  inTransaction(house.database, { county, person: null }, async (tx) => (await query(tx)).length)
const notesKept = (county?: string) =>
  counted((tx) => notes(tx).selectFrom('notes').selectAll().execute(), county)
const eventsOf = (id: string) =>
  counted(async (tx) => (await sql`select name from events where command = ${id}::uuid`.execute(tx)).rows)
const claimed = (id: string) =>
  counted(async (tx) => (await sql`select id from commands where id = ${id}::uuid`.execute(tx)).rows)

describe('a command that is sent again', () => {
  test('gets the first answer and does nothing', async () => {
    const [id, note] = [newId(), aNote()]
    const first = await runner().run(writeNote(), linxiao, note, {
      id,
      now: new Date('2026-11-24T01:00:00Z'),
    })
    const again = await runner().run(writeNote(), linxiao, note, {
      id,
      now: new Date('2026-11-24T02:00:00Z'),
    })
    expect(again).toEqual(first)
    expect([await notesKept(), await eventsOf(id)]).toEqual([1, 1])
  })

  test('six times at once is done once, and all six get the same answer', async () => {
    const [id, note] = [newId(), aNote()]
    let decided = 0
    const slowly = writeNote(async () => {
      decided += 1
      await new Promise((resolve) => setTimeout(resolve, 40))
    })
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => runner().run(slowly, linxiao, note, { id })),
    )
    expect(answers).toEqual(answers.map(() => answers[0]))
    expect([decided, await notesKept(), await eventsOf(id)]).toEqual([1, 1, 1])
  })

  test('runs after all when the first one failed', async () => {
    const [id, note] = [newId(), aNote()]
    const fails = writeNote(() => Promise.reject(new Error('the disk is full')))
    await expect(runner().run(fails, linxiao, note, { id })).rejects.toThrow('the disk is full')
    expect([await notesKept(), await claimed(id)]).toEqual([0, 0])
    expect(await runner().run(writeNote(), linxiao, note, { id })).toMatchObject({ id: note.note })
  })

  test('with other words, by another person or as another command is refused', async () => {
    const [id, note] = [newId(), aNote()]
    await runner().run(writeNote(), linxiao, note, { id })
    const reused = { code: 'command-reused' }
    const other = { ...writeNote(), name: 'note.copy' }
    const more = { ...note, words: '另一句话' }
    await expect(runner().run(writeNote(), linxiao, more, { id })).rejects.toMatchObject(reused)
    await expect(runner().run(writeNote(), actorAt('county'), note, { id })).rejects.toMatchObject(reused)
    await expect(runner().run(other, linxiao, note, { id })).rejects.toMatchObject(reused)
    expect(await notesKept()).toBe(1)
  })

  test('in another county is another command', async () => {
    const [id, note] = [newId(), aNote()]
    await runner().run(writeNote(), linxiao, note, { id })
    await runner().run(writeNote(), actorAt('county', '511803'), note, { id })
    expect([await notesKept(), await notesKept('511803')]).toEqual([1, 1])
  })

  test('after a month is forgotten, and not before', async () => {
    const [id, now] = [newId(), new Date('2026-01-01T00:00:00Z')]
    await runner().run(writeNote(), linxiao, aNote(), { id, now })
    await tidyCommands(house.database, new Date('2026-01-30T00:00:00Z'))
    expect(await claimed(id)).toBe(1)
    await tidyCommands(house.database, new Date('2026-02-01T00:00:00Z'))
    expect(await claimed(id)).toBe(0)
  })
})

describe('what another slice does when it happens', () => {
  test('stands in the same transaction and carries the same command', async () => {
    const [id, note] = [newId(), aNote()]
    const handles: EventHandler = async (_work, event, emit) => {
      await emit({ name: 'note.filed', about: event.about, data: {} })
    }
    await runner({ 'note.written': [handles] }).run(writeNote(), linxiao, note, { id })
    expect(await eventsOf(id)).toBe(2)
  })

  test('takes everything back when it fails', async () => {
    const [id, note] = [newId(), aNote()]
    const writes: EventHandler = async ({ tx, actor }) => {
      const row = { county: actor.county, id: newId(), words: 'by the handler' }
      await notes(tx).insertInto('notes').values(row).execute()
    }
    const fails: EventHandler = () => Promise.reject(new Error('no such organisation'))
    const run = runner({ 'note.written': [writes, fails] }).run(writeNote(), linxiao, note, { id })
    await expect(run).rejects.toThrow('no such organisation')
    expect([await notesKept(), await eventsOf(id), await claimed(id)]).toEqual([0, 0, 0])
  })
})

describe('a transaction that PostgreSQL asks to run again', () => {
  /** Fails as a serialization failure does, so many times. */
  function failing(times: number) {
    let tried = 0
    const note = writeNote(async ({ tx }) => {
      tried += 1
      if (tried > times) return
      await sql`do $$ begin raise exception 'could not serialize' using errcode = '40001'; end $$`.execute(tx)
    })
    return { note, tried: () => tried }
  }

  test('runs again, and what it wrote before is not there twice', async () => {
    const { note, tried } = failing(2)
    await runner().run(note, linxiao, aNote(), { id: newId() })
    expect([tried(), await notesKept()]).toEqual([3, 1])
  })

  test('gives up after three times and leaves nothing', async () => {
    const { note, tried } = failing(9)
    const run = runner().run(note, linxiao, aNote(), { id: newId() })
    await expect(run).rejects.toMatchObject({ code: '40001' })
    expect([tried(), await notesKept()]).toEqual([3, 0])
  })

  test('two that wait for each other both get through', async () => {
    const [one, other] = [aNote(), aNote()]
    await runner().run(writeNote(), linxiao, one, { id: newId() })
    await runner().run(writeNote(), linxiao, other, { id: newId() })
    const touch = async (tx: Tx, id: string) => {
      await notes(tx).updateTable('notes').set({ words: '改' }).where('id', '=', id).execute()
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    const both = (first: string, second: string) =>
      writeNote(async ({ tx }) => {
        await touch(tx, first)
        await touch(tx, second)
      })
    await Promise.all([
      runner().run(both(one.note, other.note), linxiao, aNote(), { id: newId() }),
      runner().run(both(other.note, one.note), linxiao, aNote(), { id: newId() }),
    ])
    expect(await notesKept()).toBe(4)
  })
})

describe('what is done before the transaction', () => {
  /** A note whose words are fetched beforehand; `fetched` is called each time. */
  const prepared = (fetched: () => Promise<string> | string) =>
    command('note.fetch', {
      may: { permission: 'note.write' },
      input,
      event: 'note.written',
      async prepare({ ask }, { note }) {
        const known = await ask((tx) =>
          notes(tx).selectFrom('notes').selectAll().where('id', '=', note).execute(),
        )
        return `${await fetched()} ${known.length}`
      },
      async decide({ tx, actor }, { note }, words) {
        await notes(tx).insertInto('notes').values({ county: actor.county, id: note, words }).execute()
        return { result: { words }, event: { about: { kind: 'note', id: note }, data: {} } }
      },
    })

  test('is there when it decides, and is not done again for the second sending', async () => {
    const [id, note] = [newId(), aNote()]
    let fetches = 0
    const fetching = prepared(() => `fetched ${(fetches += 1)}`)
    expect(await runner().run(fetching, linxiao, note, { id })).toEqual({ words: 'fetched 1 0' })
    expect(await runner().run(fetching, linxiao, note, { id })).toEqual({ words: 'fetched 1 0' })
    expect([fetches, await notesKept()]).toEqual([1, 1])
  })

  test('may fail because the same sending was quicker, and then its answer stands', async () => {
    const [id, note] = [newId(), aNote()]
    const first = runner().run(
      prepared(() => 'first'),
      linxiao,
      note,
      { id },
    )
    const late = prepared(async () => {
      await first
      throw new Error('the file is with its record already')
    })
    expect(await runner().run(late, linxiao, note, { id })).toEqual(await first)
    await expect(runner().run(late, linxiao, aNote(), { id: newId() })).rejects.toThrow('with its record')
  })

  test('holds no connection while it lasts', async () => {
    let begun = 0
    const together = Promise.withResolvers<void>()
    const waits = prepared(async () => {
      begun += 1
      if (begun === 12) together.resolve()
      await together.promise
      return 'all at once'
    })
    await Promise.all(
      Array.from({ length: 12 }, () => runner().run(waits, linxiao, aNote(), { id: newId() })),
    )
    expect(await notesKept()).toBe(12)
  })
})

describe('who may', () => {
  const at = (where: readonly string[] | 'county') => ({
    ...writeNote(),
    may: { permission: 'note.write', at: async () => where },
  })
  const allowed = async (note: ReturnType<typeof writeNote>, actor: Actor) => {
    const run = runner().run(note, actor, aNote(), { id: newId() })
    return run.then(
      () => true,
      (error: { code: string }) => {
        expect(error.code).toBe('not-allowed')
        return false
      },
    )
  }

  test('is asked for the permission, then for where the command acts', async () => {
    const here = actorAt(new Set([league]))
    expect(await allowed(writeNote(), { ...linxiao, reach: new Map() })).toBe(false)
    expect(await allowed(writeNote(), here)).toBe(true)
    expect(await allowed(at([league]), here)).toBe(true)
    expect(await allowed(at([randomUUID()]), here)).toBe(false)
    expect(await allowed(at([]), here)).toBe(false)
    expect(await allowed(at('county'), here)).toBe(false)
    expect(await allowed(at('county'), linxiao)).toBe(true)
    expect(await notesKept()).toBe(3)
  })
})

test('bad input is told field by field in the reader’s language, and claims nothing', async () => {
  const id = newId()
  const run = (actor: Actor) => runner().run(writeNote(), actor, { note: 'x', words: ' ' }, { id })
  const problem = { code: 'bad-input', extra: { issues: [{ path: 'note' }, { path: 'words' }] } }
  await expect(run(linxiao)).rejects.toMatchObject(problem)
  const told = async (actor: Actor) => (await run(actor).catch((error) => error)).extra.issues[0].message
  expect(await told(linxiao)).toMatch(/\p{Script=Han}/u)
  expect(await told({ ...linxiao, language: 'en' })).not.toMatch(/\p{Script=Han}/u)
  expect(await claimed(id)).toBe(0)
})
