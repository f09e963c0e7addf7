import {
  endsAsFirm,
  endsAsPlace,
  isOffice,
  mayEndPlace,
  isPark,
  isPlaceOfItsOwn,
  isRegion,
  isTownship,
} from './place-words.ts'
import { type Piece, splitOutside } from './sentences.ts'

export interface PlaceName extends Piece {
  /** False where the ending is unknown and only the list speaks for it. */
  sure: boolean
  /** What was looked into in the opening: perhaps no place gone to. */
  topic?: boolean
  /** Read behind 园区内的: whatever was named just before holds it. */
  inside?: boolean
}

/** What may follow the last place of a list. */
const TAIL =
  /^(?:等(?:地|处|点位?|单位|企业|[\d一二三四五六七八九十两多几]{1,3}[个家处所]|村|社区|$|[，。])?|调研|考察|走访|慰问|视察|检查|进行|开展|实地|听取|召开|看望|参观|督导|指导|了解|察看|查看|查访|探访|详细|认真|仔细|深入|现场|就|对|与|和|亲切|通过|围绕|时|后|里|内|的|座谈|观摩|学习|主持|参加|出席|宣讲|宣传|送|为|向|并|以(?!及)|以及|看|听|问|专题|一线|机关|困难|残疾|贫困|特困|受灾|独居|孤寡|退役|五保|脱贫|低保|留守|农户|村民|群众|老党员|劳模|党员|集中|举行|组织(?!建|工|作|领|覆|改|生|机|体|架|阵|化|规)|体验|接待(?!中心|室|站|点|处)|各(?:科室|部门|企业|单位)|建设场地|现场(?=督导|检查|办公|指导|察看|查看|调研)|(?:民族|党建|妇联|工会|共青团|统战|群团|红十字会?|残联)?工作(?=$|，)|(?:进展|推进|运行|施工)?(?:情况|进度)(?=$|，)|访视|瞻仰|拜谒|官兵|民警|干警|指战员|感受|巡查|督查|巡河|巡林|[（(])/
const LEADING =
  /^(?:(?:扶贫|特色|支柱|主导|富民)产业(?=[^、，园基]{2,}(?:基地|园|公司|合作社))|[“”]?[^、，“”]{2,18}(?:基地|企业|机构|单位|[点对帮]?[扶贫]村|联系点|示范点|产业)[“”]?(?=[\u4e00-\u9fff]{2,5}?[省市县区镇乡][^、，]{3,})|(?:全国|国家级|自治区|[省市县州]级?)[^、，“”]{2,14}(?:教育基地|示范基地|示范企业|龙头企业|重点企业)(?=[^、，]{4,})|[“”\u4e00-\u9fff]{0,8}(?<!中小|创业|各类)企业(?=[^、，和与园家服之职联协党工孵信用一][^、，]{3,})|[\u4e00-\u9fff]{0,22}?(?:试点|惠民|教育|示范|先进|重点|帮扶|贫困|样板|文明)(?:村|社区|点|镇|乡|街道|户|基地|企业|单位)(?=[\u4e00-\u9fff]{2,6}(?:镇|乡|街道|村|社区))|(?:被授予|荣获|获评|被评为|被命名为)[^、，]{2,30}的|(?:位于|坐落(?:于|在)|地处)[^，。]{1,14}的|(?:我|该|本)[省市州县区镇乡](?:的)?|(?:辖区|境内|当地|辖区内)的?|[“"](?![^”]{1,12}”(?:[\u4e00-\u9fff]|$))|一家|[一两三四五六七八九十几]家|入驻(?:基地|园区|企业)的|深入|来到|前往|走进|走访了?|调研了|检查了|慰问了|瞻仰|女性社会组织|社会组织(?=.{4})|(?:小区|园区|社区|集中区)(?=[“"])|基层(?!社会)|参观了?|考察了?|察看了?|查看了?)/
