import { type Piece, splitOutside } from './sentences.ts'

/**
 * By which means (以“两个清单”为抓手, 通过入户走访) and to which end (推动…走深走实) something is asked.
 * Both are clauses of the instruction, as they stand; the clause that says what to do is neither.
 */
export interface Aims {
  means: Piece[]
  goals: Piece[]
}

const ADVERB = '(?:要|并|还|同时|充分|积极|紧紧|紧密|牢牢|主动|始终|进一步)*'
const WAY =
  '(?:通过|围绕|聚焦|依托|结合|借助|立足|紧扣|按照|根据|利用|运用|发挥[^，]{1,30}(?:作用|优势|功能)|抓住[^，]{2,20}机遇)'
/** 以A为抓手: A carries the work. */
const MEANS = new RegExp(
  `^${ADVERB}(?:${WAY}|以.{1,40}?为(?:总?抓手|契机|载体|引领|平台|依托|主线|牵引|突破口|基础|支撑|纽带|动力|媒|切入点|着力点|重点|核心|中心|主体|主导))`,
)
/** 发挥好阵地作用: behind the deed it is what comes of it, no way to do it. */
const ROLE = new RegExp(`^${ADVERB}发挥`)
/** 以A为目标: it says where the work leads. */
const AIMED_AT = /^(?:要|并)?以.{1,40}?为(?:目标|目的|导向|追求|归宿)/
const GOAL =
  /^(?:从而|进而|以便|以|努力|奋力|不断|切实|全面|有力|真正|更好地?|有效|加快|共同|着力|全力|最终|最大限度地?|逐步|持续)*(?:推动|推进|促进|实现|力争|争取|确保|达到|助力|助推|形成|打造|使(?!用)|让|为[^，]{2,40}(?:贡献|保障|支撑|支持|服务|条件|环境|氛围|基础|力量|动力|活力)|争当|争做|引领|带动|满足|增强[^，]{0,12}(?:感|力)|提升[^，]{0,16}(?:水平|质量|效能|能力|度|力|感)|提高[^，]{0,16}(?:水平|质量|效能|能力|度|率)|保证|防止|杜绝|避免)/
/** 让群众满意: never a deed in itself. */
const ONLY_END = /^(?:[^，]{0,4})(?:让|使(?!用)|从而|进而|以便)/
/** 通过甲，乙等方式: what 通过 begins may end a clause or two later. */
const OPENS = /^(?:要)?通过/
const CLOSES = /(?:等(?:形式|方式|途径|活动|工作|手段|渠道|措施|载体)|(?<!多种)的?(?:形式|方式|途径)|等)$/
const FARTHEST = 3

/** Means and goals of an instruction, given its words behind the marker. */
export function readAims(words: Piece): Aims {
  const aims: Aims = { means: [], goals: [] }
  const clauses = splitOutside(words, '，')
  const action = actionIn(clauses)
  for (let at = 0; at < clauses.length; at++) {
    const clause = clauses[at]!
    if (at === action) continue
    const way = MEANS.test(clause.text)
    if (AIMED_AT.test(clause.text) || (!way && at > action && GOAL.test(clause.text))) aims.goals.push(clause)
    else if (way && !(at > action && ROLE.test(clause.text))) {
      const last = OPENS.test(clause.text) ? closing(clauses, at) : at
      aims.means.push(joined(words, clause, clauses[last]!))
      at = last
    }
  }
  return aims
}

/** The clause that says what to do. 依托高校落实好“双导师制”，让学生有人带: with only an end behind it, the means is the deed. */
function actionIn(clauses: readonly Piece[]): number {
  const first = clauses.findIndex((one) => !MEANS.test(one.text) && !AIMED_AT.test(one.text))
  if (first === -1 || ONLY_END.test(clauses[first]!.text)) return 0
  return first
}

function closing(clauses: readonly Piece[], opens: number): number {
  for (let at = opens; at < Math.min(opens + FARTHEST, clauses.length); at++) {
    if (at > opens && GOAL.test(clauses[at]!.text)) break
    if (CLOSES.test(clauses[at]!.text)) return at
  }
  return opens
}

function joined(words: Piece, first: Piece, last: Piece): Piece {
  return {
    start: first.start,
    end: last.end,
    text: words.text.slice(first.start - words.start, last.end - words.start),
  }
}
