import type { Language, Text } from '../i18n/messages.ts'

/**
 * The words of a notice, in every language, with places for values: `{number}`. A place that no value fills, or a
 * value that has no place in a language, does not compile, or stops the start at the latest.
 */

/** `text` stands as it is, `day` as each language writes days (null: none is set), `count` is a whole number. */
export type ValueKind = 'text' | 'day' | 'count'

type ValueOf<Kind> = Kind extends 'count' ? number : Kind extends 'day' ? string | null : string
export type ValuesOf<Kinds> = { [Name in keyof Kinds]: ValueOf<Kinds[Name]> }

export interface Wording {
  /** One line: the subject of a mail, what stands in a list, all of a short message. */
  title: string
  body: string
  /** The title of several such notices in one message; its only place is `{count}`. */
  many: string
}

export interface Template<Kinds extends Record<string, ValueKind> = Record<string, ValueKind>> {
  /** `followup.assigned`. */
  name: string
  /** What it is called in the outbox; it tells nothing of what one message says. */
  label: Text
  values: Kinds
  texts: Record<Language, Wording>
}

type PlacesIn<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlacesIn<Rest>
  : never
type Filled<S extends string, Names extends string> =
  PlacesIn<S> extends Names ? S : { 'no value fills': Exclude<PlacesIn<S>, Names> }
type FilledWording<W extends Wording, Names extends string> = {
  title: Filled<W['title'], Names>
  body: Filled<W['body'], Names>
  many: Filled<W['many'], 'count'>
}

/** Declares a template. Throws when a value has no place in a language, or a place no value. */
export function template<
  const Kinds extends Record<string, ValueKind>,
  const Zh extends Wording,
  const En extends Wording,
>(
  name: string,
  given: {
    label: Text
    values: Kinds
    zh: Zh & FilledWording<Zh, keyof Kinds & string>
    en: En & FilledWording<En, keyof Kinds & string>
  },
): Template<Kinds> {
  const { label, values, zh, en } = given
  const texts: Record<Language, Wording> = { zh, en }
  for (const [language, { title, body, many }] of Object.entries(texts)) {
    const fault = faultOf(`${title}${body}`, Object.keys(values)) ?? faultOf(many, ['count'])
    if (fault) throw new Error(`notice ${name}, ${language}: ${fault}`)
  }
  return { name, label, values, texts }
}

const place = /\{(\w+)\}/g

/** What is wrong with a wording; null where nothing is. */
export function faultOf(text: string, names: readonly string[]): string | null {
  const places = [...text.matchAll(place)].map(([, name]) => name ?? '')
  const unfilled = places.find((name) => !names.includes(name))
  if (unfilled !== undefined) return `no value fills {${unfilled}}`
  const unplaced = names.find((name) => !places.includes(name))
  return unplaced === undefined ? null : `{${unplaced}} stands nowhere`
}

export type Values = Readonly<Record<string, string | number | null>>

/** What one notice says. A title is one line, whatever the values hold. */
export function wordsOf(of: Template, values: Values, language: Language): { title: string; body: string } {
  const { title, body } = of.texts[language]
  const fill = (text: string) =>
    text.replace(place, (_, name: string) => inWords(values[name], of.values[name], language))
  return { title: oneLine(fill(title)), body: fill(body) }
}

/** The title of several together. */
export function manyIn(of: Template, count: number, language: Language): string {
  return of.texts[language].many.replace(place, String(count))
}

function inWords(
  value: string | number | null | undefined,
  kind: ValueKind | undefined,
  language: Language,
): string {
  if (kind !== 'day') return String(value ?? '')
  if (typeof value !== 'string') return { zh: '未定', en: 'not set' }[language]
  const [year, month, day] = value.split('-').map(Number)
  if (language === 'zh') return `${year}年${month}月${day}日`
  return `${day} ${months[(month ?? 1) - 1]} ${year}`
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** A line break in a value would begin another header of a mail. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}
