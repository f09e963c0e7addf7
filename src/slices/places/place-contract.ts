import { z } from 'zod'
import { id, line, moment, named, pageSize, several } from '#platform/contracts/fields.ts'
import { route } from '#platform/contracts/route.ts'
import {
  accessTerms,
  type FactChange,
  factItems,
  longest,
  nameSources,
  placeActions,
  placeKinds,
  spokenLanguages,
} from './place.ts'
import { phoneOf } from './phone.ts'

const kind = z.enum(placeKinds)
/** A twelve-digit statistical code; the command looks whether the county has it. */
const village = z.string().regex(/^\d{12}$/)
const phone = z
  .string()
  .trim()
  .max(40)
  .refine((text) => phoneOf(text) !== null, {
    error: () => '0835-7222345 / 138 0000 0000 / +852 2345 6789 / +853 2856 1234',
  })
  .transform((text) => phoneOf(text) ?? text)
/** An empty text is as good as none. */
const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .transform((written) => written || null)

/** Chosen terms in the order of their list, each once: the same choice is always the same value. */
function inOrder<const Term extends string>(terms: readonly Term[]) {
  return z
    .array(z.enum(terms as unknown as readonly [Term, ...Term[]]))
    .max(terms.length)
    .transform((chosen) => terms.filter((term) => (chosen as readonly string[]).includes(term)))
}

const facts = {
  name: line(longest.name),
  kind,
  village: village.nullable(),
  keeper: id,
  keeperPerson: id.nullable(),
  phone: phone.nullable(),
  address: text(longest.address).nullable(),
  accessibility: inOrder(accessTerms),
  languages: inOrder(spokenLanguages),
  note: text(longest.note).nullable(),
}

/** What its sender saw is compared as it stands: a text that would not do today may stand there all the same. */
const seen = {
  name: z.string(),
  kind,
  village: z.string().nullable(),
  keeper: id,
  keeperPerson: id.nullable(),
  phone: z.string().nullable(),
  address: z.string().nullable(),
  accessibility: inOrder(accessTerms),
  languages: inOrder(spokenLanguages),
  note: z.string().nullable(),
}

const change = z.discriminatedUnion(
  'item',
  factItems.map((item) =>
    z.object({ item: z.literal(item), before: seen[item], after: facts[item] }),
  ) as unknown as [z.ZodObject<{ item: z.ZodLiteral<string> }>],
) as unknown as z.ZodType<FactChange, FactChange>

export const addPlaceInput = z.object({
  place: id,
  parent: id.nullable().default(null),
  name: facts.name,
  kind,
  village: facts.village.default(null),
  keeper: id,
  keeperPerson: facts.keeperPerson.default(null),
  phone: facts.phone.default(null),
  address: facts.address.default(null),
  accessibility: facts.accessibility.default([]),
  languages: facts.languages.default([]),
  note: facts.note.default(null),
})
export const changePlaceInput = z.object({
  place: id,
  changes: z
    .array(change)
    .min(1)
    .max(factItems.length)
    .refine((changes) => new Set(changes.map(({ item }) => item)).size === changes.length, {
      error: () => 'item',
    }),
  /** The name that it had goes on meaning it, as an alias. */
  keepFormerName: z.boolean().default(false),
})
export const movePlaceInput = z.object({
  place: id,
  /** The place that its sender saw above it; null at the top. */
  before: id.nullable(),
  after: id.nullable(),
})
export const closePlaceInput = z.object({ place: id, reason: line(longest.reason) })
export const reopenPlaceInput = z.object({ place: id })
export const alsoCallPlaceInput = z.object({
  place: id,
  /** Of the new name. */
  name: id,
  text: line(longest.name),
  source: z.enum(nameSources),
  /** The record in which it was found: a visit, say. */
  about: z
    .object({ kind: z.string().regex(/^[a-z][a-z-]{1,39}$/), id })
    .nullable()
    .default(null),
})
export const dropPlaceNameInput = z.object({ place: id, name: id })

const villageShape = z.object({
  code: z.string(),
  /** The code itself where the county's list is not carried. */
  name: z.string(),
  township: z.string().nullable(),
})

export const placeRow = z.object({
  id,
  name: z.string(),
  kind,
  parent: id.nullable(),
  /** From the top down, without the place itself. */
  ancestors: z.array(named),
  village: villageShape.nullable(),
  keeper: named,
  phone: z.string().nullable(),
  address: z.string().nullable(),
  aliases: z.array(z.string()),
  /** How many open places stand directly below it. */
  below: z.number().int(),
  closedAt: moment.nullable(),
})

export const placeShape = placeRow.omit({ aliases: true }).extend({
  version: z.number().int(),
  keeperPerson: named.nullable(),
  accessibility: z.array(z.enum(accessTerms)),
  languages: z.array(z.enum(spokenLanguages)),
  note: z.string().nullable(),
  addedAt: moment,
  names: z.array(
    z.object({
      id,
      text: z.string(),
      source: z.enum(nameSources),
      about: z.object({ kind: z.string(), id }).nullable(),
      person: named.nullable(),
      at: moment,
    }),
  ),
  closure: z.object({ reason: z.string(), at: moment, person: named.nullable() }).nullable(),
  /** What the actor may do with it now. */
  actions: z.array(z.enum(placeActions)),
})

