import type { Edit } from './edited-text.ts'

const NAMED: Record<string, string> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: '　',
  thinsp: '',
  zwnj: '',
  zwj: '',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‘',
  bdquo: '“',
  laquo: '《',
  raquo: '》',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  middot: '·',
  bull: '·',
  times: '×',
  deg: '°',
  permil: '‰',
  copy: '©',
  reg: '®',
  yen: '¥',
  hyphen: '-',
  shy: '',
  lrm: '',
  rlm: '',
  tilde: '~',
  uml: '',
  minus: '−',
  divide: '÷',
}
const ENTITY = /&(?:amp;){0,4}(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/g
const ESCAPE =
  /\\(?:r\\n|u([0-9a-fA-F]{4})|[rnt](?![A-Za-z])|["'/\\“”‘’]|(?=[\u4e00-\u9fff，。、：；（）“”]))/g

/** Entities (also escaped twice: &amp;nbsp;) and escapes that were never decoded (\r\n, \u5929, \"). */
export function findEntities(text: string): Edit[] {
  const found: Edit[] = []
  if (text.includes('&')) {
    for (const match of text.matchAll(ENTITY)) {
      const after = decoded(match[1], match[2], match[3])
      if (after !== null) found.push(at(match, after))
    }
  }
  if (text.includes('\\')) {
    for (const match of text.matchAll(ESCAPE)) found.push(at(match, unescaped(match[0], match[1])))
    found.sort((a, b) => a.start - b.start)
  }
  return found
}

function at(match: RegExpExecArray, after: string): Edit {
  return { start: match.index, end: match.index + match[0].length, after, kind: 'entity' }
}

function decoded(decimal?: string, hex?: string, name?: string): string | null {
  if (name) return NAMED[name.toLowerCase()] ?? null
  const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex!, 16)
  if (code === 0xa0) return ' '
  if (code < 0x20 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
    return code === 10 || code === 13 ? '\n' : ''
  return String.fromCodePoint(code)
}

function unescaped(escape: string, hex?: string): string {
  if (hex) {
    const code = Number.parseInt(hex, 16)
    return code >= 0xd800 && code <= 0xdfff ? escape : String.fromCharCode(code)
  }
  const letter = escape[1]!
  if (letter === 't') return ' '
  return letter === 'r' || letter === 'n' ? '\n' : letter
}
