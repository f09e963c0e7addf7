import type { EditedText } from '../../reader/edited-text.ts'
import type { Force, Span } from '../../reading.ts'
import type { Change, ItemKey, VisitContent, VisitDirective } from '../../visit.ts'
import { seenByPerson } from './item-keys.ts'
import { readingOffset } from './report.ts'

const strongestFirst: readonly Force[] = ['must', 'should', 'hoped', 'advised']

/** Makes one directive of two; the second goes. The first keeps its place. */
export function mergeDirectives(content: VisitContent, keys: [ItemKey, ItemKey], text: EditedText): Change[] {
  const [one, other] = keys.map((key) => content[key] as VisitDirective | undefined)
  if (!one || !other) return []
  const joined = joinWords(one, other, text)
  const places = [...new Set([...one.places, ...other.places])]
  const after: VisitDirective = {
    ...one,
    ...joined,
    ...seenByPerson,
    places: places.length > 1 ? places.filter((place) => place !== 'visit') : places,
    force: strongestFirst.find((force) => force === one.force || force === other.force)!,
    subject: one.subject ?? other.subject,
    theme: one.theme ?? other.theme,
    deadline: one.deadline ?? other.deadline,
    means: [...new Set([...one.means, ...other.means])],
    goals: [...new Set([...one.goals, ...other.goals])],
    quantities: [...new Set([...one.quantities, ...other.quantities])],
    measurable: one.measurable || other.measurable,
  }
  return [
    { item: keys[0], before: one, after },
    { item: keys[1], before: other, after: null },
  ]
}

/** As the report has it where only stops stand between the two; else with a semicolon. */
function joinWords(
  one: VisitDirective,
  other: VisitDirective,
  text: EditedText,
): Pick<VisitDirective, 'text' | 'spans'> {
  const [first, second] = [one.spans.at(-1), other.spans[0]]
  if (first && second && second.start >= first.end) {
    const between = text.text.slice(readingOffset(text, first.end), readingOffset(text, second.start))
    if (/^[\s，。；、,;]{0,3}$/u.test(between)) {
      const whole: Span = { start: first.start, end: second.end }
      return {
        text: `${one.text}${between.trim() || '；'}${other.text}`,
        spans: [...one.spans.slice(0, -1), whole, ...other.spans.slice(1)],
      }
    }
  }
  return { text: `${one.text}；${other.text}`, spans: [...one.spans, ...other.spans] }
}
