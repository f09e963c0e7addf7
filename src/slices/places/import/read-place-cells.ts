import type { CellRemark, ImportCells } from '#platform/import/import-kind.ts'
import { areasOf, type Village, villageFault, villagesOf } from '../county-areas.ts'
import { phoneOf } from '../phone.ts'
import {
  accessTerms,
  longest,
  type PlaceFacts,
  type PlaceKind,
  placeKinds,
  spokenLanguages,
} from '../place.ts'
import { placeMessages } from '../place-messages.ts'
import { nameKey } from '../place-name.ts'
import { placeRemarks } from './place-import-words.ts'

/** What a row says by itself, before anything is looked up. Pure. */
export interface CellsRead {
  facts: Pick<
    PlaceFacts,
    'name' | 'kind' | 'village' | 'phone' | 'address' | 'accessibility' | 'languages' | 'note'
  >
  faults: CellRemark[]
  notes: CellRemark[]
}

/** A text in one line. */
export const oneLine = (text: string | undefined) => (text ?? '').replace(/\s+/g, ' ').trim()

export function readPlaceCells(cells: ImportCells, county: string): CellsRead {
  const faults: CellRemark[] = []
  const notes: CellRemark[] = []
  const fault = (field: string | null, text: CellRemark['text']) => void faults.push({ field, text })
  for (const [field, { text, mark }] of Object.entries(cells)) {
    if (mark === 'formula') fault(field, placeRemarks.formula())
    if (mark === 'error') fault(field, placeRemarks.error(text))
  }
  const broken = new Set(faults.map(({ field }) => field))
  const text = (field: string) => (broken.has(field) ? '' : oneLine(cells[field]?.text))

  const name = text('name')
  if (!broken.has('name')) {
    if (name === '') fault('name', placeRemarks.noName())
    else if (name.length > longest.name) fault('name', placeRemarks.nameTooLong(longest.name))
    else if (nameKey(name) === '') fault('name', placeRemarks.nameSaysNothing())
  }
  const village = text('village') === '' ? null : readVillage(text('village'), county)
  if (village && 'fault' in village) fault('village', village.fault)
  const phone = text('phone') === '' ? null : phoneOf(text('phone'))
  if (text('phone') !== '' && phone === null) {
    const several =
      text('phone')
        .split(/[,，、;；/／\s]+/)
        .filter((part) => phoneOf(part) !== null).length > 1
    fault('phone', several ? placeRemarks.severalPhones() : placeRemarks.phone(text('phone')))
  }
  for (const field of ['address', 'note'] as const) {
    if (text(field).length > longest[field]) fault(field, placeRemarks.tooLong(longest[field]))
  }
  const several = <Term extends string>(
    field: 'accessibility' | 'languages',
    terms: readonly Term[],
    labels: [Record<Term, string>, Record<Term, string>],
  ) => {
    const written = text(field)
      .split(/[,，、;；/／\n]+/)
      .map((one) => one.trim())
      .filter(Boolean)
    const found = written.map((one) => {
      const term = terms.find((each) => labels.some((label) => nameKey(label[each]) === nameKey(one)))
      if (!term && !/^[无否]$|^no(?:ne)?$/i.test(one)) {
        const known = { zh: Object.values(labels[0]).join('、'), en: Object.values(labels[1]).join(', ') }
        fault(field, placeRemarks.terms(one, known))
      }
      return term
    })
    return terms.filter((term) => found.includes(term))
  }
  return {
    facts: {
      name,
      kind: readKind(text('kind'), name, (remark) => notes.push({ field: 'kind', text: remark })),
      village: village && 'code' in village ? village.code : null,
      phone,
      address: text('address') || null,
      accessibility: several('accessibility', accessTerms, [
        placeMessages.zh.access,
        placeMessages.en.access,
      ]),
      languages: several('languages', spokenLanguages, [placeMessages.zh.spoken, placeMessages.en.spoken]),
      note: text('note') || null,
    },
    faults,
    notes,
  }
}

