import { spawn } from 'node:child_process'
import { delimiter, dirname, join } from 'node:path'
import { root } from './root.ts'

/** What came of a step, and what it said. */
export interface Checked {
  passed: number
  failed: number
  skipped: number
  log: string
}

/** Runs a tool in the project's folder; it passes when it ends with 0. */
export async function runCheck(program: string, args: string[]): Promise<Checked> {
  const { code, log } = await runTool(program, args)
  const passed = code === 0 ? 1 : 0
  return { passed, failed: 1 - passed, skipped: 0, log }
}

/** Runs a tool to its end. The pinned Node comes first on its PATH, since the tools' scripts look for one there. */
export async function runTool(
  program: string,
  args: string[],
): Promise<{ code: number | null; log: string }> {
  const path = [dirname(process.execPath), join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter)
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, PATH: path },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (log += chunk))
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: null, log: `${log}\n${error.message}` }))
    child.once('close', (code) => resolve({ code, log }))
  })
}
