import type { Force, ReadDirective, Span } from '../reading.ts'
import type { Step } from './read-course.ts'
import type { SiteDraft } from './site-register.ts'
import { isHeading, type Marker, markerIn, type Speech, TELLS } from './read-marker.ts'
import { frameOf, type Names } from './read-speech.ts'
import { readAims } from './read-aims.ts'
import { readDeadline } from './read-deadline.ts'
import { readQuantities } from './read-quantities.ts'
import { isMeasurable, readTheme } from './read-theme.ts'
import type { Piece } from './sentences.ts'

export type DirectiveReason =
  | 'marker-and-speaker'
  | 'goes-on-in-speech'
  | 'enumerated'
  | 'subject-inherited'
  | 'no-speaker'

const CONFIDENCE: Record<DirectiveReason, number> = {
  'marker-and-speaker': 0.95,
  'goes-on-in-speech': 0.92,
  enumerated: 0.92,
  'subject-inherited': 0.85,
  'no-speaker': 0.65,
}

const SILENCE: Speech = {
  on: false,
  force: null,
  listForce: null,
  listing: false,
  asked: false,
  tells: false,
  subject: null,
}

export interface FoundDirective {
  start: number
  end: number
  text: string
  force: Force
  subject: Piece | null
  theme: Piece | null
  /** Its words behind the marker. */
  body: Piece
  reason: DirectiveReason
  step: Step
}

type SpanOf = (start: number, end: number) => Span

/** Instructions as the reading shows them, with the places that they were given at. */
export function asDirectives(
  found: FoundDirective[],
  siteName: (site: SiteDraft) => string | null,
  spanOf: SpanOf,
): ReadDirective[] {
  const spansOf = (piece: Piece | null) => (piece ? [spanOf(piece.start, piece.end)] : [])
  return found.map((one, index) => {
    const deadline = readDeadline(one)
    const { means, goals } = readAims(one.body)
    const quantities = readQuantities(one)
    return {
      id: `d${index + 1}`,
      text: one.text,
      force: one.force,
      subject: one.subject?.text ?? null,
      theme: one.theme?.text ?? null,
      means: means.map(wordsOf),
      goals: goals.map(wordsOf),
      quantities: quantities.map(wordsOf),
      measurable: isMeasurable(one.text),
      deadline: deadline?.text ?? null,
      places: placesOf(one.step, siteName),
      spans: spansOf(one),
      subjectSpans: spansOf(one.subject),
      themeSpans: spansOf(one.theme),
      meansSpans: means.map(spansOf),
      goalSpans: goals.map(spansOf),
      quantitySpans: quantities.map(spansOf),
      deadlineSpans: spansOf(deadline),
      confidence: CONFIDENCE[one.reason],
      reason: one.reason,
    }
  })
}

function wordsOf(piece: Piece): string {
  return piece.text
}

function placesOf(step: Step, siteName: (site: SiteDraft) => string | null): string[] {
  if (step.setting.kind === 'meeting') return ['meeting']
  if (step.setting.kind !== 'sites') return ['visit']
  const names = step.setting.sites.map(siteName).filter((name) => name !== null)
  return names.length > 0 ? [...new Set(names)] : ['visit']
}

/** Every instruction of the report, in text order. */
export function findDirectives(steps: Step[], names: Names): FoundDirective[] {
  const found: FoundDirective[] = []
  let speech: Speech = SILENCE
  let paragraph = -1
  for (const step of steps) {
    if (step.sentence.paragraph !== paragraph) {
      paragraph = step.sentence.paragraph
      const carries =
        /^(?:要|各|同时|[一二三四五六七八九]是|[一二三四五六七八九]要|（?[一二三四五]）?|第[一二三四])/.test(
          step.text,
        )
      speech = speech.on && carries ? { ...speech, subject: null } : SILENCE
    }
    if (step.first) speech = { ...speech, force: null }
    const one = directiveIn(step, speech, names)
    speech = one.speech
    if (one.directive && !isUnfinished(one.directive, step === steps.at(-1))) found.push(one.directive)
  }
  return found
}

/** 希望中心工作人员 and then nothing: the text was cut before it said what is asked. */
function isUnfinished(directive: FoundDirective, isLast: boolean): boolean {
  if (!isLast || directive.step.sentence.stop !== '') return false
  return directive.text.length < (/^(?:[一二三四五六七]是)?[^，]{0,6}要[^求]/.test(directive.text) ? 8 : 16)
}

function directiveIn(
  step: Step,
  before: Speech,
  names: Names,
): { directive: FoundDirective | null; speech: Speech } {
  let speech = before
  if (step.sentence.stop === '？') return { directive: null, speech }
  const frame = frameOf(step.text, names)
  if (frame?.answers) return { directive: null, speech: SILENCE }
  if (frame)
    speech = {
      listing: false,
      asked: speech.asked,
      tells: false,
      on: true,
      force: frame.force ?? speech.force,
      listForce: frame.force ?? speech.listForce,
      subject: null,
    }
  const body = frame ? frame.bodyAt : 0
  if (tellsOfWhatIs(step.text)) speech = { ...speech, tells: true }
  const marker = markerIn(step.text, body, frame, speech)
  if (!marker) return { directive: null, speech: { ...speech, asked: false } }
  const subject = marker.subject ? place(step, marker.subject.start, marker.subject.end) : speech.subject
  const start = step.start + marker.start
  const text = withoutDeed(step.text.slice(marker.start), marker.force)
  const theme = readTheme(step.text, marker.afterMarker)
  const directive: FoundDirective = {
    start,
    end: start + text.length,
    text,
    force: marker.force,
    subject,
    theme: theme ? place(step, theme.start, theme.end) : null,
    body: place(step, marker.afterMarker, step.text.length),
    reason: reasonOf(frame !== null, marker, speech, subject !== null && !marker.subject),
    step,
  }
  return {
    directive,
    speech: { ...speech, subject, listing: marker.enumerated || isHeading(text), asked: true, tells: false },
  }
}

/** 突出表现在三个方面，一是…；二是…: until 要 is said, the items only tell. */
function tellsOfWhatIs(text: string): boolean {
  const first = /[，：](?=一是(?!要))/.exec(text)
  return first !== null && TELLS.test(text.slice(0, first.index + 1))
}

/** 叮嘱他们保重身体，并送上慰问金: the deed told behind an instruction is none of its words. */
const DEED =
  /，(?:并|还)?(?:为|向|给)?[^，。]{0,8}(?:送上|送去|送来|发放|赠送|捐赠|颁发|合影留念|赠予)了?[^，。]{0,30}$/

function withoutDeed(text: string, force: Force): string {
  if (force !== 'hoped') return text
  const deed = DEED.exec(text)
  return deed && deed.index >= 8 ? text.slice(0, deed.index) : text
}

function reasonOf(framed: boolean, marker: Marker, speech: Speech, inherits: boolean): DirectiveReason {
  if (marker.enumerated) return 'enumerated'
  if (framed) return 'marker-and-speaker'
  if (!speech.on) return 'no-speaker'
  return inherits ? 'subject-inherited' : 'goes-on-in-speech'
}

function place(step: Step, start: number, end: number): Piece {
  return { text: step.text.slice(start, end), start: step.start + start, end: step.start + end }
}
