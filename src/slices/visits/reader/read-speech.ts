import type { Force } from '../reading.ts'

/** 要 that commands; not 重要, 需要, 主要, 要求, 要闻. */
export const YAO =
  /(?<![重主需只首简扼纪概摘必紧提索想摄机])要(?![求闻素点件领害塞道旨务职么是想了过走回]|紧(?![紧盯扣密抓跟])|不(?:是|然|要|得|到)|清醒|持续(?!推|加|抓|深|发|用|巩|优|强|做|开|提|完|擦|营|保)|看到|认识到|承认)/
const HOPE = /希望|勉励|叮嘱|鼓励|嘱咐|嘱托|期望|期许|期待|寄语|号召(?!力)|呼吁|倡议|请/
const ADVISE = /建议/
const ORDERED = /要求|责令|责成/
/** A verb of speech: what follows it, up to the end of the paragraph, is what was said. */
const SAYS =
  /(?:(?<!加)强调|指出|要求|希望|勉励|叮嘱|鼓励|嘱咐|嘱托|期望|期许|期待(?!已久|的|感|着?(?:未来|明天))|寄语|号召(?!力)|呼吁|倡议|(?<![邀申聘提报敬恳宴延])请(?![来教假求示缨柬帖客愿命问进勿战功上下到去回坐])|建议|表示|提出|说|认为|责令|责成|讲话|部署|安排)/g
const ANSWERS = /(?:纷纷|一致|都|均|也)?表示|汇报(?:说|了)?|介绍(?:说|了)?|表态/

/** Who leads, and who else is named: what those say is no instruction. */
export interface Names {
  lead: string | null
  others: readonly string[]
  /** Those of them who came along: what they ask for counts, what they promise does not. */
  companions: readonly string[]
}

export interface Frame {
  /** Where the frame's own verb stands: with 希望 and its kin the instruction begins there. */
  verbAt: number
  verb: string
  bodyAt: number
  force: Force | null
  /** A comma or colon follows: what was said comes as speech, with a marker of its own. */
  quotes: boolean
  answers: boolean
}

/** 她强调，… 李蓉对…表示肯定，并希望… 会议要求，…: the last verb of speech before what was said. */
export function frameOf(text: string, names: Names): Frame | null {
  let frame: Frame | null = null
  const limit = Math.min(text.length, 260)
  for (const match of text.slice(0, limit).matchAll(SAYS)) {
    const verb = match[0]
    const at = match.index
    const before = text.slice(0, at)
    const after = text.slice(at + verb.length)
    if (!isSpeechVerb(verb, before, after, names)) continue
    if (
      YAO.test(frame ? text.slice(frame.bodyAt, at) : before) &&
      (frame || /^(?!得知|听说|当|看到|了解|面对)[^，。]{0,16}(?<![就快想将])要/.test(before))
    )
      break
    const announced = verb === '提出' ? ANNOUNCES.exec(after) : null
    if (announced) {
      const bodyAt = at + verb.length + announced[0].length
      frame = {
        verbAt: at,
        verb,
        bodyAt,
        force: forceOf(announced[1]!),
        quotes: true,
        answers: isAnswer(verb, before, names),
      }
      break
    }
    const answers: boolean = isAnswer(verb, before, names) || stillAnswers(frame, before, names)
    const bodyAt = at + verb.length + (/^(?:了|道|说)?[，：:“]*/.exec(after)?.[0].length ?? 0)
    frame = { verbAt: at, verb, bodyAt, force: forceOf(verb), quotes: bodyAt > at + verb.length, answers }
    if (frame.force && !frame.quotes) break
  }
  return frame
}

