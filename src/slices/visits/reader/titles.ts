/** Posts that stand at the end of a title. 副 before one belongs to it and is never lost. */
const POSTS = `
书记 国务委员 总理 副总理 部务委员 第一书记 副书记 常委 部长 主席 县长 市长 区长 镇长 乡长 州长 省长 旗长 盟长 村长 街长 主任 局长 秘书长 会长 院长 校长 社长 处长 科长 股长 站长 队长 大队长 支队长 中队长 组长 馆长 园长 厂长 行长 所长 台长 经理 总经理 董事长 理事长 监事长 总裁 总监 主委 政委 委员 监察专员 专员 巡视员 调研员 督查专员 督学 干事 总干事 组织员 检察长 司长 厅长 署长 团长 连长 代表 委派代表 村支书 支书 店长 场长 矿长 船长 教授 研究员 主编 总编 总编辑 总工程师 工程师 总会计师 总经济师 助理 特派员 总队长 指导员 教导员 参谋长 司令员 政治部主任 参事 馆员 监事 理事 董事 常务理事 社区书记 负责人 主要负责人 发起人 创始人 带头人 党组成员 班子成员 党委成员 部务委员 党委委员 党工委委员 领导 主管 校董 庭长 村主任 主播 主治医师 医师 主任医师 领队 秘书 常务委员 总社主任 主任科员 科员 执委 代办 干部 职员 站站长 宣传委员 组织委员 统战委员 副理事长 副院长 副校长 秘书 党组副书记 工委书记 总督学 督察专员 督察长 总审计师 行政主管 主任医师 党支部书记 支部书记 常务副会长 书画家 书法家 画家 作家 艺术家 歌唱家 企业家 院士 劳动模范 劳模 先进工作者 道德模范 最美奋斗者 标兵 能手 大工匠 工匠 传承人 教师 导师 一级巡视员 二级巡视员 一级调研员 二级调研员 三级调研员 四级调研员 警务专员 高级警长 三级主办 合伙人 主委 副主委 首席代表 首席执行官 人选 候选人 局级干部 县级干部 处级干部 副职 正职 正局级 副局级 正处级 副处级 正厅级 副厅级 正县级 副县级 总指挥 副总指挥 总馆长 族长 乡贤 老师 站主任 顾问 名家 诗人 苏木达 嘎查达 嘎查长 农艺师 兽医师 规划师 指挥长 督导员 教育长 师长 旅长 教练 护士长 医生 首席专家 首席科学家 网格长 警长 召集人 会计师 经济师 联络员 政治委员 议员 河长 湖长 林长 田长 路长 链长 山长 总河长 总林长
`
  .trim()
  .split(/\s+/)
const posts = new Set(POSTS)
/** How long the posts are that end with a character, the longest first. */
const lengthsByLast = new Map<string, number[]>()
for (const post of posts) {
  const last = post.at(-1)!
  const lengths = lengthsByLast.get(last) ?? []
  if (!lengths.includes(post.length))
    lengthsByLast.set(
      last,
      [...lengths, post.length].sort((a, b) => b - a),
    )
}

/** A word that begins like a name but is none: 主席台, 书记处, 部长级. */
const NOT_A_NAME =
  /^(?:书记处|处书记|主席台|主席团|台|级|办公|会议|团成员|助理|们|们的|一职|任(?:组长|职|期|命|上)|医师|护师|研究员|科员|候选人|信箱|热线|工作|同志|一行|带队|率队|率|带领|陪同|参加|出席|主持|讲话|讲了|介绍|汇报|要求|强调|指出|表示|分别|先后|深入|负责|及|等|和|与|以及|在|为|对|向|就|的|也|还|是|以|将|并|到|赴|来|亲自|分段|冒雨|冒着|顶着|一起|一同|共同|代表|联系|牵头|挂帅|会商|接待|现场|实地|作|做|说|讲|主要|班子|成员|人选|述职|专题|走访|调研|看望|慰问|参观|座谈|组成|组[^\u4e00-\u9fff]|们深|兼|室[^\u4e00-\u9fff]|委员会|会(?:上|议|员|同|客|见)|联席|扩大|全程|陪|受|应邀|把|被|给|让|之一|之家|因|按|可|有|无|不|没|很|均|各|某些|其他|有关|相关|人士|性|大会|代表团|队员|于(?:近日|日前|\\d)|由(?:此|于)|从(?:严|而)|作(?:了|为|出|重|指)|都(?:是|在|会|要)|应(?:当|该|急|对|用|约|聘|届)|资(?:金|助|料|源|格)|留(?:守|下|言|心)|保(?:障|护|证|持|险|洁)|普(?:及|遍|法)|展(?:示|现|开|览)|银行|南(?:下|方|部|北)|福(?:利|建)|言(?:传|行|语)|其(?:后|中|他|间|实|余|它|次)|务必|必须|严禁|切实|尽快)/

