import { createHash } from 'node:crypto'
import { asSystem, type Database, type Tx } from '../db/database.ts'
import { commandReused } from '../http/problems.ts'
import type { Work } from './command.ts'

type CommandTables = {
  commands: {
    county: string
    id: string
    name: string
    person: string | null
    inputHash: string
    result: unknown
    at: Date | string
  }
}

/**
 * Takes a command's id for itself. Returns the earlier answer when the same command has run already
 * (a phone that sent it twice); waits for the other when both arrive at once. Throws `commandReused` when
 * the id stands for something else.
 */
export async function claimCommand(
  work: Work,
  name: string,
  input: unknown,
): Promise<{ repeated: false } | { repeated: true; result: unknown }> {
  const { county, person } = work.actor
  const mine = await work.tx
    .withTables<CommandTables>()
    .insertInto('commands')
    .values({
      county,
      id: work.command,
      name,
      person,
      inputHash: hashOf(input),
      at: work.now,
      result: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (mine) return { repeated: false }
  const earlier = await earlierAnswer(work.tx, work, name, input)
  if (!earlier) throw commandReused()
  return { repeated: true, result: earlier.result }
}

/** The answer that a command's id got before, or null. Throws `commandReused` when the id stands for something else. */
export async function earlierAnswer(
  tx: Tx,
  sent: Pick<Work, 'actor' | 'command'>,
  name: string,
  input: unknown,
): Promise<{ result: unknown } | null> {
  const earlier = await tx
    .withTables<CommandTables>()
    .selectFrom('commands')
    .selectAll()
    .where('id', '=', sent.command)
    .executeTakeFirst()
  if (!earlier) return null
  if (earlier.name !== name || earlier.person !== sent.actor.person || earlier.inputHash !== hashOf(input))
    throw commandReused()
  return { result: earlier.result }
}

const hashOf = (input: unknown) => createHash('sha256').update(JSON.stringify(input)).digest('hex')

/** Keeps what the command answered, for whoever sends it again. */
export async function keepResult(work: Work, result: unknown): Promise<void> {
  await work.tx
    .withTables<CommandTables>()
    .updateTable('commands')
    .set({ result: JSON.stringify(result) })
    .where('id', '=', work.command)
    .execute()
}

/** How long a command may be sent again: a phone that was without signal for a month still gets its answer. */
const keptFor = 30 * 24 * 3_600_000

/** Forgets the commands that nobody sends again. */
export async function tidyCommands(database: Database, now: Date): Promise<void> {
  await asSystem(database, (tx) =>
    tx
      .withTables<CommandTables>()
      .deleteFrom('commands')
      .where('at', '<', new Date(now.getTime() - keptFor))
      .execute(),
  )
}