function isSpeechVerb(verb: string, before: string, after: string, names: Names): boolean {
  if (/^[，：:]/.test(after) && isSpeaker(before, names)) return true
  if (verb === '要求') {
    if (
      /(?:按照|根据|对照|落实|提出|工作|具体|新|总|的|有关|相关|部署|目标|各项|高|和|与|及|、|精神|标准|[一二三四五六七八九十几\d][点个项条])$/.test(
        before.slice(-6),
      )
    )
      return /^[：:]/.test(after)
    return after !== '' && !/^[，、。](?!要|[一二三四]|各|以|把|全|进|坚|加|切|认|继|不|务|必)/.test(after)
  }
  if (verb === '提出')
    return (
      (/^(?!的)(?:了)?[^，。]{0,14}(?:要求|意见|希望|建议|期望)[^，。]{0,4}[：:，]/.test(after) &&
        !/^(?:了)?(?:更高|新的?|许多|不少|[^，。]{0,6}建设性|[^，。]{0,6}意见建议，|[^，。]{0,4}指导性)/.test(
          after,
        )) ||
      /^(?:[，：:]|要(?!求))/.test(after)
    )
  if (verb === '讲话' || verb === '部署' || verb === '安排')
    return /^[，：:]/.test(after) && /讲话$/.test(verb)
  if (verb === '说') return /^[，：:“]/.test(after) && /[\u4e00-\u9fff]$/.test(before)
  if (verb === '表示' || verb === '认为' || verb === '指出' || verb === '强调')
    return !/^(?:的|过)/.test(after) && !/^(?:肯定|祝贺|感谢|赞赏|敬意|慰问|认可|欢迎|满意|感动)/.test(after)
  if (verb === '请')
    return (
      after.length >= 6 &&
      !/^[^，。]{1,14}?(?:演示|介绍|讲讲|讲述|讲解|谈谈|说说|发言|示范|讲怎么|讲一讲|坐|代为|转达|看看(?!望))/.test(
        after,
      ) &&
      (/(?:^|[，。；：“]|[也并还]|当[场即]|即[场席时])$/.test(before) ||
        names.companions.some((name) => before.endsWith(name)) ||
        isSpeaker(before, names) ||
        (/[她他]$/.test(before) && before.length < 12))
    )
  if (verb === '期待')
    return (
      /(?:^|[，。；：”]|[也并还更]|我们|大家)$/.test(before) &&
      /^(?!着|已久|下次|与|和|的|早日)[\u4e00-\u9fff“”\d]{8}/.test(after)
    )
  if (verb === '倡议' || verb === '呼吁')
    return (
      /^(?!书)[\u4e00-\u9fff]{3}/.test(after) &&
      !/(?:发布|发出|提出|宣读|的|真切|积极|关爱.{0,6})$/.test(before)
    )
  if (verb === '寄语' && /^[^，]{0,12}：/.test(after)) return false
  if (HOPE.test(verb)) {
    if (
      /(?:[的为了给有]|殷殷|牢记|深情|谆谆)$/.test(before) ||
      /(?:就是|正是|带来|充满|新|一份|点燃|提出(?:了)?[^，]{0,6})$/.test(before)
    )
      return /提出/.test(before.slice(-8)) && /^[：:，]/.test(after)
    return (
      (after.length >= 4 &&
        !/^(?:之|的|工程|小学|中学|幼儿园|学校(?=[，、。]|$)|，$)/.test(after) &&
        !/要[^，。]{0,12}$/.test(before) &&
        !/(?:(?<=[\u4e00-\u9fff])(?<![她他])并|积极|大力|不断|支持|引导|激励|和)$/.test(before.slice(-2))) ||
      /[，。]并$/.test(before)
    )
  }
  if (verb === '建议')
    return (
      (!/(?:意见|的|提出|听取|征求|合理化|和|与|、|代表|委员|议案|各类|办理|金点子)$/.test(before) &&
        !/^(?:办理|落实|提案|意见|答复|方案|书|案|被|有)/.test(after) &&
        after.length >= 4 &&
        !/^(?:[，。、]|和|与)/.test(after)) ||
      (/提出$/.test(before) && /^[：:]/.test(after)) ||
      (/^[，：:]/.test(after) && lastNamed(before, names) !== null)
    )
  return true
}

/** 提出三点意见：… with the noun that says how strongly. */
const ANNOUNCES = /^(?!的)(?:了)?[^，。：]{0,18}?(要求|意见|希望|建议|期望)[^，。：]{0,6}(?:[：:，]|$)/

