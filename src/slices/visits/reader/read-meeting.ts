import type { Piece } from './sentences.ts'

export interface MeetingDraft {
  name: string
  start: number
  end: number
}

const MEETING_WORD =
  '(?:[^，。；：]{0,24}?(?:座谈会|汇报会|交流会|座谈交流会|推进会|调度会|见面会|反馈会|恳谈会|研讨会|专题会|现场会|碰头会|点评会|分析会|工作会|院坝会|坝坝会|茶话会|议事会|征求意见会|意见交换会|意见反馈会|夜谈会|谈心会|评议会|听证会|调研会|咨询会|推介会|联谊会|点题会|议政会|协商会|双月会|专题研究会|例会|早会|晚会商|意见征求会|对接会|介绍会|协调会|联席会|视频会|动员会|观摩会|务虚会|通气会|沟通会|交心会|报告会|讨论会|圆桌会|会商会|办公会|会议))'
const MEETING_HEAD = new RegExp(
  `^(?:[\\u4e00-\\u9fff]{1,6}，)?(?:在)?(?:[^，。]{0,24}?(?:召开|举行)的)?(?:与[^，。]{2,40}?)?(${MEETING_WORD}|会|座谈交流|座谈|交流|汇报)(?:过程中|期间|环节|现场|上|中|时)(?=[，：]|[\\u4e00-\\u9fff])`,
)
/** 交流中，他对工作人员说: talk, not a meeting. */
const ONLY_TALK = /^(?:在)?(?:亲切|深入|互动|现场)?(?:交流|汇报)(?:中|时|过程中)/
const MEETING_SPEAKS = /^(?:[^，]{4,40}，)?(?:会议|座谈会)(?:指出|强调|要求|认为|提出|希望|听取|还)/
const MEETING_HELD = new RegExp(
  `(?:(?:召开|主持召开|举行|举办|组织召开|召集)(?:了)?|开(?:起了?|了))(?:一[场次个]|个)?(${MEETING_WORD})|^(?:[^，。]{1,10}，)?(${MEETING_WORD})(?:就)?(?:在[^，。]{2,18}?)?(?:召开|举行|开场|开始|开起来|里开|上开)|(?:进行|开展)(?:了)?(?:深入|亲切|热烈)?的?(座谈交流|座谈)`,
)

/** A meeting in this step: at its head (座谈会上，…), or one that is held in it (召开座谈会). */
export function readMeeting(piece: Piece): (MeetingDraft & { tells: 'head' | 'held' }) | null {
  if (!/[会谈流报]/.test(piece.text)) return null
  const head = MEETING_HEAD.exec(piece.text)
  if (
    head &&
    (!/^(?:调研|实地)/.test(head[0]) || /^(?:调研|实地)[^，]{0,4}会/.test(head[0])) &&
    !ONLY_TALK.test(head[0])
  ) {
    const name = head[1]!
    return { ...named(name, piece.start + head.index + head[0].lastIndexOf(name)), tells: 'head' }
  }
  if (MEETING_SPEAKS.test(piece.text)) {
    return { ...named(piece.text.startsWith('会议') ? '会议' : '座谈会', piece.start), tells: 'head' }
  }
  const held = MEETING_HELD.exec(piece.text)
  if (
    !held ||
    /(?:通过|采取|采用|以(?!及)|(?<![重主])要(?!求)|希望|每[年月周季])[^，。]{0,24}$/.test(
      piece.text.slice(0, held.index),
    )
  )
    return null
  const name = held[1] ?? held[2] ?? held[3]!
  return { ...named(name, piece.start + held.index + held[0].lastIndexOf(name)), tells: 'held' }
}

/** 随后召开的座谈会 is the 座谈会. */
function named(words: string, at: number): MeetingDraft {
  const name = words.replace(/^.*(?:召开|举行)的|^[了的]/, '')
  const start = at + (words.length - name.length)
  return { name, start, end: start + name.length }
}
