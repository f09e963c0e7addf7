import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type TakenLock, takeLock } from '#platform/process/process-lock.mjs'
import { StartProblem } from '#platform/process/start-problem.ts'
import { root } from './root.ts'

/** Inside the built folder, so that it comes and goes with what it vouches for. */
const stampName = '.built-from'

/**
 * Builds the console into dist/console when what it is made of has changed since, and not otherwise (15 ms to find
 * out). Runs in a process of its own, whose memory goes when it is done, and is swapped in by a rename.
 * @throws StartProblem `console-not-built` with what the builder said
 */
export async function buildConsole(options: {
  log: (line: string) => void
  signal: AbortSignal
}): Promise<void> {
  const inputs = hashInputs()
  if (isBuiltFrom(inputs)) return
  const lock = await waitForTurn(options.signal)
  try {
    if (isBuiltFrom(inputs)) return
    options.log('正在生成页面（程序更新后只做一次）…… Building the pages, once after each update …')
    await build(inputs, options.signal)
  } finally {
    lock.release()
  }
}

function isBuiltFrom(inputs: string): boolean {
  const stamp = join(root, 'dist/console', stampName)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs
}

/** Everything that can change the console: code without its tests, the recipe, the packages. */
function hashInputs(): string {
  const hash = createHash('sha256')
  const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  for (const file of [...sources, join(root, 'vite.config.ts'), join(root, 'package-lock.json')]) {
    hash.update(`${file.slice(root.length)}\0`).update(readFileSync(file))
  }
  return hash.digest('hex')
}

async function build(inputs: string, signal: AbortSignal): Promise<void> {
  const built = join(root, 'dist/console')
  const fresh = `${built}.new`
  const old = `${built}.old`
  for (const leftover of [fresh, old]) rmSync(leftover, { recursive: true, force: true })
  await runBuilder(fresh, signal)
  writeFileSync(join(fresh, stampName), inputs)
  if (existsSync(built)) renameSync(built, old)
  renameSync(fresh, built)
  rmSync(old, { recursive: true, force: true })
}

async function runBuilder(folder: string, signal: AbortSignal): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'vite-build.ts'), folder], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    signal,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code === 0) return
  throw new StartProblem('console-not-built', {
    zh: `页面没有生成成功，请把下面的内容发给维护人员：\n${said.trim()}`,
    en: 'The pages could not be built; what the builder said stands above.',
  })
}

/** Another start of the same code (with another data folder) may be building the same thing. */
async function waitForTurn(signal: AbortSignal): Promise<TakenLock> {
  mkdirSync(join(root, 'dist'), { recursive: true })
  for (;;) {
    const lock = await takeLock(join(root, 'dist/console.lock'))
    if (lock.taken) return lock
    await sleep(100, undefined, { signal })
  }
}
