/**
 * What the reader takes out of a report: the shape that the command line prints as JSON,
 * that the reader's desk shows, and that a person corrects before it is confirmed.
 * No I/O here: console, server and command line share this file.
 */

/** A stretch of the original text in UTF-16 code units; `end` is exclusive. */
export interface Span {
  start: number
  end: number
}

/** One reversible edit between the text as found and the text as repaired. */
export interface Repair {
  /** Stable within one reading: `r1`, `r2`, … in text order. */
  id: string
  kind: RepairKind
  /** What is replaced, in the original. An insertion has `start === end`. */
  span: Span
  before: string
  after: string
}

/** Why an edit was made; each kind has its sentence in `reader/reader-messages.ts`. */
export type RepairKind =
  | 'pinyin-gloss' // machine-made pinyin in brackets behind a character
  | 'traditional' // Traditional to Simplified
  | 'width' // half-width punctuation between Han
  | 'doubled' // doubled punctuation
  | 'markup' // HTML left in the text
  | 'entity' // an entity or escape that was not decoded
  | 'boilerplate' // menu, byline, editor, footer
  | 'space' // spaces between Han, characters of no width
  | 'line-break' // a line broken inside a sentence
  | 'lost-stop' // a full stop where the grammar wants a comma, or none
  | 'broken-character' // flagged, never guessed: `after === before`

/** How strongly something was asked. */
export type Force = 'must' | 'should' | 'hoped' | 'advised'

/** How sure the reader is, 0 to 1, and why in one short code with its sentence in `reader/reader-messages.ts`. */
export interface Confidence {
  confidence: number
  reason: string
}

export interface ReadPerson extends Confidence {
  name: string
  /** In the order given, in full as where first given. */
  titles: string[]
  /** Where the name stands (first mention first). */
  spans: Span[]
  /** One list of spans for each title. */
  titleSpans: Span[][]
}

/** A phrase of the report, as it stands in the repaired text: what was seen or praised, a holder, a part. */
export interface Remark {
  text: string
  spans: Span[]
}

export interface ReadSite extends Confidence {
  /** `s1`, `s2`, … in the order of the route. */
  id: string
  name: string
  /** Other ways the text names it. */
  aliases: string[]
  /** The town, park or county that only holds it, where the text names one before it. */
  holder: Remark | null
  /** Rooms and the like inside it that were looked at. */
  parts: Remark[]
  /** Where the name was read, then every other mention, also under an alias, in text order. */
  spans: Span[]
  seen: Remark[]
  praised: Remark[]
}

export interface ReadMeeting extends Confidence {
  name: string
  spans: Span[]
  seen: Remark[]
  praised: Remark[]
}

/** What a directive says, wherever one stands: as it was read, as a person corrects it, as it was confirmed. */
export interface DirectiveWords {
  /** The instruction as it stands in the repaired text. */
  text: string
  force: Force
  /** Who is asked: as written, or inherited. Null where the text does not say. */
  subject: string | null
  /** What it is about: the words of an enumerator (`在X上再着力`), else the first thing that it names. Null where none. */
  theme: string | null
  /** By which means, as written: 以志愿服务为抓手, 通过入户走访. */
  means: string[]
  /** To which end, as written: 推动各项工作走深走实. */
  goals: string[]
  /** What can be counted, as written: 200名, 每月1次. */
  quantities: string[]
  /** False for "do it deeper, finer, better": nothing in it can be counted. */
  measurable: boolean
  /** The deadline in the report's own words, where one is given. */
  deadline: string | null
}

export interface ReadDirective extends Confidence, DirectiveWords {
  /** `d1`, `d2`, … in text order. */
  id: string
  /** Site names, or `meeting`, or `visit`. Never empty. */
  places: string[]
  spans: Span[]
  subjectSpans: Span[]
  themeSpans: Span[]
  /** One list of spans for each of the means, goals and quantities. */
  meansSpans: Span[][]
  goalSpans: Span[][]
  quantitySpans: Span[][]
  deadlineSpans: Span[]
}

export interface Reading {
  /** `visit` for a visit report; else what the text looks like. */
  kind: 'visit' | 'notice' | 'meeting' | 'news' | 'table' | 'empty' | 'unreadable' | 'other'
  kindReason: string
  title: { text: string; spans: Span[] } | null
  /** Full where the page gives the year, `--MM-DD` where it does not, null where no day is given. */
  date: string | null
  dateInfo: Confidence & { spans: Span[]; yearMissing: boolean }
  lead: ReadPerson | null
  companions: ReadPerson[]
  /** Unnamed groups that came along, as written (市县相关部门负责人). Not people. */
  groups: Remark[]
  sites: ReadSite[]
  meeting: ReadMeeting | null
  directives: ReadDirective[]
  /** True where the text stops inside a sentence or promises more than it holds. */
  cutOff: boolean
  original: string
  repaired: string
  repairs: Repair[]
}
