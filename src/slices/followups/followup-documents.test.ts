import mammoth from 'mammoth'
import { getDocumentProxy, extractText } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, type TestHouse, testHouse } from '../../../test/house.ts'

let house: TestHouse
let lujing: Caller
let visit: string
beforeAll(async () => {
  house = await testHouse()
  lujing = await house.as('lujing')
  const { items } = (await lujing.get('/api/followups')).body
  // The other follow-ups come from requests of the public.
  visit = items.find((one: any) => one.visit !== null).visit
})
afterAll(() => house.close())

async function rowsOfSheet(bytes: Uint8Array): Promise<unknown[][]> {
  const { Workbook } = await import('@cj-tech-master/excelts')
  const workbook = new Workbook()
  await workbook.xlsx.load(bytes)
  const rows: unknown[][] = []
  workbook.worksheets[0]?.eachRow((row) => {
    rows.push((row.values as unknown[]).slice(1))
  })
  return rows
}

describe('the spreadsheet', () => {
  test('holds what the filter leaves, headers in the reader’s language', async () => {
    const answer = await lujing.get('/api/followups/export.xlsx?lamp=overdue', undefined, { language: 'zh' })
    expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('督办台账'))
    const [header, ...rows] = await rowsOfSheet(answer.body)
    expect(header?.slice(0, 2)).toEqual(['编号', '要求原文'])
    expect(rows).toHaveLength(1)
    expect(rows[0]?.[7]).toBe('天全县妇女联合会')
    expect(rows[0]?.[9]).toBe('办理中')
    expect(rows[0]?.[12]).toBe(-3)
    const english = await rowsOfSheet((await lujing.get('/api/followups/export.xlsx')).body)
    expect(english[0]?.[1]).toBe('As it was said')
    expect(english).toHaveLength(17)
  })

  test('is for who may export', async () => {
    expect((await (await house.as('yangxiaolan')).get('/api/followups/export.xlsx')).status).toBe(403)
    expect((await house.nobody.get('/api/followups/export.xlsx')).status).toBe(401)
  })
})

describe('the brief of a visit', () => {
  test('as DOCX tells the visit, the sites, each directive and what is still to be done, marked as a draft', async () => {
    const answer = await lujing.get(`/api/visits/${visit}/brief?format=docx`, undefined, { language: 'zh' })
    expect(answer.status).toBe(200)
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(answer.body) })
    for (const words of ['一、调研概况', '二、点位情况', '三、要求及办理情况', '四、待办'])
      expect(value).toContain(words)
    expect(value).toContain(
      '所提要求立项督办11项：已办结2项，待审核1项，办理中5项，待签收1项，待交办2项；其中超期1项。',
    )
    expect(value).toContain('牵头单位：天全县红十字会')
    expect(value).toMatch(/最近进展（\d{4}-\d{2}-\d{2}报告进展）：剩余 9 户/)
    expect(value).toContain('等待天全县妇女联合会办理，已超期 3 个工作日')
    expect(value).toContain('延期申请待审批')
    expect(value).toContain('县领导傅长庚、水静姝参加')
  })

  test('as PDF in English', async () => {
    const answer = await lujing.get(`/api/visits/${visit}/brief?format=pdf`)
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    const { text } = await extractText(await getDocumentProxy(answer.body), { mergePages: true })
    const flat = text.replace(/\s+/g, ' ')
    expect(flat).toContain(
      '11 follow-ups were opened: 2 closed, 1 waiting for review, 5 under way, 1 not signed for yet, 2 not assigned yet. Overdue: 1.',
    )
    expect(flat).toContain('DRAFT')
  }, 60_000)

  test('shows an officer only what their organisation has a share in; a stranger nothing', async () => {
    const centre = await house.as('zhouwentao')
    const answer = await centre.get(`/api/visits/${visit}/brief`, undefined, { language: 'zh' })
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(answer.body) })
    expect(value).toContain('所提要求立项督办2项')
    expect(value).not.toContain('备灾物资')
    expect((await (await house.as('jiangheng')).get(`/api/visits/${visit}/brief`)).status).toBe(404)
    expect((await lujing.get(`/api/visits/${house.id()}/brief`)).status).toBe(404)
    expect((await lujing.get(`/api/visits/${visit}/brief?format=rtf`)).status).toBe(400)
  })
})
