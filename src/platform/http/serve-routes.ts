import { type Context, Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { type Actor, may } from '../auth/actor.ts'
import { sessionCookie } from '../auth/session-cookie.ts'
import type { CommandRunner } from '../commands/run-command.ts'
import { parseInput } from '../contracts/parse-input.ts'
import type { AnyRoute } from '../contracts/route.ts'
import type { FileAnswer, Served } from '../contracts/served.ts'
import { type Database, inTransaction } from '../db/database.ts'
import { type Language, languageOf } from '../i18n/messages.ts'
import { newId } from '../records/new-id.ts'
import { fileResponse } from './file-response.ts'
import { refuseForeignPages } from './foreign-pages.ts'
import { Problem } from './problem.ts'
import { badInput, notAllowed, notFound, notSignedIn, ourFault } from './problems.ts'
import { jsonOf } from './read-body.ts'
import { remoteOf } from './remote-address.ts'

export interface ServeOptions {
  database: Database
  commands: CommandRunner
  /** Who sends a session's token, or null. */
  identify(token: string, language: Language): Promise<Actor | null>
  log(line: string): void
  /** Checks each answer against its contract: in the tests, where a lie should fail. */
  checkAnswers?: boolean
}

const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** The one HTTP API: every served route behind the same order of checks: who, may, input, answer. */
export function serveRoutes(served: readonly Served[], options: ServeOptions): Hono {
  const app = new Hono()
  for (const one of served) {
    app.on(one.route.method, one.route.path, (context) => respond(context, one, options))
  }
  app.all('/api/*', (context) => problemResponse(notFound(), languageIn(context)))
  return app
}

async function respond(context: Context, served: Served, options: ServeOptions): Promise<Response> {
  const language = languageIn(context)
  try {
    if (served.route.method !== 'GET') refuseForeignPages(context)
    const token = getCookie(context, sessionCookie)
    const actor = token ? await options.identify(token, language) : null
    refuseStrangers(served.route, actor)
    return sealed(await handle(context, served, actor, language, options))
  } catch (error) {
    if (error instanceof Problem) return problemResponse(error, language)
    if (context.req.raw.signal.aborted) return new Response(null, { status: 499 })
    const reference = newId().slice(-12)
    options.log(`error ${reference} ${served.route.name}: ${(error as Error).stack ?? String(error)}`)
    return problemResponse(ourFault(reference), language)
  }
}

async function handle(
  context: Context,
  served: Served,
  actor: Actor | null,
  language: Language,
  options: ServeOptions,
): Promise<Response> {
  const { route } = served
  const params = parsePath(context, route, language)
  const query = route.query ? parseInput(route.query, queryOf(context), language) : {}
  const { signal } = context.req.raw
  if (served.kind === 'special') {
    const body =
      route.body && !route.upload
        ? parseInput(route.body, await jsonOf(context.req.raw), language)
        : undefined
    const remote = remoteOf(context)
    return served.handle({
      raw: context.req.raw,
      actor,
      language,
      params: params as Record<string, string>,
      query: query as never,
      body: body as never,
      remote,
      signal,
    })
  }
  if (!actor) throw notSignedIn()
  if (served.kind === 'command') {
    const id = context.req.header('idempotency-key') ?? ''
    if (!idPattern.test(id)) throw badInput([{ path: 'Idempotency-Key', message: 'UUIDv7' }])
    const assistance = context.req.header('daqiao-assistance')
    if (assistance !== undefined && !idPattern.test(assistance)) {
      throw badInput([{ path: 'Daqiao-Assistance', message: 'UUIDv7' }])
    }
    const input = served.input({ params, body: route.body ? await jsonOf(context.req.raw) : undefined })
    return jsonResponse(
      route,
      await options.commands.run(served.command, actor, input, { id, assistance }),
      options,
    )
  }
  const result = await inTransaction(
    options.database,
    actor,
    (tx) => served.answer({ tx, actor, params, query, language, now: new Date(), signal } as never),
    { readOnly: true },
  )
  return route.response === 'file' ? fileResponse(result as FileAnswer) : jsonResponse(route, result, options)
}

/** No answer of the API is kept by a cache that did not ask, nor taken for a page. */
function sealed(response: Response): Response {
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store')
  response.headers.set('x-content-type-options', 'nosniff')
  return response
}

function jsonResponse(route: AnyRoute, result: unknown, options: ServeOptions): Response {
  if (options.checkAnswers && route.response !== 'file') {
    const checked = route.response.safeParse(result)
    if (!checked.success) throw new Error(`${route.name} broke its contract: ${checked.error.message}`)
  }
  return Response.json(result)
}

/** A Problem as `application/problem+json`. */
function problemResponse(problem: Problem, language: Language): Response {
  return sealed(
    Response.json(problem.in(language), {
      status: problem.status,
      headers: { 'content-type': 'application/problem+json', 'content-language': language },
    }),
  )
}

function refuseStrangers(route: AnyRoute, actor: Actor | null): void {
  if (route.access === 'anyone') return
  if (!actor) throw notSignedIn()
  if (route.access !== 'signed-in' && !may(actor, route.access.permission)) {
    throw notAllowed(route.access.permission)
  }
}

function parsePath(context: Context, route: AnyRoute, language: Language): Record<string, unknown> {
  if (!route.params) return {}
  try {
    return parseInput(route.params, context.req.param(), language)
  } catch (error) {
    // An address that cannot name a record names none.
    throw error instanceof Problem ? notFound() : error
  }
}

function queryOf(context: Context): Record<string, string | string[]> {
  const all: Record<string, string | string[]> = {}
  for (const [key, values] of Object.entries(context.req.queries())) {
    all[key] = values.length > 1 ? values : (values[0] ?? '')
  }
  return all
}

function languageIn(context: Context): Language {
  return languageOf(getCookie(context, 'daqiao_language'), context.req.header('accept-language'))
}
