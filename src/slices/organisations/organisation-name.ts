/**
 * How a county writes the names of its organisations: the same body is 天全县人力资源和社会保障局 on its seal, 县人社局 in a
 * report and 人社局 on a door. These rules know what every county does; what only one county does (农发园 for its park) is
 * kept as another name of the organisation. Pure, no I/O.
 */

/** Endings that say the same, the full one first. They are those of the State's and the Party's own bodies. */
const sameEndings: readonly (readonly string[])[] = [
  // mass organisations
  ['妇女联合会', '妇联'],
  ['工商业联合会', '工商联'],
  ['残疾人联合会', '残联'],
  ['科学技术协会', '科协'],
  ['文学艺术界联合会', '文联'],
  ['归国华侨联合会', '侨联'],
  ['社会科学界联合会', '社科联'],
  ['计划生育协会', '计生协'],
  ['关心下一代工作委员会', '关工委'],
  ['供销合作社联合社', '供销合作社', '供销社'],
  ['工会委员会', '工会'],
  ['群团综合服务中心', '群团服务中心', '群团中心'],
  // departments
  ['人力资源和社会保障局', '人力资源社会保障局', '人社局'],
  ['发展和改革局', '发展改革局', '发改局'],
  ['教育和体育局', '教育体育局', '教体局'],
  ['卫生健康局', '卫健局'],
  ['住房和城乡建设局', '住建局'],
  ['自然资源和规划局', '自然资源规划局', '自规局'],
  ['交通运输局', '交通局', '交运局'],
  ['市场监督管理局', '市场监管局', '市监局'],
  ['退役军人事务局', '退役军人局'],
  ['应急管理局', '应急局'],
  ['医疗保障局', '医保局'],
  ['文化体育和旅游局', '文化体育旅游局', '文体旅游局', '文体旅局'],
  ['文化和旅游局', '文化旅游局', '文旅局'],
  ['经济和信息化局', '经济信息化局', '经信局'],
  ['综合行政执法局', '综合执法局'],
  ['投资促进局', '投促局'],
  ['机关事务管理局', '机关事务局'],
  ['人民法院', '法院'],
  ['人民检察院', '检察院'],
  ['人民武装部', '人武部'],
  // offices of the Party, the government, the congress, the consultative conference
  ['委办公室', '委办'],
  ['委组织部', '组织部'],
  ['委宣传部', '宣传部'],
  ['委社会工作部', '委社工部', '社会工作部', '社工部'],
  ['委政法委员会', '委政法委', '政法委'],
  ['直属机关工作委员会', '直属机关工委', '机关工委'],
  ['人民政府办公室', '政府办公室', '政府办'],
  ['人大常委会办公室', '人大办公室', '人大办'],
  ['政协办公室', '政协办'],
  // institutions, towns, villages
  ['中医医院', '中医院'],
  ['管理委员会', '管委会'],
  ['镇人民政府', '镇政府', '镇'],
  ['乡人民政府', '乡政府', '乡'],
  ['街道办事处', '街道办', '街道'],
  ['社区居民委员会', '社区居委会', '社区'],
  ['村村民委员会', '村民委员会', '村委会', '村'],
]

const endings = sameEndings
  .flatMap((same) => same.map((ending) => ({ ending, same })))
  .sort((a, b) => b.ending.length - a.ending.length)

/** The same name with every ending that says the same; the name itself first. */
function withSameEndings(name: string): string[] {
  const found = endings.find(({ ending }) => name.endsWith(ending))
  if (!found) return [name]
  const stem = name.slice(0, name.length - found.ending.length)
  return [name, ...found.same.map((ending) => stem + ending)]
}

/**
 * What stands before an organisation's name for its county: 天全县, 天全, 县. A county-level city is called 市 as the city
 * above it is: there the bare word says nothing and is left out.
 */
function countyPrefixes(county: string): string[] {
  const kind = /自治县$/.test(county) ? '县' : /自治旗$/.test(county) ? '旗' : county.slice(-1)
  const stem = county.replace(/(?:自治)?[县区市旗]$/, '')
  return [
    county,
    ...(kind !== '市' && '县区旗'.includes(kind) ? [kind] : []),
    ...(stem.length >= 2 ? [stem] : []),
  ]
}

/** 共青团天全县委员会, 团县委, 县团委; 共青团…局支部, …局团支部: whose league body it is, and which. */
const leagueForms: readonly { form: RegExp; write: readonly ((of: string) => string)[] }[] = [
  {
    form: /^(?:共青团|(?:中国)?共产主义青年团|团)(.+?)委(?:员会)?$|^(.+?)团委$/,
    write: [(of) => `共青团${of}委员会`, (of) => `共青团${of}委`, (of) => `团${of}委`, (of) => `${of}团委`],
  },
  {
    form: /^共青团(.+?)支部(?:委员会)?$|^(.+?)团支部$/,
    write: [(of) => `共青团${of}支部`, (of) => `共青团${of}支部委员会`, (of) => `${of}团支部`],
  },
]

/**
 * Every way in which the county may write an organisation's name, the given one first; all of them mean the same body.
 * `county` is the county's full name (天全县). Names of another level (市总工会) never become the county's own.
 */
export function spellingsOf(name: string, county: string): string[] {
  const given = name.replace(/\s+/g, '').replaceAll('(', '（').replaceAll(')', '）')
  for (const { form, write } of leagueForms) {
    const [, inside, before] = form.exec(given) ?? []
    const of = inside ?? before
    if (of === undefined) continue
    const owners = countyPrefixes(county).includes(of) ? countyPrefixes(county) : ownSpellings(of, county)
    return [...new Set([given, ...write.flatMap((as) => owners.map(as))])]
  }
  return ownSpellings(given, county)
}

/** Bodies of the levels above a county: 市总工会, 省妇联; but 市场监管局 is the county's own. */
const ofAnotherLevel = /^(?:省|市(?!场)|州|国家|全[国省市])/

function ownSpellings(given: string, county: string): string[] {
  const prefixes = countyPrefixes(county)
  const bare = given.replace(/^中共(?=.+委)/, '')
  const prefix = prefixes.find((one) => bare.startsWith(one) && bare.length > one.length + 1)
  const tails = withSameEndings(prefix ? bare.slice(prefix.length) : bare)
  if (!prefix && ofAnotherLevel.test(bare)) return tails
  const found = tails.flatMap((tail) => [
    ...(tail.length > 1 && !tail.startsWith('委') ? [tail] : []),
    ...prefixes.flatMap((one) => (tail.startsWith('委') ? [one + tail, `中共${one}${tail}`] : [one + tail])),
  ])
  return [...new Set([given, ...found])]
}

const bodies =
  /(?:[局办委部会院站所校厂社联团]|中心|公司|法院|支队|大队|学校|医院|机构|支部|[镇乡村]|街道|社区|合作社|联社|基地)$/
/** Everybody of a kind is nobody in particular: 各级工会, 有关部门, 群团组织. */
const manyBodies =
  /^(?:各|有关|相关|全[县市区]各|所有|广大)|(?:部门|单位|组织|各级.*|干部|群众|等)$|[、，和及]/

/** Whether words name one body, as 县人社局 does and 各级工会组织, 党员干部 or 大家 do not. */
export function namesOneBody(words: string): boolean {
  const name = words.trim()
  return name.length >= 3 && name.length <= 30 && bodies.test(name) && !manyBodies.test(name)
}
