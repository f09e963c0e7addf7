import type { Edit } from './edited-text.ts'

/**
 * Code that is no HTML or lost its angle brackets: style sheets and scripts that were copied as text, what Word says of
 * itself, Markdown, pictures as data, `/p>`.
 */
export function findLeftovers(text: string): Edit[] {
  const places = [...findStyleRules(text), ...findPatterns(text)]
  places.sort((a, b) => a.start - b.start || b.end - a.end)
  const found: Edit[] = []
  for (const place of places) {
    if (place.start >= (found.at(-1)?.end ?? 0)) found.push(place)
  }
  return found
}

const PICTURE = /!\[[^\]\n]{0,80}\]\([^)\n]{0,300}\)/g
const LINK = /\[([^[\]\n]{1,80})\]\((?:https?:|\/|\.{1,2}\/|#|javascript:|mailto:)[^)\s]{0,600}\)/g
const HEADING = /^[ \t]{0,3}#{1,6}[ \t]+|^[ \t]{0,3}>[ \t]+(?=[\u4e00-\u9fff])/gm
const STRONG = /\*\*(?=\S)([^*\n]{1,200}?)\*\*/g
const RULE = /^[ \t]*(?:[-_=*~][ \t]?){4,}$/gm
const DATA =
  /(?:<image>)?data:(?:image|application)\/[a-z+-]{2,20}[;,/][^\s)"'<>]*(?:[^)"'<>\n]{0,200}<\/image>)?/g
const TORN_TAG = /(?<![<\w/])\/?(?:p|div|span|br|strong|font|td|tr|li|h[1-6])\s?\/?>/gi
const WORD_SETTINGS =
  /(?:Normal\s{1,9}0\s{1,9}[\d.]{1,5}\s?(?:磅|pt)[^\u4e00-\u9fff]{0,200}?(?:X-NONE|ZH-CN)(?:\s{1,9}(?:X-NONE|MicrosoftInternetExplorer\d))*|\/\*[^*\n]{0,80}\*\/)/g
const SCRIPT_LINE =
  /^[ \t]*(?:(?:var|let|const|function)\s\S|document\.|window\.|\$\(|jQuery|\}\s?(?:else|\)|;|$)|if\s?\(|for\s?\(|return\b|\/\/<|<!\[CDATA).*$/gm
const BARE_ADDRESS = /^[ \t]*(?:https?:\/\/|www\.)[!-~]+[ \t]*$/gm

function findPatterns(text: string): Edit[] {
  const found: Edit[] = []
  const remove = (start: number, end: number, after = '') => {
    if (end > start) found.push({ start, end, after, kind: 'markup' })
  }
  const each = (hint: string, pattern: RegExp, then: (match: RegExpExecArray) => void) => {
    if (text.includes(hint)) for (const match of text.matchAll(pattern)) then(match)
  }
  const whole = (match: RegExpExecArray) => remove(match.index, match.index + match[0].length)
  each('](', PICTURE, whole)
  each('](', LINK, (match) => {
    if (text[match.index - 1] === '!') return
    remove(match.index, match.index + 1)
    remove(match.index + 1 + match[1]!.length, match.index + match[0].length)
  })
  each('**', STRONG, (match) => {
    remove(match.index, match.index + 2)
    remove(match.index + match[0].length - 2, match.index + match[0].length)
  })
  each('data:', DATA, whole)
  each('>', TORN_TAG, (match) => remove(match.index, match.index + match[0].length, '\n'))
  if (/[#>]/.test(text)) for (const match of text.matchAll(HEADING)) whole(match)
  if (/[-_=*~]{3}|(?:[-_=*~] ){3}/.test(text)) for (const match of text.matchAll(RULE)) whole(match)
  if (/Normal|\/\*/.test(text)) for (const match of text.matchAll(WORD_SETTINGS)) whole(match)
  if (/[;{}(]/.test(text))
    for (const match of text.matchAll(SCRIPT_LINE)) if (isScript(match[0])) whole(match)
  if (/https?:|www\./.test(text)) for (const match of text.matchAll(BARE_ADDRESS)) whole(match)
  return found
}

function isScript(line: string): boolean {
  return /[;{})]\s*$/.test(line.slice(-200)) && !/[。，]/.test(line.slice(0, 2000))
}

const LONGEST_SELECTOR = 120
const LONGEST_RULE = 1500

/** `.TRS_Editor P{line-height:2;}`, wherever it stands: looked for from each brace, a bounded way back and on. */
function findStyleRules(text: string): Edit[] {
  const found: Edit[] = []
  let read = 0
  for (let open = text.indexOf('{'); open !== -1; open = text.indexOf('{', open + 1)) {
    if (open < read) continue
    const body = text.slice(open + 1, open + LONGEST_RULE)
    const close = body.indexOf('}')
    if (close === -1 || !/^\s*(?:\*?[a-z-]{3,40}\s*:|$)/i.test(body.slice(0, close))) continue
    const before = text.slice(Math.max(read, open - LONGEST_SELECTOR), open)
    const selector = /[.#@*A-Za-z][\w.#:,\-*>@()"'= \t\r\n]*$/.exec(before)?.[0] ?? ''
    if (selector === '') continue
    read = open + 1 + close + 1
    found.push({ start: open - selector.length, end: read, after: '', kind: 'markup' })
  }
  return found
}