/** What people write for a kind, or what a name ends with, beside the kinds' own names. */
const kindWords: readonly [RegExp, PlaceKind][] = [
  [/驿站|爱心站|劳动者港湾/, 'rest-station'],
  [/儿童(?:友好|服务|之家)/, 'child-station'],
  [/妇女(?:儿童)?之家|妇儿|维权站/, 'women-home'],
  [/青年之家|青年夜校|团(?:员|支部)之家/, 'youth-house'],
  [/文化宫|俱乐部/, 'palace'],
  [/工作室/, 'studio'],
  [/科技馆|科普/, 'science-centre'],
  [/红军|纪念|烈士|革命/, 'memorial-village'],
  [/仓库|物资库|备灾/, 'warehouse'],
  [/基地/, 'base'],
  [/园区|产业园/, 'park'],
  [/公司|工厂|合作社|企业/, 'enterprise'],
  [/医院|卫生院|卫生室/, 'hospital'],
  [/学校|小学|中学|幼儿园/, 'school'],
  [/服务中心|群团中心|活动中心|中心$/, 'centre'],
  [/社区$/, 'community'],
  [/村$/, 'village'],
  [/机关|局$|政府|办公/, 'office'],
]

const kindsByLabel = new Map<string, PlaceKind>(
  placeKinds.flatMap((kind) =>
    [placeMessages.zh.kinds[kind], placeMessages.en.kinds[kind], kind].map(
      (label) => [nameKey(label), kind] as const,
    ),
  ),
)

function readKind(text: string, name: string, remark: (text: CellRemark['text']) => void): PlaceKind {
  const whole = kindsByLabel.get(nameKey(text))
  if (text !== '' && whole) return whole
  const known = kindWords.find(([words]) => words.test(text === '' ? name : text))?.[1]
  if (text !== '') {
    if (!known) remark(placeRemarks.unknownKind(text))
    return known ?? 'other'
  }
  const kind = known ?? 'other'
  remark(placeRemarks.kindByName({ zh: placeMessages.zh.kinds[kind], en: placeMessages.en.kinds[kind] }))
  return kind
}

const bareVillage = (name: string) =>
  nameKey(name)
    .replace(/(?:居民委员会|居委会|村民委员会|村委会)$/, '')
    .replace(/村村$/, '村')

const namesOfCounties = new Map<string, Map<string, Village[]>>()

/** Every name by which a village of the county is written, with or without its town, the county, and 村 or 社区. */
function villageNames(county: string): Map<string, Village[]> {
  const known = namesOfCounties.get(county)
  if (known) return known
  const names = new Map<string, Village[]>()
  const above = areasOf(county)?.name ?? ''
  for (const village of villagesOf(county)) {
    const whole = bareVillage(village.name)
    const town = nameKey(village.township.name)
    for (const own of new Set([whole, whole.replace(/(?:村|社区)$/, '')])) {
      for (const name of [own, `${town}${own}`, `${above}${town}${own}`]) {
        if ([...name].length > 1) names.set(name, [...(names.get(name) ?? []), village])
      }
    }
  }
  namesOfCounties.set(county, names)
  return names
}

/** A code of twelve digits, or a name: 凤翔社区, 始阳镇凤翔社区, 凤翔社区居委会. */
function readVillage(text: string, county: string): { code: string } | { fault: CellRemark['text'] } {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  if (/^\d+$/.test(plain)) {
    const fault = villageFault(county, plain)
    if (fault === null) return { code: plain }
    if (fault === 'elsewhere') return { fault: placeRemarks.villageElsewhere(plain) }
    return {
      fault: fault === 'unknown' ? placeRemarks.villageUnknown(plain) : placeRemarks.villageForm(text),
    }
  }
  const fits = villageNames(county).get(bareVillage(plain)) ?? []
  const [first, ...others] = fits
  if (!first) return { fault: placeRemarks.villageForm(text) }
  if (others.length === 0) return { code: first.code }
  return {
    fault: placeRemarks.villageSeveral(
      text,
      fits.map(({ township }) => township.name),
    ),
  }
}