const NOT_IN_PLACE =
  /^(?:看|周边|附近|沿线|沿街|对|就)|部分|若干|各个|各类|一行|登上|走上|走下|从.{1,8}到|坐上|定位|企业和|和企业|和项目|(?<![\u4e00-\u9fff])全[县市省区州]|\d{4}年|重点(?:工程|项目)|环境整治|位位|家家|了(?!望)|着|过(?!渡|街|江|境|桥)|是|把|被(?!服)|将(?!军|乐|台|相)|给(?!水|排)|让(?!胡|湖)|她(?!空间|社区|驿站|力量|创)|[您我他它你们]|要(?!塞)|(?<![中高初同优])等|^(?:各|部分|有关|相关|一些|多个|几个|困难)|工作(?!服务|室|站|队|者|坊|营|点|联络)|情况|运行|常态化|进行|如何|怎样|强调|指出|观摩|指导(?!中心|站|服务|员)|走进|来到|前往|深入|步入|走访|访视|希望(?!小学|幼儿园|学校|中学|之家)|视察|考察|走访|慰问|检查(?!站)|督导|看望|参观|察看|查看|困难(?!(?:职工|群众|党员|家庭)?(?:帮扶|服务|救助|援助|互助))|表示|了解|听取|询问|交流(?!中心|站|基地|馆)|意见|调研(?!中心|基地)|座谈会|活动(?!中心|室|站|基地|阵地|场所|广场|平台)|问题|建议|精神(?!病|残|卫生|文明|堡垒|家园|康复|专科)|(?<!基础)建设(?!小区|社区|银行|工程|工地|现场|公司|路|街|镇|村|集团|局|项目|指挥|委|兵团|者|里|社区|有限|中学|小学)/
const GENERIC =
  /^(?:科普|城区|县城区?|县城|主城区|游客|旅客|公共|基层|农村|城市|街头|牧区|林区|高校|医疗|科研|生产|企业|职工|群众|村民|困难|老乡|农户|贫困户|脱贫户|居民|田间|车间|工厂|厂区|园区|校园|社区|村|村里|镇|乡|基地|项目|妇女|青年|创业|就业|发展|示范|工地|施工|学校|医院|病房|食堂|大棚|展厅|教室|宿舍|公司|企业家|包保|所联系|联系|帮扶|部分|有关|相关|各|重点|一些|多个|两个|[\d一二三四五六七八九十两几多]+[个家所处户]|现场|一线|基层|农村|乡村|机关|家庭|户|党员|职工群众|干部群众|儿童|学生|老人|产业|景区|活动|办公|服务|工作|体验|便民|接待)*(?:小巷|街区|街巷|干道|车间|现场|一线|展厅|大棚|田间地头|田间|家中|家里|家|户家|教室|病房|食堂|宿舍|厂区|园区|企业|项目|基地|工地|社区|村|镇|乡|街道|学校|大厅|窗口|办公室|活动室|会议室|接待室|生产线|点|站|所|机关|产业|村组|小组|中心|阵地|馆|室|景区|合作社|公司|村寨|院落|小区|单位|乡村|医院|农户家|局|工会|村委会|居委会|场站|场院|博物馆|高校|牧区|林区|院校|项目点|项目现场|施工现场|企业车间|镇街|居室|卧室|厨房|灶台|车间班组|班组)$/

/** 到安顺调研锦绣计划、妇女之家…: what follows the verb is a list of topics. */
const PURPOSE = /调研|考察|视察|检查|督导|走访|慰问|指导|开展|宣讲|了解|听取/

const NO_NAME_END =
  /(?:专题|实地|[时中后上下间会里前外程际等们者员人户工方边处心事类型系制力度性量化率线面点期段]|群众|职工|家庭|家|现场|一线|情况|问题|工作|领导|同志|代表|模范|劳模|企业|项目|活动|仪式|阶段|环节|关|课|节)$/

