import { readFileSync } from 'node:fs'
import { Workbook } from '@cj-tech-master/excelts'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '#platform/db/database.ts'
import { sheetOfTable } from '#platform/import/read-table.ts'
import { newId } from '#platform/records/new-id.ts'
import { type Caller, type TestHouse, testHouse } from '../../../test/house.ts'

let house: TestHouse
let owner: pg.Client
let yangxiaolan: Caller
let gaomingyuan: Caller
beforeAll(async () => {
  house = await testHouse()
  owner = new pg.Client({ connectionString: house.url })
  await owner.connect()
  await owner.query(`set app.county = '511825'`)
  yangxiaolan = await house.as('yangxiaolan')
  gaomingyuan = await house.as('gaomingyuan')
})
afterAll(async () => {
  await owner.end()
  await house.close()
})

const sample = (name: string) => new Uint8Array(readFileSync(`samples/spreadsheets/${name}`))
const csv = (...rows: string[][]) =>
  new TextEncoder().encode(
    rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n'),
  )

async function begin(caller: Caller, kind: string, bytes: Uint8Array, name = '表.xlsx') {
  const file = await caller.upload(`/api/files?name=${encodeURIComponent(name)}`, bytes)
  const id = newId()
  return { id, file, answer: await caller.post('/api/imports', { import: id, kind, file: file.body.id }) }
}

/** From the upload to the dry run, everything as it is guessed. */
async function tryOut(caller: Caller, kind: string, bytes: Uint8Array) {
  const { id, answer } = await begin(caller, kind, bytes)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  const { body: guess } = await caller.get(`/api/imports/${id}/layout`)
  const columns = guess.columns.filter((one: { field: string | null }) => one.field)
  const tried = await caller.put(`/api/imports/${id}/layout`, {
    sheet: guess.sheet,
    header: guess.header,
    headerRows: guess.headerRows,
    columns: columns.map(({ column, field }: { column: number; field: string }) => ({ column, field })),
  })
  expect(tried.status, JSON.stringify(tried.body)).toBe(200)
  return id
}

const show = async (caller: Caller, id: string) => (await caller.get(`/api/imports/${id}`)).body
const rowsOf = async (caller: Caller, id: string, filter = 'all') =>
  (await caller.get(`/api/imports/${id}/rows?show=${filter}&limit=200`)).body.items

async function settled(caller: Caller, id: string, state: string) {
  await expect.poll(async () => (await show(caller, id)).state, { timeout: 15_000, interval: 50 }).toBe(state)
  return show(caller, id)
}

const kept = [
  'places',
  'place_names',
  'place_short_names',
  'place_closures',
  'people',
  'credentials',
  'role_grants',
]

/** Every row of the tables that an import may touch, as text. */
async function tables(): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  for (const table of kept) {
    const { rows } = await owner.query<{ line: string }>(`select t::text as line from ${table} t order by 1`)
    found[table] = rows.map(({ line }) => line)
  }
  return found
}

