import { CLOSERS, STOPS } from './han.ts'
import type { Document } from './sentences.ts'

/** True where the last prose stops inside a sentence, or 一是 is never followed by 二是. */
export function isCutOff(document: Document): boolean {
  const last = document.paragraphs.findLast((paragraph, at) => isProse(paragraph.text, document, at))
  if (!last) return false
  const end = last.text.replace(/[\s|｜>＞*#□■◆◇●○▲△★☆]+$/, '').at(-1) ?? ''
  if (end !== '' && !STOPS.includes(end) && !CLOSERS.includes(end)) return true
  const tail = document.text.slice(-4000)
  return /[：，；]一是/.test(tail) && !/二是|二要/.test(tail)
}

/** What a page shows under a report: 点个“在看”, ，选择留言身份, ● 招募！8月…. */
const FURNITURE =
  /^[^\u4e00-\u9fff\d“《（(【[]|点个.?在看|选择留言|扫码|二维码|长按|^(?:关注|来源|编辑|审核|供稿|责编|责任编辑|作者|记者|通讯员|点赞|转发)/

/** The buttons of a phone's page, whose copied text may hold a stop. */
const PHONE = /轻点两下|视频小程序|使用完整服务|点个.?在看|选择留言|预览时标签|微信扫一扫|长按.{0,6}二维码/

/** A short line counts where it goes on from the prose, and holds a comma as a sentence does. */
function isProse(text: string, document: Document, at: number): boolean {
  if (text.length < 80 && PHONE.test(text)) return false
  if (/。/.test(text)) return true
  if (FURNITURE.test(text)) return false
  if (text.length >= 30) return true
  const before = document.paragraphs[at - 1]?.text ?? ''
  return /，/.test(text) && (before.length >= 30 || /。/.test(before))
}