/** 新知青艺社, 塘联公寓集宿区: a name whose ending says nothing, where the sentence leaves no other reading. */
export function isLikelyName(name: string): boolean {
  return (
    /^[“\u4e00-\u9fff][“”\u4e00-\u9fff\d]{2,13}$/.test(name) &&
    !NO_NAME_END.test(name) &&
    !NOT_IN_PLACE.test(name) &&
    !/的|地(?!块|段)|之(?!家)|为|以|与|和|及|从|向|对|各|每|这|那|个|很|更|又|也|都|还|不|无|起|出|进|回|去|来|做|作|说|看|听|问|谈|想|学|送|接|开|办|读|写/.test(
      name,
    ) &&
    !isGeneric(name) &&
    !isRegion(name)
  )
}

/** Reads 甲公司、乙村和丙社区等地 from `start`; stops where the list ends. Empty where it names no place. */
export function readPlaceList(clause: Piece): PlaceName[] {
  const items = splitOutside(clause, '、').slice(0, 60)
  const read: (PlaceName | null)[] = []
  for (const [index, item] of items.entries()) {
    const names = namesIn(item, index === items.length - 1)
    if (index === 0 && names.list.every((one) => one === null) && PURPOSE.test(item.text)) return []
    read.push(...names.list)
    if (names.ended) break
  }
  if (read.some((one) => one?.sure)) for (const one of read) if (one && endsAsFirm(one.text)) one.sure = true
  const sure = read.filter((one) => one?.sure).length
  const kinds = items.filter((item) => isGeneric(item.text)).length
  if (sure === 0 || (kinds > 0 && kinds >= sure)) return []
  const all = read.filter((one) => one !== null)
  return sure * 2 >= all.length ? all : all.filter((one) => one.sure)
}

function namesIn(item: Piece, isLast: boolean): { list: (PlaceName | null)[]; ended: boolean } {
  const stripped = stripLeading(item)
  const whole = beforeCategory(stripped) ?? longestPlace(stripped)
  if (!whole) {
    const known = withoutTail(stripped)
    const plausible =
      known.text.length >= 3 &&
      known.text.length <= 22 &&
      !NOT_IN_PLACE.test(known.text) &&
      (!isLast || known.end < stripped.end || endsAsFirm(known.text))
    return { list: [plausible ? { ...known, sure: false } : null], ended: known.end < stripped.end }
  }
  const parts = /(?:联建|共建|合建|联办|合办|援建|捐建|打造)的/.test(whole.text)
    ? [whole]
    : splitJoined(whole)
  return {
    list: parts
      .filter((part, index) => index === 0 || !/^(?:周边|附近|沿线|沿街)/.test(part.text))
      .map(withoutHolder)
      .map((part) => part && (heldBefore(item.text) ? { ...part, inside: true } : part))
      .filter((part) => part !== null)
      .filter((part) => !isGeneric(part.text))
      .map((part) => ({ ...part, sure: true })),
    ended:
      whole.end < stripped.end &&
      !/^(?:一线)?(?:官兵|民警|干警|指战员|职工|工人|队员)$/.test(stripped.text.slice(whole.text.length)),
  }
}