/** 他要求，… 李蓉建议，… 会议强调，…: the clause before the verb is the speaker and nothing else. */
function isSpeaker(before: string, names: Names): boolean {
  const clause = before.slice(before.lastIndexOf('，') + 1)
  if (names.lead && clause.includes(names.lead)) return clause.length - names.lead.length <= 8
  if (
    names.lead &&
    clause.startsWith(names.lead[0]!) &&
    /^.(?:书记|主席|部长|会长|主任|局长|常委|县长|市长|区长|秘书长)/.test(clause)
  )
    return true
  return /^(?:她|他|会议|座谈会|(?:调研|考察|工作|督导|检查|慰问)组)(?:一行)?(?:还|又|并|同时|特别|反复|明确|再次|一再|最后)?$/.test(
    clause,
  )
}

/** 企业负责人表示，要…: an answer, unless the one who speaks leads the visit. */
function isAnswer(verb: string, before: string, names: Names): boolean {
  const clause = before.slice(before.lastIndexOf('，') + 1)
  const speaker = lastNamed(before, names)
  if (
    speaker !== null &&
    speaker !== names.lead &&
    hasOwnVoice(before.slice(before.lastIndexOf(speaker)), names)
  )
    return false
  if (
    speaker !== null &&
    names.companions.includes(speaker) &&
    /要求|希望|建议|提出|叮嘱|强调|指出/.test(verb)
  )
    return false
  if (speaker !== null && speaker !== names.lead && !/(?:她|他|调研组|考察组|工作组)[^，]{0,6}$/.test(before))
    return true
  if (
    verb === '说' &&
    clause !== '' &&
    !hasOwnVoice(before, names) &&
    !/[他她]们?|大家|组|一行|同志|笑着|地/.test(clause)
  )
    return true
  if (verb === '表示' || verb === '说') {
    if (names.lead && before.includes(names.lead)) return false
    if (
      /(?:^|[，。])(?:她|他|调研组|考察组|工作组|督导组|一行)/.test(before) ||
      /^(?:她|他|调研组|并|还)/.test(clause)
    )
      return false
    return clause !== '' && ANSWERS.test(clause + verb)
  }
  return (
    /(?:纷纷|一致|大家|负责人|企业主|群众)[\u4e00-\u9fff]{0,4}$/.test(clause) &&
    !/对[^，]{0,20}$/.test(clause)
  )
}

/** 小雷说，…希望工会能…: still the same speaker's wish, until the lead takes the word. */
function stillAnswers(frame: Frame | null, before: string, names: Names): boolean {
  return frame?.answers === true && !hasOwnVoice(before.slice(frame.bodyAt), names)
}

/** Does the lead, or she, stand at the head of a clause? */
function hasOwnVoice(words: string, names: Names): boolean {
  if (/(?:^|[，。；”])(?:她|他|调研组|考察组|工作组|督导组|慰问组|视察组|检查组)(?!们)/.test(words))
    return true
  return names.lead !== null && opensClause(words, names.lead)
}

function opensClause(words: string, name: string): boolean {
  for (let at = words.indexOf(name); at !== -1; at = words.indexOf(name, at + 1))
    if (at === 0 || '，。；”'.includes(words[at - 1]!)) return true
  return false
}

/** The last person named before the verb, where he stands at the head of a clause. */
function lastNamed(before: string, names: Names): string | null {
  let last: string | null = null
  let at = -1
  for (const name of names.lead ? [names.lead, ...names.others] : names.others) {
    const found = before.lastIndexOf(name)
    const after = before.slice(found + name.length, found + name.length + 1)
    if (
      found > at &&
      !(name !== names.lead && last === names.lead && !before.slice(at, found).includes('，')) &&
      (name === names.lead || !/^[的、等和与及]/.test(after)) &&
      !/(?:对|向|与|和|听取|听取了|看望|慰问)[^，]{0,14}$/.test(before.slice(Math.max(0, found - 16), found))
    ) {
      last = name
      at = found
    }
  }
  return last
}

function forceOf(verb: string): Force | null {
  if (ORDERED.test(verb)) return 'must'
  if (HOPE.test(verb)) return 'hoped'
  if (ADVISE.test(verb)) return 'advised'
  return null
}
