import { endsAsPlace, isRegion } from './place-words.ts'
import { type Piece, splitOutside } from './sentences.ts'

export interface PlaceName extends Piece {
  /** False where the ending is unknown and only the list speaks for it. */
  sure: boolean
}

/** What may follow the last place of a list. */
const TAIL =
  /^(?:等(?:地|处|点位?|单位|企业|[\d一二三四五六七八九十两多几]{1,3}[个家处所]|村|社区|$|[，。])?|调研|考察|走访|慰问|视察|检查|进行|开展|实地|听取|召开|看望|参观|督导|指导|了解|察看|查看|查访|探访|详细|认真|仔细|深入|现场|就|对|与|和|亲切|通过|围绕|时|后|里|内|的|座谈|观摩|学习|主持|参加|出席|宣讲|宣传|送|为|向|并|以|看|听|问|专题|一线|机关|困难|脱贫|低保|留守|农户|村民|群众|老党员|劳模|党员|集中|举行|组织|体验|感受|巡查|督查|巡河|巡林|[（(])/
const LEADING =
  /^(?:(?:位于|坐落(?:于|在)|地处)[^，。]{1,14}的|(?:我|该|本)[省市州县区镇乡](?:的)?|(?:辖区|境内|当地|辖区内)的?|[“"](?![^”]{1,12}”(?:[\u4e00-\u9fff]|$))|一家|[一两三四五六七八九十几]家|基层|参观了?|考察了?|察看了?|查看了?)/
const NOT_IN_PLACE =
  /[了着过是把被将给让您我他她它你们要等]|^(?:各|部分|有关|相关|一些|多个|几个|困难)|工作|情况|进行|如何|怎样|强调|指出|希望(?!小学|幼儿园|学校|中学|之家)|视察|考察|走访|慰问|检查(?!站)|督导|看望|参观|察看|查看|困难(?:职工|群众|党员|家庭)|表示|了解|听取|询问|交流|意见|调研(?!中心|基地)|座谈会|活动(?!中心|室|站|基地|阵地|场所|广场|平台)|问题|建议|精神/
const GENERIC =
  /^(?:生产|企业|职工|群众|村民|困难|老乡|农户|贫困户|脱贫户|居民|田间|车间|工厂|厂区|园区|校园|社区|村|村里|镇|乡|基地|项目|工地|施工|学校|医院|病房|食堂|大棚|展厅|教室|宿舍|公司|企业家|包保|所联系|联系|帮扶|部分|有关|相关|各|重点|一些|多个|两个|\d+个|[一二三四五六七八九十]+个|现场|一线|基层|农村|乡村|机关|家庭|户|党员|职工群众|干部群众|儿童|学生|老人|产业|景区|活动|办公|服务|工作|体验|便民|接待)*(?:车间|现场|一线|展厅|大棚|田间地头|田间|家中|家里|家|户家|教室|病房|食堂|宿舍|厂区|园区|企业|项目|基地|工地|社区|村|镇|乡|街道|学校|大厅|窗口|办公室|活动室|会议室|接待室|生产线|点|站|所|机关|产业|村组|小组|中心|阵地|馆|室|景区|合作社|公司|村寨|院落|小区|单位|乡村|医院|农户家|局|项目现场|施工现场|企业车间|镇街|居室|卧室|厨房|灶台|车间班组|班组)$/

/** Reads 甲公司、乙村和丙社区等地 from `start`; stops where the list ends. Empty where it names no place. */
export function readPlaceList(clause: Piece): PlaceName[] {
  const items = splitOutside(clause, '、').slice(0, 60)
  const read: (PlaceName | null)[] = []
  for (const [index, item] of items.entries()) {
    const names = namesIn(item, index === items.length - 1)
    read.push(...names.list)
    if (names.ended) break
  }
  const sure = read.filter((one) => one?.sure).length
  if (sure === 0) return []
  const all = read.filter((one) => one !== null)
  return sure * 2 >= all.length ? all : all.filter((one) => one.sure)
}

function namesIn(item: Piece, isLast: boolean): { list: (PlaceName | null)[]; ended: boolean } {
  const stripped = stripLeading(item)
  const whole = longestPlace(stripped)
  if (!whole) {
    const known = withoutTail(stripped)
    const plausible =
      known.text.length >= 3 && known.text.length <= 22 && !NOT_IN_PLACE.test(known.text) && !isLast
    return { list: [plausible ? { ...known, sure: false } : null], ended: known.end < stripped.end }
  }
  const parts = splitJoined(whole)
  return {
    list: parts.filter((part) => !isGeneric(part.text)).map((part) => ({ ...part, sure: true })),
    ended: whole.end < stripped.end,
  }
}

export function isGeneric(name: string): boolean {
  return (
    GENERIC.test(name) ||
    /(?:群众|村民|居民|农户|职工|住户|户|老人|家庭|党员|儿童|学生)的?(?:家中|家里|家)$/.test(name)
  )
}

function stripLeading(item: Piece): Piece {
  let { start, text } = item
  for (let i = 0; i < 4; i++) {
    const lead = LEADING.exec(text)?.[0]
    if (!lead || lead.length >= text.length) break
    start += lead.length
    text = text.slice(lead.length)
  }
  return { start, end: item.end, text }
}

function longestPlace(item: Piece): Piece | null {
  const longest = Math.min(item.text.length, 44)
  for (let length = longest; length >= 2; length--) {
    const name = item.text.slice(0, length)
    const rest = item.text.slice(length)
    if (rest !== '' && !TAIL.test(rest)) continue
    if (/[(（](?:位于|即|原|以下简称|又称|图为)[^（）()]*[)）]$/.test(name)) continue
    if (!endsAsPlace(name) || NOT_IN_PLACE.test(name.replace(/[“（(].*?[”）)]/g, ''))) continue
    return { start: item.start, end: item.start + length, text: name }
  }
  return null
}

function withoutTail(item: Piece): Piece {
  for (let length = 2; length < item.text.length; length++) {
    if (!/^等/.test(item.text.slice(length))) continue
    return { start: item.start, end: item.start + length, text: item.text.slice(0, length) }
  }
  return item
}

/** 甲村和乙社区 are two; 人力资源和社会保障局 is one, since 人力资源 is no place. */
function splitJoined(place: Piece): Piece[] {
  for (const match of place.text.matchAll(/以及|和|与|及/g)) {
    const left = place.text.slice(0, match.index)
    const right = place.text.slice(match.index + match[0].length)
    if (left.length < 2 || right.length < 2) continue
    if (!endsAsPlace(left) || !endsAsPlace(right) || isRegion(left)) continue
    const second = { start: place.start + match.index + match[0].length, end: place.end, text: right }
    return [{ start: place.start, end: place.start + match.index, text: left }, ...splitJoined(second)]
  }
  return [place]
}
