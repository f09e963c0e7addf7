import { setTimeout as wait } from 'node:timers/promises'
import { inTransaction } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import type { Text } from '#platform/i18n/messages.ts'
import { newId } from '#platform/records/new-id.ts'
import type { House } from '#platform/slice.ts'
import { actorOf } from '#slices/people'
import { carryOn } from './carry-on.ts'
import { haltImport, halting } from './halt-import.ts'
import { importRemarks } from './import-remarks.ts'
import { importById, importsAtWork } from './import-store.ts'

export interface ImportRunner {
  /** Lets an import be carried on in the background; one that is carried on already is left alone. */
  wake(county: string, id: string): void
  /** Resolves when nothing is at work in this process. */
  rest(): Promise<void>
  /** Goes on with what was at work when a process ended. */
  resume(): Promise<void>
}

const attempts = 3

/**
 * Carries imports on, batch after batch, each as its person with the rights that they have then. The batches tell in
 * their own rows how far they came: a process may end anywhere, another one goes on.
 */
export function importRunner(house: House): ImportRunner {
  const running = new Map<string, Promise<void>>()
  const again = new Set<string>()
  const nextBatch = carryOn(house)

  async function run(county: string, id: string): Promise<void> {
    for (let failed = 0; ; ) {
      try {
        if (!(await oneBatch(county, id))) return
        failed = 0
      } catch (error) {
        failed += 1
        const isRefusal = error instanceof Problem
        if (!isRefusal && failed < attempts) {
          await wait(300 * failed)
          continue
        }
        const reference = newId().slice(-12)
        house.log(`import ${id} stopped, ${reference}: ${(error as Error).stack ?? String(error)}`)
        await halt(county, id, isRefusal ? error.texts.zh.title : null, reference)
        return
      }
    }
  }

  async function oneBatch(county: string, id: string): Promise<boolean> {
    const found = await inTransaction(
      house.database,
      { county, person: null },
      async (tx) => {
        const record = await importById(tx, id)
        return record && { record, actor: await actorOf(house, tx, county, record.person, record.language) }
      },
      { readOnly: true },
    )
    if (!found) return false
    const kind = house.importKinds().find((one) => one.kind === found.record.kind)
    const held = kind && found.actor?.reach.get(kind.permission)
    if (!found.actor || !kind || !held || (kind.reach === 'county' && held !== 'county')) {
      await halt(county, id, 'rights', '')
      return false
    }
    const { more } = await house.commands.run(nextBatch, found.actor, { import: id }, { id: newId() })
    return more
  }

  async function halt(county: string, id: string, refusal: string | null, reference: string): Promise<void> {
    const why: Text = refusal === null ? importRemarks.ourFault(reference) : importRemarks.rightsLost()
    try {
      const record = await inTransaction(house.database, { county, person: null }, (tx) => importById(tx, id))
      if (!record) return
      const input = { import: id, why }
      await house.commands.run(haltImport, halting(record, county), input, { id: newId() })
    } catch (error) {
      // The database is away: the import is found at work again when a process starts.
      house.log(`import ${id} could not be stopped: ${(error as Error).message}`)
    }
  }

  function wake(county: string, id: string): void {
    const key = `${county} ${id}`
    if (running.has(key)) {
      again.add(key)
      return
    }
    const work = run(county, id).finally(() => {
      running.delete(key)
      // Somebody started it while its last batch was ending.
      if (again.delete(key)) wake(county, id)
    })
    running.set(key, work)
  }

  return {
    wake,
    async rest() {
      while (running.size > 0) await Promise.all(running.values())
    },
    async resume() {
      for (const { county, id } of await importsAtWork(house.database)) wake(county, id)
    },
  }
}