/** What may follow a name: a verb, a role, an end. The longer words are surer than single characters. */
const AFTER_NAME =
  /^(?:$|[，。、；：！？（(）)“”"《》\s\n\d]|一行|的(?:陪同|带领|率领|引导)下?|同志|先生|女士|书记|主席|部长|会长|主任|局长|县长|市长|区长|镇长|副|等|赴|来到|到|来|深入|前往|走进|走访|走上|莅|率|带队|带领|带着|陪同|参加|参与|出席|主持|介绍|汇报|要求|强调|指出|表示|希望|叮嘱|勉励|鼓励|勉|嘱|建议|提出|分别|先后|一同|一起|共同|随同|同行|随行|全程|现场|实地|亲切|详细|认真|仔细|在|为|对|向|就|和|与|及|以及|也|还|以|将|并|说|告诉|讲|听取|察看|查看|查访|看望|慰问|参观|考察|视察|检查|督导|调研|座谈|开展|进行|召开|首先|随后|最后|一边|边|代表|作|做|致|宣读|受|应|会见|接待|接受|专程|专题|冒|不|则|从|由|于|把|给|围绕|结合|充分|高度|十分|主动|逐一|依次|接着|继续|又|再|更|曾|正|当|亲|深|实|的|是|有|同|陪|带|谈|点|直|里|家|表|号召|呼吁|通报|部署|安排|传达|逐|领|等人|会上|会议上|用|语重|满怀|之|任(?:副?(?:组长|团长|队长|领队))|为副?组长|挂帅|牵头|组织|联合|会同|及其|暨|兼|担任|一早|清早|一大早|连夜|驱车|乘车|徒步|步行|冒雨|冒着|顶着|踏着|迎着|沿着?|轻车简从|利用|抽出|专门|特意|马不停蹄|直奔|随机|探访|探望|联同|偕|就|便|巡|于|随第|随队|亦有|亦|均|一道)/

export interface Found {
  /** Where the name begins and ends within the piece. */
  nameStart: number
  nameEnd: number
  titleStart: number
  titleEnd: number
}

/** The last post that ends at or before `end`; null where the piece holds none. */
export function endsAsTitle(piece: string): boolean {
  return postEndingAt(piece, piece.length) > 0
}

const NO_LENGTHS: readonly number[] = []

/** The length of the post that ends at `end` and begins at `from` or behind it, 0 for none. */
export function postEndingAt(piece: string, end: number, from = 0): number {
  for (const length of lengthsByLast.get(piece[end - 1]!) ?? NO_LENGTHS) {
    if (length <= end - from && posts.has(piece.slice(end - length, end))) return length
  }
  return 0
}

export function startsAsNoName(rest: string): boolean {
  return NOT_A_NAME.test(rest)
}

/** 2 where the words after a name are sure, 1 where a single character follows, 0 where it must go on. */
export function boundaryAfterName(rest: string): 0 | 1 | 2 {
  const match = AFTER_NAME.exec(rest)
  if (!match) return 0
  const word = match[0]
  return word === '' || word.length >= 2 || /[，。、；：！？（(）)“”"《》\s\n\d赴率等及]/.test(word) ? 2 : 1
}
