import type { RecordKind } from '#platform/records/record.ts'
import type { House, MakeSlice } from '#platform/slice.ts'
import { importApi } from './import-api.ts'
import { loadDemoImports } from './import-demo.ts'
import { importEvents, importMessages } from './import-messages.ts'
import { clearRowsBefore } from './import-row-store.ts'
import { importRunner } from './import-runner.ts'
import { importsByIds } from './import-store.ts'
import { maySee } from './take-import.ts'

const record = (house: House): RecordKind => ({
  kind: 'import',
  name: { zh: importMessages.zh.record, en: importMessages.en.record },
  async show(tx, actor, ids) {
    const kinds = new Map(house.importKinds().map((kind) => [kind.kind, kind]))
    return (await importsByIds(tx, ids))
      .filter((one) => maySee(house, actor, one))
      .map(({ id, fileName, kind, state }) => ({
        kind: 'import',
        id,
        title: fileName,
        subtitle: `${kinds.get(kind)?.name[actor.language] ?? kind} · ${importMessages[actor.language].states[state]}`,
        href: `/imports/${id}`,
      }))
  },
})

/** How long the rows of an import are kept: as long as it can be taken back. */
const rowsKeptFor = 90 * 24 * 3_600_000

export const importsSlice: MakeSlice = (house) => {
  const runner = importRunner(house)
  return {
    name: 'imports',
    served: importApi(house, runner),
    permissions: { 'import.use': ['administrator', 'officer'] },
    records: [record(house)],
    events: importEvents,
    demo: (demo) => loadDemoImports(demo, house, runner),
    async tidy(now) {
      await clearRowsBefore(house.database, new Date(now.getTime() - rowsKeptFor))
      await runner.resume()
    },
  }
}
