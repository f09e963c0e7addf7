import type { Piece } from './sentences.ts'

const DEADLINE =
  /(?:(?:在|于|力争|确保)?)((?:20\d\d年|今年|明年|本年度?)?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\d{1,2}日|底|初|中旬|上旬|下旬|末)?|年底|年末|年内|月底|月末|本月底|本月内|本月|下月底|下个月底?|下周[一二三四五]?|本周内?|周末|(?:第[一二三四]|[一二三四]|本|下)季度(?:末|内)?|上半年|下半年|春节|元旦|国庆(?:节)?|五一|[“"](?:五一|六一|七一|八一|十一)[”"]|汛期|暑期|寒假|开学|入冬|[一二三四五六七八九十两\d]{1,3}个?(?:天|日|周|月|星期|工作日|小时|年))(?:之)?(?:前|内|以内|之内|以前|底前|到来前|来临前))/

/** The deadline in the report's own words (年底前, 10月20日前); null where none is given. */
export function readDeadline(words: Piece): Piece | null {
  const found = DEADLINE.exec(words.text)
  if (!found) return null
  const start = words.start + found.index + found[0].length - found[1]!.length
  return { start, end: start + found[1]!.length, text: found[1]! }
}
