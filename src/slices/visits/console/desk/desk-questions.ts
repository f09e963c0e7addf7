import {
  faultsBeforeConfirming,
  type Item,
  type ItemKey,
  itemOf,
  itemsOf,
  itemsToAsk,
  kindOf,
  sitesToPlace,
  type VisitContent,
} from '../../visit.ts'

/** What the desk asks, each with what an answer needs: a year, a day, places, or yes and no. */
export type DeskQuestion =
  /** `monthDay` is `MM-DD`. */
  | { ask: 'year'; key: 'date'; monthDay: string }
  | { ask: 'day'; key: 'date' }
  | { ask: 'place'; key: ItemKey }
  /** Which of several things of the county a site is. */
  | { ask: 'known'; key: ItemKey }
  | {
      ask: 'whether'
      key: ItemKey
      about: 'date' | 'lead' | 'companion' | 'site' | 'meeting' | 'directive' | 'subject'
    }

/** What must be known first, then what the reader is least sure of. Each item is asked about once. */
export function deskQuestions(content: VisitContent): DeskQuestion[] {
  const questions: DeskQuestion[] = []
  const date = itemOf(content, 'date')?.value ?? null
  if (date === null) questions.push({ ask: 'day', key: 'date' })
  else if (date.startsWith('--')) questions.push({ ask: 'year', key: 'date', monthDay: date.slice(2) })
  if (faultsBeforeConfirming(content).includes('no-place')) {
    for (const { key, item } of itemsOf(content, 'directive')) {
      if (!item.places.some((place) => place === 'visit' || place in content)) {
        questions.push({ ask: 'place', key })
      }
    }
  }
  const asked = new Set(questions.map(({ key }) => key))
  for (const { key, item } of itemsToAsk(content)) {
    if (!asked.has(key)) questions.push({ ask: 'whether', key, about: aboutOf(key, item) })
  }
  for (const { key } of sitesToPlace(content)) {
    if (!questions.some((one) => one.key === key)) questions.push({ ask: 'known', key })
  }
  return questions
}

type About = Extract<DeskQuestion, { ask: 'whether' }>['about']

function aboutOf(key: ItemKey, item: Item): About {
  const kind = kindOf(key)
  if (kind === 'directive') {
    return 'reason' in item && item.reason === 'subject-inherited' && 'subject' in item && item.subject
      ? 'subject'
      : 'directive'
  }
  return kind as About
}

export const questionId = (question: DeskQuestion): string => `${question.ask} ${question.key}`

/** The day that a year completes, where there is one: 29 February is not in every year. */
export function completedDay(monthDay: string, year: number): string | null {
  if (!Number.isInteger(year) || year < 1949 || year > 2999) return null
  const day = `${year}-${monthDay}`
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? day : null
}
