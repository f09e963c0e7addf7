import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { DAMAGES, damageReport } from '../src/slices/visits/reader/damage-report.ts'
import { readReport } from '../src/slices/visits/reader/index.ts'
import { textOfReport } from '../src/slices/visits/reader-files.ts'
import type { Reading, ReadPerson } from '../src/slices/visits/reading.ts'
import { type Figure, printFigures } from './figure.ts'

// npm run bench reader: how well reports are read, by hand-made labels, and how fast.
//   -v                 lists every miss of the worked part
//   --from=FOLDER      reads reports labelled by somebody else instead: NAME.txt or .html with NAME.label.json
//   --open-kept-aside  lists those of the part kept aside too; who has looked may no longer write rules by it

const SAMPLES = new URL('../samples/reports/', import.meta.url)
const VALUES = [
  'date',
  'lead',
  'people',
  'person with title',
  'sites',
  'directives',
  'directive → place',
] as const
type Value = (typeof VALUES)[number]

interface Label {
  date: string | null
  lead: { name: string; titles: string[] } | null
  companions: { name: string; titles: string[] }[]
  sites: string[]
  directives: { text: string; places: string[] }[]
}

interface Sample {
  name: string
  text: string
  label: Label
}

interface Tally {
  right: number
  /** Read, but not so labelled. */
  invented: string[]
  /** Labelled, but not so read. */
  missed: string[]
}

async function samplesIn(folder: string, root = SAMPLES): Promise<Sample[]> {
  const files = readdirSync(new URL(folder, root)).sort()
  const found: Sample[] = []
  for (const file of files) {
    const labelFile = file.replace(/\.(?:txt|html)$/, '.label.json')
    if (labelFile === file || !files.includes(labelFile)) continue
    const { text } = await textOfReport(readFileSync(new URL(folder + file, root)), file)
    const label: Label = JSON.parse(readFileSync(new URL(folder + labelFile, root), 'utf8'))
    found.push({ name: file, text, label })
  }
  return found
}

/** The manner of the report that it began with. */
const GARBLED = { traditional: true, glosses: true, halfWidth: true, doubledCommas: true } as const

/** Every second text, damaged each in its own way; the same every time. Pages are damage enough. */
function damagedHalf(samples: readonly Sample[]): Sample[] {
  const texts = samples.filter((one) => one.name.endsWith('.txt'))
  return texts
    .filter((_, index) => index % 2 === 0)
    .map((one, index) => ({
      ...one,
      text: damageReport(one.text, 1000 + index, DAMAGES[index % DAMAGES.length]!.damage),
    }))
}

/** Words without marks and spaces: a comma more is no miss. */
function bare(words: string): string {
  return words.replace(/[^\p{L}\p{N}]/gu, '')
}

const personWithTitle = (one: { name: string; titles: string[] }) => bare(`${one.titles.join('')}${one.name}`)

function score(samples: readonly Sample[]): Map<Value, Tally> {
  const tallies = new Map<Value, Tally>(
    VALUES.map((value) => [value, { right: 0, invented: [], missed: [] }]),
  )
  for (const { name, text, label } of samples) {
    const reading = readReport(text)
    const note = (value: Value, read: readonly string[], labelled: readonly string[]) =>
      compare(tallies.get(value)!, name, read, labelled)
    const people = (lead: Label['lead'] | ReadPerson, others: readonly Label['companions'][number][]) =>
      lead ? [lead, ...others] : [...others]
    const read = people(reading.lead, reading.companions)
    const told = people(label.lead, label.companions)
    note('date', [`${reading.date}`], [`${label.date}`])
    note('lead', reading.lead ? [reading.lead.name] : [], label.lead ? [label.lead.name] : [])
    note(
      'people',
      read.map((one) => one.name),
      told.map((one) => one.name),
    )
    note('person with title', read.map(personWithTitle), told.map(personWithTitle))
    note(
      'sites',
      reading.sites.map((site) => bare(site.name)),
      label.sites.map(bare),
    )
    scoreDirectives(tallies, name, reading, label)
  }
  return tallies
}

function compare(tally: Tally, sample: string, read: readonly string[], labelled: readonly string[]): void {
  const left = [...labelled]
  for (const one of read) {
    const at = left.indexOf(one)
    if (at === -1) tally.invented.push(`${sample}: ${one}`)
    else {
      tally.right++
      left.splice(at, 1)
    }
  }
  tally.missed.push(...left.map((one) => `${sample}: ${one}`))
}

function scoreDirectives(tallies: Map<Value, Tally>, sample: string, reading: Reading, label: Label): void {
  const tally = tallies.get('directives')!
  const left = [...label.directives]
  for (const one of reading.directives) {
    const at = left.findIndex((other) => isSameDirective(one.text, other.text))
    if (at === -1) {
      tally.invented.push(`${sample}: ${one.text}`)
      continue
    }
    tally.right++
    const [other] = left.splice(at, 1)
    const place = (where: string) => `${bare(where)} ← ${bare(other!.text).slice(0, 24)}`
    compare(tallies.get('directive → place')!, sample, one.places.map(place), other!.places.map(place))
  }
  tally.missed.push(...left.map((one) => `${sample}: ${one.text}`))
}

