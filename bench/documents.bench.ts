import { readFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { OfficialDocument } from '#platform/documents/official-document.ts'
import { type Cell, streamSpreadsheet } from '#platform/documents/spreadsheet.ts'
import { writeDocx } from '#platform/documents/write-docx.ts'
import { writePdf } from '#platform/documents/write-pdf.ts'

// npm run bench documents: what documents and exports cost. Memory is read from /proc (Linux).

const text =
  '各乡镇、各部门要切实提高认识，把服务平台建设摆在突出位置，明确分管负责同志和具体经办人员，逐项对照任务清单抓好落实。'
const notice: OfficialDocument = {
  language: 'zh',
  office: '天全县群团综合服务中心',
  title: '关于进一步建好用好管好群团综合服务平台的通知',
  addressees: ['各乡镇人民政府', '县级各部门'],
  body: Array.from({ length: 5 }, () => [
    { kind: 'heading', level: 1, text: '总体要求' } as const,
    { kind: 'heading', level: 2, text: '完善服务事项目录' } as const,
    { kind: 'paragraph', text: text.repeat(3) } as const,
  ]).flat(),
  date: '2026-11-24',
  draft: true,
}

const megabytes = (pid: number | string, field: 'VmRSS' | 'VmHWM') =>
  Math.round(
    Number(readFileSync(`/proc/${pid}/status`, 'utf8').match(new RegExp(`${field}:\\s+(\\d+)`))?.[1]) / 1000,
  )
const helpers = () =>
  readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').trim().split(' ').filter(Boolean)

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now()
  await work()
  return Math.round(performance.now() - begin)
}

async function measureDocuments() {
  console.log('PDF, first (process and fonts):', await milliseconds(() => writePdf(notice)), 'ms')
  console.log('PDF, next:', await milliseconds(() => writePdf({ ...notice, title: '通知' })), 'ms')
  const fifty = () =>
    Promise.all(Array.from({ length: 50 }, (_, n) => writePdf({ ...notice, title: `通知${n}` })))
  console.log('PDF, 50 at once:', await milliseconds(fifty), 'ms')
  console.log(
    'PDF process, peak MB:',
    helpers()
      .map((pid) => megabytes(pid, 'VmHWM'))
      .join(' '),
  )
  console.log('DOCX:', await milliseconds(() => writeDocx(notice)), 'ms')
  await new Promise((resolve) => setTimeout(resolve, 6_000))
  console.log(
    'six idle seconds later: PDF processes',
    helpers().length,
    '· own MB',
    megabytes(process.pid, 'VmRSS'),
  )
}

async function measureSpreadsheet(count: number) {
  async function* rows(): AsyncGenerator<Cell[]> {
    for (let n = 0; n < count; n++)
      yield [
        '天全县总工会',
        '=1+1',
        `服务事项办理记录第${n}号`,
        n,
        n * 1.5,
        '2026-11-24',
        '办结',
        '窗口',
        '县城',
        n % 7,
        new Date(n * 60_000),
        null,
      ]
  }
  const kinds = [
    'text',
    'text',
    'text',
    'number',
    'number',
    'date',
    'text',
    'text',
    'text',
    'number',
    'date',
    'text',
  ] as const
  const columns = kinds.map((kind, index) => ({ header: `第${index + 1}列`, kind }))
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  let bytes = 0
  const sink = new WritableStream<Uint8Array>({ write: (chunk) => void (bytes += chunk.length) })
  const spent = await milliseconds(() =>
    streamSpreadsheet({ sheet: '办理记录', columns, rows: rows() }).pipeTo(sink),
  )
  delay.disable()
  console.log(`spreadsheet, ${count} x ${columns.length}:`, spent, 'ms ·', Math.round(bytes / 1e5) / 10, 'MB')
  console.log(
    'longest wait of the event loop:',
    Math.round(delay.max / 1e6),
    'ms · own peak MB',
    megabytes(process.pid, 'VmHWM'),
  )
}

await measureDocuments()
await measureSpreadsheet(Number(process.argv[2] ?? 100_000))
