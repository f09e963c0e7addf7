import { type Actor, may, reachOf } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { notAllowed, notFound } from '#platform/http/problems.ts'
import type { ImportKind } from '#platform/import/import-kind.ts'
import type { House } from '#platform/slice.ts'
import { noSuchImportKind } from './import-problems.ts'
import { holdImport, importById, type ImportRecord } from './import-store.ts'

export const anImport = { zh: '这次导入', en: 'This import' }

/** Whether the actor may bring records of this kind at all. */
export function mayBring(actor: Actor, kind: ImportKind): boolean {
  return kind.reach === 'county' ? reachOf(actor, kind.permission) === 'county' : may(actor, kind.permission)
}

export function kindsFor(house: House, actor: Actor): ImportKind[] {
  return house.importKinds().filter((kind) => mayBring(actor, kind))
}

/** Throws where there is no such kind, or the actor may not bring it. */
export function kindNamed(house: House, actor: Actor, name: string): ImportKind {
  const kind = house.importKinds().find((one) => one.kind === name)
  if (!kind) throw noSuchImportKind(name)
  if (!mayBring(actor, kind)) throw notAllowed(kind.permission)
  return kind
}

/** One's own imports, and those of others where the permission reaches the whole county. */
export function maySee(house: House, actor: Actor, record: Pick<ImportRecord, 'kind' | 'person'>): boolean {
  const kind = house.importKinds().find((one) => one.kind === record.kind)
  if (!kind || !mayBring(actor, kind)) return false
  return record.person === actor.person || reachOf(actor, kind.permission) === 'county'
}

export interface TakenImport {
  record: ImportRecord
  kind: ImportKind
}

/** An import that the actor may see. Throws `notFound`. */
export async function importFor(house: House, tx: Tx, actor: Actor, id: string): Promise<TakenImport> {
  return seen(house, actor, await importById(tx, id))
}

/** The same, and it stays as it is until the transaction ends. */
export async function heldImport(house: House, tx: Tx, actor: Actor, id: string): Promise<TakenImport> {
  return seen(house, actor, await holdImport(tx, id))
}

function seen(house: House, actor: Actor, record: ImportRecord | undefined): TakenImport {
  if (!record || !maySee(house, actor, record)) throw notFound(anImport)
  return { record, kind: kindNamed(house, actor, record.kind) }
}
