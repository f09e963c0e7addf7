import { createRequire } from 'node:module'
import { surround, type Surroundings } from './damage-around.ts'
import { loseHalves } from './damage-bytes.ts'
import { type Markup, markUp } from './damage-markup.ts'

/**
 * Damages a clean report the way real pages do, for tests, samples and the bench. Each kind of damage was seen on
 * mirrors, county portals or in office exports. The same seed gives the same text.
 */
const require = createRequire(import.meta.url)

export interface Damage {
  /** Traditional characters one by one, as Taiwan writes them (true), Hong Kong, or by OpenCC's own standard. */
  traditional?: boolean | 'hk' | 't'
  /** Pinyin in brackets behind changed characters: behind six kinds in ten (true), behind all, or worn in some way. */
  glosses?: boolean | 'every' | 'toneless' | 'lost-vowels' | 'any-reading'
  /** 。縣人大 as ??h人大: the first byte of a full stop lost. */
  halfCharacters?: boolean
  halfWidth?: boolean
  doubledCommas?: boolean
  /** Full-width digits and letters. */
  wideDigits?: boolean
  /** Paragraphs that end without a full stop. */
  lostStops?: boolean
  captions?: boolean
  atNames?: boolean
  /** Characters of no width between Han. */
  noWidth?: boolean
  /** Spaces between Han in prose. */
  spaced?: boolean
  around?: Surroundings
  /** Lines of a set width (mail, PDF), or torn at any place. */
  lines?: 'wrapped' | 'torn' | 'doubled' | 'none'
  /** Each space of an indented paragraph as a question mark. */
  questionIndents?: boolean
  backslashes?: boolean
  markup?: Markup
  entities?: 'once' | 'twice'
  /** Line breaks as the four characters \r\n. */
  literalBreaks?: boolean
}

/** Every kind alone, then combinations that were met together. The bench takes one after another. */
export const DAMAGES: readonly { name: string; damage: Damage }[] = [
  { name: 'Traditional characters', damage: { traditional: true } },
  { name: 'Traditional characters as in Hong Kong', damage: { traditional: 'hk' } },
  { name: 'pinyin behind some characters', damage: { traditional: true, glosses: true } },
  { name: 'pinyin behind every changed character', damage: { traditional: 't', glosses: 'every' } },
  { name: 'toneless pinyin', damage: { traditional: true, glosses: 'toneless' } },
  { name: 'pinyin with lost vowels', damage: { traditional: true, glosses: 'lost-vowels' } },
  { name: 'pinyin of any reading', damage: { traditional: true, glosses: 'any-reading' } },
  { name: 'half-characters', damage: { traditional: true, halfCharacters: true } },
  {
    name: 'half-characters with pinyin',
    damage: { traditional: true, halfCharacters: true, glosses: true, halfWidth: true },
  },
  { name: 'half-width punctuation', damage: { halfWidth: true } },
  { name: 'doubled commas', damage: { doubledCommas: true } },
  { name: 'full-width digits', damage: { wideDigits: true } },
  { name: 'lost full stops', damage: { lostStops: true } },
  { name: 'captions', damage: { captions: true } },
  { name: '@ before names', damage: { atNames: true } },
  { name: 'characters of no width', damage: { noWidth: true } },
  { name: 'spaces between characters', damage: { spaced: true } },
  { name: 'a portal around', damage: { around: 'portal' } },
  { name: 'a newspaper around', damage: { around: 'newspaper' } },
  { name: 'a WeChat article around', damage: { around: 'wechat' } },
  { name: 'lines of a set width', damage: { lines: 'wrapped' } },
  { name: 'lines torn inside words', damage: { lines: 'torn' } },
  { name: 'an empty line behind every line', damage: { lines: 'doubled' } },
  { name: 'all breaks lost', damage: { lines: 'none' } },
  { name: 'indents as question marks', damage: { questionIndents: true } },
  { name: 'backslashes', damage: { backslashes: true } },
  { name: 'HTML', damage: { markup: 'html' } },
  { name: 'Office HTML', damage: { markup: 'office' } },
  { name: '<br> noise', damage: { markup: 'br' } },
  { name: 'escaped HTML', damage: { markup: 'escaped' } },
  { name: 'Markdown', damage: { markup: 'markdown' } },
  { name: 'style sheets in the text', damage: { markup: 'styles' } },
  { name: 'entities', damage: { entities: 'once' } },
  { name: 'entities escaped twice', damage: { entities: 'twice' } },
  { name: 'literal \\r\\n', damage: { literalBreaks: true } },
  {
    name: 'a mirror: Traditional, pinyin, half-width, doubled commas',
    damage: { traditional: true, glosses: true, halfWidth: true, doubledCommas: true },
  },
  {
    name: 'a mirror with a portal around',
    damage: { traditional: true, glosses: 'every', halfWidth: true, around: 'portal' },
  },
  {
    name: 'a mirror with half-characters in HTML',
    damage: { traditional: true, glosses: true, halfCharacters: true, halfWidth: true, markup: 'html' },
  },
  {
    name: 'an Office page with entities and a newspaper around',
    damage: { markup: 'office', entities: 'once', around: 'newspaper' },
  },
  {
    name: 'a database dump: entities twice, literal \\r\\n, backslashes',
    damage: { entities: 'twice', literalBreaks: true, backslashes: true },
  },
  {
    name: 'a copy from a phone: WeChat around, no-width characters, spaces',
    damage: { around: 'wechat', noWidth: true, spaced: true, lines: 'doubled' },
  },
  {
    name: 'a PDF: lines of a set width, full-width digits, half-width punctuation',
    damage: { lines: 'wrapped', wideDigits: true, halfWidth: true },
  },
]

