import type { Remark, Span } from '../reading.ts'
import type { Step } from './read-course.ts'
import type { SiteDraft } from './site-register.ts'

export interface Remarks {
  seen: Remark[]
  praised: Remark[]
}

type SpanOf = (start: number, end: number) => Span

const SEEN =
  /(?:实地|详细|现场|认真|仔细|深入|一同|先后|还|重点|逐一|并)*(?:查看了解|参观|察看|查看|考察|了解|听取|询问|观看|观摩|体验|检查|走访|查阅|翻阅|看望|慰问)了?/g
const NOT_SEEN = /意见建议|意见和建议/
const PRAISE =
  /(?:表示(?:充分|高度|热烈|诚挚|衷心|由衷|十分|非常)?(?:的)?(?:肯定|祝贺|感谢|赞赏|认可|满意|赞许|敬意|慰问|欣慰)|给予(?:了)?(?:充分|高度|一致|极大)?(?:的)?(?:肯定|评价|赞扬|认可|赞赏|好评)|(?:充分|高度|一致)(?:肯定|评价|赞扬|认可|赞赏)(?:了)?|予以(?:充分|高度)?(?:肯定|认可))/
const GOOD =
  /新作为|新成效|新气象|成效显著|成效明显|取得(?:了)?[^，。]{0,12}(?:成效|成绩|成果|突破)|走在[^，。]{0,8}前列|可圈可点|亮点|有声有色|值得(?:学习|推广|借鉴)|扎实有效|很有(?:特色|成效)|富有成效|卓有成效|独具特色/

/** What was seen and what was praised, step by step, under the key of each step's setting. */
export function readRemarks(
  steps: Step[],
  directiveStarts: Set<Step>,
  sites: SiteDraft[],
  spanOf: SpanOf,
): Map<SiteDraft | 'meeting', Remarks> {
  const found = new Map<SiteDraft | 'meeting', Remarks>()
  const of = (key: SiteDraft | 'meeting') => {
    let remarks = found.get(key)
    if (!remarks) found.set(key, (remarks = { seen: [], praised: [] }))
    return remarks
  }
  for (const step of steps) {
    const isDirective = directiveStarts.has(step)
    const seen = isDirective ? seenIn(step, directiveStartOf(step)) : seenIn(step, step.text.length)
    const praised = isDirective ? praisedBefore(step) : praisedIn(step)
    const keys = keysOf(step)
    for (const remark of seen) {
      if (isOnlySites(remark.text, sites)) continue
      const named = sites.filter((site) => remark.text.includes(site.name))
      for (const key of keys.length > 0 ? keys : named) put(of(key).seen, remark, spanOf)
    }
    for (const remark of praised) for (const key of keys) put(of(key).praised, remark, spanOf)
  }
  return found
}

/** 走访了甲、乙等地: the route again, nothing that was seen there. */
function isOnlySites(words: string, sites: SiteDraft[]): boolean {
  const left = sites.reduce(
    (text, site) => site.places.reduce((rest, place) => rest.replace(place.text, ''), text),
    words,
  )
  return left.replace(/以及|等[地处]?|[、和与及]/g, '') === ''
}

function put(list: Remark[], { text, start }: { text: string; start: number }, spanOf: SpanOf): void {
  if (list.length < 50) list.push({ text, spans: [spanOf(start, start + text.length)] })
}

function keysOf(step: Step): (SiteDraft | 'meeting')[] {
  if (step.setting.kind === 'sites') return step.setting.sites
  return step.setting.kind === 'meeting' ? ['meeting'] : []
}

function directiveStartOf(step: Step): number {
  return /(?:希望|要求|强调|勉励|叮嘱|鼓励|建议|要)/.exec(step.text)?.index ?? 0
}

interface Phrase {
  text: string
  start: number
}

/** The objects of the verbs of seeing; each reaches to the next comma outside quotes. */
function seenIn(step: Step, until: number): Phrase[] {
  const found: Phrase[] = []
  let from = 0
  for (const match of step.text.matchAll(SEEN)) {
    if (match.index < from || match.index >= until) continue
    const start = match.index + match[0].length
    const end = Math.min(endOfPhrase(step.text, start), until)
    const text = step.text.slice(start, end)
    from = end
    if (text.length < 3 || text.length > 120 || NOT_SEEN.test(text)) continue
    found.push({ text, start: step.start + start })
  }
  return found
}

function endOfPhrase(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const unit = text[at]!
    if ('（(“《'.includes(unit)) depth++
    else if ('）)”》'.includes(unit)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && '，：'.includes(unit)) return at
  }
  return text.length
}

function praisedIn(step: Step): Phrase[] {
  const clauses = [...step.text.matchAll(/[^，]+/g)]
  const good = clauses.filter((clause) => PRAISE.test(clause[0]))
  if (good.length > 0) {
    const from = step.text.lastIndexOf('对', good[0]!.index + (PRAISE.exec(good[0]![0])?.index ?? 0))
    const last = good.at(-1)!
    const start = from >= good[0]!.index ? from : good[0]!.index
    return [{ text: step.text.slice(start, last.index + last[0].length), start: step.start + start }]
  }
  if (!GOOD.test(step.text)) return []
  const said = /(?:指出|认为|表示|说)[，：]?/.exec(step.text)
  const start = said && said.index < 30 ? said.index + said[0].length : 0
  return [{ text: step.text.slice(start), start: step.start + start }]
}

/** 对…表示祝贺，并希望…: the praise stands before the instruction in one sentence. */
function praisedBefore(step: Step): Phrase[] {
  const match = PRAISE.exec(step.text)
  if (!match || /[要应]/.test(step.text.slice(0, match.index).replace(/重要|需要|主要/g, ''))) return []
  const from = step.text.lastIndexOf('对', match.index)
  const comma = step.text.lastIndexOf('，', match.index)
  const start = from > comma ? from : comma + 1
  const end = match.index + match[0].length
  return [{ text: step.text.slice(start, end), start: step.start + start }]
}
