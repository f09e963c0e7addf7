/** What the name of a place that can be visited ends with; longest first matters for nothing but reading. */
const PLACE_ENDINGS = `
有限责任公司 股份有限公司 有限公司 分公司 总公司 公司 集团 总厂 厂区 工厂 厂 车间 作坊 工坊 工地 项目部 施工现场 项目现场 项目 现场 生产线
医院 卫生院 卫生室 卫生服务中心 诊所 保健院 妇保院 急救中心 血站 疾控中心
委员会 办事处 管委会 政府 机关 法院 检察院 公安局 派出所 司法所 税务所 分局 局 厅 委 办公室 办公楼 办公区 所
服务中心 活动中心 指导中心 文化中心 体育中心 治理中心 融媒体中心 中心 服务站 工作站 驿站 据点 市集 会址 选址地 所在地 岗 陶院 宫 少年宫 文化宫 院 塔 亭 码头 渡口 牧户 瓜田 稻田 麦田 梯田 果林 茶山 林地 草场 鱼塘 鸡场 猪场 羊场 牛场 砖厂 油坊 作坊 加工坊 酒坊 讲堂 道场 礼堂 戏台 舞台 驾校 粮仓 粮库 储备库 储备站 救护点 执勤点 值守点 卫生计生局 福利彩票站 高架 线路 工程 厂房 安置房 棚户区 城 高产田 供销社 团场 巷 坊 号院 苑 岛 渠 坝 闸 堤 泵站 医馆 茶社 草原 驻地 宿营地 学区 影城 书城 科技城 护林队 清扫队 养护队 救护队 建筑群 古建筑群 旧址群 文物群 遗址公园 家庭农场 合作总社 专柜 摊位 夜市 早市 街区 商圈 航站楼 候车室 客运站 客运总站 养护站 道班 班组 观测站 气象站 试验站 科技小院 医疗集团 云仓 直播基地 选品中心 快递点 站点 站 服务点 示范点 安置点 监测点 体验点 点位 教学点 点 阵地 之家 家园 渔家 农家 人家
行政村 自然村 新村 村委会 村 社区 居委会 小区 屯 寨 嘎查 牧点 组 院落 大院 胡同 里弄 街区 步行街 商业街 古街 街
产业园区 产业园 科技园 工业园 物流园 创业园 孵化园 示范园 现代农业园区 园区 科创园 公园 茶园 果园 花园 乐园 田园 陵园 书院 幼儿园 校园 植物园 动物园 园
基地 孵化器 孵化基地 营地 景区 度假区 风景区 开发区 高新区 经开区 工业区 示范区 保税区 库区 校区 院区 片区 灾区 矿区 林区 牧区 集聚区 试验区
纪念馆 博物馆 图书馆 文化馆 展览馆 规划馆 科技馆 体育馆 美术馆 档案馆 陈列馆 党史馆 展馆 展厅 陈列室 荣誉室 村史馆 场馆 馆
仓库 备灾仓库 冷库 库 市场 超市 商场 商店 店 广场 大厦 大楼 楼宇 楼 酒店 宾馆 饭店 食堂 餐厅 餐饮店 民宿 农家乐 山庄 庄园 农庄 度假村
学校 小学 中学 高中 职中 大学 学院 党校 职校 技校 一中 二中 三中 四中 实验中学 九年制学校 特校 讲习所 讲堂 课堂 教室 实训室 实验室 工作室 书屋 书店 书吧
旧址 故居 遗址 纪念碑 纪念园 祠堂 寺 庙 教堂 清真寺 烈士墓
协会 商会 学会 联合会 总工会 工会 妇联 团委 团市委 团县委 红十字会 残联 工商联 科协 文联 侨联 合作社 合作联社 农场 林场 牧场 养殖场 渔场 种植场 停车场 训练场 体育场 机场 火车站 汽车站 高铁站 港口 码头 港 水库 电站 水电站 变电站 加油站 收费站 矿 煤矿 油田 隧道 大桥
敬老院 福利院 养老院 养老机构 托育园 托育机构 护理院 疗养院 剧院 电影院 研究院 设计院 植保院 农科院 研究所 卫生所
大队 支队 中队 消防站 武装部 人武部 连队 营区 团部 兵站 救援队
银行 支行 分行 信用社 邮政局 供电公司 供电所 电力公司 烟草公司 联络站 联系点 直播间 空间 平台 俱乐部 会所 街道办 便民服务厅 服务大厅 办事大厅 政务大厅 大厅 窗口 调解室 会客厅 议事厅 母婴室 爱心屋 图书室 活动室 健身房 小屋 小院 微家 港湾 客厅 长廊 绿道 步道 河道 湖 大坝 灌区 大棚 田间地头 田间 试验田 示范田 产业带 花海 林下 小镇 古镇 古城 老城 县城 城区 新区 镇 乡 街道 苏木 幼儿园分园 集镇 场镇 口岸 边境派出所 警务室 检查站 卡点 指挥部 指挥中心 服务区 物业 网点 门店 店铺 旗舰店 专卖店 体验店 体验馆 体验中心 博览园 展示中心 展示馆 接待中心 文化园 文创园 创意园 众创空间 联盟 研学基地 联合体 学堂 托管班 乐园 厨房 灶台 茶馆 乡村 综合体 服务综合体 急诊科 儿科 小院 突击队驻地 集中区 竹海 茶海 花海 林海 草海 茶庄 酒庄 河段 江段 溪段 湖段 渠段 路段 桥段 堤段 标段 入溪口 入河口 入江口 河口 街市 铺 营业部 营业厅 创业园 救生点 茶厂 酒厂 桥 结合部 安养院 养护中心 公寓 院内 集宿区 初中 大道 佛国 庵 禅寺 禅院 道观 宫观 艺社 书社 旅行社 社团 佛教场所 道教场所 宗教活动场所 宗教场所 夜校 电商园 农科园 服务室 村委 居委 选址 公寓 村部 卫健委 工委 街办 幼教中心 服务部 校
`
  .trim()
  .split(/\s+/)

