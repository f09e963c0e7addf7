import { expect, test } from 'vitest'
import { composeDocument, writtenDate } from './compose-document.ts'
import type { OfficialDocument } from './official-document.ts'

const notice: OfficialDocument = {
  language: 'zh',
  office: '天全县总工会',
  title: '关于开展冬季走访的通知',
  body: [],
  draft: true,
}

test('the date is written in figures without leading zeros', () => {
  expect(writtenDate('2026-01-05', 'zh')).toBe('2026年1月5日')
  expect(writtenDate('2026-01-05', 'en')).toBe('5 January 2026')
})

test.each(['2026-02-30', '2026-2-3', 'tomorrow', ''])('%j is not a date', (date) =>
  expect(() => composeDocument({ ...notice, date })).toThrow(RangeError),
)

test('room is left for a date that is not known yet', () => {
  expect(composeDocument(notice).date).toBe('　　年　月　日')
})

test('one attachment has no number, several have', () => {
  expect(composeDocument({ ...notice, attachments: ['清单'] }).attachments?.items).toEqual([
    { mark: '', name: '清单' },
  ])
  const marks = composeDocument({ ...notice, attachments: ['清单', '目录'] }).attachments?.items.map(
    (item) => item.mark,
  )
  expect(marks).toEqual(['1.', '2.'])
})

test('addressees end with a colon; the office signs when nobody else is named', () => {
  const composed = composeDocument({ ...notice, addressees: ['各乡镇人民政府', '县级各部门'] })
  expect(composed.addressee).toBe('各乡镇人民政府、县级各部门：')
  expect(composed.signatories).toEqual(['天全县总工会'])
  expect(composeDocument({ ...notice, addressees: [] }).addressee).toBeNull()
})

test('a quotation gets its marks, and the marks inside it become the inner ones', () => {
  const text = [{ text: '会议指出：' }, { text: '要把“1333”工作法用好', quoted: true }]
  const [block] = composeDocument({ ...notice, body: [{ kind: 'paragraph', text }] }).body
  expect(block?.kind === 'text' && block.runs.map((run) => run.text)).toEqual([
    '会议指出：',
    '“',
    '要把‘1333’工作法用好',
    '”',
  ])
})

test('a line break begins a new paragraph, controls are dropped', () => {
  const body = [{ kind: 'paragraph', text: '第一段\u0007\r\n\n第\u202e二段\ud800' }] as const
  const texts = composeDocument({ ...notice, body }).body.map(
    (block) => block.kind === 'text' && block.runs[0]?.text,
  )
  expect(texts).toEqual(['第一段', '第二段\ufffd'])
})

test('a row with a cell too few is refused', () => {
  const body = [{ kind: 'table', columns: [{ header: '甲' }, { header: '乙' }], rows: [['1']] }] as const
  expect(() => composeDocument({ ...notice, body })).toThrow(RangeError)
})

test('a draft is marked, in the language of the document', () => {
  expect(composeDocument(notice).draftMark).toBe('草稿，不作为正式公文')
  expect(composeDocument({ ...notice, language: 'en' }).draftMark).toContain('DRAFT')
  expect(composeDocument({ ...notice, draft: false }).draftMark).toBeNull()
})
