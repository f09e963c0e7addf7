import type { Edit } from './edited-text.ts'
import { isHan } from './han.ts'

const LOOKS_LIKE_HTML =
  /<(?:!doctype|html|head|body|div|p|br|span|font|table|tbody|tr|td|strong|b|em|a|img|meta|section|article|o:p|h[1-6]|ul|li|center|script|style|\/[a-z]+)(?=[\s/>:])/i
const BLOCK =
  /^(?:p|div|br|li|ul|ol|tr|table|tbody|h[1-6]|section|article|header|main|blockquote|pre|hr|dl|dt|dd|title|center|form|figure|figcaption|option|body|html)$/
const UNSEEN = /^(?:script|style|head|select|textarea|noscript|iframe|svg|nav|footer|button|object)$/
const NAME = /[a-z][a-z0-9:-]{0,30}/iy

interface Tag {
  end: number
  name: string
  closing: boolean
}

/**
 * Takes tags out: blocks become line breaks, what no reader sees (scripts, menus) goes whole.
 * One pass without a tree, so that nesting never costs more than length.
 */
export function findMarkup(text: string): Edit[] {
  if (!text.includes('<') || !LOOKS_LIKE_HTML.test(text)) return []
  const found: Edit[] = []
  const remove = (start: number, end: number, after = '') => {
    if (end > start) found.push({ start, end, after, kind: 'markup' })
  }
  const unseen = new Map<string, number>()
  let read = 0
  while (read < text.length) {
    const open = text.indexOf('<', read)
    const stop = open === -1 ? text.length : open
    foldWhitespace(text, read, stop, remove)
    if (open === -1) break
    const tag = readTag(text, open)
    if (!tag) {
      read = open + 1
      continue
    }
    let end = tag.end
    if (!tag.closing && UNSEEN.test(tag.name)) end = closingOf(text, tag, unseen)
    remove(open, end, BLOCK.test(tag.name) ? '\n' : tag.name === 'td' || tag.name === 'th' ? ' ' : '')
    read = end
  }
  return found
}

function readTag(text: string, open: number): Tag | null {
  if (text.startsWith('<!--', open)) return upTo(text, '-->', open, 3)
  if (text.startsWith('<!', open) || text.startsWith('<?', open)) return upTo(text, '>', open, 1)
  const closing = text[open + 1] === '/'
  NAME.lastIndex = open + (closing ? 2 : 1)
  const name = NAME.exec(text)?.[0]?.toLowerCase()
  if (!name) return null
  const LONGEST = 4000
  for (let at = NAME.lastIndex, quote = ''; at < text.length && at - open < LONGEST; at++) {
    const unit = text[at]!
    if (quote) {
      if (unit === quote) quote = ''
    } else if ((unit === '"' || unit === "'") && text[at - 1] === '=') quote = unit
    else if (unit === '>') return { end: at + 1, name, closing }
    else if (unit === '<') return null
  }
  return null
}

function upTo(text: string, mark: string, open: number, length: number): Tag | null {
  const at = text.indexOf(mark, open)
  return at === -1
    ? { end: text.length, name: '!', closing: true }
    : { end: at + length, name: '!', closing: true }
}

/** Each kind of unseen element is looked for once past its last closing tag, so the search stays linear. */
function closingOf(text: string, tag: Tag, unseen: Map<string, number>): number {
  const known = unseen.get(tag.name)
  if (known === -1) return tag.end
  const pattern = new RegExp(`</${tag.name}\\s*>`, 'gi')
  pattern.lastIndex = tag.end
  const match = pattern.exec(text)
  unseen.set(tag.name, match ? match.index : -1)
  return match ? match.index + match[0].length : tag.end
}

/** In HTML a line break inside a sentence is only a space; between Han it is nothing. */
function foldWhitespace(
  text: string,
  start: number,
  end: number,
  remove: (start: number, end: number, after?: string) => void,
) {
  const BREAK = /[ \t]*[\r\n][ \t\r\n]*/g
  const piece = text.slice(start, end)
  for (const match of piece.matchAll(BREAK)) {
    const before = piece[match.index - 1]
    const after = piece[match.index + match[0].length]
    if (before === undefined || after === undefined) continue
    remove(
      start + match.index,
      start + match.index + match[0].length,
      isHan(before) || isHan(after) || before > '\u2000' ? '' : ' ',
    )
  }
}