const endings = new Set(PLACE_ENDINGS)
/** The last characters of all endings, and what may close a name: what ends with none of these is no place. */
const lasts = new Set([...PLACE_ENDINGS.map((word) => word.at(-1)!), ...'”’"』」）)中小所团连师段'])
const LONGEST = Math.max(...PLACE_ENDINGS.map((word) => word.length))

/** The same letters, yet no place: 工作重点, 着力点, 专家. */
const NOT_PLACES =
  /(?:搭桥|架桥|过桥|危桥|便桥|重点|亮点|焦点|难点|热点|痛点|堵点|着力点|切入点|特点|观点|一点|优点|节点|要点|试点|国家|大家|专家|企业家|当家|作家|人家里|自然|委托|常委|(?<!团)[市县省区州]委|党委|当地|实地|工作队|服务队|突击队|宣讲队|工作专班|工作组|调研组|考察组|督导组|慰问组|检查组|指导组|领导小组|小组|代表团|考察团|同志|部门|单位|市场主体|市场化|职业|就业|创业|产业|行业|农业|工业|作业|精准|服务平台|本地|社会组织|群团组织|机制|各地|各处|地方|基层一线|一线|关键|贡献|场所|有所|公所|阶段|手段|办法|会场|立场|现场会|战场|主战场|基层|基层联系|全城|进城|满城|围城|布局|格局|结局|大局|开局|全局|定局|僵局|破局|一线岗|上岗|下岗|在岗|顶岗|转岗|爱岗|阶段|手段|时段|路段情况|地段|法院院长|全县|全市|全省|全区|我市|我县|我区|我省|一家|一家人|名单)$/

const FIRM =
  /(?:药业|酒业|矿业|乳业|牧业|渔业|鲟业|实业|置业|纸业|铝业|钢业|茶业|木业|竹业|农业|生物|燃气|水泥|碳素|重工|机械|电器|电子|科技|食品|制药|化工|能源|物流|新材料|股份|光电|光伏|汽车|玻璃|陶瓷|家具|服饰|服装|纺织|包装|印刷|建材|电力|石化|热力|水务|客运|公交|快递|环保|港湾|华府|华庭|花苑|名城|雅苑|首府|国际|府|山庄|新城|广场)$/

