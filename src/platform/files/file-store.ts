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
  const kept = await shelf.put(upload.bytes)
  const name = upload.name.replace(/[\p{Cc}/\\]/gu, '_').slice(0, 200) || 'file'
  const file = { id: newId(), name, type, ...kept }
  await inTransaction(database, standing, (tx) =>
    tables(tx)
      .insertInto('files')
      .values({ ...file, county: standing.county, person: standing.person, at: new Date() })
      .execute(),
  )
  return file
}

/** Gives files to a record: only by who brought them, and each once. Throws a `Problem` otherwise. */
export async function giveFiles(work: Work, files: readonly string[], owner: RecordRef): Promise<void> {
  if (files.length === 0) return
  const mine = await tables(work.tx)
    .selectFrom('files as f')
    .leftJoin('fileOwners as o', (join) =>
      join.onRef('o.county', '=', 'f.county').onRef('o.file', '=', 'f.id'),
    )
    .select('f.id')
    .where('f.id', 'in', files)
    .where('f.person', '=', work.actor.person)
    .where('o.file', 'is', null)
    .execute()
  if (mine.length !== new Set(files).size) {
    throw new Problem(409, 'file.gone', {
      zh: { title: '附件已失效', detail: '其他内容没有丢失。请重新上传附件后再提交。' },
      en: {
        title: 'An attachment is no longer there',
        detail: 'The rest is not lost. Upload the attachment again.',
      },
    })
  }
  await tables(work.tx)
    .insertInto('fileOwners')
    .values(
      mine.map(({ id }) => ({
        county: work.actor.county,
        file: id,
        ownerKind: owner.kind,
        ownerId: owner.id,
      })),
    )
    .execute()
}

/** A file that the person brought and that no record owns yet. */
export function ownUpload(tx: Tx, id: string, person: string): Promise<StoredFile | undefined> {
  return tables(tx)
    .selectFrom('files as f')
    .select(columns)
    .where('f.id', '=', id)
    .where('f.person', '=', person)
    .executeTakeFirst()
}

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
  await asSystem(database, async (tx) => {
    const gone = await tables(tx)
      .deleteFrom('files as f')
      .where('f.at', '<', new Date(now.getTime() - unownedFor))
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('fileOwners as o')
              .select('o.file')
              .whereRef('o.county', '=', 'f.county')
              .whereRef('o.file', '=', 'f.id'),
          ),
        ),
      )
      .returning('f.sha256')
      .execute()
    for (const sha256 of new Set(gone.map((file) => file.sha256))) {
      const named = await tables(tx)
        .selectFrom('files')
        .select('id')
        .where('sha256', '=', sha256)
        .executeTakeFirst()
      if (!named) await shelf.remove(sha256)
    }
  })
}
