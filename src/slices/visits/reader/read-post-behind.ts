import { type Counter, NEVER_IN_NAME, NO_NAME_ALONE } from './read-name.ts'
import type { Mention } from './read-names.ts'
import { CUT_BEFORE_TITLE, LEADING } from './read-title.ts'
import { surnameRank } from './surnames.ts'
import { boundaryAfterName, postEndingAt } from './titles.ts'

const POST =
  /(?:党组书记|副理事长|理事长|董事长|总经理|巡视员|常委|副书记|书记|副部长|部长|副司长|司长|副厅长|厅长|副馆长|馆长|副站长|站长|副所长|所长|副园长|园长|副行长|行长|政委|副主委|主委|检察长|调研员|教授|副乡长|乡长|副旗长|旗长|副州长|州长|副省长|省长|副主席|主席|副会长|会长|副主任|主任|副局长|局长|副县长|县长|副市长|市长|副区长|区长|副镇长|镇长|院长|校长|秘书长|处长|科长|同志)/g

/** 文明办, 扶贫办, 党总支, 计生协: organs that begin like a surname. */
const ORGAN_ALONE = /[办室站所协校馆厂队]$|总支|支部|小学|中学|大学|高中|初中|服务|中心|街道|常务/

/** 余力书记, 省红十字会赈济部吴宏军部长: the post behind the name; what stands before it is the organ. */
export function titleBehind(piece: string, offset: number, count: Counter): Mention | null {
  if (!/[记长席任理员委授]|同志/.test(piece)) return null
  for (const match of piece.matchAll(POST)) {
    for (const length of [3, 2, 4]) {
      const start = match.index - length
      if (start < 0) continue
      const name = piece.slice(start, match.index)
      const rank = surnameRank(name)
      if (name.startsWith('门') && piece[start - 1] === '部') continue
      if (
        rank === 0 ||
        (rank === 1 && length !== 3) ||
        (length === 4 && rank !== 3) ||
        NEVER_IN_NAME.test(name) ||
        NO_NAME_ALONE.test(name) ||
        ORGAN_ALONE.test(name) ||
        /^(?:常务|党组|专职|兼职)/.test(name) ||
        postEndingAt(name, name.length)
      )
        continue
      if (boundaryAfterName(piece.slice(match.index + match[0].length)) === 0) continue
      const organ = piece
        .slice(0, start)
        .replace(CUT_BEFORE_TITLE, '')
        .replace(LEADING, '')
        .replace(/^.*[在由经]$/, '')
      if (
        organ !== '' &&
        !/(?:会|部|局|委|院|司|厅|处|办|中心|集团|公司|镇|乡|县|市|区|省|州|联|团委)$/.test(organ)
      )
        continue
      if (organ === '' && length === 3 && count(name) < 2 && count(name.slice(1)) > count(name)) continue
      const organStart = start - organ.length
      const post = match[0] === '同志' ? '' : match[0]
      const parts = [
        { start: offset + organStart, end: offset + start },
        { start: offset + match.index, end: offset + match.index + post.length },
      ].filter((part) => part.end > part.start)
      const titles = post === '' ? [] : [{ text: organ + post, parts }]
      return { name, start: offset + start, end: offset + match.index, titles, reason: 'title-after-name' }
    }
  }
  return null
}

/** 县总工会赵某某、县妇联李某: the organ instead of a title. */
export function organAndName(piece: string, offset: number): Mention[] {
  const match = piece.length > LONGEST_ORGAN_AND_NAME ? null : ORGAN_AND_NAME.exec(piece)
  if (!match || surnameRank(match[2]!) < 2 || NO_NAME_ALONE.test(match[2]!) || NEVER_IN_NAME.test(match[2]!))
    return []
  const organ = match[1]!.replace(CUT_BEFORE_TITLE, '').replace(LEADING, '')
  const start = offset + match[1]!.length
  const titles = [{ text: organ, parts: [{ start: start - organ.length, end: start }] }]
  return [{ name: match[2]!, start, end: start + match[2]!.length, titles, reason: 'uncertain-end' }]
}

const LONGEST_ORGAN_AND_NAME = 24
const ORGAN_AND_NAME =
  /^([省市州县区旗镇乡\u4e00-\u9fff]{1,12}(?:总工会|妇联|红十字会|团[省市州县区]委|残联|科协|工商联|[人民]?政府办|[县市区]委办|[民财教住交水农商卫]\S{0,3}局))((?!康复|文化|高度|全面|方面|常态|成立|安排|对口|党组|党委|机关)[\u4e00-\u9fff]{2,3})$/
