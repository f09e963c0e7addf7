import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of a Daqiao that was started as a person would start it, with the demo county. */
    daqiaoUrl: string
  }
}

/** Starts one Daqiao for all journeys of a run: `inject('daqiaoUrl')`. The real launcher, database and pages. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = await mkdtemp(join(tmpdir(), 'daqiao-journeys-'))
  const port = await freePort()
  const launcher = join(import.meta.dirname, '../../bin/daqiao.mjs')
  const daqiao = spawn(process.execPath, [launcher, 'start'], {
    env: { PATH: process.env.PATH, DAQIAO_HOME: home, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const ended = new Promise<void>((resolve) => daqiao.once('close', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    for (const stream of [daqiao.stdout, daqiao.stderr]) {
      stream.on('data', (chunk) => {
        said += chunk
        if (said.includes('Daqiao is ready: ')) resolve()
      })
    }
    void ended.then(() => reject(new Error(`Daqiao did not start:\n${said}`)))
  })
  project.provide('daqiaoUrl', `http://localhost:${port}`)
  return async () => {
    daqiao.kill('SIGTERM')
    await ended
    await rm(home, { recursive: true, force: true })
  }
}

async function freePort(): Promise<number> {
  const trial = createServer()
  await new Promise<void>((resolve) => trial.listen(0, '127.0.0.1', resolve))
  const address = trial.address()
  await new Promise((resolve) => trial.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}
