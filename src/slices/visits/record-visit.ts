import { createHash } from 'node:crypto'
import { type Beforehand, command } from '#platform/commands/command.ts'
import type { FileShelf } from '#platform/files/file-shelf.ts'
import { fileGone, giveFiles, ownUpload } from '#platform/files/file-store.ts'
import { withKnownSites } from './known-things.ts'
import { type ReadRequest, readInWorker } from './read-in-worker.ts'
import type { Reading } from './reading.ts'
import { contentOf } from './visit.ts'
import { recordVisitInput } from './visit-contract.ts'
import { knownReport, reportFault } from './visit-messages.ts'
import { insertVisit, visitWithText } from './visit-store.ts'
import { titleOf } from './visit-summary.ts'

/**
 * Reads a report and records it as a draft: a proposal, until somebody confirms it. A text that is no visit report is
 * kept too, and says so. The same report in another dress is recognised; `again` reads it all the same.
 */
export function recordVisit(shelf: FileShelf) {
  return command('visit.record', {
    may: { permission: 'visit.record' },
    input: recordVisitInput,
    event: 'visit.recorded',
    async prepare(before, input) {
      const request = await requestOf(before, shelf, input)
      const answer = await readInWorker(request)
      if ('fault' in answer) throw reportFault(answer.fault)
      return { ...answer, sourceName: request.name ?? null }
    },
    async decide(work, input, { text, reading, sourceName }) {
      const { tx, actor, now } = work
      const textHash = hashOf(reading)
      const earlier = input.again ? undefined : await visitWithText(tx, textHash)
      if (earlier) throw knownReport({ id: earlier.id, title: titleOf(earlier.content) })
      const about = { kind: 'visit', id: input.visit }
      const { kind, kindReason, cutOff, groups, repairs } = reading
      await insertVisit(tx, {
        county: actor.county,
        id: input.visit,
        organisation: actor.organisations[0] ?? '',
        recordedBy: actor.person,
        at: now,
        sourceName,
        original: text,
        textHash,
        reading: { kind, kindReason, cutOff, groups, repairs },
        content: await withKnownSites(tx, contentOf(reading)),
        version: 1,
        sitesLookedUpAt: now,
      })
      if (input.file) await giveFiles(work, [input.file], about)
      return {
        result: { id: input.visit },
        event: { about, data: { kind, directives: reading.directives.length } },
      }
    },
  })
}

async function requestOf(
  { actor, ask }: Beforehand,
  shelf: FileShelf,
  input: { text?: string; file?: string },
): Promise<ReadRequest & { name?: string }> {
  if (input.file === undefined) return { text: input.text ?? '' }
  const id = input.file
  const file = await ask((tx) => ownUpload(tx, id, actor.person))
  const bytes = file && (await shelf.get(file.sha256))
  if (!file || !bytes) throw fileGone()
  return { bytes, name: file.name }
}

/** Of what the text says: repairs, spaces and punctuation do not count. */
function hashOf(reading: Reading): string {
  const said = reading.repaired.replace(/[^\p{L}\p{N}]/gu, '')
  return createHash('sha256').update(said).digest('hex')
}