export const placeFilter = z.object({
  /** Chinese, pinyin or initials: names, aliases, keeper, village, address, phone. */
  q: z.string().max(100).optional(),
  kind: several(kind),
  keeper: several(id),
  /** Those that the actor's own organisations keep. */
  mine: z.stringbool().optional(),
  /** A township (nine digits) or a village (twelve). */
  area: z
    .string()
    .regex(/^\d{9}(\d{3})?$/)
    .optional(),
  /** Directly below one place; `top` for those that stand below none. */
  parent: z.union([z.literal('top'), id]).optional(),
  state: z.enum(['open', 'closed', 'all']).default('open'),
})
export type PlaceFilter = z.output<typeof placeFilter>

const one = z.object({ place: id })
const read = { permission: 'place.read' }
const manage = { permission: 'place.manage' }
const name = { permission: 'place.name' }
const done = z.object({ id, version: z.number().int() })

export const placeRoutes = {
  list: route('place.list', {
    method: 'GET',
    path: '/api/places',
    summary: { zh: '查找阵地', en: 'Find places' },
    access: read,
    query: placeFilter.extend({
      /** The last id of the page before. */
      after: id.optional(),
      limit: pageSize,
    }),
    response: z.object({
      items: z.array(placeRow),
      /** Exact up to 10,000; 10,001 means more. */
      total: z.number().int(),
      next: id.nullable(),
    }),
  }),
  counts: route('place.counts', {
    method: 'GET',
    path: '/api/places/counts',
    summary: { zh: '阵地数量', en: 'How many places there are' },
    access: read,
    response: z.object({
      open: z.number().int(),
      closed: z.number().int(),
      kinds: z.array(z.object({ kind, count: z.number().int() })),
      /** Those that keep open places, the most first; at most 200. */
      keepers: z.array(named.extend({ count: z.number().int() })),
      /** The county's towns, in the order of their codes, each with the places in it. */
      townships: z.array(z.object({ code: z.string(), name: z.string(), count: z.number().int() })),
    }),
  }),
  villages: route('place.villages', {
    method: 'GET',
    path: '/api/places/villages',
    summary: { zh: '本县村和社区代码', en: "The county's villages and their codes" },
    access: read,
    response: z.object({
      /** Empty where the county's list is not carried: then any of its codes will do. */
      items: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          township: z.object({ code: z.string(), name: z.string() }),
        }),
      ),
    }),
  }),
  get: route('place.get', {
    method: 'GET',
    path: '/api/places/:place',
    summary: { zh: '查看阵地', en: 'Show a place' },
    access: read,
    params: one,
    response: placeShape,
  }),
  history: route('place.history', {
    method: 'GET',
    path: '/api/places/:place/history',
    summary: { zh: '阵地变更记录', en: 'What happened to a place' },
    access: read,
    params: one,
    response: z.object({
      /** The newest first. */
      items: z.array(
        z.object({
          id,
          at: moment,
          name: z.string(),
          /** The event in words. */
          what: z.string(),
          person: named.nullable(),
          organisation: named.nullable(),
          /** What was said with it: a reason, a name. */
          text: z.string().nullable(),
          /** In words of the reader's language; null where nothing stood or stands. */
          changes: z.array(
            z.object({ item: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
          ),
        }),
      ),
    }),
  }),
  add: route('place.add', {
    method: 'POST',
    path: '/api/places',
    summary: { zh: '登记阵地', en: 'Register a place' },
    access: manage,
    body: addPlaceInput,
    response: done,
  }),
  change: route('place.change', {
    method: 'PUT',
    path: '/api/places/:place',
    summary: { zh: '更正阵地信息', en: 'Change what is said of a place' },
    access: manage,
    params: one,
    body: changePlaceInput.omit({ place: true }),
    response: done,
  }),
  move: route('place.move', {
    method: 'PUT',
    path: '/api/places/:place/parent',
    summary: { zh: '调整阵地归属', en: 'Move a place below another' },
    access: manage,
    params: one,
    body: movePlaceInput.omit({ place: true }),
    response: done,
  }),
  close: route('place.close', {
    method: 'POST',
    path: '/api/places/:place/closure',
    summary: { zh: '关闭阵地', en: 'Close a place' },
    access: manage,
    params: one,
    body: closePlaceInput.omit({ place: true }),
    response: done,
  }),
  reopen: route('place.reopen', {
    method: 'DELETE',
    path: '/api/places/:place/closure',
    summary: { zh: '恢复阵地', en: 'Reopen a place' },
    access: manage,
    params: one,
    response: done,
  }),
  alsoCall: route('place.also-call', {
    method: 'POST',
    path: '/api/places/:place/names',
    summary: { zh: '增加阵地别名', en: 'Say how a place is also called' },
    access: name,
    params: one,
    body: alsoCallPlaceInput.omit({ place: true }),
    response: done,
  }),
  dropName: route('place.drop-name', {
    method: 'DELETE',
    path: '/api/places/:place/names/:name',
    summary: { zh: '删去阵地别名', en: 'Drop a name of a place' },
    access: name,
    params: one.extend({ name: id }),
    response: done,
  }),
}