/** Four fifths of the characters are the same, and both begin and end within the same clause. */
function isSameDirective(a: string, b: string): boolean {
  return (
    overlap(bare(a), bare(b)) >= 0.8 &&
    sharesEnd(clausesOf(a), clausesOf(b)) &&
    sharesEnd(clausesOf(a).reverse(), clausesOf(b).reverse())
  )
}

function clausesOf(text: string): string[] {
  return text
    .split(/[，,：:；;]/)
    .map(bare)
    .filter(Boolean)
}

function sharesEnd(a: string[], b: string[]): boolean {
  const near = (one: string, other: string) =>
    overlap(one, other) >= 0.7 || one.endsWith(other) || other.endsWith(one)
  return near(a[0] ?? '', b[0] ?? '') || near(a[1] ?? ' ', b[0] ?? '') || near(a[0] ?? '', b[1] ?? ' ')
}

/** Shared characters of both, as a part of the longer one. */
function overlap(a: string, b: string): number {
  const left = new Map<string, number>()
  for (const unit of a) left.set(unit, (left.get(unit) ?? 0) + 1)
  let shared = 0
  for (const unit of b) {
    const times = left.get(unit) ?? 0
    if (times === 0) continue
    shared++
    left.set(unit, times - 1)
  }
  return shared / Math.max(a.length, b.length, 1)
}

function printScores(heading: string, samples: readonly Sample[], list: boolean): void {
  console.log(`\n  ${heading}, ${samples.length} reports`)
  console.log(`  ${'value'.padEnd(20)}precision  recall     F1   of`)
  for (const [value, tally] of score(samples)) {
    const precision = tally.right / Math.max(1, tally.right + tally.invented.length)
    const recall = tally.right / Math.max(1, tally.right + tally.missed.length)
    const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
    const [p, r, f] = [precision, recall, f1].map((share) => share.toFixed(3).padStart(8))
    console.log(
      `  ${value.padEnd(20)}${p} ${r} ${f} ${String(tally.right + tally.missed.length).padStart(4)}`,
    )
    if (!list) continue
    for (const one of tally.missed) console.log(`      - ${one}`)
    for (const one of tally.invented) console.log(`      + ${one}`)
  }
}

/** What a process holds at its highest that does nothing but read all samples, damaged ones too, ten times. */
function memoryOfReading(): number {
  const program = `
    import { readFileSync } from 'node:fs'
    import { readReport } from ${JSON.stringify(new URL('../src/slices/visits/reader/index.ts', import.meta.url).href)}
    const texts = JSON.parse(readFileSync(0, 'utf8'))
    for (let round = 0; round < 10; round++) for (const text of texts) readReport(text)
    console.log(process.resourceUsage().maxRSS)`
  const input = JSON.stringify([...worked, ...damagedHalf(worked)].map((one) => one.text))
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    input,
    encoding: 'utf8',
  })
  return Number(stdout) / 1000
}

function measureSpeed(reports: readonly string[]): number {
  const until = performance.now() + 2000
  let done = 0
  const begin = performance.now()
  while (performance.now() < until) readReport(reports[done++ % reports.length]!)
  return (done * 1000) / (performance.now() - begin)
}

/** The worked reports one after another, cut into pieces of 3,000 characters. */
function longReports(samples: readonly Sample[]): string[] {
  const all = samples.map((one) => readReport(one.text).repaired).join('\n')
  return Array.from({ length: Math.floor(all.length / 3000) }, (_, n) => all.slice(n * 3000, (n + 1) * 3000))
}

const begin = performance.now()
readReport('縣(xiàn)總工會(huì)主席到訪。')
const loading = performance.now() - begin

const verbose = process.argv.includes('-v')
const from = process.argv.find((arg) => arg.startsWith('--from='))?.slice('--from='.length)
if (from !== undefined) {
  printScores(from, await samplesIn('', pathToFileURL(`${resolve(from)}/`)), verbose)
  process.exit(0)
}
const worked = [...(await samplesIn('')), ...(await samplesIn('worked/'))]
const keptAside = await samplesIn('kept-aside/')
const opened = process.argv.includes('--open-kept-aside')
printScores('worked', worked, verbose)
printScores('worked, half of them damaged', damagedHalf(worked), verbose)
printScores('kept aside', keptAside, opened)
printScores('kept aside, half of them damaged', damagedHalf(keptAside), opened)

const reports = longReports(worked)
const damaged = reports.map((text, index) => damageReport(text, index, GARBLED))
for (let round = 0; round < 3; round++) for (const text of [...reports, ...damaged]) readReport(text)
const figures: Figure[] = [
  { name: 'dictionaries, loaded at the first damaged report', value: loading, unit: 'ms', target: 1000 },
  {
    name: 'one clean report of 3,000 characters',
    value: 1000 / measureSpeed(reports),
    unit: 'ms',
    target: 3.33,
  },
  { name: 'one damaged report of 3,000 characters', value: 1000 / measureSpeed(damaged), unit: 'ms' },
  { name: 'clean reports a second on one core', value: measureSpeed(reports), unit: '' },
  {
    name: 'memory of a process that only reads, at its highest',
    value: memoryOfReading(),
    unit: 'MB',
    target: 150,
  },
]
console.log('')
printFigures(figures)
