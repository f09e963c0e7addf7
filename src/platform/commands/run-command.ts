import type { z } from 'zod'
import type { Actor } from '../auth/actor.ts'
import { may } from '../auth/actor.ts'
import { dayOf } from '../clock/working-days.ts'
import { parseInput } from '../contracts/parse-input.ts'
import { type Database, inTransaction } from '../db/database.ts'
import type { EventDraft, NewEvent } from '../events/event.ts'
import { insertEvents } from '../events/event-store.ts'
import { notAllowed, notForOthers } from '../http/problems.ts'
import { newId } from '../records/new-id.ts'
import { claimCommand, earlierAnswer, keepResult } from './command-ledger.ts'
import type { Beforehand, Command, Work } from './command.ts'

/**
 * What another slice does when an event happens, in the same transaction: all of it is there, or nothing.
 * `emit` writes the events of what it did.
 */
export type EventHandler = (
  work: Work,
  event: NewEvent,
  emit: (event: EventDraft) => Promise<void>,
) => Promise<void>

/** Throws unless the actor may act under this assistance now. */
export type AssistanceCheck = (work: Work, assistance: string) => Promise<void>

export type EventHandlers = ReadonlyMap<string, readonly EventHandler[]>

export interface CommandRunner {
  run<Schema extends z.ZodType, Result>(
    command: Command<Schema, Result>,
    actor: Actor,
    input: z.input<Schema>,
    /** `assistance`: done by staff for a person without a phone. */
    options: { id: string; now?: Date; assistance?: string },
  ): Promise<Result>
}

const attempts = 3
/** Serialization failure and deadlock: the transaction left nothing behind and may simply run again. */
const passing = new Set(['40001', '40P01'])

/**
 * Runs commands against one database. Throws `notAllowed`, `badInput`, `commandReused`, and what the command throws;
 * then nothing remains.
 */
export function commandRunner(
  database: Database,
  handlers: EventHandlers,
  checkAssistance?: AssistanceCheck,
): CommandRunner {
  return {
    async run(command, actor, input, options) {
      if (!may(actor, command.may.permission)) throw notAllowed(command.may.permission)
      const { id, assistance, now = new Date() } = options
      if (assistance !== undefined && !(command.assisted && checkAssistance)) throw notForOthers()
      const checked = parseInput(command.input, input, actor.language)
      const sending = { command, actor, input: checked, id, now, assistance, checkAssistance }
      const before = await prepare(database, sending)
      if ('result' in before) return before.result
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await runOnce(database, handlers, sending, before.prepared)
        } catch (error) {
          if (attempt >= attempts || !passing.has((error as { code?: string }).code ?? '')) throw error
        }
      }
    },
  }
}

/** One command as it was sent: by whom, with what, under which id. */
interface Sending<Schema extends z.ZodType, Result> {
  command: Command<Schema, Result>
  actor: Actor
  input: z.output<Schema>
  id: string
  now: Date
  assistance?: string
  checkAssistance?: AssistanceCheck
}

/**
 * What the command prepares outside its transaction, or the earlier answer of the same sending: what it needs may be
 * gone by then, because the first one took it.
 */
async function prepare<Schema extends z.ZodType, Result>(
  database: Database,
  { command, actor, input, id }: Sending<Schema, Result>,
): Promise<{ prepared: unknown } | { result: Result }> {
  if (!command.prepare) return { prepared: undefined }
  const ask: Beforehand['ask'] = (question) => inTransaction(database, actor, question, { readOnly: true })
  const earlier = async () => {
    const ledgered = command.ledgered?.(input) ?? input
    return ask((tx) => earlierAnswer(tx, { actor, command: id }, command.name, ledgered))
  }
  const known = await earlier()
  if (known) return { result: known.result as Result }
  try {
    return { prepared: await command.prepare({ actor, ask }, input) }
  } catch (error) {
    const meanwhile = await earlier()
    if (meanwhile) return { result: meanwhile.result as Result }
    throw error
  }
}

async function runOnce<Schema extends z.ZodType, Result>(
  database: Database,
  handlers: EventHandlers,
  { command, actor, input, id, now, assistance, checkAssistance }: Sending<Schema, Result>,
  prepared: unknown,
): Promise<Result> {
  return inTransaction(database, actor, async (tx) => {
    const work: Work = { tx, actor, now, today: dayOf(now), command: id, assistance }
    const claim = await claimCommand(work, command.name, command.ledgered?.(input) ?? input)
    if (claim.repeated) return claim.result as Result
    if (assistance !== undefined) await checkAssistance?.(work, assistance)
    const at = (await command.may.at?.(work, input)) ?? undefined
    if (!mayAt(actor, command.may.permission, at)) throw notAllowed(command.may.permission)
    const { result, event, further = [] } = await command.decide(work, input, prepared)
    await record(work, handlers, [{ ...event, name: command.event }, ...further])
    await keepResult(work, result)
    return result
  })
}

function mayAt(actor: Actor, permission: string, at: readonly string[] | 'county' | undefined): boolean {
  return at === 'county' ? actor.reach.get(permission) === 'county' : may(actor, permission, at)
}

/** Writes events in one statement, then lets those who handle them do their part, in the same order. */
async function record(work: Work, handlers: EventHandlers, drafts: readonly EventDraft[]): Promise<void> {
  const { actor } = work
  const events = drafts.map((draft) => ({
    ...draft,
    data: work.assistance === undefined ? draft.data : { ...draft.data, assistance: work.assistance },
    county: actor.county,
    id: newId(work.now),
    at: work.now.toISOString(),
    command: work.command,
    person: actor.person,
    organisation: draft.organisation === undefined ? (actor.organisations[0] ?? null) : draft.organisation,
  }))
  await insertEvents(work.tx, events)
  for (const event of events) {
    for (const handler of handlers.get(event.name) ?? []) {
      await handler(work, event, (next) => record(work, handlers, [next]))
    }
  }
}
