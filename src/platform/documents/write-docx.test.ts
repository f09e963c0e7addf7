import { unzip } from '@cj-tech-master/excelts/archive'
import mammoth from 'mammoth'
import { expect, test } from 'vitest'
import type { OfficialDocument } from './official-document.ts'
import { writeDocx } from './write-docx.ts'

const notice: OfficialDocument = {
  language: 'zh',
  office: '天全县总工会',
  number: '天工发〔2026〕8号',
  title: '关于开展冬季走访的通知',
  addressees: ['各乡镇工会'],
  body: [
    { kind: 'heading', level: 1, text: '总体要求' },
    { kind: 'heading', level: 2, text: '走访范围' },
    {
      kind: 'paragraph',
      text: [{ text: '要' }, { text: '建好平台', quoted: true }, { text: '按时报送', bold: true }],
    },
    { kind: 'list', ordered: true, items: ['困难职工；', '外来务工人员。'] },
    {
      kind: 'table',
      caption: '分工表',
      columns: [{ header: '事项' }, { header: '件数', align: 'right' }],
      rows: [['走访', '12']],
    },
    { kind: 'paragraph', text: '特此通知。' },
  ],
  attachments: ['走访清单', '走访记录表'],
  date: '2026-11-24',
  draft: true,
}

async function partsOf(document: OfficialDocument): Promise<(name: string) => string> {
  const parts = new Map<string, string>()
  for await (const entry of unzip(await writeDocx(document)).entries())
    parts.set(entry.path, await entry.text())
  return (name) => parts.get(name) ?? expect.unreachable(`no ${name} among ${[...parts.keys()].join(' ')}`)
}

const paragraphsOf = (xml: string) => xml.match(/<w:p>.*?<\/w:p>/gs) ?? []
const wordsOf = (xml: string) =>
  Array.from(xml.matchAll(/<w:t[ >][^<]*?>?([^<>]*)<\/w:t>/g), (match) => match[1]).join('')
const paragraphWith = (xml: string, words: string) =>
  paragraphsOf(xml).find((p) => wordsOf(p).includes(words)) ?? ''
const style = (styles: string, id: string) =>
  styles.match(new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 's'))?.[0] ?? ''

test('the page has the margins and the grid of GB/T 9704-2012', async () => {
  const part = await partsOf(notice)
  const section = part('word/document.xml').match(/<w:sectPr>.*<\/w:sectPr>/s)?.[0] ?? ''
  const size = (name: string) => (Number(section.match(new RegExp(`w:${name}="(\\d+)"`))?.[1]) / 1440) * 25.4
  expect(size('w')).toBeCloseTo(210, 0)
  expect(size('h')).toBeCloseTo(297, 0)
  expect(Math.abs(size('top') - 37)).toBeLessThan(0.1)
  expect(Math.abs(size('left') - 28)).toBeLessThan(0.1)
  expect(Math.abs(210 - size('left') - size('right') - 156)).toBeLessThan(0.1)
  expect(Math.abs(297 - size('top') - size('bottom') - 225)).toBeLessThan(0.1)

  const pitch = Number(section.match(/<w:docGrid w:type="lines" w:linePitch="(\d+)"\/>/)?.[1])
  const textHeight =
    16838 - Number(section.match(/w:top="(\d+)"/)?.[1]) - Number(section.match(/w:bottom="(\d+)"/)?.[1])
  expect(Math.floor(textHeight / pitch)).toBe(22)
  const styles = part('word/styles.xml')
  expect(styles).toContain(`w:line="${pitch}" w:lineRule="exact"`)

  const normal = style(styles, 'Normal')
  const advance =
    10 * Number(normal.match(/<w:sz w:val="(\d+)"/)?.[1]) +
    Number(normal.match(/<w:spacing w:val="(-?\d+)"/)?.[1])
  const textWidth =
    11906 - Number(section.match(/w:left="(\d+)"/)?.[1]) - Number(section.match(/w:right="(\d+)"/)?.[1])
  expect(Math.floor(textWidth / advance)).toBe(28)
})

test('each part is in the face that offices use, with a substitute named', async () => {
  const part = await partsOf(notice)
  const styles = part('word/styles.xml')
  expect(styles.match(/<w:docDefaults>.*<\/w:docDefaults>/s)?.[0]).toContain('w:eastAsia="仿宋_GB2312"')
  expect(style(styles, 'Title')).toContain('w:eastAsia="方正小标宋简体"')
  expect(style(styles, 'Title')).toContain('<w:sz w:val="44"/>')
  expect(style(styles, 'Heading1')).toContain('w:eastAsia="黑体"')
  expect(style(styles, 'Heading2')).toContain('w:eastAsia="楷体_GB2312"')
  for (const id of ['Heading3', 'Heading4']) expect(style(styles, id)).toContain('w:eastAsia="仿宋_GB2312"')
  for (const id of ['Heading1', 'Heading2', 'OfficialText'])
    expect(style(styles, id)).toContain('w:firstLineChars="200"')
  const fonts = part('word/fontTable.xml')
  expect(fonts).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>')
  expect(fonts).toContain('<w:font w:name="楷体_GB2312"><w:altName w:val="楷体"/>')
})