export function damageReport(clean: string, seed: number, damage: Damage): string {
  const pick = chooser(seed)
  const when = (chance: number) => pick() < chance
  let text = clean
  if (damage.lostStops) text = text.replace(/。(?=\n|$)/g, (stop) => (when(0.6) ? '' : stop))
  if (damage.captions) text = withCaptions(text, pick)
  if (damage.atNames)
    text = text.replace(/(?<=主席|书记|部长|主任|县长|会长)(?=[\u4e00-\u9fff]{2,3}[、，一])/g, () =>
      when(0.5) ? '@' : '',
    )
  if (damage.around) text = surround(text, damage.around, pick)
  const traditional = damage.traditional ? asTraditional(text, damage.traditional) : text
  const changed = changedCharacters(text, traditional)
  text = damage.halfCharacters ? loseHalves(traditional, () => when(0.7)) : traditional
  if (damage.glosses) text = withGlosses(text, changed, damage.glosses, pick)
  if (damage.halfWidth)
    text = text.replaceAll('，', ',').replaceAll('：', ':').replaceAll('（', '(').replaceAll('）', ')')
  if (damage.doubledCommas) text = text.replace(/[,，]/g, (comma) => (when(0.2) ? `${comma}${comma}` : comma))
  if (damage.wideDigits)
    text = text.replace(/[0-9A-Za-z]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) + 0xfee0))
  if (damage.noWidth) text = betweenHan(text, () => (when(0.05) ? '\u200b' : ''))
  if (damage.spaced)
    text = text.replace(/^.*[，。].*$/gm, (line) => betweenHan(line, () => (when(0.04) ? ' ' : '')))
  if (damage.lines) text = withLines(text, damage.lines, pick)
  if (damage.questionIndents) text = text.replace(/^(?=.*[，。])/gm, '????')
  if (damage.backslashes) text = text.replace(/[“”"/]/g, (mark) => (when(0.7) ? `\\${mark}` : mark))
  if (damage.markup) text = markUp(text, damage.markup, pick)
  if (damage.entities) text = withEntities(text, damage.entities, pick)
  if (damage.literalBreaks) text = text.replace(/\r?\n/g, '\\r\\n')
  return text
}

type Pick = () => number

const converters = new Map<string, (text: string) => string>()

function asTraditional(text: string, manner: true | 'hk' | 't'): string {
  const to = manner === true ? 'tw' : manner
  const convert = converters.get(to) ?? loadConverter(to)
  converters.set(to, convert)
  const whole = convert(text)
  return [...whole].length === [...text].length ? whole : Array.from(text, (one) => convert(one)).join('')
}

function loadConverter(to: 'tw' | 'hk' | 't'): (text: string) => string {
  const { Converter }: typeof import('opencc-js/cn2t') = require('opencc-js/cn2t')
  return Converter({ from: 'cn', to })
}

function changedCharacters(before: string, after: string): Set<string> {
  const old = [...before]
  return new Set([...after].filter((character, at) => character !== old[at]))
}

function withGlosses(
  text: string,
  changed: ReadonlySet<string>,
  manner: Exclude<Damage['glosses'], undefined | false>,
  pick: Pick,
): string {
  const { pinyin }: typeof import('pinyin-pro') = require('pinyin-pro')
  const share = manner === true ? 0.6 : 1
  const glossed = new Map<string, string>()
  let result = ''
  for (const character of text) {
    result += character
    if (!changed.has(character)) continue
    let gloss = glossed.get(character)
    if (gloss === undefined) {
      const readings = pinyin(character, { multiple: true, type: 'array' })
      const reading = readings[manner === 'any-reading' ? Math.floor(pick() * readings.length) : 0]!
      gloss = pick() < share ? `(${worn(reading, manner)})` : ''
      glossed.set(character, gloss)
    }
    result += gloss
  }
  return result
}

function worn(reading: string, manner: Damage['glosses']): string {
  if (manner === 'toneless') return reading.normalize('NFD').replace(/[\u0300-\u036f]/g, '')
  return manner === 'lost-vowels' ? reading.replace(/[^a-z]/g, '?') : reading
}

function withCaptions(text: string, pick: Pick): string {
  const captions = [
    '图为调研现场。',
    '▲座谈会现场',
    '（图为调研组在现场查看。县融媒体中心供图）',
    '图1：实地察看',
  ]
  return text
    .split('\n')
    .map((line, at) =>
      at > 1 && pick() < 0.4 ? `${captions[Math.floor(pick() * captions.length)]}\n${line}` : line,
    )
    .join('\n')
}

function betweenHan(text: string, put: () => string): string {
  return text.replace(/(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])/g, put)
}

