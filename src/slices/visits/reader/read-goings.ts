/** 来到 always names a site; 参观 only where no site is being told of, since inside one it names a part. */
const STRONG =
  '来到|来至|行至|转往|转至|移步|奔赴|直奔|莅临|走进|深入到|深入|前往|走访了|走访|抵达|步入|赶赴|赶到|到访|探访|走入|一行到|一行赴|一行来(?!到)|先后来(?!到)|分别到|先后到|又到|还到|先到|再到|路过|拐进|步行至|步行到|驱车到|驱车赶到|赶往|停在|转到|走到(?=[^，。]{0,12}(?:村|社区|路|街|店|站|馆|园|厂|“))'
const WEAK =
  '(?<![送找用受得做看听感达遇收提谈想学伸盖实递带搬等接见拿办说走回直从轮碰意周报沉放融落])到|赴|参观并指导了|参观了|参观|考察了|考察(?!组|团|队|期)|游览了|察看了|察看|查看了|查看|视察了|视察(?!组|团|员|期)|调研了|调研(?!组|座谈|员|报告|活动|中|期间|时)|看望慰问了|看望了|看望|慰问了|慰问(?!组|团|队|品|金|信|活动)|检查了|检查(?!组|站|员)|观摩了|观摩(?!组|团|资料)|督导(?!组|员)'
const GOING = new RegExp(`(?:(${STRONG})|(${WEAK}))(?:了)?`, 'g')
const HOW = /(?:首站|先后|依次|分别|首先|随后|还|又|实地|亲自|一同|专程|集中|共同)+$/
const LONGEST_HOW = 16

/** A verb of going, as it stands in a step. */
export interface Going {
  /** With the adverbs before it: 随后又来到. */
  words: string
  index: number
  weak: string | undefined
}

/** The verbs of going in a text. The adverbs are looked for only where there is a verb: most of a text has none. */
export function* goingsIn(text: string): Generator<Going> {
  for (const match of text.matchAll(GOING)) {
    const how = HOW.exec(text.slice(Math.max(0, match.index - LONGEST_HOW), match.index))?.[0] ?? ''
    yield { words: how + match[0], index: match.index - how.length, weak: match[2] }
  }
}

/** 要多到车间去: somebody is told to go. */
export const DEMANDED =
  /将(?!军|乐|台)(?=[^，]{0,6}(?:深入|走访|前往|赴|到))|接下来|下一步|(?<![重主需必])要(?![求领负素点闻])|(?<![相对反])应(?!邀)|须|希望|强调|指出|要求/
/** 来到: what follows is a place. */
export const SURELY_GOES = /(?:来到|来至|移步|莅临|抵达|赶到|一行到|又到|还到|先到)了?$/
/** 调研某某项目: it may be the subject of the visit rather than where it went. */
export const LOOKED_INTO = /(?:调研|考察|检查|督导|视察|观摩)了?$/
/** Verbs of going that are looked at in one sentence. */
export const MOST_GOINGS = 40
