import { readFileSync } from 'node:fs'
import { getDocumentProxy } from 'unpdf'
import { describe, expect, test } from 'vitest'
import { fontFiles, readCoverage, readFont } from './font-files.ts'
import type { OfficialDocument } from './official-document.ts'
import { writePdf } from './write-pdf.ts'

const notice: OfficialDocument = {
  language: 'zh',
  office: '天全县总工会',
  title: '关于开展冬季走访的通知',
  addressees: ['各乡镇工会'],
  body: [{ kind: 'paragraph', text: '请按时报送。' }],
  date: '2026-11-24',
  draft: false,
}
const han = (count: number) => '建好用好管好服务平台'.repeat(Math.ceil(count / 10)).slice(0, count)
const paragraph = (text: string) => ({ kind: 'paragraph', text }) as const

type Piece = { text: string; x: number; y: number; width: number; size: number }
const millimetres = (points: number) => (points / 72) * 25.4

/** What stands where on each page, in millimetres from the upper left, one entry a line. */
async function pagesOf(pdf: Uint8Array): Promise<Piece[][]> {
  const document = await getDocumentProxy(pdf)
  const pages: Piece[][] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const lines = new Map<number, Piece>()
    for (const item of (await page.getTextContent()).items) {
      if (!('str' in item) || item.str === '' || item.transform[1] !== 0) continue
      const y = 297 - millimetres(item.transform[5])
      const line = lines.get(Math.round(y * 10))
      if (line) line.text += item.str
      if (line) line.width = millimetres(item.transform[4] + item.width) - line.x
      else
        lines.set(Math.round(y * 10), {
          text: item.str,
          x: millimetres(item.transform[4]),
          y,
          width: millimetres(item.width),
          size: item.transform[0],
        })
    }
    pages.push([...lines.values()])
  }
  return pages
}

const textOf = async (document: OfficialDocument) =>
  (await pagesOf(await writePdf(document)))
    .flat()
    .map((line) => line.text)
    .join('\n')
const isPageNumber = (line: Piece) => /^— \d+ —$/.test(line.text)