function withLines(text: string, manner: Exclude<Damage['lines'], undefined>, pick: Pick): string {
  if (manner === 'none') return text.replace(/\s*\n\s*/g, '')
  if (manner === 'doubled') return text.replaceAll('\n', '\n\n')
  if (manner === 'torn')
    return text.replace(/^.*[，。].*$/gm, (line) =>
      line.length < 60
        ? line
        : line.replace(/(?<=[\u4e00-\u9fff]{8})(?=[\u4e00-\u9fff]{8})/g, () => (pick() < 0.05 ? '\n' : '')),
    )
  const width = 28 + Math.floor(pick() * 12)
  return text
    .split('\n')
    .map((line) =>
      line.length < 60 ? line : (line.match(new RegExp(`.{1,${width}}`, 'gu'))?.join('\n') ?? ''),
    )
    .join('\n')
}

const ENTITY_OF: Record<string, string> = {
  '“': '&ldquo;',
  '”': '&rdquo;',
  '—': '&mdash;',
  '·': '&middot;',
  '…': '&hellip;',
  '、': '&#12289;',
  '《': '&#x300A;',
}

function withEntities(text: string, manner: 'once' | 'twice', pick: Pick): string {
  const once = text
    .replace(/[“”—·…、《]/g, (mark) => (pick() < 0.7 ? ENTITY_OF[mark]! : mark))
    .replace(/^(?=.*[，。])/gm, '&nbsp;&nbsp;&nbsp;&nbsp;')
  return manner === 'once' ? once : once.replaceAll('&', '&amp;')
}

/** Numbers from 0 to 1, the same for the same seed. */
function chooser(seed: number): Pick {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