/** 润阳碳素, 御景花园: how firms and estates are called for short. Beside places in one list it is one of them. */
export function endsAsFirm(name: string): boolean {
  return name.length >= 4 && FIRM.test(name)
}

/** Cheap to ask before `endsAsPlace`: can a name of a place end with this character? */
export function mayEndPlace(unit: string | undefined): boolean {
  return unit !== undefined && lasts.has(unit)
}

export function endsAsPlace(name: string): boolean {
  if (!lasts.has(name.at(-1)!)) return false
  if (/[一二三四五六七八九十]中$|[一二三四五六七八九十]小$/.test(name)) return name.length > 2
  const bare = name.replace(/[”’"』」]+$/, '').replace(/[（(][^（）()]{1,20}[）)]$/, '')
  if (/(?:线|路|道|高速|[江河溪湖渠堤坝])[\u4e00-\u9fff]{0,4}段$/.test(bare)) return true
  if (/[教动]场所$/.test(bare)) return /[镇乡村].{2}/.test(bare)
  if (/[一二三四五六七八九十〇零\d]{1,3}[团连师]$/.test(bare)) return true
  if (bare.length < 2 || NOT_PLACES.test(bare)) return false
  if (bare.endsWith('组') && !/[村社屯班\d一二三四五六七八九十]组$/.test(bare)) return false
  for (let length = Math.min(LONGEST, bare.length); length >= 1; length--) {
    if (endings.has(bare.slice(-length))) return true
  }
  return false
}

/** A county, city, district or province: it holds sites and is none. */
export function isRegion(name: string): boolean {
  if (
    /(?:社区|园区|小区|集宿区|生活区|居住区|宿舍区|安置区|作业区|景区|校区|院区|库区|片区|开发区|高新区|经开区|工业区|示范区|度假区|风景区|服务区|街区|灾区|矿区|新区|林区|试验区|集聚区|牧区|城区|厂区|营区|办公区|保税区)$/.test(
      name,
    )
  )
    return false
  return (
    /(?:省|市|县|区|自治州|州|盟|旗|自治区|地区)$/.test(name) && !/(?:超市|夜市|集市|城市书房)$/.test(name)
  )
}

/** A town, township or street office: a site only where the text goes no finer. */
export function isTownship(name: string): boolean {
  return (
    /(?:(?:区|市|县)[\u4e00-\u9fff]{1,4}街|镇|乡|街道|苏木|街道办|街道办事处|镇政府|乡政府)$/.test(name) &&
    !/(?:.古镇|小镇|..集镇|..场镇)$/.test(name)
  )
}

/** A park or zone: it holds sites where the text goes finer. */
export function isPark(name: string): boolean {
  return /(?:园区|开发区|高新区|经开区|工业区|新区|示范区|集聚区|集中区|工业园|产业园|物流园|科技园|创业园|安置小区|安置点|小区|林场|农场)$/.test(
    name,
  )
}

/** An office of a mass organisation: where a delegation is received before it goes on. */
export function isOffice(name: string): boolean {
  return /(?:总工会|妇联|残联|科协|红十字会|工商联|侨联|文联|团[省市州县区]?委)$/.test(name)
}

/** How offices are shortened inside one text: 人力资源和社会保障局 is 人社局. */
const ABBREVIATIONS: readonly (readonly [string, string])[] = [
  ['人力资源和社会保障', '人社'],
  ['人力资源社会保障', '人社'],
  ['妇女联合会', '妇联'],
  ['残疾人联合会', '残联'],
  ['工商业联合会', '工商联'],
  ['归国华侨联合会', '侨联'],
  ['科学技术协会', '科协'],
  ['文学艺术界联合会', '文联'],
  ['共产主义青年团', '团'],
  ['发展和改革', '发改'],
  ['卫生健康', '卫健'],
  ['自然资源和规划', '自规'],
  ['住房和城乡建设', '住建'],
  ['农业农村', '农业农村'],
  ['经济和信息化', '经信'],
  ['退役军人事务', '退役军人'],
  ['市场监督管理', '市监'],
  ['综合行政执法', '综合执法'],
  ['文化体育和旅游', '文体旅游'],
  ['文化广电旅游', '文旅'],
  ['文化和旅游', '文旅'],
  ['生态环境', '环保'],
  ['教育和体育', '教体'],
  ['机关事务管理', '机关事务'],
  ['有限责任公司', '公司'],
  ['股份有限公司', '公司'],
  ['有限公司', '公司'],
  ['委员会', '委'],
  ['办事处', '办'],
  ['党群服务中心', '党群中心'],
  ['社区卫生服务中心', '社区卫生中心'],
  ['中医医院', '中医院'],
  ['人民医院', '人民医院'],
  ['妇幼保健院', '妇保院'],
  ['综合服务中心', '服务中心'],
  ['人民政府', '政府'],
]

/** The short forms that this text may use for a full name, longest first. */
export function shortForms(name: string): string[] {
  let forms = knownForms.get(name)
  if (!forms) {
    forms = findShortForms(name)
    if (knownForms.size > 2000) knownForms.clear()
    knownForms.set(name, forms)
  }
  return forms
}

/** Without its county such a name means any of them. */
const EVERY_COUNTY_HAS_ONE =
  /^(?:红十字会|总工会|妇联|团委|残联|科协|工商联|人民医院|中医院|中医医院|妇幼保健院|人民法院|人民政府|公安局|职工之家|妇女之家|儿童之家|青年之家|服务中心|文化站|卫生院|敬老院|福利院|幼儿园|中心小学)$/
const knownForms = new Map<string, string[]>()

function findShortForms(name: string): string[] {
  const forms = new Set<string>()
  const core = withoutRegion(name)
  for (const base of new Set([name, core])) {
    let short = base
    for (const [full, brief] of ABBREVIATIONS)
      if (short.includes(full)) forms.add((short = short.replace(full, brief)))
    const bare = base.replace(/(?:有限责任公司|股份有限公司|集团有限公司|有限公司)$/, '')
    if (bare !== base && bare.length >= 3) forms.add(bare)
  }
  if (core !== name && core.length >= 3) forms.add(core)
  forms.delete(name)
  return [...forms]
    .filter((form) => form.length >= 3 && !EVERY_COUNTY_HAS_ONE.test(form))
    .sort((a, b) => b.length - a.length)
}

/** 天全县中医医院 and 县中医医院 are both 中医医院 here. */
export function withoutRegion(name: string): string {
  let core = name
  for (let i = 0; i < 3; i++) {
    const next = core.replace(
      /^(?:[\u4e00-\u9fff]{2,4}?(?:省|自治区|市|州|盟)|[\u4e00-\u9fff]{2,3}?(?:县|区|旗)|[我该本][省市州县区]|[省市州县区旗])(?!区|政府|委|总)(?=.{3})/,
      '',
    )
    if (next === core) break
    core = next
  }
  return core
}

function quoteless(name: string): string {
  return /[“”‘’"]/.test(name) ? name.replace(/[“”‘’"]/g, '') : name
}

/** Do two names mean the same place within one text? */
export function isSamePlace(a: string, b: string): boolean {
  if (a === b) return true
  const [shorter, longer] = a.length < b.length ? [quoteless(a), quoteless(b)] : [quoteless(b), quoteless(a)]
  if (shorter === longer) return true
  if (shorter.length >= 4 && longer.endsWith(shorter)) return true
  if (
    shorter.length >= 3 &&
    /[村社区寨屯]$/.test(shorter) &&
    (a.includes(`${shorter}“`) || b.includes(`${shorter}“`))
  )
    return true
  const left = withoutRegion(shorter)
  const right = withoutRegion(longer)
  if (left === right) return isSameRegion(shorter.slice(0, -left.length), longer.slice(0, -right.length))
  if (
    left !== shorter &&
    right !== longer &&
    !isSameRegion(shorter.slice(0, -left.length), longer.slice(0, -right.length))
  )
    return false
  if (left === shorter && left.length >= 3 && right.endsWith(left)) return true
  if (
    left.length >= 4 &&
    right.startsWith(left) &&
    /^(?:有限|股份|集团|责任|公司)/.test(right.slice(left.length))
  )
    return true
  if (left.length < 2 || right.length < 2) return false
  if (
    right.startsWith(left) &&
    /^(?:村民委员会|村委会|委会|居委会|社区居委会|党群服务中心)$/.test(right.slice(left.length))
  )
    return true
  return (
    isAbbreviation(left, right) ||
    shortForms(longer).some((form) => form === shorter || withoutRegion(form) === left)
  )
}

/** 县 and 天全县 agree, so do 天全县 and nothing; 名山区 and 雨城区 do not. */
function isSameRegion(a: string, b: string): boolean {
  return a.endsWith(b) || b.endsWith(a)
}

/** Rooms and the like, which a site has and which are none without a name of their own. */
export function isPartOfSite(name: string): boolean {
  const bare = name.replace(/[“”"]/g, '')
  if (
    /(?:图书馆|文化馆|博物馆|医院|学校|小学|中学|商会|协会|合作社|文化宫|少年宫|[\u4e00-\u9fff]{2,}“).{2,}$/.test(
      name,
    )
  )
    return false
  if (/^(?:陈列馆|展览馆|展馆|纪念馆|展览室)$/.test(bare)) return true
  if (/^[该本]?[村校厂站馆园](?:里|内)?的?(?:卫生室|村?委会|两委|部|便民服务厅)$/.test(bare)) return true
  if (/(?:公司|社区|[镇乡县市村厂区省州旗](?!部|规|史)|集团|医院|学校|街道|园区)/.test(bare)) return false
  return (
    /^(?:[\u4e00-\u9fff]{0,4}[一二三四五六七八九十\d]+[楼层]的?.*|.*(?:大厅|窗口|食堂|餐厅|宿舍|办公室|活动室|展厅|展室|陈列室|生产线|库房|会议室|接待室|阅览室|图书室|图书角|咨询室|实验室|实训室|教室|调解室|值班室|病房|休息室|车间|厨房|夜校|妈妈小屋|爱心小屋|母婴室|书屋|健身房|训练室|康复室|辅导室|心理室|阅览区|展示区|工作区|服务区域|直播间|荣誉墙|展板|台账|班组|工位|机房|操作间|手工坊|棋牌室|舞蹈室|书画室|谈心室|议事厅|[\u4e00-\u9fff]{2,7}室|门诊|诊室|药房|保安室|录播室|演播室|功能室))$/.test(
      bare,
    ) && bare.length <= 12
  )
}

/** Can it stand for itself: a region in its name, or an ending that rooms do not have? */
export function isPlaceOfItsOwn(name: string): boolean {
  return (
    /[省市县区镇乡村州旗屯寨]|街道|社区|[林农牧]场./.test(name) ||
    /(?:公司|集团|厂|合作社|联合社|学校|小学|中学|大学|学院|幼儿园|医院|卫生院|小院|敬老院|福利院|局|法院|检察院|广场|公园|景区|农场|林场|牧场|基地|产业园|车站|机场|码头|银行|商场|超市|酒店|工地|项目|中心|驿站|工会|红十字会|联合会|协会|仓库|纪念馆|博物馆|图书馆|文化馆|少年宫|文化宫|水库|电站|大桥|之家)$/.test(
      name.replace(/[”"’]+$/, ''),
    )
  )
}

/** Same beginning, same last word, and every character in order: 润兆鲟业公司 for 润兆鲟业有限公司. */
function isAbbreviation(shorter: string, longer: string): boolean {
  if (shorter.length < 4 || shorter.slice(-2) !== longer.slice(-2)) return false
  if (
    shorter.slice(0, 2) !== longer.slice(0, 2) &&
    !(shorter.endsWith('公司') && longer.includes(shorter.slice(0, -2)))
  )
    return false
  let at = 0
  for (const unit of longer) if (unit === shorter[at]) at++
  return at === shorter.length
}