describe('the page of GB/T 9704-2012', () => {
  test('has 22 lines of 28 characters in 156 by 225 mm, 37 mm from the top and 28 mm from the left', async () => {
    const pages = await pagesOf(await writePdf({ ...notice, body: [paragraph(han(3000))] }))
    const full = (pages[1] ?? []).filter((line) => !isPageNumber(line))
    expect(full).toHaveLength(22)
    for (const line of full) {
      expect(Array.from(line.text)).toHaveLength(28)
      expect(line.size).toBeCloseTo(16, 1)
      expect(line.x).toBeCloseTo(28, 1)
      expect(line.width).toBeGreaterThan(155.5)
      expect(line.width).toBeLessThan(156.5)
    }
    // A glyph of 16 points reaches 0.88 of them above its base line and 0.12 below.
    const above = (full[0]?.y ?? 0) - millimetres(0.88 * 16)
    const below = (full[21]?.y ?? 0) + millimetres(0.12 * 16)
    expect(Math.abs(above - 37)).toBeLessThan(1)
    expect(Math.abs(below - above - 225)).toBeLessThan(1)
    const pitches = full.slice(1).map((line, index) => line.y - (full[index]?.y ?? 0))
    expect(Math.max(...pitches) - Math.min(...pitches)).toBeLessThan(0.02)
  })

  test('puts title, number and headings on the same lines as the text', async () => {
    const body = [{ kind: 'heading', level: 1, text: '总体要求' } as const, paragraph(han(100))]
    const [page] = await pagesOf(await writePdf({ ...notice, number: '天工发〔2026〕8号', body }))
    const lines = (page ?? []).filter((line) => !isPageNumber(line))
    const pitch = (225 - 156 / 28) / 21
    for (const line of lines) {
      const middle = line.y - millimetres(0.38 * line.size) - 37 - 156 / 56
      expect(Math.abs(middle / pitch - Math.round(middle / pitch))).toBeLessThan(0.02)
    }
    expect(lines.find((line) => line.text.startsWith('关于'))?.size).toBeCloseTo(22, 1)
    expect(lines.find((line) => line.text.startsWith('一、'))?.x).toBeCloseTo(28 + (2 * 156) / 28, 1)
  })

  test('numbers odd pages at the right, even pages at the left, one character in', async () => {
    const pages = await pagesOf(await writePdf({ ...notice, body: [paragraph(han(1500))] }))
    expect(pages.length).toBeGreaterThanOrEqual(3)
    pages.forEach((page, index) => {
      const number = page.find(isPageNumber)
      expect(number?.text).toBe(`— ${index + 1} —`)
      expect(number?.size).toBeCloseTo(14, 1)
      if (index % 2 === 1) expect(number?.x).toBeCloseTo(28 + millimetres(14), 0)
      else expect((number?.x ?? 0) + (number?.width ?? 0)).toBeCloseTo(210 - 26 - millimetres(14), 0)
      expect(number?.y).toBeGreaterThan(37 + 225 + 7)
    })
  })

  test('begins no line with a closing mark and ends none with an opening one', async () => {
    const marks = '认真落实、统筹推进，“点单派单”（含抢单）《办法》；'
    const body = Array.from({ length: 28 }, (_, shift) => paragraph(han(shift + 1) + marks.repeat(4)))
    const lines = (await pagesOf(await writePdf({ ...notice, body }))).flat()
    expect(lines.length).toBeGreaterThan(80)
    for (const line of lines) {
      expect(line.text).not.toMatch(/^[，。、；：）》”’！？]/)
      expect(line.text.trimEnd()).not.toMatch(/[（《“‘]$/)
    }
  })

  test.each([
    ['one long paragraph', (lines: number) => [paragraph(han(26 + 28 * (lines - 1)))]],
    [
      'short ones under headings',
      (lines: number) =>
        Array.from({ length: lines }, (_, index) =>
          index % 3 === 0
            ? { kind: 'heading' as const, level: 1 as const, text: '管好' }
            : paragraph(han(20)),
        ),
    ],
    ['many short ones', (lines: number) => Array.from({ length: lines }, () => paragraph(han(20)))],
    [
      'a table',
      (lines: number) => [
        paragraph(han(26 + 28 * 5)),
        {
          kind: 'table' as const,
          columns: [{ header: '平台' }],
          rows: Array.from({ length: lines }, () => [han(10)]),
        },
      ],
    ],
  ])('never leaves the signature on a page without text: %s', async (_kind, bodyOf) => {
    const attachments = ['重点事项督办清单', '服务事项目录']
    const seen = new Set<number>()
    for (let lines = 3; lines <= 24; lines++) {
      const pages = await pagesOf(await writePdf({ ...notice, attachments, body: bodyOf(lines) }))
      seen.add(pages.length)
      const last = (pages.at(-1) ?? []).map((line) => line.text)
      expect(last, `${lines} lines`).toContainEqual(expect.stringContaining('2026'))
      expect(last, `${lines} lines`).toContainEqual(expect.stringMatching(/建好|管好/))
    }
    expect(seen.size).toBeGreaterThan(1)
  })
})

