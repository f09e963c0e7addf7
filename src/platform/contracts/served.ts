import type { z } from 'zod'
import type { Actor } from '../auth/actor.ts'
import type { Command } from '../commands/command.ts'
import type { Tx } from '../db/database.ts'
import type { Language } from '../i18n/messages.ts'
import type { AnyRoute, Route } from './route.ts'

/** What a query has in hand: a read-only transaction of the actor's county. */
export interface Asked<Params, Query> {
  tx: Tx
  actor: Actor
  params: Params
  query: Query
  language: Language
  now: Date
  /** Stops with the reader: long work looks at it. */
  signal: AbortSignal
}

/** Bytes with a name, for a route whose response is `file`. */
export interface FileAnswer {
  name: string
  type: string
  bytes: Uint8Array | ReadableStream<Uint8Array>
  /** Shown in the browser rather than saved; only for types that cannot run anything. */
  inline?: boolean
}

export type Served =
  | { kind: 'query'; route: AnyRoute; answer: (asked: Asked<never, never>) => Promise<unknown> }
  | { kind: 'command'; route: AnyRoute; command: Command; input: (given: Given) => unknown }
  | { kind: 'special'; route: AnyRoute; handle: SpecialHandler }

export interface Given {
  params: Record<string, unknown>
  body: unknown
}

/** A route that is neither a query nor a command: signing in, uploading, a long download. */
export type SpecialHandler<Query = never, Body = never> = (request: {
  raw: Request
  actor: Actor | null
  language: Language
  params: Record<string, string>
  /** As the route's schemas say; `body` is undefined for an upload. */
  query: Query
  body: Body
  /** The address that the request came from, for counting failed sign-ins. */
  remote: string
  signal: AbortSignal
}) => Promise<Response>

/** Serves a route with a query: contract → question → response. */
export function answer<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Response extends z.ZodType | 'file',
>(
  route: Route<Params, Query, Body, Response>,
  answerIt: (
    asked: Asked<z.output<Params>, z.output<Query>>,
  ) => Promise<Response extends z.ZodType ? z.input<Response> : FileAnswer>,
): Served {
  return { kind: 'query', route: route as unknown as AnyRoute, answer: answerIt }
}

/** Serves a route with a command: path and body together are its input; what the address names, the body cannot change. */
export function obey<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Response extends z.ZodType,
  Schema extends z.ZodType,
  Event extends string,
>(route: Route<Params, Query, Body, Response>, command: Command<Schema, z.input<Response>, Event>): Served {
  return {
    kind: 'command',
    route: route as unknown as AnyRoute,
    command: command as unknown as Command,
    input: ({ params, body }) => ({ ...(body as object | undefined), ...params }),
  }
}

/** Serves a route by hand: signing in, uploading, a long download. */
export function special<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Response extends z.ZodType | 'file',
>(
  route: Route<Params, Query, Body, Response>,
  handle: SpecialHandler<z.output<Query>, z.output<Body>>,
): Served {
  return { kind: 'special', route: route as unknown as AnyRoute, handle }
}
