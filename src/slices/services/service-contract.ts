import { z } from 'zod'
import { day, id, line, moment, named, pageSize, several } from '#platform/contracts/fields.ts'
import { route } from '#platform/contracts/route.ts'
import { phoneOf, spokenLanguages } from '#slices/places/contract'
import { readRule, writeRule } from './own-hours.ts'
import {
  type FactChange,
  factItems,
  freshnessTerm,
  longest,
  most,
  serviceActions,
  serviceCategories,
  serviceStates,
} from './service.ts'

const category = z.enum(serviceCategories)
const phone = z
  .string()
  .trim()
  .max(40)
  .refine((text) => phoneOf(text) !== null, {
    error: () => '0835-7222345 / 138 0000 0000 / +852 2345 6789 / +853 2856 1234',
  })
  .transform((text) => phoneOf(text) ?? text)
/** An empty text is as good as none. */
const text = (letters: number) =>
  z
    .string()
    .trim()
    .max(letters)
    .transform((written) => written || null)
/** An address that a browser opens; anything else (`javascript:`) must never become a link. */
const online = z
  .string()
  .trim()
  .max(longest.online)
  .refine((address) => address === '' || /^https?:$/.test(URL.parse(address)?.protocol ?? ''), {
    error: () => 'https://…',
  })
  .transform((address) => address || null)
const languages = z
  .array(z.enum(spokenLanguages))
  .max(spokenLanguages.length)
  .transform((chosen) => spokenLanguages.filter((one) => chosen.includes(one)))
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

const hours = z
  .object({
    rule: z
      .string()
      .max(200)
      // Every other week has no beginning here: which weeks it would be, nobody could tell.
      .refine((rule) => readRule(rule)?.interval === 1, { error: () => 'RFC 5545: FREQ=WEEKLY;BYDAY=MO,TU' })
      .transform((rule) => {
        const read = readRule(rule)
        return read === null ? rule : writeRule(read)
      }),
    from: clock,
    until: clock,
  })
  .refine(({ from, until }) => from < until, { error: () => 'from < until', path: ['until'] })
const seenHours = z.object({ rule: z.string(), from: z.string(), until: z.string() })

const once = <T>(items: readonly T[], key: (item: T) => string) =>
  new Set(items.map(key)).size === items.length

const facts = {
  name: line(longest.name),
  nameEn: text(longest.nameEn).nullable(),
  alsoCalled: z
    .array(line(longest.alsoCalled))
    .max(most.alsoCalled)
    .transform((names) => [...new Set(names)]),
  summary: line(longest.summary),
  summaryEn: text(longest.summary).nullable(),
  category,
  who: line(longest.who),
  papers: z
    .array(z.object({ name: line(longest.paper), from: text(longest.from).nullable() }))
    .max(most.papers),
  free: z.boolean(),
  cost: text(longest.cost).nullable(),
  duration: text(longest.duration).nullable(),
  places: z
    .array(
      z.object({
        place: id,
        /** Null where they are those of the place. */
        hours: z.array(hours).min(1).max(most.hours).nullable(),
        note: text(longest.note).nullable(),
      }),
    )
    .max(most.places)
    .refine((places) => once(places, ({ place }) => place), { error: () => 'place' }),
  keeper: id,
  keeperPerson: id.nullable(),
  phone: phone.nullable(),
  legalBasis: text(longest.legalBasis).nullable(),
  languages,
  online: online.nullable(),
}

/** What its sender saw is compared as it stands: a text that would not do today may stand there all the same. */
const seen = {
  name: z.string(),
  nameEn: z.string().nullable(),
  alsoCalled: z.array(z.string()),
  summary: z.string(),
  summaryEn: z.string().nullable(),
  category,
  who: z.string(),
  papers: z.array(z.object({ name: z.string(), from: z.string().nullable() })),
  free: z.boolean(),
  cost: z.string().nullable(),
  duration: z.string().nullable(),
  places: z.array(z.object({ place: id, hours: z.array(seenHours).nullable(), note: z.string().nullable() })),
  keeper: id,
  keeperPerson: id.nullable(),
  phone: z.string().nullable(),
  legalBasis: z.string().nullable(),
  languages,
  online: z.string().nullable(),
}

