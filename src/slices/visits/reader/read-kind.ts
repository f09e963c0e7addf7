import type { Reading } from '../reading.ts'
import type { Document } from './sentences.ts'

export type KindReason =
  | 'lead-goes-to-places'
  | 'party-goes-to-places'
  | 'visit-words-only'
  | 'addressed-and-asks'
  | 'convened-without-visit'
  | 'news-without-visit'
  | 'rows-and-numbers'
  | 'nothing-in-it'
  | 'no-chinese-text'
  | 'broken-characters'
  | 'unlike-anything-known'

interface Signs {
  hasLead: boolean
  sites: number
}

const VISIT_WORD = /调研|考察|视察|走访|督导|检查指导|看望慰问|慰问|参观|一行|莅临/
const NOTICE = /通知|公告|公示|通报|函|意见|办法|方案|细则|规定|决定|简报/
const NOTICE_BODY =
  /现将.{0,40}(?:通知|公告|公布|印发)|请(?:各|你).{0,20}(?:认真|遵照|贯彻|抓好|于)|特此(?:通知|公告|函告|公示)|附件[：:1一]|各[^，。]{2,40}[：:]\s*$/m
const MEETING = /召开|举行|会议/
/** Words of going in an opening that has both a lead and a place. */
const GOES = /赴|来到|前往|深入|走进|莅|检查|督查|巡[查河林山湖]|暗访|探访|探望|察看|查看|到[^，。]{2,}/
/** 市总工会召开调研成果交流会: about visits, yet nobody went. */
const HELD =
  /(?:召开|举行|举办)[^，。]{0,30}(?:会|会议|仪式)(?:$|[，。\s])|(?:会|会议|仪式)(?:在[^，。]{2,24})?(?:召开|举行)(?!地)/
const CAME = /(?:调研|考察|工作|督导|检查|慰问)[组团]|一行|莅|赴|来[我到]|到我/

/** What the text looks like, and by which sign. */
export function readKind(
  document: Document,
  signs: Signs,
): { kind: Reading['kind']; kindReason: KindReason } {
  const text = document.text.slice(0, 20_000)
  if (text.trim() === '') return { kind: 'empty', kindReason: 'nothing-in-it' }
  const han = (text.match(/[\u3400-\u9fff]/g) ?? []).length
  const broken = (text.match(/[\ufffd\ue000-\uf8ff]|锟斤拷/g) ?? []).length
  if (broken > 8 && broken * 3 > han) return { kind: 'unreadable', kindReason: 'broken-characters' }
  if (han < 10)
    return {
      kind: isTable(document) ? 'table' : 'unreadable',
      kindReason: isTable(document) ? 'rows-and-numbers' : 'no-chinese-text',
    }
  if (isTable(document)) return { kind: 'table', kindReason: 'rows-and-numbers' }
  const opening = `${document.title?.text ?? ''}\n${document.sentences
    .slice(0, 4)
    .map((s) => s.text)
    .join('\n')}`
  const title = document.title?.text ?? ''
  const isNotice =
    (NOTICE.test(title.slice(-8)) && !/调研|考察|走访/.test(title.slice(0, -4))) ||
    (NOTICE_BODY.test(text) && !(signs.hasLead && signs.sites > 0))
  if (isNotice) return { kind: 'notice', kindReason: 'addressed-and-asks' }
  const first = `${title}\n${document.sentences[0]?.text ?? ''}`
  if (!signs.hasLead && signs.sites === 0 && HELD.test(first) && !CAME.test(first))
    return { kind: 'meeting', kindReason: 'convened-without-visit' }
  if (
    isConvened(
      title,
      document.sentences.slice(0, 3).map((one) => one.text),
    )
  )
    return { kind: 'meeting', kindReason: 'convened-without-visit' }
  if (signs.hasLead && signs.sites > 0 && GOES.test(opening))
    return { kind: 'visit', kindReason: 'lead-goes-to-places' }
  if (VISIT_WORD.test(opening)) {
    if (signs.hasLead && (signs.sites > 0 || /调研|考察|视察|走访|督导|慰问/.test(opening)))
      return { kind: 'visit', kindReason: 'lead-goes-to-places' }
    if (signs.sites > 0) return { kind: 'visit', kindReason: 'party-goes-to-places' }
    if (/(?:调研组|考察组|工作组|督导组|慰问组)|调研/.test(opening))
      return { kind: 'visit', kindReason: 'visit-words-only' }
  }
  if (MEETING.test(opening)) return { kind: 'meeting', kindReason: 'convened-without-visit' }
  if (/月\d{1,2}日|近日|日前|讯|记者/.test(opening)) return { kind: 'news', kindReason: 'news-without-visit' }
  return { kind: 'other', kindReason: 'unlike-anything-known' }
}

/** 推进会在某馆召开。某某出席会议并讲话: whoever is named there, nobody went anywhere. */
function isConvened(title: string, opening: readonly string[]): boolean {
  const [first = ''] = opening
  return (
    (HELD.test(title) || HELD.test(first)) &&
    /(?:出席|主持|参加)(?:了)?(?:此次|本次)?(?:会议|大会|[^，。]{0,8}会)|并讲话|作(?:了)?(?:重要)?讲话/.test(
      opening.join(''),
    ) &&
    !/赴|来到|前往|深入|莅|一行|走访|到[^，。会]{2,12}(?:调研|检查|督导|慰问|视察)/.test(first) &&
    !/调研|走访|慰问|视察|督导|检查/.test(
      title.replace(/[“《][^”》]*[”》]/g, '').replace(/(?:调研|走访|慰问|视察|督导|检查)(?:工作|成果)/g, ''),
    )
  )
}

function isTable(document: Document): boolean {
  const lines = document.paragraphs.slice(0, 200)
  if (lines.length < 4) return false
  const cells = lines.filter(
    (line) => /\t|\s{2,}\S+\s{2,}|[|｜].*[|｜]|^[^，。]*,[^，。]*,/.test(line.text) && !/。/.test(line.text),
  ).length
  return cells / lines.length > 0.6
}
