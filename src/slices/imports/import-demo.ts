import { readFile } from 'node:fs/promises'
import type { Actor } from '#platform/auth/actor.ts'
import { inTransaction } from '#platform/db/database.ts'
import { keepFile } from '#platform/files/file-store.ts'
import { guessColumns, guessHeader, guessSheet } from '#platform/import/guess-layout.ts'
import { readHeads, readSheet } from '#platform/import/in-table-worker.ts'
import type { Demo, House } from '#platform/slice.ts'
import { beginImport } from './begin-import.ts'
import type { ImportRunner } from './import-runner.ts'
import { countsOf } from './import-row-store.ts'
import { startImport, undoImport } from './start-import.ts'
import { kindNamed } from './take-import.ts'
import { tryImport } from './try-import.ts'

/** A list that somebody had brought in before its time, and took back. */
const plan = [
  ['名称', '类别', '村或社区', '管理单位', '备注'],
  ['思延镇草坝村青年夜校（规划）', '青年之家', '', '团县委', '明年选址'],
  ['小河镇红星村妇女之家（规划）', '妇女儿童之家', '', '县妇联', '明年选址'],
  ['新华乡卡车司机驿站（规划）', '户外劳动者驿站', '', '县总工会', '待定'],
]

const messy = new URL('../../../samples/spreadsheets/places-messy.xlsx', import.meta.url)

/** Imports of the administrator: one taken back, one that waits for decisions, one that was only uploaded. */
export async function loadDemoImports(demo: Demo, house: House, runner: ImportRunner): Promise<void> {
  if (demo.county !== '511825') return
  const actor = await demo.as('gaomingyuan')
  const csv = (rows: readonly (readonly string[])[]) =>
    new TextEncoder().encode(rows.map((row) => row.join(',')).join('\n'))
  const workbook = new Uint8Array(await readFile(messy))

  const planned = await bring(demo, house, actor, '规划阵地.csv', csv(plan), 18)
  await tryOut(demo, house, actor, planned, csv(plan), 18)
  const run = (name: string) => ({ id: demo.id(name), now: demo.daysAgo(18, 11) })
  await demo.commands.run(startImport(house, runner), actor, { import: planned }, run('start planned places'))
  await runner.rest()
  await demo.commands.run(undoImport(house, runner), actor, { import: planned }, run('undo planned places'))
  await runner.rest()
  const counts = await inTransaction(house.database, { county: demo.county, person: null }, (tx) =>
    countsOf(tx, [planned]),
  )
  if (counts.get(planned)?.undone !== plan.length - 1) throw new Error('the planned places are still there')

  const waiting = await bring(demo, house, actor, '阵地台账（总工会）.xlsx', workbook, 2)
  await tryOut(demo, house, actor, waiting, workbook, 2)
  await bring(
    demo,
    house,
    actor,
    '妇联阵地.csv',
    csv([
      ['名称', '管理单位'],
      ['待核对的妇女之家', '县妇联'],
    ]),
    1,
  )
}

async function bring(
  demo: Demo,
  house: House,
  actor: Actor,
  name: string,
  bytes: Uint8Array,
  daysAgo: number,
): Promise<string> {
  const file = await keepFile(house.database, house.files, actor, { name, bytes })
  const id = demo.id(`import ${name}`)
  const sent = { id: demo.id(`begin import ${name}`), now: demo.daysAgo(daysAgo, 9) }
  await demo.commands.run(beginImport(house), actor, { import: id, kind: 'place', file: file.id }, sent)
  return id
}

/** The dry run, with everything as it is guessed. */
async function tryOut(
  demo: Demo,
  house: House,
  actor: Actor,
  id: string,
  bytes: Uint8Array,
  daysAgo: number,
): Promise<void> {
  const { fields } = kindNamed(house, actor, 'place')
  const heads = await readHeads(bytes)
  const sheet = guessSheet(heads, fields)
  const { header, headerRows } = guessHeader(heads[sheet] ?? { head: [], merges: [] }, fields)
  const columns = guessColumns(await readSheet(bytes, sheet), { header: header ?? 1, headerRows }, fields)
  const chosen = columns.flatMap(({ column, field }) => (field ? [{ column, field }] : []))
  await demo.commands.run(
    tryImport(house),
    actor,
    { import: id, sheet, header: header ?? 1, headerRows, columns: chosen },
    { id: demo.id(`try import ${id}`), now: demo.daysAgo(daysAgo, 10) },
  )
}
