import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type TakenLock, takeLock } from '#platform/process/process-lock.mjs'
import { StartProblem, systemErrorCode } from '#platform/process/start-problem.ts'
import { isLoopback } from './listening.ts'

export type Mode = 'demo' | 'real'

/** What `npm start` ends with when Daqiao runs on this data folder already. */
const alreadyRuns = 3

/** How long the one before may take to stop, and to notice that it should (ms). */
const patience = { stopping: 30_000, running: 600 }

/** What the lock says of a Daqiao that was asked to stop. */
export const stopping = { state: 'stopping' }

/**
 * Makes the data folder and takes it for this process, so that a second start says so instead of breaking the first.
 * @throws StartProblem `already-running`, `data-folder-unusable`
 */
export async function takeDataFolder(home: string): Promise<TakenLock> {
  const lock = await takeIt(home)
  if (lock.taken) return lock
  const { pid, url } = lock.holder
  const address = typeof url === 'string' ? url : ''
  throw new StartProblem(
    'already-running',
    {
      zh: `搭桥已经在运行${address ? `：${address}` : '（正在启动）'}（进程 ${pid}，数据目录 ${home}）。不必再启动一次。若要另开一套，请用 DAQIAO_HOME 指定另一个数据目录，并换一个 PORT。`,
      en: `Daqiao already runs here${address ? `: ${address}` : ' (it is still starting)'} (process ${pid}, data folder ${home}). There is nothing to start. For a second, separate one name another data folder with DAQIAO_HOME and another PORT.`,
    },
    { exitCode: alreadyRuns },
  )
}

/** Stopping and starting again at once is one thought: the one before gets the time to stop. */
async function takeIt(home: string) {
  try {
    await mkdir(home, { recursive: true })
    for (const begun = Date.now(); ; await sleep(50)) {
      const lock = await takeLock(join(home, 'daqiao.lock'))
      if (lock.taken) return lock
      const limit = lock.holder.state === stopping.state ? patience.stopping : patience.running
      if (Date.now() - begun > limit) return lock
    }
  } catch (error) {
    const code = systemErrorCode(error)
    throw new StartProblem(
      'data-folder-unusable',
      {
        zh: `数据目录 ${home} 无法写入（${code}）。请检查权限、磁盘空间和挂载方式，或用 DAQIAO_HOME 指定另一个目录。`,
        en: `The data folder ${home} cannot be written (${code}). Check permissions, free space and how the disk is mounted, or name another folder with DAQIAO_HOME.`,
      },
      { cause: error },
    )
  }
}

/**
 * Whether this data folder is a demo or a real installation. Chosen once, when the folder is new: invented records
 * must never stand among real ones, so it cannot be changed by a flag typed by accident.
 * @throws StartProblem `mode-differs`
 */
export function modeOf(home: string, wantsReal: boolean): Mode {
  const file = join(home, 'daqiao.json')
  const known = readMode(file)
  if (known === undefined) return wantsReal ? 'real' : 'demo'
  if (known === 'real' || !wantsReal) return known
  throw new StartProblem(
    'mode-differs',
    {
      zh: `数据目录 ${home} 是演示环境，里面是虚构的数据，不能改作正式环境。请为正式环境另设目录，例如：DAQIAO_HOME=./data-real npm start -- --real`,
      en: `The data folder ${home} is a demo full of invented records and cannot become a real installation. Give the real one a folder of its own, for example: DAQIAO_HOME=./data-real npm start -- --real`,
    },
    { exitCode: 2 },
  )
}

function readMode(file: string): Mode | undefined {
  if (!existsSync(file)) return undefined
  const text = readFileSync(file, 'utf8')
  try {
    const { mode } = JSON.parse(text) as { mode?: unknown }
    if (mode === 'demo' || mode === 'real') return mode
  } catch {
    // Said below: guessing could load invented records among real ones.
  }
  throw new StartProblem('mode-unreadable', {
    zh: `${file} 已损坏，无法判断这是演示环境还是正式环境。请从备份恢复，或改写为 {"mode":"demo"} 或 {"mode":"real"}。`,
    en: `${file} is damaged, so it is unknown whether this is a demo or a real installation. Restore it from a back-up, or write {"mode":"demo"} or {"mode":"real"} into it.`,
  })
}

/** Writes the choice down, before the first record is made. */
export function rememberMode(home: string, mode: Mode): void {
  const file = join(home, 'daqiao.json')
  if (existsSync(file)) return
  const half = `${file}.new`
  writeFileSync(half, `${JSON.stringify({ mode, since: new Date().toISOString() })}\n`, { flush: true })
  renameSync(half, file)
}

/** A demo has known passwords, so nobody but this machine may reach it. @throws StartProblem `demo-stays-here` */
export function assertDemoStaysHere(mode: Mode, host: string): void {
  if (mode === 'real' || isLoopback(host)) return
  throw new StartProblem(
    'demo-stays-here',
    {
      zh: `演示环境的账号密码是公开的，只能在本机使用，不能监听 ${host}。请去掉 HOST；若要给别人用，请建立正式环境：DAQIAO_HOME=./data-real npm start -- --real`,
      en: `The demo's passwords are public, so it is for this machine only and does not listen on ${host}. Leave HOST out; to let others in, make a real installation: DAQIAO_HOME=./data-real npm start -- --real`,
    },
    { exitCode: 2 },
  )
}