describe('a messy workbook of places', () => {
  test('is laid out, tried, decided, written, told, and taken back until nothing is left of it', async () => {
    const before = await tables()
    const bytes = sample('places-messy.xlsx')
    const { id, answer } = await begin(yangxiaolan, 'place', bytes, '阵地台账.xlsx')
    expect(answer.status).toBe(200)
    const { body: guess } = await yangxiaolan.get(`/api/imports/${id}/layout`)
    expect(guess).toMatchObject({ sheet: 1, header: 5, hiddenRows: 1 })
    expect(guess.columns[1]).toMatchObject({ field: 'name', confidence: 1, heading: '阵地 名称*' })

    const dry = await tryOut(yangxiaolan, 'place', bytes)
    const rows = await rowsOf(yangxiaolan, dry)
    const stateAt = Object.fromEntries(
      rows.map(({ row, state }: { row: number; state: string }) => [row, state]),
    )
    expect(stateAt).toEqual({
      6: 'new',
      7: 'new',
      8: 'new',
      9: 'new',
      10: 'new',
      11: 'skip',
      12: 'undecided',
      13: 'fault',
      14: 'fault',
      15: 'fault',
      16: 'skip',
      17: 'new',
      18: 'fault',
    })
    const at = (row: number) => rows.find((one: { row: number }) => one.row === row)
    expect(at(13).faults).toEqual([
      expect.objectContaining({ key: 'phone', text: expect.stringContaining('12345678901234') }),
    ])
    expect(at(14).faults).toEqual([expect.objectContaining({ key: 'name' })])
    expect(at(15).faults[0].text).toContain('不存在的单位')
    expect(at(18).faults[0].text).toContain('formula')
    expect(at(16).match).toMatchObject({ sure: 'exact', why: expect.stringContaining('row 6') })
    expect(at(12).match).toMatchObject({ sure: 'likely', title: '天全县群团综合服务中心' })
    expect(at(17)).toMatchObject({
      hidden: true,
      notes: expect.arrayContaining([expect.objectContaining({ text: expect.stringContaining('hidden') })]),
    })
    expect(await tables(), 'a dry run writes nothing').toEqual(before)

    const early = await yangxiaolan.post(`/api/imports/${dry}/start`)
    expect(early.body.code).toBe('import.undecided')
    expect(
      (await yangxiaolan.put(`/api/imports/${dry}/decisions`, { rows: [{ row: 13, choice: 'new' }] })).body
        .code,
    ).toBe('import.choice')
    expect(
      (await yangxiaolan.put(`/api/imports/${dry}/decisions`, { all: { sure: 'likely', choice: 'skip' } }))
        .status,
    ).toBe(200)
    expect((await yangxiaolan.post(`/api/imports/${dry}/start`)).status).toBe(200)
    const applied = await settled(yangxiaolan, dry, 'applied')
    expect(applied.counts).toMatchObject({ all: 13, added: 6, skip: 3, fault: 4, refused: 0 })

    const found = async (name: string) =>
      (await yangxiaolan.get(`/api/places?q=${encodeURIComponent(name)}`)).body.items[0]
    expect(await found('北城门户外劳动者驿站')).toMatchObject({ phone: '0835-7222345', kind: 'rest-station' })
    expect(await found('柑子坪职工书屋')).toMatchObject({
      phone: '138 0000 1234',
      village: { code: '511825101011' },
    })
    const byName = async (name: string) =>
      (await owner.query(`select phone, note, address from places where name = $1`, [name])).rows[0]
    expect(await byName('一')).toMatchObject({ phone: '+852 2345 6789' })
    expect(await byName('𬍤𬒈书屋')).toMatchObject({ phone: '+853 2856 1234' })
    expect(await byName('柑子坪职工书屋')).toMatchObject({ note: '=1+1' })
    expect(await byName('<script>alert(1)</script>')).toMatchObject({
      address: '"><img src=x onerror=alert(2)>',
    })

    expect((await yangxiaolan.post(`/api/imports/${dry}/undoing`)).status).toBe(200)
    const undone = await settled(yangxiaolan, dry, 'undone')
    expect(undone.counts).toMatchObject({ undone: 6, kept: 0, added: 0 })
    expect(await tables()).toEqual(before)
  })

  test('comes back as the own file of its person, with a column of reasons and no formula in it', async () => {
    const id = await tryOut(yangxiaolan, 'place', sample('places-messy.xlsx'))
    const answer = await yangxiaolan.get(`/api/imports/${id}/answers.xlsx`, undefined, { language: 'zh' })
    expect(answer.status).toBe(200)
    const sheet = sheetOfTable(answer.body, 0)
    const at = (row: number) => sheet.rows.find((one) => one.row === row)?.cells ?? []
    expect(sheet.name).toBe('阵地台账')
    expect(at(5)[9]).toBe('导入结果')
    expect(at(6).slice(0, 2)).toEqual(['1', '北城门户外劳动者驿站'])
    expect(at(13)[9]).toMatch(/有错，不导入 电话：.*不是能拨打的号码/)
    expect(at(7)[8]).toBe('=1+1')
    expect(sheet.rows.flatMap(({ marks }) => Object.values(marks ?? {}))).not.toContain('formula')
  })
})

