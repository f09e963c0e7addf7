import { command } from '#platform/commands/command.ts'
import { giveFiles, ownUpload } from '#platform/files/file-store.ts'
import { notFound } from '#platform/http/problems.ts'
import { readHeads } from '#platform/import/in-table-worker.ts'
import type { House } from '#platform/slice.ts'
import { beginImportInput } from './import-contract.ts'
import { insertImport } from './import-store.ts'
import { kindNamed } from './take-import.ts'
import { told } from './told-fault.ts'

/** Takes an uploaded file as what shall be imported. Nothing of it is written anywhere yet. */
export const beginImport = (house: House) =>
  command('import.begin', {
    may: { permission: 'import.use' },
    input: beginImportInput,
    event: 'import.begun',
    async prepare({ actor, ask }, { kind, file }) {
      kindNamed(house, actor, kind)
      const upload = await ask((tx) => ownUpload(tx, file, actor.person))
      const bytes = upload && (await house.files.get(upload.sha256))
      if (!upload || !bytes) throw notFound({ zh: '这个文件', en: 'This file' })
      const heads = await told(readHeads(bytes))
      return { upload, sheets: heads.map(({ name, hidden, rows }) => ({ name, hidden, rows })) }
    },
    async decide(work, { import: id, kind, file }, { upload, sheets }) {
      const { tx, actor, now } = work
      await insertImport(tx, actor.county, {
        id,
        kind,
        file,
        fileName: upload.name,
        sha256: upload.sha256,
        person: actor.person,
        language: actor.language,
        at: now.toISOString(),
        sheets,
      })
      await giveFiles(work, [file], { kind: 'import', id })
      return { result: { id }, event: { about: { kind: 'import', id }, data: { kind, file: upload.name } } }
    },
  })
