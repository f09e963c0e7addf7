import type { Force, Reading, RepairKind } from '../reading.ts'
import type { SiteReason } from './site-register.ts'
import type { DirectiveReason } from './read-directives.ts'
import type { KindReason } from './read-kind.ts'
import type { PersonReason } from './read-names.ts'

/** Every code that a reading can hold; `reader-messages.ts` has a sentence for each. */
export const REPAIR_KINDS = [
  'pinyin-gloss',
  'traditional',
  'width',
  'doubled',
  'markup',
  'entity',
  'boilerplate',
  'space',
  'line-break',
  'lost-stop',
  'broken-character',
] as const satisfies readonly RepairKind[]

export const KINDS = [
  'visit',
  'notice',
  'meeting',
  'news',
  'table',
  'empty',
  'unreadable',
  'other',
] as const satisfies readonly Reading['kind'][]

export const FORCES = ['must', 'should', 'hoped', 'advised'] as const satisfies readonly Force[]

export const KIND_REASONS = [
  'lead-goes-to-places',
  'party-goes-to-places',
  'visit-words-only',
  'addressed-and-asks',
  'convened-without-visit',
  'news-without-visit',
  'rows-and-numbers',
  'nothing-in-it',
  'no-chinese-text',
  'broken-characters',
  'unlike-anything-known',
] as const satisfies readonly KindReason[]

export const DATE_REASONS = [
  'full-date',
  'year-from-page',
  'month-from-page',
  'year-missing',
  'month-missing',
  'no-day-given',
  'no-date',
] as const

export const PERSON_REASONS = [
  'title-before-name',
  'shared-title',
  'group-label',
  'title-after-name',
  'rare-name',
  'uncertain-end',
  'name-only',
] as const satisfies readonly PersonReason[]

export const SITE_REASONS = [
  'named-in-route',
  'opens-its-paragraph',
  'gone-to',
  'only-in-list',
  'township-only',
] as const satisfies readonly SiteReason[]

export const DIRECTIVE_REASONS = [
  'marker-and-speaker',
  'goes-on-in-speech',
  'enumerated',
  'subject-inherited',
  'no-speaker',
] as const satisfies readonly DirectiveReason[]

/** Why a value was taken: everything that `reason` can hold. */
export const REASONS = [
  ...DATE_REASONS,
  ...PERSON_REASONS,
  ...SITE_REASONS,
  ...DIRECTIVE_REASONS,
  'meeting-named',
] as const