/** 小区“新市民”服务中心: the estate was named before, and holds it. */
function heldBefore(words: string): boolean {
  return /^(?:小区|园区|集中区|景区)[“"]/.test(words)
}

/** 科协, “阳光成长”项目: what is worked on, where no region or owner stands before it. */
const WORK =
  /^(?:地点|口岸|校园|边境村镇|村镇|嘎查|苏木|(?:[县城市主]*区?)(?:背街小巷|老旧小区|商业街区|主次干道|农贸市场)|(?:妇女|儿童|青年|职工|党员|残疾人)之家|科协|妇联|残联|工会|总工会|工商联|侨联|文联|红十字会|团委|共青团|关工委|统战|人大|政协|“[^”]+”(?:项目|工程|行动|计划|活动))$/

export function isGeneric(name: string): boolean {
  if (WORK.test(name)) return true
  if (/^[\d一二两三四五六七八九十几多]+(?:余|多)?[家个所户处座名](?!岔|河|镇|村|屯|营)/.test(name))
    return true
  if (/(?:便民|党群|体验|接待|活动)服?务?中心$/.test(name) && name.length >= 6) return false
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

/** 陶港镇润阳碳素: a firm for short, with the town before it. */
function isFirmOfTown(name: string): boolean {
  const inTown = /[\u4e00-\u9fff]{2,4}(?:镇|乡|街道)([\u4e00-\u9fff]{2,8})$/.exec(name)
  if (
    inTown &&
    !/村|社区|公司|[和与及察户]|退休|困难|贫困|妇女|妇干|职工|党员|劳模|老人|群众/.test(inTown[1]!) &&
    isLikelyName(`某${inTown[1]!}`)
  )
    return true
  return (
    /^[\u4e00-\u9fff]{2,4}[镇乡][\u4e00-\u9fff]{2,}/.test(name) && (endsAsFirm(name) || /森林$/.test(name))
  )
}

function longestPlace(item: Piece): Piece | null {
  const place = longestEnding(item)
  const bare = place?.text.replace(/现场$/, '')
  const hall = place && withoutHall(place)
  if (hall) return hall
  return place && bare !== place.text && endsAsPlace(bare!)
    ? { start: place.start, end: place.end - 2, text: bare! }
    : place
}

/** 伟达电气企业展厅 is 伟达电气: a hall of a firm is no place of its own. */
function withoutHall(place: Piece): Piece | null {
  const match = /^(.{3,}?)(?:企业)?(?:展厅|集控室|中控室|会议室|生产线|服务大厅)$/.exec(place.text)
  const owner = match?.[1]
  if (!owner || !(endsAsFirm(owner) || (endsAsPlace(owner) && isPlaceOfItsOwn(owner)) || /电气$/.test(owner)))
    return null
  return { start: place.start, end: place.start + owner.length, text: owner }
}

function longestEnding(item: Piece): Piece | null {
  const longest = Math.min(item.text.length, 44)
  const inTown = /[镇乡道]/.test(item.text.slice(0, longest))
  for (let length = longest; length >= 2; length--) {
    if (!inTown && !mayEndPlace(item.text[length - 1])) continue
    const name = item.text.slice(0, length)
    const rest = item.text.slice(length)
    if (rest !== '' && !TAIL.test(rest)) continue
    if (/[(（](?:位于|即|原|以下简称|又称|图为)[^（）()]*[)）]$/.test(name)) continue
    if (
      !(endsAsPlace(name) || (inTown && isFirmOfTown(name))) ||
      NOT_IN_PLACE.test(name.replace(/[“（(].*?[”）)]/g, ''))
    )
      continue
    return { start: item.start, end: item.start + length, text: name }
  }
  return null
}

/** 邦天彩色森林等示范基地, 崛起尚合府等重点企业: the last name, then what all of them are. */
function beforeCategory(item: Piece): Piece | null {
  const at = item.text.indexOf('等', 3)
  if (
    at === -1 ||
    !/^等(?:[\d一二两三四五六七八九十多几]*[家个]?)[\u4e00-\u9fff]{2,}/.test(item.text.slice(at))
  )
    return null
  if (
    /^等(?:地|处|调研|考察|走访|慰问|视察|检查|进行|开展|实地|听取|召开|看望|参观|督导|指导|了解)/.test(
      item.text.slice(at),
    )
  )
    return null
  const name = item.text.slice(0, at)
  if (NOT_IN_PLACE.test(name) || name.length > 24) return null
  if (!endsAsPlace(name) && !isFirmOfTown(name) && !endsAsFirm(name)) return null
  return { start: item.start, end: item.start + at, text: name }
}

function withoutTail(item: Piece): Piece {
  for (let length = 2; length < item.text.length; length++) {
    if (!/^等/.test(item.text.slice(length))) continue
    return { start: item.start, end: item.start + length, text: item.text.slice(0, length) }
  }
  return item
}

/** The last 的 outside quotes and brackets. */
function lastDe(text: string): number {
  let depth = 0
  let found = -1
  for (let at = 0; at < text.length; at++) {
    const unit = text[at]!
    if ('（(“《'.includes(unit)) depth++
    else if ('）)”》'.includes(unit)) depth = Math.max(0, depth - 1)
    else if (unit === '的' && depth === 0 && !text.startsWith('社会阶层', at + 1)) found = at
  }
  return found
}

/** 园区内的甲公司 is the firm, 甲公司的展厅 is the firm too, 中心二楼的驿站 is a part of what was told before. */
function withoutHolder(place: Piece): PlaceName | null {
  if (/(?:联建|共建|合建|联办|合办|援建|捐建|打造)的/.test(place.text)) return { ...place, sure: true }
  const at = lastDe(place.text)
  const within = at === -1 ? /^(?:该)?(?:园区|集中区|小区|园|区)[内里中](?=..)/.exec(place.text)?.[0] : null
  if (at === -1 && !within) return { ...place, sure: true }
  const cutAt = within ? within.length : at + 1
  const left = place.text.slice(0, within ? cutAt : at)
  const right = { start: place.start + cutAt, end: place.end, text: place.text.slice(cutAt) }
  if (isGeneric(left) && /^[\d一二两三四五六七八九十几多]/.test(left)) return null
  if (/[一二三四五六七八九十\d][楼层]$|^(?:中心|馆|站|院|校|厂|公司)[内里]$/.test(left)) return null
  const inside = /^(?:该)?(?:园区|集中区|小区|园|区|产业园|开发区|景区|镇|乡|镇上|社区)[内里中]?$/.test(left)
  if (/^(?:该)?村[里内中]?$/.test(left)) return { ...right, sure: true }
  if (inside) return { ...right, sure: true, inside: true }
  const positional =
    /(?:[内里中边旁侧畔上下隔]|[东南西北]关|附近|不远处|对面|门口|境内|新建|在建|建设|建成)$/.test(left)
  if (/[村寨屯]$|社区$/.test(left) && isPlaceOfItsOwn(right.text)) return { ...place, sure: true }
  if (
    endsAsPlace(left) &&
    !positional &&
    !isRegion(left) &&
    !isTownship(left) &&
    !isPark(left) &&
    left.length >= 4
  )
    return { start: place.start, end: place.start + left.length, text: left, sure: true }
  return { ...right, sure: true }
}

const HE_WORDS = /^和(?:平|谐|顺|睦|美|兴|合|信|田|硕|静|政|龙|林|县|润|盛|昌|泰|畅|悦|园|家|气|丰|义)/

/** 甲村和乙社区 are two; 人力资源和社会保障局 is one, since 人力资源 is no place. */
function splitJoined(place: Piece): Piece[] {
  for (const match of place.text.matchAll(/以及|和|与|及/g)) {
    const left = place.text.slice(0, match.index)
    const right = place.text.slice(match.index + match[0].length)
    if (left.length < 2 || right.length < 2) continue
    if (HE_WORDS.test(place.text.slice(match.index)) && (isTownship(left) || isRegion(left))) continue
    if (!endsAsPlace(left) || !endsAsPlace(right) || isRegion(left)) continue
    if (match[0] === '与' && isOffice(right))
      return [{ start: place.start, end: place.start + match.index, text: left }]
    const second = { start: place.start + match.index + match[0].length, end: place.end, text: right }
    return [{ start: place.start, end: place.start + match.index, text: left }, ...splitJoined(second)]
  }
  return [place]
}
