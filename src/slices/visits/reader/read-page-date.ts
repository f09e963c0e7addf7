import type { Document } from './sentences.ts'

/** The day on which the page appeared; a file number gives only the year. */
export interface PageDate {
  year: number | null
  month: number
  day: number | null
}

const YEAR_FIRST = /(?<!\d)((?:19|20)\d{2})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})(?!\d)/
/** 07.12.2015 14:06, as some page makers write it: the day before the month. */
const YEAR_LAST = /(?<!\d)(\d{1,2})([-./])(\d{1,2})\2((?:19|20)\d{2})(?!\d)/
const FILE_NUMBER = /[〔［[【（(]((?:19|20)\d{2})[〕］\]】）)]\s*第?\d+\s*[号期]/

/** The line that dates the page: 发布时间：2024-05-12, or the year of a file number 〔2024〕3号. */
export function readPageDate(around: readonly string[], document: Document): PageDate | null {
  const lines = [...around, ...shortLines(document), ...labelled(document.text)]
    .filter((line) => !isOtherStory(line, document))
    .sort((a, b) => dated(b) - dated(a))
  for (const line of lines) {
    const found = dateIn(line.slice(0, 400))
    if (found) return found
  }
  for (const line of lines) {
    const match = FILE_NUMBER.exec(line.slice(0, 400))
    if (match) return { year: Number(match[1]), month: 12, day: null }
  }
  return null
}

function dateIn(line: string): PageDate | null {
  const match = YEAR_FIRST.exec(line)
  if (match && Number(match[2]) <= 12)
    return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
  const last = YEAR_LAST.exec(line)
  if (!last) return null
  const [first, second] = [Number(last[1]), Number(last[3])]
  const [day, month] = second > 12 ? [second, first] : [first, second]
  return month <= 12 && day <= 31 ? { year: Number(last[4]), month, day } : null
}

/** True for a line that says when and by whom the page was put up, and nothing of a visit. */
export function datesThePage(line: string): boolean {
  if (line.length > 80 || /[。；]/.test(line)) return false
  const match = YEAR_FIRST.exec(line) ?? YEAR_LAST.exec(line)
  if (!match) return false
  if (/\d\s*月\s*\d{1,2}\s*[日号]/.test(line.slice(match.index + match[0].length))) return false
  const rest = line.slice(0, match.index) + line.slice(match.index + match[0].length)
  return (
    /发布|发稿|时间|日期|来源|浏览|点击|阅读|字号|字体|作者|编辑|\d{1,2}:\d{2}|\d{1,2}时\d{1,2}分/.test(
      line,
    ) ||
    !/[一-鿿]/.test(rest.replace(/[日号星期周一二三四五六天上下午]/g, '')) ||
    /^[一-鿿]{2,20}(?:部|局|会|办|办公室|联|委|网|社|报|台|科|室|站|处|院|校|中心|集团|公司|工会|政府)\s*$/.test(
      line.slice(0, match.index),
    )
  )
}

/** 2017-08-15 and a headline behind it: the date of some other story. */
const OTHER_STORY =
  /^[\s·•*-]*(?:19|20)\d{2}[-./年]\d{1,2}[-./月]\d{1,2}日?\s*(?!来源|星期|作者|\d|【|字|浏览|点击|发布|编辑|阅读)[\u4e00-\u9fff“《]{6,}|^[\s·•*-]*(?!发|更新|时间|日期|来源|信息|作者|浏览)[\u4e00-\u9fff“”《》]{8,}[\s（([]*(?:19|20)\d{2}[-./年]\d{1,2}[-./月]\d{1,2}日?[）)\]]?\s*$/

function isOtherStory(line: string, document: Document): boolean {
  return OTHER_STORY.test(line) && line !== document.title?.text && !datesThePage(line)
}

/** A line that says what its date is goes before one that only holds a date. */
function dated(line: string): number {
  return /发布|发稿|时间|日期|来源|讯/.test(line) ? 2 : /^[\s　]*(?:19|20)\d{2}/.test(line) ? 1 : 0
}

function shortLines(document: Document): string[] {
  const above = document.text
    .slice(0, document.sentences[0]?.start ?? 0)
    .split('\n')
    .slice(-30)
  const within = document.paragraphs
    .filter((paragraph) => paragraph.text.length < 60 && !/[。；]/.test(paragraph.text))
    .map((p) => p.text)
  return [...above, ...within]
}

const LABELLED =
  /(?:发布|发稿|发表|更新)?(?:时间|日期)[：:\s]{0,3}(?:19|20)\d{2}[-./年]\d{1,2}[-./月]\d{1,2}/g

/** 固北县政府网 2012-04-28 4月26日，…: the page's date right before the report's. */
const BEFORE_DAY =
  /(?:19|20)\d{2}[-./]\d{1,2}[-./]\d{1,2}(?=\s*(?:\d{1,2}:\d{2}(?::\d{2})?\s*)?(?:[\u4e00-\u9fff（(][^。\n]{0,30}?)?\d{1,2}月\d{1,2}[日至])/g

/** On a page whose lines have run together the label still tells what the date is. */
function labelled(text: string): string[] {
  const head = [
    ...(text.slice(0, 3000).match(LABELLED) ?? []),
    ...(text.slice(0, 400).match(BEFORE_DAY) ?? []),
  ]
  const tail = text.length > 3000 ? (text.slice(-1500).match(LABELLED) ?? []) : []
  return [...head, ...tail].slice(0, 6)
}