const change = z.discriminatedUnion(
  'item',
  factItems.map((item) =>
    z.object({ item: z.literal(item), before: seen[item], after: facts[item] }),
  ) as unknown as [z.ZodObject<{ item: z.ZodLiteral<string> }>],
) as unknown as z.ZodType<FactChange, FactChange>

export const addServiceInput = z.object({
  service: id,
  name: facts.name,
  nameEn: facts.nameEn.default(null),
  alsoCalled: facts.alsoCalled.default([]),
  summary: facts.summary,
  summaryEn: facts.summaryEn.default(null),
  category,
  who: facts.who,
  papers: facts.papers.default([]),
  free: facts.free.default(true),
  cost: facts.cost.default(null),
  duration: facts.duration.default(null),
  places: facts.places.default([]),
  keeper: id,
  keeperPerson: facts.keeperPerson.default(null),
  phone: facts.phone.default(null),
  legalBasis: facts.legalBasis.default(null),
  languages: facts.languages.default([]),
  online: facts.online.default(null),
})
export const changeServiceInput = z.object({
  service: id,
  changes: z
    .array(change)
    .min(1)
    .max(factItems.length)
    .refine((changes) => once(changes, ({ item }) => item), { error: () => 'item' }),
})
export const checkServiceInput = z.object({
  service: id,
  /** The version that its sender read: who confirms a card has seen it. */
  version: z.number().int(),
})
export const withdrawServiceInput = z.object({ service: id, reason: line(longest.reason) })
export const restoreServiceInput = z.object({ service: id })
const term = z.number().int().min(freshnessTerm.least).max(freshnessTerm.most)
const freshness = z.object({ staleAfter: term, hideAfter: term })
export const setFreshnessInput = z.object({ before: freshness, after: freshness })

const state = z.enum(serviceStates)

export const serviceRow = z.object({
  id,
  name: z.string(),
  summary: z.string(),
  category,
  free: z.boolean(),
  keeper: named,
  phone: z.string().nullable(),
  /** The open ones first to last as on the card. */
  places: z.array(named),
  state,
  checkedOn: day,
  staleOn: day,
  hiddenOn: day,
  withdrawnAt: moment.nullable(),
})

