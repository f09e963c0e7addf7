import { reachOf } from '#platform/auth/actor.ts'
import { answer, obey, type Served, special } from '#platform/contracts/served.ts'
import { inTransaction } from '#platform/db/database.ts'
import { fileGone } from '#platform/files/file-store.ts'
import { fileResponse } from '#platform/http/file-response.ts'
import { notSignedIn } from '#platform/http/problems.ts'
import { guessColumns, guessHeader, guessSheet, headingKey } from '#platform/import/guess-layout.ts'
import { readHeads, readSheet, writeAnswers } from '#platform/import/in-table-worker.ts'
import { headRows } from '#platform/import/table.ts'
import type { House } from '#platform/slice.ts'
import { beginImport } from './begin-import.ts'
import { decideRows } from './decide-rows.ts'
import { importRoutes } from './import-contract.ts'
import { importMessages } from './import-messages.ts'
import { importNotNow } from './import-problems.ts'
import { pageOfRows } from './import-row-store.ts'
import type { ImportRunner } from './import-runner.ts'
import { listImports } from './import-store.ts'
import { answerTo, fieldsOf, showImport, showImports, showRow } from './import-view.ts'
import { startImport, stopImport, undoImport } from './start-import.ts'
import { importFor, kindsFor } from './take-import.ts'
import { told } from './told-fault.ts'
import { tryImport } from './try-import.ts'

/** Where data is looked at to guess what stands in a column. */
const rowsToGuessBy = 400

export function importApi(house: House, runner: ImportRunner): Served[] {
  return [
    answer(importRoutes.kinds, async ({ actor, language }) => ({
      items: kindsFor(house, actor).map((kind) => ({
        kind: kind.kind,
        name: kind.name[language],
        fields: fieldsOf(kind, language),
        notKept: [...(kind.notKept ?? [])],
      })),
    })),
    answer(importRoutes.list, async ({ tx, actor, query }) => {
      const kinds = kindsFor(house, actor)
      const whole = kinds.filter(({ permission }) => reachOf(actor, permission) === 'county')
      const sees = {
        whole: whole.map(({ kind }) => kind),
        own: kinds.map(({ kind }) => kind),
        person: actor.person,
      }
      const records = await listImports(tx, sees, query)
      const next = records.length === query.limit ? (records.at(-1)?.id ?? null) : null
      return { items: await showImports(house, tx, actor, records), next }
    }),
    obey(importRoutes.begin, beginImport(house)),
    answer(importRoutes.get, async ({ tx, actor, params }) =>
      showImport(house, tx, actor, await importFor(house, tx, actor, params.import)),
    ),
    layoutOf(house),
    obey(importRoutes.tryOut, tryImport(house)),
    answer(importRoutes.rows, async ({ tx, actor, params, query, language }) => {
      const { record, kind } = await importFor(house, tx, actor, params.import)
      const rows = await pageOfRows(tx, record.id, query)
      const next = rows.length === query.limit ? (rows.at(-1)?.row ?? null) : null
      return { items: rows.map((row) => showRow(kind, row, language)), next }
    }),
    obey(importRoutes.decide, decideRows(house)),
    obey(importRoutes.start, startImport(house, runner)),
    obey(importRoutes.stop, stopImport(house)),
    obey(importRoutes.undo, undoImport(house, runner)),
    answersOf(house),
  ]
}

/** The sheet as it seems to be laid out. By hand: no connection waits while the file is read. */
function layoutOf(house: House): Served {
  return special(importRoutes.layout, async ({ actor, params, query }) => {
    if (!actor) throw notSignedIn()
    const { record, kind } = await inTransaction(
      house.database,
      actor,
      (tx) => importFor(house, tx, actor, params.import ?? ''),
      { readOnly: true },
    )
    const bytes = await house.files.get(record.sha256)
    if (!bytes) throw fileGone()
    const at = query.sheet ?? guessSheet(await told(readHeads(bytes)), kind.fields)
    const sheet = await told(readSheet(bytes, at, rowsToGuessBy))
    const head = sheet.rows.slice(0, headRows)
    const guess = guessHeader({ head, merges: sheet.merges }, kind.fields)
    const header = query.header ?? guess.header
    const headerRows = query.headerRows ?? (query.header === undefined ? guess.headerRows : 1)
    const columns = guessColumns(sheet, { header: header ?? head[0]?.row ?? 1, headerRows }, kind.fields)
    const unkept = new Set((kind.notKept ?? []).map(headingKey))
    return Response.json(
      importRoutes.layout.response.parse({
        sheet: at,
        header,
        headerRows,
        head: head.map(({ row, hidden, cells }) => ({
          row,
          hidden,
          cells: cells.slice(0, 30).map((text) => [...text].slice(0, 60).join('')),
        })),
        total: sheet.total,
        hiddenRows: sheet.rows.filter(({ hidden }) => hidden).length,
        hiddenColumns: sheet.hiddenColumns,
        columns: columns.map((column) => ({
          ...column,
          notKept: column.field === null && unkept.has(headingKey(column.heading)),
        })),
      }),
    )
  })
}

/** The person's own file, with what is said of each row behind it. */
function answersOf(house: House): Served {
  return special(importRoutes.answers, async ({ actor, params, language }) => {
    if (!actor) throw notSignedIn()
    const t = importMessages[language]
    const { record, answers } = await inTransaction(
      house.database,
      actor,
      async (tx) => {
        const { record: found, kind } = await importFor(house, tx, actor, params.import ?? '')
        const rows = await pageOfRows(tx, found.id, { show: 'all', limit: 100_000 })
        return {
          record: found,
          answers: new Map(rows.map((row) => [row.row, answerTo(kind, row, language, t.rowStates)])),
        }
      },
      { readOnly: true },
    )
    const { sheet, header, headerRows } = record
    const bytes = await house.files.get(record.sha256)
    if (sheet === null || header === null || headerRows === null) throw importNotNow()
    if (!bytes) throw fileGone()
    const texts = {
      heading: t.reasons,
      header: header + headerRows - 1,
      sheet: record.sheets[sheet]?.name ?? '',
    }
    return fileResponse({
      name: `${record.fileName.replace(/\.[^.]*$/, '')}-${t.reasons}.xlsx`,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: await told(writeAnswers(bytes, sheet, answers, texts)),
    })
  })
}
