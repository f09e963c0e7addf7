import type { Actor } from '#platform/auth/actor.ts'
import { type CommandRunner, commandRunner, type EventHandler } from '#platform/commands/run-command.ts'
import type { AnyRoute } from '#platform/contracts/route.ts'
import type { Served } from '#platform/contracts/served.ts'
import type { Database } from '#platform/db/database.ts'
import { eventApi, type Naming } from '#platform/events/event-api.ts'
import { factApi } from '#platform/facts/fact-api.ts'
import { fileApi } from '#platform/files/file-api.ts'
import type { FileShelf } from '#platform/files/file-shelf.ts'
import { tidyFiles } from '#platform/files/file-store.ts'
import { publicName, thePublic } from '#platform/auth/the-public.ts'
import { tidyVisitors } from '#platform/public/visitor-store.ts'
import { tidyCommands } from '#platform/commands/command-ledger.ts'
import type { Language } from '#platform/i18n/messages.ts'
import type { JobKinds, RecurringJob } from '#platform/jobs/job.ts'
import { tidyJobs } from '#platform/jobs/job-store.ts'
import type { Outward } from '#platform/notify/channel.ts'
import { tidyNotices } from '#platform/notify/notice-store.ts'
import type { Template } from '#platform/notify/template.ts'
import { recordApi } from '#platform/records/record-api.ts'
import type { House, Slice } from '#platform/slice.ts'
import { checkAssistance } from '#slices/assistance'
import { nameIn, organisationsByIds } from '#slices/organisations'
import { identify, namesOfPeople } from '#slices/people'
import { slices as makeSlices } from './slices.ts'

/** The whole application, composed but not yet listening. */
export interface ComposedHouse extends House {
  slices: readonly Slice[]
  served: readonly Served[]
  routes: readonly AnyRoute[]
  commands: CommandRunner
  /** Work that may be late, by kind, and what comes by itself. */
  jobs: JobKinds
  recurring: readonly RecurringJob[]
  identify(token: string, language: Language): Promise<Actor | null>
  /** Clears what may not be kept longer: everywhere, also where one part fails. Throws an `AggregateError` then. */
  tidy(now: Date): Promise<void>
}

export interface HouseOptions {
  database: Database
  files: FileShelf
  mode: 'demo' | 'real'
  /** Left out: nothing leaves this machine. */
  outward?: Outward
  log(line: string): void
}

/** The platform's own permissions, and the roles that carry them. */
const platformPermissions: Record<string, readonly string[]> = { 'event.read': ['auditor', 'administrator'] }

/** Makes every slice, and out of them the routes, the permissions of each role, the handlers and the records. */
export function composeHouse(options: HouseOptions): ComposedHouse {
  const permissions = new Map<string, string[]>()
  const templates = new Map<string, Template>()
  let runner: CommandRunner | undefined
  const house: House = {
    ...options,
    outward: options.outward ?? { held: true, channels: {} },
    permissionsOf: (role) => permissions.get(role) ?? [],
    commands: {
      run(command, actor, input, sent) {
        if (!runner) throw new Error('a command runs once the house is composed')
        return runner.run(command, actor, input, sent)
      },
    },
    importKinds: () => slices.flatMap((slice) => slice.imports ?? []),
    async pointedAt(tx, kind, ids) {
      const found: string[] = []
      for (const slice of slices) found.push(...((await slice.pointsAt?.(tx, kind, ids)) ?? []))
      return new Set(found)
    },
    recordKinds: () => kinds,
    templates: () => templates,
    jobKinds: () => jobs,
    eventTexts: () => naming.events,
  }
  const slices = makeSlices.map((make) => make(house))
  runner = commandRunner(options.database, handlersOf(slices), checkAssistance)
  for (const table of [platformPermissions, ...slices.map((slice) => slice.permissions)]) {
    for (const [permission, holders] of Object.entries(table)) {
      for (const role of holders) permissions.set(role, [...(permissions.get(role) ?? []), permission])
    }
  }
  const kinds = new Map(slices.flatMap((slice) => slice.records ?? []).map((kind) => [kind.kind, kind]))
  const jobs: JobKinds = new Map(slices.flatMap((slice) => Object.entries(slice.jobs ?? {})))
  for (const one of slices.flatMap((slice) => slice.notices ?? [])) templates.set(one.name, one)
  const facts = slices.flatMap((slice) => slice.facts ?? [])
  const naming: Naming = {
    events: new Map(slices.flatMap((slice) => Object.entries(slice.events))),
    kinds,
    people: async (tx, ids, { language }) =>
      new Map([...(await namesOfPeople(tx, ids)), [thePublic, publicName[language]]]),
    organisations: async (tx, ids, actor) =>
      new Map((await organisationsByIds(tx, ids)).map((one) => [one.id, nameIn(one, actor.language)])),
  }
  const served = [
    ...slices.flatMap((slice) => slice.served),
    ...fileApi(options.database, options.files, () => kinds),
    ...recordApi(() => kinds),
    ...factApi(
      () => facts,
      () => kinds,
    ),
    ...eventApi(() => naming),
  ]
  return {
    ...house,
    slices,
    served,
    routes: served.map((one) => one.route),
    commands: runner,
    jobs,
    recurring: slices.flatMap((slice) => slice.recurring ?? []),
    identify: (token, language) => identify(house, token, language),
    tidy: (now) =>
      doEach([
        () => tidyCommands(options.database, now),
        () => tidyFiles(options.database, options.files, now),
        () => tidyVisitors(options.database, now),
        () => tidyJobs(options.database, now),
        () => tidyNotices(options.database, now),
        ...slices.map((slice) => async () => slice.tidy?.(now)),
      ]),
  }
}

/** Does one after the other, also where one before it failed. Throws all that went wrong, together. */
async function doEach(works: readonly (() => Promise<void>)[]): Promise<void> {
  const errors: Error[] = []
  for (const work of works) await work().catch((error: Error) => errors.push(error))
  if (errors.length > 0) throw new AggregateError(errors, errors.map((error) => error.message).join('; '))
}

function handlersOf(slices: readonly Slice[]): ReadonlyMap<string, readonly EventHandler[]> {
  const handlers = new Map<string, EventHandler[]>()
  for (const slice of slices) {
    for (const [event, handler] of Object.entries(slice.handles ?? {})) {
      handlers.set(event, [...(handlers.get(event) ?? []), handler])
    }
  }
  return handlers
}