describe('undoing', () => {
  test('leaves a record alone that was changed since, and says why; the rest goes', async () => {
    const file = csv(['名称', '管理单位'], ['撤销试验甲站', '县总工会'], ['撤销试验乙站', '县总工会'])
    const id = await tryOut(yangxiaolan, 'place', file)
    await yangxiaolan.post(`/api/imports/${id}/start`)
    await settled(yangxiaolan, id, 'applied')
    const { items } = (await yangxiaolan.get('/api/places?q=撤销试验甲站')).body
    const changes = [{ item: 'note', before: null, after: '周末不开' }]
    expect((await yangxiaolan.put(`/api/places/${items[0].id}`, { changes })).status).toBe(200)
    await yangxiaolan.post(`/api/imports/${id}/undoing`)
    const undone = await settled(yangxiaolan, id, 'undone')
    expect(undone.counts).toMatchObject({ undone: 1, kept: 1 })
    const [left] = await rowsOf(yangxiaolan, id, 'kept')
    expect(left).toMatchObject({ title: '撤销试验甲站', why: expect.stringContaining('changed since') })
    expect((await yangxiaolan.get('/api/places?q=撤销试验乙站')).body.items).toEqual([])
  })

  test('leaves a place that another one was put below since', async () => {
    const id = await tryOut(yangxiaolan, 'place', csv(['名称', '管理单位'], ['托着别人的站', '县总工会']))
    await yangxiaolan.post(`/api/imports/${id}/start`)
    await settled(yangxiaolan, id, 'applied')
    const { items } = (await yangxiaolan.get('/api/places?q=托着别人的站')).body
    const below = {
      place: newId(),
      name: '站里的书架',
      kind: 'other',
      keeper: items[0].keeper.id,
      parent: items[0].id,
    }
    expect((await yangxiaolan.post('/api/places', below)).status).toBe(200)
    await yangxiaolan.post(`/api/imports/${id}/undoing`)
    expect((await settled(yangxiaolan, id, 'undone')).counts).toMatchObject({ undone: 0, kept: 1 })
  })

  test('leaves a place that a confirmed visit came to, though no foreign key says so', async () => {
    const id = await tryOut(yangxiaolan, 'place', csv(['名称', '管理单位'], ['有人调研过的站', '县总工会']))
    await yangxiaolan.post(`/api/imports/${id}/start`)
    await settled(yangxiaolan, id, 'applied')
    const { items } = (await yangxiaolan.get('/api/places?q=有人调研过的站')).body
    const { rows } = await owner.query(`select id from visits where county = '511825' limit 1`)
    await owner.query(
      `insert into visit_arrivals (county, visit, kind, known, by, names, day)
       values ('511825', $1, 'place', $2, 'person', array['那个站'], '2026-11-20')`,
      [rows[0].id, items[0].id],
    )
    await yangxiaolan.post(`/api/imports/${id}/undoing`)
    await settled(yangxiaolan, id, 'undone')
    expect((await rowsOf(yangxiaolan, id, 'kept'))[0].why).toContain('Other records rest on it')
    await owner.query(`delete from visit_arrivals where known = $1`, [items[0].id])
    await yangxiaolan.post(`/api/imports/${id}/undoing`)
    await expect.poll(async () => (await show(yangxiaolan, id)).counts).toMatchObject({ undone: 1, kept: 0 })
  })

  test('gives a place that was merged into back what stood there, its version and words too', async () => {
    const place = newId()
    const { items } = (await yangxiaolan.get('/api/organisations?q=县总工会')).body
    const keeper = items.find((one: { shortName: string }) => one.shortName === '县总工会').id
    await yangxiaolan.post('/api/places', {
      place,
      name: '合并试验驿站',
      kind: 'rest-station',
      keeper,
      phone: '0835-7222001',
    })
    const before = await tables()
    const file = csv(
      ['名称', '管理单位', '电话', '村（社区）', '备注'],
      ['合并试验驿站', '县总工会', '13900001111', '凤翔社区', '新装空调'],
    )
    const id = await tryOut(yangxiaolan, 'place', file)
    const [row] = await rowsOf(yangxiaolan, id)
    expect(row).toMatchObject({ state: 'skip', choices: ['skip', 'merge'] })
    expect(row.match.differs).toContainEqual({
      field: 'Telephone',
      now: '0835-7222001',
      file: '139 0000 1111',
    })
    await yangxiaolan.put(`/api/imports/${id}/decisions`, { rows: [{ row: 2, choice: 'merge' }] })
    await yangxiaolan.post(`/api/imports/${id}/start`)
    expect((await settled(yangxiaolan, id, 'applied')).counts.merged).toBe(1)
    const merged = (await yangxiaolan.get(`/api/places/${place}`)).body
    expect(merged).toMatchObject({
      phone: '139 0000 1111',
      note: '新装空调',
      kind: 'rest-station',
      version: 2,
    })
    expect((await yangxiaolan.get(`/api/places/${place}/history`)).body.items[0].name).toBe('place.changed')
    await yangxiaolan.post(`/api/imports/${id}/undoing`)
    await settled(yangxiaolan, id, 'undone')
    expect(await tables()).toEqual(before)
  })
})

