import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { textOfReport } from '../reader-files.ts'
import type { Reading, ReadPerson } from '../reading.ts'
import { readReport } from './index.ts'

/** What a person read in a report, written by hand beside it. */
interface Label {
  kind: Reading['kind']
  date: string | null
  lead: Person | null
  companions: Person[]
  sites: string[]
  meeting: string | null
  directives: { text: string; force: string; places: string[] }[]
  cutOff: boolean
}

interface Person {
  name: string
  titles: string[]
}

const FOLDER = new URL('../../../../samples/reports/', import.meta.url)
const labelBeside = (file: string) => file.replace(/\.(?:txt|html)$/, '.label.json')
const names = readdirSync(FOLDER)
const files = names.filter((name) => labelBeside(name) !== name && names.includes(labelBeside(name)))

const person = (one: ReadPerson): Person => ({ name: one.name, titles: one.titles })

async function readSample(file: string): Promise<Reading> {
  const { text } = await textOfReport(readFileSync(new URL(file, FOLDER)), file)
  return readReport(text)
}

function labelOf(file: string): Label {
  return JSON.parse(readFileSync(new URL(labelBeside(file), FOLDER), 'utf8'))
}

test('there are at least a dozen reports', () => expect(files.length).toBeGreaterThanOrEqual(12))

describe.each(files)('%s', (file) => {
  test('is read as a person read it', async () => {
    const reading = await readSample(file)
    const label = labelOf(file)
    expect({
      kind: reading.kind,
      date: reading.date,
      lead: reading.lead && person(reading.lead),
      companions: reading.companions.map(person),
      sites: reading.sites.map((site) => site.name),
      meeting: reading.meeting?.name ?? null,
      directives: reading.directives.map(({ text, force, places }) => ({ text, force, places })),
      cutOff: reading.cutOff,
    } satisfies Label).toEqual(label)
  })
})
