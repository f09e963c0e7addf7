import { z } from 'zod'
import { id, moment, named, pageSize } from '#platform/contracts/fields.ts'
import { route } from '#platform/contracts/route.ts'
import { importActions, importStates, rowStates } from './import.ts'

const kind = z.string().regex(/^[a-z][a-z-]{1,39}$/)
const choice = z.enum(['new', 'skip', 'merge'])
const layout = {
  /** From 0, in the order of the file. */
  sheet: z.number().int().min(0).max(1000),
  /** The first row of the header, as the file counts. */
  header: z.number().int().min(1).max(10_000),
  headerRows: z.number().int().min(1).max(2),
  columns: z
    .array(z.object({ column: z.number().int().min(0).max(199), field: z.string().max(40) }))
    .min(1)
    .max(200),
}

export const beginImportInput = z.object({ import: id, kind, file: id })
export const tryImportInput = z.object({ import: id, ...layout })
export const decideRowsInput = z.object({
  import: id,
  /** Single rows, or all of one sort that the choice fits. */
  rows: z
    .array(z.object({ row: z.number().int().min(1), choice }))
    .max(1000)
    .default([]),
  all: z
    .object({ sure: z.enum(['exact', 'likely']), choice })
    .nullable()
    .default(null),
})
export const oneImportInput = z.object({ import: id })

const counts = z.object({
  all: z.number().int(),
  hidden: z.number().int(),
  exact: z.number().int(),
  likely: z.number().int(),
  ...Object.fromEntries(rowStates.map((state) => [state, z.number().int()])),
} as { all: z.ZodInt; hidden: z.ZodInt; exact: z.ZodInt; likely: z.ZodInt } & Record<
  (typeof rowStates)[number],
  z.ZodInt
>)

const field = z.object({
  key: z.string(),
  name: z.string(),
  hint: z.string(),
  required: z.boolean(),
})
const kindShape = z.object({ kind, name: z.string(), fields: z.array(field), notKept: z.array(z.string()) })

export const importRow = z.object({
  id,
  kind: z.object({ kind, name: z.string() }),
  fileName: z.string(),
  person: named,
  at: moment,
  state: z.enum(importStates),
  counts,
})

export const importShape = importRow.extend({
  file: id,
  fields: z.array(field),
  sheets: z.array(z.object({ name: z.string(), hidden: z.boolean(), rows: z.number().int().nullable() })),
  layout: z
    .object({ ...layout, columns: z.array(z.object({ column: z.number().int(), field: z.string() })) })
    .nullable(),
  triedAt: moment.nullable(),
  endedAt: moment.nullable(),
  /** Why it stopped by itself. */
  halted: z.string().nullable(),
  /** The same bytes were brought before: by whom, when, and how far that went. */
  before: z.array(z.object({ person: named, at: moment, state: z.enum(importStates) })),
  actions: z.array(z.enum(importActions)),
})

const remark = z.object({
  /** The heading of the field; null for the row as a whole. */
  field: z.string().nullable(),
  /** The field's key. */
  key: z.string().nullable(),
  text: z.string(),
})

export const importRowShape = z.object({
  row: z.number().int(),
  title: z.string(),
  state: z.enum(rowStates),
  hidden: z.boolean(),
  cells: z.array(z.object({ field: z.string(), key: z.string(), text: z.string() })),
  faults: z.array(remark),
  notes: z.array(remark),
  match: z
    .object({
      sure: z.enum(['exact', 'likely']),
      id: id.nullable(),
      title: z.string(),
      why: z.string(),
      differs: z.array(z.object({ field: z.string(), now: z.string().nullable(), file: z.string() })),
    })
    .nullable(),
  choice: choice.nullable(),
  choices: z.array(choice),
  why: z.string().nullable(),
})

const one = z.object({ import: id })
const use = { permission: 'import.use' }
const done = z.object({ id })

export const rowFilters = [
  'all',
  'fault',
  'likely',
  'exact',
  'new',
  'hidden',
  'noted',
  'refused',
  'kept',
] as const