describe('rows that speak of each other', () => {
  test('stand below a place of the same file, in whatever order; a circle is told', async () => {
    const before = await tables()
    const file = csv(
      ['名称', '管理单位', '上级阵地'],
      ['套间书架', '县总工会', '套间书屋'],
      ['套间书屋', '县总工会', '套间大楼'],
      ['套间大楼', '县总工会', ''],
      ['圆圈甲', '县总工会', '圆圈乙'],
      ['圆圈乙', '县总工会', '圆圈甲'],
    )
    const id = await tryOut(yangxiaolan, 'place', file)
    expect((await show(yangxiaolan, id)).counts).toMatchObject({ new: 3, fault: 2 })
    await yangxiaolan.post(`/api/imports/${id}/start`)
    expect((await settled(yangxiaolan, id, 'applied')).counts).toMatchObject({ added: 3 })
    const { items } = (await yangxiaolan.get('/api/places?q=套间书架')).body
    expect(items[0].ancestors.map(({ name }: { name: string }) => name)).toEqual(['套间大楼', '套间书屋'])
    await yangxiaolan.post(`/api/imports/${id}/undoing`)
    expect((await settled(yangxiaolan, id, 'undone')).counts).toMatchObject({ undone: 3 })
    expect(await tables()).toEqual(before)
  })
})

describe('two people with one file', () => {
  test('the second is told of the first, and finds every row there already', async () => {
    const file = csv(['名称', '管理单位'], ['两人一表站', '县总工会'])
    const first = await tryOut(yangxiaolan, 'place', file)
    const second = await tryOut(gaomingyuan, 'place', file)
    await yangxiaolan.post(`/api/imports/${first}/start`)
    await settled(yangxiaolan, first, 'applied')
    await gaomingyuan.post(`/api/imports/${second}/start`)
    const late = await settled(gaomingyuan, second, 'applied')
    expect(late.counts).toMatchObject({ added: 0, refused: 1 })
    expect(late.before).toEqual([expect.objectContaining({ state: 'applied' })])
    expect((await rowsOf(gaomingyuan, second, 'refused'))[0].why).toContain('两人一表站')
    const third = await tryOut(gaomingyuan, 'place', file)
    expect((await rowsOf(gaomingyuan, third))[0]).toMatchObject({ state: 'skip', match: { sure: 'exact' } })
    expect((await yangxiaolan.get('/api/places?q=两人一表站')).body.items).toHaveLength(1)
  })
})

const many = (name: string, count: number) =>
  csv(['名称', '管理单位'], ...Array.from({ length: count }, (_, i) => [`${name}${i + 1}号`, '县总工会']))
const countOf = async (name: string) =>
  Number((await owner.query(`select count(*) as n from places where name like $1`, [`${name}%`])).rows[0].n)

