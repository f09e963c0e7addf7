import type { z } from 'zod'
import type { Actor } from '../auth/actor.ts'
import type { Tx } from '../db/database.ts'
import type { EventDraft } from '../events/event.ts'

/** What a command has in hand while it decides: one transaction, the actor, one moment. */
export interface Work {
  tx: Tx
  actor: Actor
  /** The moment of the command; every row that it writes carries this one. */
  now: Date
  /** The day in China at that moment. */
  today: string
  /** The client-made id of the command. */
  command: string
  /** Under which assistance it is done: for a person without a phone. */
  assistance?: string
}

/** Who may: a permission, and at which organisations the command acts (left out: anywhere it is held). */
export interface MayRule<Input> {
  permission: string
  /** The organisations that the command touches; one of them must be in the actor's reach. Throws `notFound`. */
  at?(work: Work, input: Input): Promise<readonly string[] | 'county'>
}

/** What a command has in hand before its transaction: who acts, and questions in transactions of their own. */
export interface Beforehand {
  actor: Actor
  ask<Answer>(question: (tx: Tx) => Promise<Answer>): Promise<Answer>
}

export interface CommandDefinition<
  Schema extends z.ZodType,
  Result,
  Event extends string,
  Prepared = undefined,
> {
  may: MayRule<z.output<Schema>>
  /** The contract's schema of the input. */
  input: Schema
  /** The name of the event that the command writes. */
  event: Event
  /** Staff may do it for a person without a phone; its event then says so. */
  assisted?: true
  /**
   * What of the input may be hashed into the ledger, for a command that carries a secret: a fast hash of a
   * password must not stand there.
   */
  ledgered?(input: z.output<Schema>): unknown
  /**
   * Long work that writes nothing (reading a file): done before the transaction, so that no connection waits for it.
   * May run in vain, or twice. Throws a `Problem` as `decide` does.
   */
  prepare?(before: Beforehand, input: z.output<Schema>): Promise<Prepared>
  /** Reads, checks the rule, writes its rows. Throws a `Problem` when the rule says no: nothing then remains. */
  decide(
    work: Work,
    input: z.output<Schema>,
    prepared: Prepared,
  ): Promise<{
    result: Result
    event: Omit<EventDraft, 'name'> & { name?: never }
    /** What happened besides, a line of the ledger for each: the records of a batch. */
    further?: readonly EventDraft[]
  }>
}

export interface Command<
  Schema extends z.ZodType = z.ZodType,
  Result = unknown,
  Event extends string = string,
  Prepared = unknown,
> extends CommandDefinition<Schema, Result, Event, Prepared> {
  /** `visit.record`: noun, verb. */
  name: string
}

/**
 * The only way to change anything. A command names who may, checks its input, runs in one transaction and
 * writes its event beside its rows; one that lacks a permission or an event does not compile.
 */
export function command<Schema extends z.ZodType, Result, Event extends string, Prepared = undefined>(
  name: string,
  definition: CommandDefinition<Schema, Result, Event, Prepared>,
): Command<Schema, Result, Event> {
  return { name, ...(definition as CommandDefinition<Schema, Result, Event, unknown>) }
}
