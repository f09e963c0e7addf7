import { type Served, answer, special } from '../contracts/served.ts'
import type { Database } from '../db/database.ts'
import { notFound, notSignedIn } from '../http/problems.ts'
import { uploadOf } from '../http/read-body.ts'
import type { RecordKind } from '../records/record.ts'
import { fileRoutes } from './file-contract.ts'
import { shownInline } from './file-kinds.ts'
import type { FileShelf } from './file-shelf.ts'
import { filesOf, keepFile, largestFile } from './file-store.ts'

/** Uploading, and opening a file through the record that owns it. */
export function fileApi(
  database: Database,
  shelf: FileShelf,
  kinds: () => ReadonlyMap<string, RecordKind>,
): Served[] {
  return [
    special(fileRoutes.upload, async ({ raw, actor, query }) => {
      if (!actor) throw notSignedIn()
      const bytes = await uploadOf(raw, largestFile)
      const { sha256: _, ...card } = await keepFile(database, shelf, actor, { name: query.name, bytes })
      return Response.json(card)
    }),
    answer(fileRoutes.open, async ({ tx, actor, params }) => {
      const [owner] = (await kinds().get(params.kind)?.show(tx, actor, [params.record])) ?? []
      const file = owner && (await filesOf(tx, params.kind, [owner.id])).find((one) => one.id === params.file)
      const bytes = file && (await shelf.get(file.sha256))
      if (!file || !bytes) throw notFound({ zh: '这个文件', en: 'This file' })
      return { name: file.name, type: file.type, bytes, inline: shownInline.has(file.type) }
    }),
  ]
}
