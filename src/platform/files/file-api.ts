import { type Served, answer, special } from '../contracts/served.ts'
import type { Database } from '../db/database.ts'
import { notFound, notSignedIn, tooLarge } from '../http/problems.ts'
import type { RecordKind } from '../records/record.ts'
import { fileRoutes } from './file-contract.ts'
import { shownInline } from './file-kinds.ts'
import type { FileShelf } from './file-shelf.ts'
import { filesOf, keepFile, largestFile } from './file-store.ts'

const megabyte = 1024 * 1024

export function fileApi(
  database: Database,
  shelf: FileShelf,
  kinds: () => ReadonlyMap<string, RecordKind>,
): Served[] {
  return [
    special(fileRoutes.upload, async ({ raw, actor, query, signal }) => {
      if (!actor) throw notSignedIn()
      const bytes = await bytesOf(raw, largestFile, signal)
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

/** Reads a body up to a limit; stops reading, rather than filling the memory, when it is larger. */
async function bytesOf(raw: Request, limit: number, signal: AbortSignal): Promise<Uint8Array> {
  if (Number(raw.headers.get('content-length') ?? 0) > limit) throw tooLarge(limit / megabyte)
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of raw.body ?? []) {
    signal.throwIfAborted()
    size += part.byteLength
    if (size > limit) throw tooLarge(limit / megabyte)
    parts.push(part)
  }
  return Buffer.concat(parts)
}
