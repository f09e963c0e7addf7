import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Work } from '../commands/command.ts'
import { asSystem, type Database, inTransaction, type Tx } from '../db/database.ts'
import { Problem } from '../http/problem.ts'
import { newId } from '../records/new-id.ts'
import type { RecordRef } from '../records/record.ts'
import { typeOfBytes } from './file-kinds.ts'
import type { FileShelf } from './file-shelf.ts'

type FileTables = {
  files: {
    county: string
    id: string
    sha256: string
    size: number
    type: string
    name: string
    person: string | null
    at: Date | string
  }
  fileOwners: { county: string; file: string; ownerKind: string; ownerId: string }
}

export interface StoredFile {
  id: string
  name: string
  type: string
  size: number
  sha256: string
}

const tables = (tx: Tx) => tx.withTables<FileTables>()
/** Files that no record owns. */
const unowned = (tx: Tx) =>
  tables(tx)
    .selectFrom('files as f')
    .leftJoin('fileOwners as o', (join) =>
      join.onRef('o.county', '=', 'f.county').onRef('o.file', '=', 'f.id'),
    )
    .where('o.file', 'is', null)
const columns = ['f.id', 'f.name', 'f.type', 'f.size', 'f.sha256'] as const

/** The largest file that is kept, in bytes. */
export const largestFile = 20 * 1024 * 1024

/** A file that nobody gave to a record within a day goes again. */
const unownedFor = 24 * 3_600_000

export function typeNotKept(): Problem {
  return new Problem(415, 'file.type', {
    zh: {
      title: '不支持这种文件',
      detail: '没有保存。可上传图片（png、jpg、webp）、PDF、docx、xlsx 或文本文件。',
    },
    en: {
      title: 'This type of file is not kept',
      detail: 'Nothing was saved. Pictures (png, jpg, webp), PDF, docx, xlsx and text files are.',
    },
  })
}

export function fileIsEmpty(): Problem {
  return new Problem(400, 'file.empty', {
    zh: { title: '文件是空的', detail: '没有保存。请检查文件后重新上传。' },
    en: { title: 'The file is empty', detail: 'Nothing was saved. Look at the file and upload it again.' },
  })
}

/** For whoever gives a file that is with a record already, or was cleared. */
export function fileGone(): Problem {
  return new Problem(409, 'file.gone', {
    zh: { title: '附件已失效', detail: '其他内容没有丢失。请重新上传附件后再提交。' },
    en: {
      title: 'An attachment is no longer there',
      detail: 'The rest is not lost. Upload the attachment again.',
    },
  })
}

/**
 * Holds the bytes of a hash until the transaction ends. Who brings bytes or gives them to a record holds them with
 * others (`shared`), who clears them alone: else the bytes of a row that is just coming could be cleared.
 */
