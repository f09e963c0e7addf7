import { createHash } from 'node:crypto'
import { asSystem, type Database } from '../db/database.ts'
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
  const inputHash = createHash('sha256').update(JSON.stringify(input)).digest('hex')
  const commands = work.tx.withTables<CommandTables>()
  const mine = await commands
    .insertInto('commands')
    .values({ county, id: work.command, name, person, inputHash, at: work.now, result: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (mine) return { repeated: false }
  const earlier = await commands
    .selectFrom('commands')
    .selectAll()
    .where('id', '=', work.command)
    .executeTakeFirst()
  if (earlier?.name !== name || earlier.person !== person || earlier.inputHash !== inputHash)
    throw commandReused()
  return { repeated: true, result: earlier.result }
}

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

export async function tidyCommands(database: Database, now: Date): Promise<void> {
  await asSystem(database, (tx) =>
    tx
      .withTables<CommandTables>()
      .deleteFrom('commands')
      .where('at', '<', new Date(now.getTime() - keptFor))
      .execute(),
  )
}