describe('what is printed', () => {
  test('is text, whatever it looks like to the typesetter', async () => {
    const sly =
      '#panic("x") *甲* _乙_ $x^2$ `丙` = 丁 @戊 <己> \\ #read("/etc/passwd") // 庚 ]} ~ -- ... "辛"'
    const column = { header: sly }
    const text = await textOf({
      ...notice,
      title: '#panic()',
      office: sly,
      addressees: [sly],
      attachments: [sly],
      body: [
        paragraph(sly),
        { kind: 'heading', level: 1, text: sly },
        { kind: 'table', columns: [column], rows: [[sly]] },
      ],
    })
    const plain = text.replace(/\s/g, '')
    expect(plain.split(sly.replace(/\s/g, '')).length - 1).toBeGreaterThanOrEqual(6)
    expect(plain).toContain('#panic()')
    expect(plain).not.toContain('root:')
  })

  test('has a glyph for the rare characters of names, in all three faces', () => {
    for (const path of [fontFiles.song, fontFiles.songBold, fontFiles.kai, fontFiles.hei]) {
      const has = readCoverage(readFont(path))
      const missing = Array.from('䶮㛃𬍤堃喆犇淼昇陞珺赟燚頔翀琤').filter(
        (character) => !has(character.codePointAt(0) ?? 0),
      )
      expect(missing, path).toEqual([])
    }
  })

  test('takes from another face what the first has not, and shows as a code what none has', async () => {
    const song = readCoverage(readFont(fontFiles.song))
    expect(song(0x20bb7)).toBe(false)
    const text = await textOf({ ...notice, body: [paragraph('经办人𠮷某，见😀。')] })
    expect(text).toContain('经办人𠮷某，见〔U+1F600〕。')
  })

  test('is marked as a draft on every page, and is not when it is none', async () => {
    const long = { ...notice, body: [paragraph(han(1500))] }
    const draft = await pagesOf(await writePdf({ ...long, draft: true }))
    expect(draft.length).toBeGreaterThan(2)
    for (const page of draft) expect(page.map((line) => line.text)).toContain('草稿，不作为正式公文')
    expect(await textOf(long)).not.toContain('草稿')
  })

  test('stands where GB/T 9704 wants the signature, with a seal and without', async () => {
    const charWidth = 156 / 28
    const find = (lines: Piece[], words: string) => lines.find((line) => line.text.startsWith(words)) as Piece
    const plain = (await pagesOf(await writePdf(notice))).flat()
    const [office, date] = [find(plain, '天全县总工会'), find(plain, '2026')]
    expect(date.x - office.x).toBeCloseTo(2 * charWidth, 1)
    expect(184 - date.x - date.width).toBeCloseTo(2 * charWidth, 0)
    const sealed = (await pagesOf(await writePdf({ ...notice, sealed: true }))).flat()
    const [over, under] = [find(sealed, '天全县总工会'), find(sealed, '2026')]
    expect(over.x + over.width / 2).toBeCloseTo(under.x + under.width / 2, 0)
    expect(184 - under.x - under.width).toBeCloseTo(4 * charWidth, 0)
  })

  test.each([true, false])('keeps a long name in the page (sealed: %s)', async (sealed) => {
    const office = '天全县群团综合服务中心重点事项督办落实工作领导小组办公室暨联席会议办公室'
    const lines = (await pagesOf(await writePdf({ ...notice, office, sealed }))).flat()
    expect(lines.map((line) => line.text).join('')).toContain(office)
    for (const line of lines) {
      expect(line.x).toBeGreaterThan(27.9)
      expect(line.x + line.width).toBeLessThan(184.6)
    }
  })

  test('is whole in English too', async () => {
    const text = await textOf({
      language: 'en',
      office: 'Tianquan County Federation of Trade Unions',
      title: 'Notice on winter home visits',
      addressees: ['Township unions'],
      body: [{ kind: 'heading', level: 1, text: 'Scope' }, paragraph('Visits begin in December.')],
      attachments: ['Schedule'],
      date: '2026-11-24',
      draft: true,
    })
    for (const words of [
      'DRAFT: not an official document',
      '1. Scope',
      'To: Township unions',
      'Attachments: Schedule',
      '24 November 2026',
    ])
      expect(text).toContain(words)
  })
})

describe('the typesetter', () => {
  test('serves many at once and mixes nothing up', async () => {
    const texts = await Promise.all(
      Array.from({ length: 8 }, (_, index) => textOf({ ...notice, body: [paragraph(`第${index}号事项。`)] })),
    )
    texts.forEach((text, index) => expect(text.replace(/ /g, '')).toContain(`第${index}号事项。`))
  })

  test('stops when told to, and goes on with the next', async () => {
    const stop = new AbortController()
    const stopped = writePdf({ ...notice, body: [paragraph(han(60_000))] }, { signal: stop.signal })
    const next = writePdf(notice)
    stop.abort(new Error('enough'))
    await expect(stopped).rejects.toThrow('enough')
    expect((await next).length).toBeGreaterThan(1000)
    await expect(writePdf(notice, { signal: stop.signal })).rejects.toThrow('enough')
  })

  test('is gone after some idle seconds, with its memory', async () => {
    const children = () => readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').trim()
    await writePdf(notice)
    expect(children()).not.toBe('')
    await expect.poll(children, { timeout: 12_000, interval: 250 }).toBe('')
    expect((await writePdf(notice)).length).toBeGreaterThan(1000)
  }, 20_000)
})
