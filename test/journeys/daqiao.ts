import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Language } from '#platform/i18n/messages.ts'
import { openBrowser } from '#platform/testing/browser.ts'
import { newId } from '#platform/records/new-id.ts'

/** All of Daqiao as a person starts it, with a data folder of its own, and a real browser. */
export interface Running {
  address: string
  browser: Browser
  /** A page of someone who signed in (or did not: null), as on a device of this width. */
  open(login: string | null, device?: Device): Promise<Page>
  stop(): Promise<void>
}

export interface Device {
  width?: number
  language?: Language
  elder?: boolean
}

const root = fileURLToPath(new URL('../..', import.meta.url))

export async function startDaqiao(): Promise<Running> {
  const home = await mkdtemp(join(tmpdir(), 'daqiao-journey-'))
  const port = await freePort()
  const address = `http://localhost:${port}`
  const server = spawn(process.execPath, [join(root, 'bin/daqiao.mjs'), 'start'], {
    env: { ...process.env, DAQIAO_HOME: home, PORT: String(port), NODE_ENV: 'production', DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await ready(server)
  const browser = await openBrowser()
  const contexts: BrowserContext[] = []
  return {
    address,
    browser,
    async open(login, device = {}) {
      const { width = 1440, language = 'zh', elder = false } = device
      const context = await browser.newContext({
        viewport: { width, height: width < 500 ? 780 : 900 },
        locale: language === 'zh' ? 'zh-CN' : 'en-GB',
        reducedMotion: 'reduce',
        acceptDownloads: true,
      })
      contexts.push(context)
      await context.addCookies([
        { name: 'daqiao_language', value: language, url: address },
        ...(elder ? [{ name: 'daqiao_elder', value: '1', url: address }] : []),
      ])
      if (login) await signIn(context, address, login)
      const page = await context.newPage()
      page.setDefaultTimeout(15_000)
      return page
    },
    async stop() {
      for (const context of contexts) await context.close()
      await browser.close()
      server.kill('SIGTERM')
      if (server.exitCode === null) await new Promise((resolve) => server.once('exit', resolve))
      await rm(home, { recursive: true, force: true })
    },
  }
}

async function signIn(context: BrowserContext, address: string, login: string): Promise<void> {
  const answer = await context.request.post(`${address}/api/session`, {
    data: { login, password: 'daqiao-demo' },
    headers: { 'idempotency-key': newId() },
  })
  if (!answer.ok()) throw new Error(`${login} cannot sign in: ${answer.status()}`)
}

async function ready(server: ChildProcess): Promise<void> {
  let log = ''
  server.stdout?.on('data', (part) => {
    log += part
  })
  for (let left = 1200; left > 0; left -= 1) {
    if (log.includes('Daqiao is ready')) return
    if (server.exitCode !== null) throw new Error(`Daqiao did not start:\n${log}`)
    await sleep(100)
  }
  throw new Error(`Daqiao did not start within two minutes:\n${log}`)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
