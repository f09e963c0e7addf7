import { endsAsTitle, postEndingAt } from './titles.ts'

/** One title; its parts are joined when the name stands in its middle. */
export interface TitleText {
  text: string
  parts: { start: number; end: number }[]
}

export const CUT_BEFORE_TITLE =
  /^.*(?:赴|来到|陪同|会同|联同|邀请|率领|带领|带着|率|一行|在|由|随|调研的|下午|上午|当天|当日|\d日(?:电|讯)?|日[电讯]|近日|日前|期间|其中|的有|还有|组织(?!部|委员|科|处)|与会的|和来自|[组团队]以|委托|(?:会见|接见|接待(?!办|处|科|中心|局|室))了?|(?:慰问|看望|探望|走访)(?:了|过)(?!的))(?=.)/
export const LEADING =
  /^(?:的|和|与|及其?|以及|暨|偕同|偕|同|并|有|对|向|给|以(?!色列)|听取了?|看望了?|慰问了?|是|根据|按照|受|时任|原(?!平|阳|州)|现任|我(?=[省市县区州旗]))+/
const JOINED = /^(?:和|与|及|以及|、|暨)/
/** 四川县委副书记 of a page maker: a county's post is not the province's. */
const PROVINCE_OF_COUNTY =
  /^(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|广西|西藏|宁夏|新疆|内蒙古)(?:省|壮族自治区|回族自治区|维吾尔自治区|自治区)?(?=(?:县|旗)(?:委|政|人|长|妇|总|残|红|团|科))/
/** 副县长（挂职）, 副主任（主持工作）: such brackets belong to the post; (女) and an age do not. */
const IN_BRACKETS =
  /^[（(](?:主持|挂职|挂任|援|代|兼|驻会|不驻会|正|副|[厅处县科局]级|试用|聘|分管|负责|常务|党外|公职|原)[^（）()，。；]{0,12}[）)]/
/** 相关负责人, 县领导: whoever they are, the next name is another's. */
export const BARE_LABEL = /^(?:[\u4e00-\u9fff]{0,16}领导(?:干部)?|[\u4e00-\u9fff]{0,16}负责人)$/
const NOT_TITLE = /强调|指出|要求|听取|召开|开展|进行/

/** The length of the brackets that say how somebody holds the post that ends at `at`; 0 for none. */
export function postBracketsAt(text: string, at: number): number {
  const mark = text[at]
  if ((mark !== '（' && mark !== '(') || postEndingAt(text, at) === 0) return 0
  return IN_BRACKETS.exec(text.slice(at, at + 16))?.[0].length ?? 0
}

/** 副县长, 副县长（挂职）. */
export function isTitle(piece: string): boolean {
  if (!/[）)]$/.test(piece)) return endsAsTitle(piece)
  const open = /[（(][^（）()]{1,14}[）)]$/.exec(piece)
  return endsAsTitle(open ? piece.slice(0, open.index) : piece)
}

/** 县领导, 州上领导: one word for several people. */
export function isLabel(title: string): boolean {
  return /领导$/.test(title)
}

/** The title that ends at `end`, without the words before it that are none; null where nothing is left. */
export function titleOf(piece: string, from: number, end: number, offset: number): TitleText | null {
  let text = piece
    .slice(from, end)
    .replace(JOINED, '')
    .replace(CUT_BEFORE_TITLE, '')
    .replace(LEADING, '')
    .replace(PROVINCE_OF_COUNTY, '')
  text = text.replace(/^.*的(?=[\u4e00-\u9fff]{2})/, '')
  if (text.length < 2 || text.length > 40 || NOT_TITLE.test(text)) return null
  const start = end - text.length
  return { text, parts: [{ start: offset + start, end: offset + end }] }
}

/**
 * Words behind a name that begin the next one's titles, which go on behind 、: 杜某某和区党工委副书记、…,
 * 于某一行在市妇联党组书记、….
 */
export function titleLeftOver(piece: string, from: number, offset: number): TitleText | null {
  const rest = piece.slice(from)
  if (!isTitle(rest) || rest.length > 60) return null
  const joins = /^(?:和|与|及|以及|暨)(?=..)/.test(rest)
  if (!joins && !CUT_BEFORE_TITLE.test(rest)) return null
  const title = titleOf(piece, from, piece.length, offset)
  return title && !BARE_LABEL.test(title.text) ? title : null
}

/** 参加座谈会的州上领导有，…; 参加调研的县领导：…: the label of all who follow. Null where the words are none. */
export function labelBefore(piece: string, offset: number): TitleText[] | null {
  if (!piece.includes('领导')) return null
  const match = /(?:^|的)((?:(?!的)[\u4e00-\u9fff]){0,8}领导)(?:同志|干部)?(?:还?有|是)?$/.exec(piece)
  if (!match) return null
  const label = match[1]!
  if (!/[省市州县区旗盟乡镇校院师团](?:[上级直委里]|政府)?领导$/.test(label)) return []
  const start = offset + match.index + match[0].indexOf(label)
  return [{ text: label, parts: [{ start, end: start + label.length }] }]
}
