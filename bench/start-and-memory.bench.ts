import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Figure, printFigures } from './figure.ts'

const port = 3971
const address = `http://localhost:${port}`
const idleSeconds = 90

/**
 * From `npm start` to the first page, the first time with a new data folder and then again; and what server and
 * database hold together (proportional set size, so that shared memory counts once) after a minute and a half at rest.
 */
async function measureStartAndMemory(): Promise<Figure[]> {
  const home = await mkdtemp(join(tmpdir(), 'daqiao-bench-'))
  try {
    const first = await startOnce(home)
    await stop(first.process)
    const second = await startOnce(home)
    await sleep(idleSeconds * 1000)
    const memory = await memoryOf(second.process.pid ?? 0)
    await stop(second.process)
    return [
      { name: 'first start (installed; new data folder, demo county)', value: first.seconds, unit: 's' },
      { name: 'second npm start to first page', value: second.seconds, unit: 's', target: 4 },
      {
        name: 'server and database at rest, demo county (PSS)',
        value: memory.proportional,
        unit: 'MB',
        target: 400,
      },
      {
        name: 'the same, shared memory counted for each process (RSS)',
        value: memory.resident,
        unit: 'MB',
        target: 400,
      },
    ]
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}

async function startOnce(home: string): Promise<{ process: ChildProcess; seconds: number }> {
  const began = performance.now()
  const child = spawn('npm', ['start'], {
    env: { ...process.env, DAQIAO_HOME: home, PORT: String(port) },
    stdio: 'ignore',
    detached: true,
  })
  for (;;) {
    const page = await fetch(address).catch(() => null)
    if (page?.ok && (await page.text()).includes('<script')) break
    if (child.exitCode !== null) throw new Error('npm start ended before it served')
    await sleep(20)
  }
  return { process: child, seconds: (performance.now() - began) / 1000 }
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  process.kill(-(child.pid ?? 0), 'SIGTERM')
  await ended
  while (await fetch(address).catch(() => null)) await sleep(50)
}

/** What a process and all below it hold, in MB; the npm that started it does not count. */
async function memoryOf(root: number): Promise<{ proportional: number; resident: number }> {
  const parents = new Map<number, number>()
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')
    const parent = /\) \S (\d+)/.exec(stat)?.[1]
    if (parent) parents.set(Number(name), Number(parent))
  }
  const isBelow = (pid: number): boolean =>
    pid === root || (parents.has(pid) && isBelow(parents.get(pid) ?? 0))
  const sum = { proportional: 0, resident: 0 }
  for (const pid of [...parents.keys()].filter(isBelow)) {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    if (command.startsWith('npm') || command.startsWith('sh\0')) continue
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
    sum.proportional += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0) / 1024
    sum.resident += Number(/^Rss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0) / 1024
  }
  return sum
}

printFigures(await measureStartAndMemory())