const placeOfService = z.object({
  id,
  name: z.string(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  closed: z.boolean(),
  hours: z.array(seenHours).nullable(),
  /** The hours in words of the reader's language. */
  hoursInWords: z.array(z.string()).nullable(),
  note: z.string().nullable(),
})

export const serviceShape = serviceRow.extend({
  version: z.number().int(),
  nameEn: z.string().nullable(),
  alsoCalled: z.array(z.string()),
  summaryEn: z.string().nullable(),
  who: z.string(),
  papers: seen.papers,
  cost: z.string().nullable(),
  duration: z.string().nullable(),
  places: z.array(placeOfService),
  keeperPerson: named.nullable(),
  legalBasis: z.string().nullable(),
  languages: z.array(z.enum(spokenLanguages)),
  online: z.string().nullable(),
  checkedBy: named.nullable(),
  addedAt: moment,
  withdrawal: z.object({ reason: z.string(), at: moment, person: named.nullable() }).nullable(),
  /** What the actor may do with it now. */
  actions: z.array(z.enum(serviceActions)),
})

export const serviceFilter = z.object({
  /** Chinese, pinyin or initials: names, what it is called, summary, who may, papers, keeper, places. */
  q: z.string().max(100).optional(),
  category: several(category),
  keeper: several(id),
  /** Those that the actor's own organisations keep. */
  mine: z.stringbool().optional(),
  place: id.optional(),
  /** `unchecked`: stale and hidden ones, the longest unchecked first; `open`: all but the withdrawn. */
  state: z.enum(['open', 'fresh', 'stale', 'hidden', 'unchecked', 'withdrawn', 'all']).default('open'),
})
export type ServiceFilter = z.output<typeof serviceFilter>

const one = z.object({ service: id })
const read = { permission: 'service.read' }
const manage = { permission: 'service.manage' }
const done = z.object({ id, version: z.number().int() })

export const serviceRoutes = {
  list: route('service.list', {
    method: 'GET',
    path: '/api/services',
    summary: { zh: '查找服务事项', en: 'Find services' },
    access: read,
    query: serviceFilter.extend({
      /** The last id of the page before. */
      after: id.optional(),
      limit: pageSize,
    }),
    response: z.object({
      items: z.array(serviceRow),
      /** Exact up to 10,000; 10,001 means more. */
      total: z.number().int(),
      next: id.nullable(),
    }),
  }),
  counts: route('service.counts', {
    method: 'GET',
    path: '/api/services/counts',
    summary: { zh: '服务事项数量', en: 'How many services there are' },
    access: read,
    response: z.object({
      fresh: z.number().int(),
      stale: z.number().int(),
      hidden: z.number().int(),
      withdrawn: z.number().int(),
      /** Stale and hidden ones of the actor's own organisations. */
      mineUnchecked: z.number().int(),
      categories: z.array(z.object({ category, count: z.number().int() })),
      /** Those that keep open cards, the most first; at most 200. */
      keepers: z.array(named.extend({ count: z.number().int(), unchecked: z.number().int() })),
    }),
  }),
  freshness: route('service.freshness', {
    method: 'GET',
    path: '/api/services/freshness',
    summary: { zh: '服务事项核对期限', en: 'After how long a service must be checked again' },
    access: read,
    response: freshness.extend({ setBy: named.nullable(), setAt: moment.nullable(), maySet: z.boolean() }),
  }),
  setFreshness: route('service.set-freshness', {
    method: 'PUT',
    path: '/api/services/freshness',
    summary: { zh: '设定服务事项核对期限', en: 'Set after how long a service must be checked again' },
    access: { permission: 'service.set-freshness' },
    body: setFreshnessInput,
    response: freshness,
  }),
  get: route('service.get', {
    method: 'GET',
    path: '/api/services/:service',
    summary: { zh: '查看服务事项', en: 'Show a service' },
    access: read,
    params: one,
    response: serviceShape,
  }),
  history: route('service.history', {
    method: 'GET',
    path: '/api/services/:service/history',
    summary: { zh: '服务事项变更记录', en: 'What happened to a service' },
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
          text: z.string().nullable(),
          /** In words of the reader's language; null where nothing stood or stands. */
          changes: z.array(
            z.object({ item: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
          ),
        }),
      ),
    }),
  }),
  add: route('service.add', {
    method: 'POST',
    path: '/api/services',
    summary: { zh: '登记服务事项', en: 'Add a service' },
    access: manage,
    body: addServiceInput,
    response: done,
  }),
  change: route('service.change', {
    method: 'PUT',
    path: '/api/services/:service',
    summary: { zh: '更正服务事项', en: 'Change what is said of a service' },
    access: manage,
    params: one,
    body: changeServiceInput.omit({ service: true }),
    response: done,
  }),
  check: route('service.check', {
    method: 'POST',
    path: '/api/services/:service/checks',
    summary: { zh: '核对服务事项', en: 'Say that a service is as its card says' },
    access: manage,
    params: one,
    body: checkServiceInput.omit({ service: true }),
    response: done,
  }),
  withdraw: route('service.withdraw', {
    method: 'POST',
    path: '/api/services/:service/withdrawal',
    summary: { zh: '撤下服务事项', en: 'Withdraw a service' },
    access: manage,
    params: one,
    body: withdrawServiceInput.omit({ service: true }),
    response: done,
  }),
  restore: route('service.restore', {
    method: 'DELETE',
    path: '/api/services/:service/withdrawal',
    summary: { zh: '恢复服务事项', en: 'Restore a service' },
    access: manage,
    params: one,
    response: done,
  }),
}
