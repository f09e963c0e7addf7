import type { CommandRunner, EventHandler } from './commands/run-command.ts'
import type { Served } from './contracts/served.ts'
import type { Actor } from './auth/actor.ts'
import type { Database, Tx } from './db/database.ts'
import type { FactDefinition } from './facts/fact.ts'
import type { FileShelf } from './files/file-shelf.ts'
import type { Text } from './i18n/messages.ts'
import type { ImportKind } from './import/import-kind.ts'
import type { JobKind, JobKinds, RecurringJob } from './jobs/job.ts'
import type { Outward } from './notify/channel.ts'
import type { Template } from './notify/template.ts'
import type { PublicDoor } from './public/public-page.ts'
import type { RecordKind } from './records/record.ts'

/** What every slice is made with. */
export interface House {
  database: Database
  mode: 'demo' | 'real'
  /** The permissions that a role carries, of all slices together. Known once all are composed. */
  permissionsOf(role: string): readonly string[]
  files: FileShelf
  /** By which channels notices leave this machine. None does in a demo. */
  outward: Outward
  /** Every kind of record, by its name, and every notice's template. Known once all slices are composed. */
  recordKinds(): ReadonlyMap<string, RecordKind>
  templates(): ReadonlyMap<string, Template>
  jobKinds(): JobKinds
  /** Every event in words. */
  eventTexts(): ReadonlyMap<string, Text>
  /** For work in the background, which acts by commands like everybody else. Runs once all slices are composed. */
  commands: CommandRunner
  /** What spreadsheets may bring, of all slices together. Known once all are composed. */
  importKinds(): readonly ImportKind[]
  /** Those of the records that rows of any slice point at without a foreign key. */
  pointedAt(tx: Tx, kind: string, ids: readonly string[]): Promise<ReadonlySet<string>>
  log(line: string): void
}

/** What a slice says of itself: the one place where the app learns of it. */
export interface Slice {
  name: string
  served: readonly Served[]
  /** Each permission of the slice, and the roles that carry it. */
  permissions: Readonly<Record<string, readonly string[]>>
  /** What it does, in the same transaction, when another slice's event happens. */
  handles?: Readonly<Record<string, EventHandler>>
  records?: readonly RecordKind[]
  facts?: readonly FactDefinition[]
  /** What it shows to everyone, without signing in. */
  public?: PublicDoor
  /** What spreadsheets may bring into it. */
  imports?: readonly ImportKind[]
  /** Those of another slice's records that its rows point at without a foreign key: they cannot be taken back. */
  pointsAt?(tx: Tx, kind: string, ids: readonly string[]): Promise<readonly string[]>
  /** Its events in words, for the ledger's page. A name that is missing fails a test. */
  events: Readonly<Record<string, Text>>
  /** Work that may be late, by kind: asked for with `enqueue`, done by whichever process works. */
  jobs?: Readonly<Record<string, JobKind>>
  /** Work of those kinds that comes by itself, once in each county. */
  recurring?: readonly RecurringJob[]
  /** The words of the notices that it sends (`notify`). */
  notices?: readonly Template[]
  /** Loads its part of the demo county, in the order of the slices, through the same commands as a person. */
  demo?(demo: Demo): Promise<void>
  /** Clears what may not be kept longer; called at the start and every few hours. */
  tidy?(now: Date): Promise<void>
}

export type MakeSlice = (house: House) => Slice

/** What a slice has in hand when it loads its demo data. */
export interface Demo {
  county: string
  commands: CommandRunner
  database: Database
  /** The identity of a demo person, by login, as made by the people slice. */
  as(login: string): Promise<Actor>
  /** An id that is the same on every machine: made of the words that name the thing. */
  id(name: string): string
  /** A moment this many working days before today (0: today), at an hour of the day in China. */
  daysAgo(workingDays: number, hour?: number): Date
  /** What an earlier slice left for a later one (an organisation's id by its short name, say). */
  shared: Map<string, string>
}