describe('in the background', () => {
  test('it can be stopped after a batch and goes on where it was', async () => {
    const id = await tryOut(yangxiaolan, 'place', many('停停走走站', 1200))
    await yangxiaolan.post(`/api/imports/${id}/start`)
    await expect.poll(() => countOf('停停走走站'), { interval: 20 }).toBeGreaterThan(0)
    expect((await yangxiaolan.delete(`/api/imports/${id}/start`)).status).toBe(200)
    const stopped = await show(yangxiaolan, id)
    expect(stopped.state).toBe('stopped')
    const halfway = await countOf('停停走走站')
    expect(halfway % 250, 'a batch is written whole').toBe(0)
    expect(stopped.counts.added).toBe(halfway)
    expect(halfway).toBeLessThan(1200)
    await yangxiaolan.post(`/api/imports/${id}/start`)
    expect((await settled(yangxiaolan, id, 'applied')).counts).toMatchObject({ added: 1200, refused: 0 })
    expect(await countOf('停停走走站')).toBe(1200)
  })

  test('killed in the middle of a batch it goes on, and no row is written twice or lost', async () => {
    const id = await tryOut(yangxiaolan, 'place', many('断电站', 1000))
    await yangxiaolan.post(`/api/imports/${id}/start`)
    await expect.poll(() => countOf('断电站'), { interval: 10 }).toBeGreaterThan(0)
    const { rowCount } = await owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and application_name = 'daqiao'`,
    )
    expect(rowCount).toBeGreaterThan(0)
    expect((await settled(yangxiaolan, id, 'applied')).counts).toMatchObject({ added: 1000, refused: 0 })
    expect(await countOf('断电站')).toBe(1000)
    const { rows } = await owner.query(
      `select count(*) as n from events where name = 'place.added' and data ->> 'name' like '断电站%'`,
    )
    expect(Number(rows[0].n)).toBe(1000)
  })

  test('a process that ended left it at work: housekeeping goes on with it', async () => {
    const id = await tryOut(yangxiaolan, 'place', many('重启站', 300))
    await owner.query(`update imports set state = 'applying' where id = $1`, [id])
    await house.house.tidy(new Date())
    expect((await settled(yangxiaolan, id, 'applied')).counts).toMatchObject({ added: 300 })
  })

  test('whoever loses the right in the middle is stopped, and told so', async () => {
    const id = await tryOut(yangxiaolan, 'place', many('失权站', 10))
    await owner.query(`update imports set state = 'applying' where id = $1`, [id])
    const person = (await show(yangxiaolan, id)).person.id
    const held = await owner.query(`select id from role_grants where person = $1`, [person])
    for (const grant of held.rows) {
      await owner.query(
        `insert into role_withdrawals (county, role_grant, at) values ('511825', $1, now())`,
        [grant.id],
      )
    }
    await house.house.tidy(new Date())
    await expect
      .poll(async () => (await owner.query(`select state from imports where id = $1`, [id])).rows[0].state)
      .toBe('stopped')
    expect(await countOf('失权站')).toBe(0)
    await owner.query(`delete from role_withdrawals where role_grant = any($1)`, [
      held.rows.map((one) => one.id),
    ])
    expect((await show(yangxiaolan, id)).halted).toContain('rights')
  })
})

describe('people', () => {
  test('come with name and post only, without account or right, and go again', async () => {
    const before = await tables()
    const bytes = sample('people-messy.xlsx')
    const { id } = await begin(gaomingyuan, 'person', bytes)
    const { body: guess } = await gaomingyuan.get(`/api/imports/${id}/layout`)
    expect(
      guess.columns
        .filter(({ notKept }: { notKept: boolean }) => notKept)
        .map(({ heading }: { heading: string }) => heading),
    ).toEqual(['联系电话', '身份证号码'])
    const dry = await tryOut(gaomingyuan, 'person', bytes)
    const rows = await rowsOf(gaomingyuan, dry)
    expect(rows.map(({ row, state }: { row: number; state: string }) => [row, state])).toEqual([
      [3, 'new'],
      [4, 'new'],
      [5, 'new'],
      [6, 'skip'],
      [7, 'fault'],
      [8, 'new'],
    ])
    await gaomingyuan.post(`/api/imports/${dry}/start`)
    expect((await settled(gaomingyuan, dry, 'applied')).counts).toMatchObject({ added: 4 })
    const { items } = (await gaomingyuan.get('/api/people?q=𠮷田小满')).body
    expect(items).toEqual([
      expect.objectContaining({ name: '𠮷田小满', post: '团县委 干事', login: null, roles: [] }),
    ])
    const after = await tables()
    expect(after.credentials).toEqual(before.credentials)
    expect(after.role_grants).toEqual(before.role_grants)
    expect(JSON.stringify(after)).not.toContain('511825000000000000')
    await gaomingyuan.post(`/api/imports/${dry}/undoing`)
    await settled(gaomingyuan, dry, 'undone')
    expect(await tables()).toEqual(before)
  })

  test('are brought by nobody who may not add them', async () => {
    const { answer } = await begin(yangxiaolan, 'person', csv(['姓名'], ['甲']))
    expect(answer.body).toMatchObject({ status: 403, code: 'not-allowed' })
    const supervisor = await house.as('lujing')
    expect((await begin(supervisor, 'place', csv(['名称'], ['甲']))).answer.status).toBe(403)
    const id = await tryOut(gaomingyuan, 'person', csv(['姓名'], ['乙']))
    expect((await yangxiaolan.get(`/api/imports/${id}`)).status).toBe(404)
  })

  test('an officer registers places of their own organisation only', async () => {
    const id = await tryOut(yangxiaolan, 'place', csv(['名称', '管理单位'], ['越权站', '团县委']))
    const [row] = await rowsOf(yangxiaolan, id)
    expect(row.faults[0]).toMatchObject({ key: 'keeper', text: expect.stringContaining('may not') })
  })
})

describe('a file that is none', () => {
  test.each([
    ['damaged', sample('places-messy.xlsx').map((byte, at) => (at > 400 && at < 3000 ? 7 : byte))],
    ['old', new TextEncoder().encode('<html><table><tr><td>名称</td></tr></table></html>')],
  ])('%s is told in plain words', async (code, bytes) => {
    const { answer } = await begin(yangxiaolan, 'place', bytes)
    expect(answer.body.code).toBe(`import.${code}`)
  })

  test('too large a file is not even taken', async () => {
    const { file } = await begin(yangxiaolan, 'place', new Uint8Array(21 * 1024 * 1024).fill(65))
    expect(file.status).toBe(413)
  })

  test('a sheet without the columns that must be there is not tried', async () => {
    const { id } = await begin(yangxiaolan, 'place', csv(['甲', '乙'], ['1', '2']))
    const layout = { sheet: 0, header: 1, headerRows: 1, columns: [{ column: 0, field: 'note' }] }
    expect((await yangxiaolan.put(`/api/imports/${id}/layout`, layout)).body.code).toBe(
      'import.columns-missing',
    )
    const empty = { ...layout, header: 5, columns: [{ column: 0, field: 'name' }] }
    expect((await yangxiaolan.put(`/api/imports/${id}/layout`, empty)).body.code).toBe('import.no-rows')
  })

  test('of 200 sheets the one that fits is proposed', async () => {
    const book = new Workbook()
    for (let i = 1; i <= 200; i += 1) {
      const header = i === 137 ? ['名称', '管理单位', '电话'] : ['月份', '金额', '合计']
      book.addWorksheet(`第${i}页`).addRows([['标题'], header, ['二百页站', '县总工会', '12351']])
    }
    const { id } = await begin(yangxiaolan, 'place', new Uint8Array(await book.xlsx.writeBuffer()))
    const { body } = await yangxiaolan.get(`/api/imports/${id}/layout`)
    expect(body).toMatchObject({ sheet: 136, header: 2 })
    expect((await show(yangxiaolan, id)).sheets).toHaveLength(200)
  })
})

test('rows are cleared after ninety days, and then nothing is taken back', async () => {
  const id = await tryOut(gaomingyuan, 'place', csv(['名称', '管理单位'], ['旧导入站', '县总工会']))
  await gaomingyuan.post(`/api/imports/${id}/start`)
  await settled(gaomingyuan, id, 'applied')
  await owner.query(`update imports set at = now() - interval '91 days' where id = $1`, [id])
  await house.house.tidy(new Date())
  expect((await show(gaomingyuan, id)).counts.all).toBe(0)
  expect((await gaomingyuan.post(`/api/imports/${id}/undoing`)).body.code).toBe('import.cleared')
  const left = await inTransaction(house.database, { county: '511825', person: null }, async () =>
    countOf('旧导入站'),
  )
  expect(left).toBe(1)
})