async function holdBytes(tx: Tx, sha256: string, how: 'shared' | 'alone'): Promise<void> {
  const hold = sql.ref(how === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock')
  await sql`select ${hold}(hashtextextended(${sha256}, 0))`.execute(tx)
}

/** Keeps what a person uploads, theirs alone until a command gives it to a record. */
export async function keepFile(
  database: Database,
  shelf: FileShelf,
  standing: { county: string; person: string },
  upload: { name: string; bytes: Uint8Array },
): Promise<StoredFile> {
  if (upload.bytes.byteLength === 0) throw fileIsEmpty()
  const type = typeOfBytes(upload.bytes)
  if (!type) throw typeNotKept()
  const written = [...upload.name.replace(/[\p{Cc}/\\]/gu, '_')].slice(0, 200).join('')
  const file = {
    id: newId(),
    name: written || 'file',
    type,
    sha256: createHash('sha256').update(upload.bytes).digest('hex'),
    size: upload.bytes.byteLength,
  }
  await inTransaction(database, standing, async (tx) => {
    await holdBytes(tx, file.sha256, 'shared')
    await shelf.put(file.sha256, upload.bytes)
    await tables(tx)
      .insertInto('files')
      .values({ ...file, county: standing.county, person: standing.person, at: new Date() })
      .execute()
  })
  return file
}

/** Gives files to a record: only by who brought them, and each once. Throws a `Problem` otherwise. */
export async function giveFiles(work: Work, files: readonly string[], owner: RecordRef): Promise<void> {
  if (files.length === 0) return
  const named = await tables(work.tx).selectFrom('files').select('sha256').where('id', 'in', files).execute()
  for (const sha256 of new Set(named.map((file) => file.sha256).sort())) {
    await holdBytes(work.tx, sha256, 'shared')
  }
  const mine = await unowned(work.tx)
    .select('f.id')
    .where('f.id', 'in', files)
    .where('f.person', '=', work.actor.person)
    .execute()
  if (mine.length !== new Set(files).size) throw fileGone()
  const given = await tables(work.tx)
    .insertInto('fileOwners')
    .values(
      mine.map(({ id }) => ({
        county: work.actor.county,
        file: id,
        ownerKind: owner.kind,
        ownerId: owner.id,
      })),
    )
    // Another command may have given one of them a moment ago.
    .onConflict((conflict) => conflict.doNothing())
    .returning('file')
    .execute()
  if (given.length !== mine.length) throw fileGone()
}

/** A file that the person brought and that no record owns yet. */
export function ownUpload(tx: Tx, id: string, person: string): Promise<StoredFile | undefined> {
  return unowned(tx).select(columns).where('f.id', '=', id).where('f.person', '=', person).executeTakeFirst()
}

/** The files of several records of one kind, each with its owner, in the order in which they came. */
export async function filesOf(
  tx: Tx,
  kind: string,
  ids: readonly string[],
): Promise<(StoredFile & { owner: string })[]> {
  if (ids.length === 0) return []
  return tables(tx)
    .selectFrom('fileOwners as o')
    .innerJoin('files as f', (join) => join.onRef('f.county', '=', 'o.county').onRef('f.id', '=', 'o.file'))
    .select([...columns, 'o.ownerId as owner'])
    .where('o.ownerKind', '=', kind)
    .where('o.ownerId', 'in', ids)
    .orderBy('f.id')
    .execute()
}

/** Forgets uploads that nobody used; bytes go when no row names them any more. */
export async function tidyFiles(database: Database, shelf: FileShelf, now: Date): Promise<void> {
  for (let after = ''; ; ) {
    const hashes = await asSystem(database, (tx) => staleHashes(tx, now, after))
    for (const sha256 of hashes) await tidyHash(database, shelf, now, sha256)
    const last = hashes.at(-1)
    if (last === undefined) return
    after = last
  }
}

/** Uploads that have waited a day for a record to own them. */
function stale(tx: Tx, now: Date) {
  return unowned(tx).where('f.at', '<', new Date(now.getTime() - unownedFor))
}

async function staleHashes(tx: Tx, now: Date, after: string): Promise<string[]> {
  const query = stale(tx, now).select('f.sha256').distinct().where('f.sha256', '>', after)
  return (await query.orderBy('f.sha256').limit(500).execute()).map(({ sha256 }) => sha256)
}

/** Each hash in a transaction of its own: the rows first, then the bytes, while nobody else may bring the same. */
function tidyHash(database: Database, shelf: FileShelf, now: Date, sha256: string): Promise<void> {
  return asSystem(database, async (tx) => {
    await holdBytes(tx, sha256, 'alone')
    const gone = await stale(tx, now).select(['f.county', 'f.id']).where('f.sha256', '=', sha256).execute()
    for (const { county, id } of gone) {
      await tables(tx).deleteFrom('files').where('county', '=', county).where('id', '=', id).execute()
    }
    const named = await tables(tx)
      .selectFrom('files')
      .select('id')
      .where('sha256', '=', sha256)
      .executeTakeFirst()
    if (!named) await shelf.remove(sha256)
  })
}
