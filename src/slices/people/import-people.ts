import { reachOf } from '#platform/auth/actor.ts'
import type { Work } from '#platform/commands/command.ts'
import type { EventDraft } from '#platform/events/event.ts'
import type {
  CellRemark,
  ImportAsked,
  ImportKind,
  ImportReading,
  ImportRow,
  Written,
} from '#platform/import/import-kind.ts'
import { removeEach } from '#platform/import/remove-each.ts'
import { insertPeople, namesakesOf, peopleByIds, removePeople, updatePost } from './person-store.ts'
import { personImportRemarks as say } from './person-import-words.ts'

/**
 * People out of a spreadsheet: their names and posts. An import gives nobody an account, nor any right: whoever comes
 * so can be named in charge of something, and nothing else. What else such a file holds about people is not kept.
 */
export const importPeople: ImportKind = {
  kind: 'person',
  name: { zh: '人员', en: 'People' },
  permission: 'person.manage',
  reach: 'county',
  fields: [
    {
      key: 'name',
      name: { zh: '姓名', en: 'Name' },
      synonyms: ['名字', '人员姓名', '干部姓名', '联系人', 'full name', 'person'],
      hint: { zh: '最多 40 字', en: '40 characters at most' },
      required: true,
      looksLike: (text) => /^\p{Script=Han}{2,4}$/u.test(text),
    },
    {
      key: 'post',
      name: { zh: '职务', en: 'Post' },
      synonyms: [
        '单位及职务',
        '工作单位及职务',
        '岗位',
        '职位',
        '职务职级',
        '现任职务',
        'position',
        'title',
        'job title',
      ],
      hint: {
        zh: '最多 60 字，可以带上单位',
        en: '60 characters at most, with the organisation if you like',
      },
    },
  ],
  notKept: [
    '电话',
    '手机',
    '联系电话',
    '身份证',
    '身份证号',
    '身份证号码',
    '性别',
    '民族',
    '出生年月',
    '政治面貌',
    '住址',
    'phone',
    'id number',
    'sex',
    'birthday',
    'address',
  ],
  keyOf: ({ name, post }) => (name ? JSON.stringify([oneLine(name.text), oneLine(post?.text)]) : null),
  onlyOne: false,
  read: readPeople,
  add: addPeople,
  merge: mergePeople,
  takeBack: takeBackPeople,
}

interface PersonValues {
  name: string
  post: string
}

const longest = { name: 40, post: 60 }
const oneLine = (text: string | undefined) => (text ?? '').replace(/\s+/g, ' ').trim()

async function readPeople({ tx }: ImportAsked, rows: readonly ImportRow[]): Promise<ImportReading[]> {
  const read = rows.map((row) => ({ row, values: valuesOf(row), faults: faultsOf(row) }))
  const namesakes = Map.groupBy(
    await namesakesOf(tx, [...new Set(read.map(({ values }) => values.name))]),
    ({ name }) => name,
  )
  return read.map(({ row, values, faults }) => {
    const others = namesakes.get(values.name) ?? []
    const same = others.find(({ post }) => post === values.post)
    const one = same ?? others[0]
    const merges = one && !same && values.post !== ''
    return {
      row: row.row,
      title: values.name,
      values: faults.length === 0 ? { ...values } : null,
      faults,
      notes: [],
      after: null,
      match: one
        ? {
            sure: same ? 'exact' : 'likely',
            id: one.id,
            title: one.name,
            why: same ? say.samePost(one.post) : say.sameName(one.post),
            choices: ['new', 'skip', ...(merges ? (['merge'] as const) : [])],
            differs: merges ? [{ field: 'post', now: one.post || null, file: values.post }] : [],
          }
        : null,
    }
  })
}

const valuesOf = ({ cells }: ImportRow): PersonValues => ({
  name: oneLine(cells.name?.text),
  post: oneLine(cells.post?.text),
})

function faultsOf(row: ImportRow): CellRemark[] {
  const values = valuesOf(row)
  return (['name', 'post'] as const).flatMap((field): CellRemark[] => {
    if (row.cells[field]?.mark === 'formula') return [{ field, text: say.formula() }]
    if (row.cells[field]?.mark === 'error') return [{ field, text: say.error() }]
    if (field === 'name' && values.name === '') return [{ field, text: say.noName() }]
    return values[field].length > longest[field] ? [{ field, text: say.tooLong(longest[field]) }] : []
  })
}

type Rows = Parameters<ImportKind['add']>[1]
const mine = (work: Work) => reachOf(work.actor, 'person.manage') === 'county'

async function addPeople(work: Work, rows: Rows) {
  const people = rows.map(({ record, values }) => ({ id: record, ...(values as unknown as PersonValues) }))
  await insertPeople(work.tx, work.actor.county, people, work.now)
  return {
    rows: people.map(({ id }): Written => ({ record: id, done: true, before: null })),
    events: people.map(
      ({ id }): EventDraft => ({ name: 'person.added', about: { kind: 'person', id }, data: {} }),
    ),
  }
}

async function mergePeople(work: Work, rows: Rows) {
  const people = new Map(
    (
      await peopleByIds(
        work.tx,
        rows.map(({ record }) => record),
      )
    ).map((one) => [one.id, one]),
  )
  const events: EventDraft[] = []
  const written: Written[] = []
  for (const { record, values } of rows) {
    const person = people.get(record)
    const { post } = values as unknown as PersonValues
    if (!person || person.post === post) {
      written.push({ record, done: false, why: person ? say.nothingToMerge() : say.gone() })
      continue
    }
    await updatePost(work.tx, person, post)
    written.push({ record, done: true, before: { post: person.post } })
    const data = { before: person.post, after: post }
    events.push({ name: 'person.post-changed', about: { kind: 'person', id: record }, data })
  }
  return { rows: written, events }
}

async function takeBackPeople(work: Work, rows: Parameters<ImportKind['takeBack']>[1]) {
  const people = new Map(
    (
      await peopleByIds(
        work.tx,
        rows.map(({ record }) => record),
      )
    ).map((one) => [one.id, one]),
  )
  const added = rows.filter(({ record, before }) => before === null && people.has(record))
  const kept = await removeEach(
    work.tx,
    added.map(({ record }) => record),
    (ids) => removePeople(work.tx, ids),
  )
  const events: EventDraft[] = []
  const written: Written[] = []
  for (const { record, before } of rows) {
    const person = people.get(record)
    if (!person || !mine(work)) written.push({ record, done: false, why: say.gone() })
    else if (kept.has(record)) written.push({ record, done: false, why: say.restsOn() })
    else {
      const about = { kind: 'person', id: record }
      if (before === null) events.push({ name: 'person.taken-back', about, data: {} })
      else {
        const { post } = before as { post: string }
        await updatePost(work.tx, person, post)
        events.push({ name: 'person.post-changed', about, data: { before: person.post, after: post } })
      }
      written.push({ record, done: true, before: null })
    }
  }
  return { rows: written, events }
}