test('numbers, marks and quotations are written out', async () => {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await writeDocx(notice)) })
  const lines = value.split('\n').filter((line) => line !== '')
  expect(lines).toEqual([
    '关于开展冬季走访的通知',
    '天工发〔2026〕8号',
    '各乡镇工会：',
    '一、总体要求',
    '（一）走访范围',
    '要“建好平台”按时报送',
    '1.困难职工；',
    '2.外来务工人员。',
    '分工表',
    '事项',
    '件数',
    '走访',
    '12',
    '特此通知。',
    '附件：1.\t走访清单',
    '2.\t走访记录表',
    '天全县总工会',
    '2026年11月24日',
  ])
})

test('odd pages carry their number at the right, even ones at the left, and every page the draft mark', async () => {
  const part = await partsOf(notice)
  expect(part('word/settings.xml')).toContain('<w:evenAndOddHeaders/>')
  const section = part('word/document.xml').match(/<w:sectPr>.*<\/w:sectPr>/s)?.[0] ?? ''
  const relations = part('word/_rels/document.xml.rels')
  const target = (kind: string, type: string) => {
    const id = section.match(new RegExp(`<w:${kind}Reference w:type="${type}" r:id="(\\w+)"/>`))?.[1]
    return `word/${relations.match(new RegExp(`Id="${id}"[^>]*Target="([^"]+)"`))?.[1]}`
  }
  expect(part(target('footer', 'default'))).toContain('<w:jc w:val="right"/>')
  expect(part(target('footer', 'even'))).toContain('<w:jc w:val="left"/>')
  for (const type of ['default', 'even']) {
    expect(part(target('footer', type))).toContain('PAGE')
    expect(wordsOf(part(target('header', type)))).toBe('草稿，不作为正式公文')
  }
  expect((await partsOf({ ...notice, draft: false }))('word/document.xml')).not.toContain('headerReference')
})

test('the signature keeps the last lines of the text with it', async () => {
  const xml = (await partsOf(notice))('word/document.xml')
  const paragraphs = paragraphsOf(xml)
  const last = paragraphs.findIndex((p) => wordsOf(p) === '特此通知。')
  const date = paragraphs.findIndex((p) => wordsOf(p) === '2026年11月24日')
  expect(date).toBeGreaterThan(last)
  for (const paragraph of paragraphs.slice(last, date)) expect(paragraph).toContain('<w:keepNext/>')
  expect(paragraphs[date]).not.toContain('<w:keepNext/>')
})

test('the date begins two characters after the office, or four from the right under a seal', async () => {
  const start = (xml: string, words: string, side: string) =>
    Number(paragraphWith(xml, words).match(new RegExp(`w:${side}="(\\d+)"`))?.[1])
  const character = 8844 / 28
  const plain = (await partsOf(notice))('word/document.xml')
  const shift = start(plain, '2026年11月24日', 'left') - start(plain, notice.office, 'left')
  expect(Math.abs(shift - 2 * character)).toBeLessThan(2)
  const sealed = (await partsOf({ ...notice, sealed: true }))('word/document.xml')
  expect(Math.abs(start(sealed, '2026年11月24日', 'right') - 4 * character)).toBeLessThan(2)
})

test('a letterhead is red when issued and black in a draft', async () => {
  const letterhead = '天全县总工会文件'
  const issued = (await partsOf({ ...notice, letterhead, draft: false }))('word/document.xml')
  expect(paragraphWith(issued, letterhead)).toContain('<w:color w:val="E60012"/>')
  const draft = (await partsOf({ ...notice, letterhead }))('word/document.xml')
  expect(paragraphWith(draft, letterhead)).toContain('<w:color w:val="000000"/>')
  expect(draft).not.toContain('E60012')
})

test('text stays text, whatever it looks like', async () => {
  const sly = '<w:p/> & "甲" \u0000\u000b ]]> {{x}} 𬍤\ud800'
  const document = {
    ...notice,
    title: sly,
    body: [{ kind: 'paragraph', text: sly } as const],
    attachments: [sly],
  }
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await writeDocx(document)) })
  expect(value.split('<w:p/> & "甲"').length - 1).toBe(3)
  expect(value).toContain(']]> {{x}} 𬍤\ufffd')
})