export const importRoutes = {
  kinds: route('import.kinds', {
    method: 'GET',
    path: '/api/imports/kinds',
    summary: { zh: '可导入的内容', en: 'What can be imported' },
    access: use,
    response: z.object({ items: z.array(kindShape) }),
  }),
  list: route('import.list', {
    method: 'GET',
    path: '/api/imports',
    summary: { zh: '导入记录', en: 'Imports' },
    access: use,
    query: z.object({ after: id.optional(), limit: pageSize }),
    response: z.object({ items: z.array(importRow), next: id.nullable() }),
  }),
  begin: route('import.begin', {
    method: 'POST',
    path: '/api/imports',
    summary: { zh: '开始导入', en: 'Begin an import' },
    access: use,
    body: beginImportInput,
    response: done,
  }),
  get: route('import.get', {
    method: 'GET',
    path: '/api/imports/:import',
    summary: { zh: '查看导入', en: 'Show an import' },
    access: use,
    params: one,
    response: importShape,
  }),
  layout: route('import.layout', {
    method: 'GET',
    path: '/api/imports/:import/layout',
    summary: { zh: '识别工作表和表头', en: 'How a sheet seems to be laid out' },
    access: use,
    params: one,
    query: z.object({
      /** Left out: guessed. */
      sheet: z.coerce.number().int().min(0).max(1000).optional(),
      header: z.coerce.number().int().min(1).max(10_000).optional(),
      headerRows: z.coerce.number().int().min(1).max(2).optional(),
    }),
    response: z.object({
      sheet: z.number().int(),
      /** Null where no header was found. */
      header: z.number().int().nullable(),
      headerRows: z.number().int(),
      head: z.array(z.object({ row: z.number().int(), hidden: z.boolean(), cells: z.array(z.string()) })),
      total: z.number().int(),
      hiddenRows: z.number().int(),
      hiddenColumns: z.array(z.number().int()),
      columns: z.array(
        z.object({
          column: z.number().int(),
          heading: z.string(),
          samples: z.array(z.string()),
          field: z.string().nullable(),
          confidence: z.number(),
          by: z.enum(['heading', 'content']).nullable(),
          notKept: z.boolean(),
        }),
      ),
    }),
  }),
  tryOut: route('import.try', {
    method: 'PUT',
    path: '/api/imports/:import/layout',
    summary: { zh: '预检（不写入）', en: 'Dry run: nothing is written yet' },
    access: use,
    params: one,
    body: tryImportInput.omit({ import: true }),
    response: done.extend({ rows: z.number().int() }),
  }),
  rows: route('import.rows', {
    method: 'GET',
    path: '/api/imports/:import/rows',
    summary: { zh: '逐行查看', en: 'The rows of an import' },
    access: use,
    params: one,
    query: z.object({
      show: z.enum(rowFilters).default('all'),
      after: z.coerce.number().int().min(0).optional(),
      limit: pageSize,
    }),
    response: z.object({ items: z.array(importRowShape), next: z.number().int().nullable() }),
  }),
  decide: route('import.decide', {
    method: 'PUT',
    path: '/api/imports/:import/decisions',
    summary: { zh: '处理重复', en: 'Say what becomes of rows' },
    access: use,
    params: one,
    body: decideRowsInput.omit({ import: true }),
    response: done,
  }),
  start: route('import.start', {
    method: 'POST',
    path: '/api/imports/:import/start',
    summary: { zh: '导入', en: 'Write the rows' },
    access: use,
    params: one,
    response: done,
  }),
  stop: route('import.stop', {
    method: 'DELETE',
    path: '/api/imports/:import/start',
    summary: { zh: '停止导入', en: 'Stop writing' },
    access: use,
    params: one,
    response: done,
  }),
  undo: route('import.undo', {
    method: 'POST',
    path: '/api/imports/:import/undoing',
    summary: { zh: '撤销整次导入', en: 'Take the whole import back' },
    access: use,
    params: one,
    response: done,
  }),
  answers: route('import.answers', {
    method: 'GET',
    path: '/api/imports/:import/answers.xlsx',
    summary: { zh: '下载原表和原因', en: 'The file, with a column of reasons' },
    access: use,
    params: one,
    response: 'file',
  }),
}
