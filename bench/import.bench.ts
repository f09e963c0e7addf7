import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { connect } from '#platform/db/database.ts'
import { migrate } from '#platform/db/migrate.ts'
import { streamSpreadsheet } from '#platform/documents/spreadsheet.ts'
import { folderShelf } from '#platform/files/file-shelf.ts'
import { newId } from '#platform/records/new-id.ts'
import { composeHouse } from '../src/app/house.ts'
import { loadDemo } from '../src/app/load-demo.ts'
import { web } from '../src/app/web.ts'
import { villagesOf } from '../src/slices/places/county-areas.ts'
import { type Figure, percentile, printFigures } from './figure.ts'
import { processorTime } from './steady-load.ts'
import { inThrowawayDatabase } from './throwaway-database.ts'

const rows = 20_000
const sorts = [
  '户外劳动者驿站',
  '妇女儿童之家',
  '青年之家',
  '职工书屋',
  '创新工作室',
  '备灾物资仓库',
  '科普馆',
]
const headers = [
  '序号',
  '阵地名称',
  '类别',
  '村（社区）',
  '管理单位',
  '联系电话',
  '详细地址',
  '无障碍',
  '备注',
]

/** A workbook of places as a county office keeps one: every village many times over, telephones in several forms. */
async function workbook(): Promise<Uint8Array> {
  const villages = villagesOf('511825')
  async function* lines() {
    for (let i = 1; i <= rows; i += 1) {
      const village = villages[i % villages.length]
      const sort = sorts[i % sorts.length] ?? ''
      const phone = i % 3 === 0 ? `138${String(10_000_000 + i)}` : `0835-7${String(200_000 + (i % 99_999))}`
      yield [
        String(i),
        `${village?.township.name}${village?.name}第${i}${sort}`,
        i % 4 === 0 ? '' : sort,
        i % 2 === 0 ? (village?.code ?? '') : `${village?.township.name}${village?.name}`,
        i % 5 === 0 ? '团县委' : '天全县总工会',
        phone,
        `${village?.name}${(i % 90) + 1}号`,
        i % 6 === 0 ? '轮椅坡道、无障碍卫生间' : '',
        i % 10 === 0 ? '每天开放，备有热水、微波炉和急救包。' : '',
      ]
    }
  }
  const columns = headers.map((header) => ({ header, kind: 'text' as const }))
  const stream = streamSpreadsheet({ sheet: '阵地', columns, rows: lines() })
  return new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer())
}

const tables = ['places', 'place_names', 'place_short_names', 'place_closures', 'people', 'role_grants']

/** One sum over every row of the tables that an import of places may touch. */
async function sumOfTables(client: pg.Client): Promise<string> {
  const sum = createHash('sha256')
  for (const table of tables) {
    const { rows: lines } = await client.query<{ line: string }>(
      `select t::text as line from ${table} t order by 1`,
    )
    for (const { line } of lines) sum.update(`${table} ${line}\n`)
  }
  return sum.digest('hex')
}

async function measureImport(databaseUrl: string, folder: string, postmaster: number): Promise<Figure[]> {
  await migrate(databaseUrl, 'db/migrations')
  const database = connect(databaseUrl)
  const house = composeHouse({ database, files: folderShelf(folder), mode: 'demo', log: console.error })
  await loadDemo(house)
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(`set app.county = '511825'`)
  const app = web(house, { version: 'bench' })
  const session = await app.request('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'gaomingyuan', password: 'daqiao-demo' }),
  })
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? ''
  const send = async (method: string, path: string, body?: unknown) => {
    const bytes = body instanceof Uint8Array
    const answer = await app.request(path, {
      method,
      headers: {
        cookie,
        'idempotency-key': newId(),
        ...(body && !bytes ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: bytes ? (body as BodyInit) : JSON.stringify(body) } : {}),
    })
    const said = await answer.json()
    if (answer.status !== 200) throw new Error(`${method} ${path}: ${JSON.stringify(said)}`)
    return said
  }
  /** How long others waited for their turn. */
  const waits: number[] = []
  let last = performance.now()
  const beat = setInterval(() => {
    waits.push(performance.now() - last - 5)
    last = performance.now()
  }, 5)
  const until = async (id: string, state: string) => {
    for (;;) {
      const found = await send('GET', `/api/imports/${id}`)
      if (found.state === state) return found
      if (found.state === 'stopped') throw new Error(`it stopped: ${found.halted}`)
      // As often as its page looks.
      await sleep(700)
    }
  }
  try {
    const bytes = await workbook()
    console.log(`  ${rows} rows in ${Math.round(bytes.length / 1024)} KB`)
    const before = await sumOfTables(client)
    const file = await send('POST', '/api/files?name=places.xlsx', bytes)
    const id = newId()
    const began = performance.now()
    waits.length = 0
    await send('POST', '/api/imports', { import: id, kind: 'place', file: file.id })
    const guess = await send('GET', `/api/imports/${id}/layout`)
    const laidOut = performance.now()
    const columns = guess.columns
      .filter(({ field }: { field: string | null }) => field)
      .map(({ column, field }: { column: number; field: string }) => ({ column, field }))
    if (columns.length !== headers.length - 1) throw new Error(`${columns.length} columns were known`)
    const { sheet, header, headerRows } = guess
    await send('PUT', `/api/imports/${id}/layout`, { sheet, header, headerRows, columns })
    const tried = performance.now()
    const dry = await until(id, 'tried')
    if (dry.counts.fault > 0) throw new Error(`${dry.counts.fault} rows are wrong`)
    if (dry.counts.undecided > 0)
      await send('PUT', `/api/imports/${id}/decisions`, { all: { sure: 'likely', choice: 'new' } })
    const started = performance.now()
    const startedAt = processorTime(postmaster)
    await send('POST', `/api/imports/${id}/start`)
    const applied = await until(id, 'applied')
    const written = performance.now()
    const writtenAt = processorTime(postmaster)
    if (applied.counts.added !== rows) throw new Error(`${applied.counts.added} rows were added`)
    await send('POST', `/api/imports/${id}/undoing`)
    const undone = await until(id, 'undone')
    const gone = performance.now()
    if (undone.counts.undone !== rows) throw new Error(`${undone.counts.undone} rows were taken back`)
    const after = await sumOfTables(client)
    return [
      {
        name: `${rows} rows: upload read, header and columns guessed`,
        value: (laidOut - began) / 1000,
        unit: 's',
      },
      { name: `${rows} rows: dry run`, value: (tried - laidOut) / 1000, unit: 's', target: 10 },
      { name: `${rows} rows: apply`, value: (written - started) / 1000, unit: 's', target: 20 },
      // Unlike the times, this says something even where others use the machine too.
      {
        name: `${rows} rows: apply, processor time of server and database together`,
        value: (writtenAt.own + writtenAt.database - startedAt.own - startedAt.database) / 1000,
        unit: 's',
      },
      { name: `${rows} rows: undo`, value: (gone - written) / 1000, unit: 's' },
      {
        name: 'tables that differ from before, after undo',
        value: before === after ? 0 : 1,
        unit: '',
        target: 0,
      },
      { name: 'others wait for their turn meanwhile, p99', value: percentile(waits, 0.99), unit: 'ms' },
      { name: 'others wait for their turn meanwhile, longest', value: Math.max(...waits), unit: 'ms' },
    ]
  } finally {
    clearInterval(beat)
    await client.end()
    await database.close()
  }
}

await inThrowawayDatabase(async ({ url, folder, postmaster }) =>
  printFigures(await measureImport(url, folder, postmaster)),
)
