import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { type Browser, chromium } from 'playwright-core'

const modules = join(import.meta.dirname, '../../../node_modules')

/**
 * Our own arguments: those that the package offers switch off the same-origin policy and the separation of processes,
 * and a test under them would prove nothing.
 */
const args = [
  '--no-sandbox', // root has no other way; the pages are our own
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--font-render-hinting=none',
]

/**
 * Opens the pinned Chromium with the project's own fonts, so that a page looks the same on every machine. Another
 * program (Lighthouse) may look on by `debuggingPort`.
 */
export async function openBrowser({ debuggingPort }: { debuggingPort?: number } = {}): Promise<Browser> {
  return chromium.launch({
    executablePath: await unpackChromium(),
    args: debuggingPort === undefined ? args : [...args, `--remote-debugging-port=${debuggingPort}`],
    env: { ...process.env, FONTCONFIG_FILE: fontsForTests() },
  })
}

/** Unpacks the browser once (3 s), under another name first: the package's own place in /tmp is shared by everyone. */
async function unpackChromium(): Promise<string> {
  const require = createRequire(import.meta.url)
  const folder = dirname(dirname(require.resolve('@sparticuz/chromium')))
  const { version } = require(join(folder, 'package.json')) as { version: string }
  const browser = join(cacheFolder(), `chromium-${version}`)
  if (existsSync(browser)) return browser
  const half = `${browser}.${process.pid}`
  await pipeline(
    createReadStream(join(folder, 'bin/chromium.br')),
    createBrotliDecompress(),
    createWriteStream(half),
  )
  chmodSync(half, 0o755)
  renameSync(half, browser)
  return browser
}

function fontsForTests(): string {
  const file = join(cacheFolder(), 'fonts.conf')
  const folders = ['@embedpdf/fonts-sc/fonts', '@expo-google-fonts/noto-serif-sc'].map((name) =>
    join(modules, name),
  )
  const preferred = {
    'sans-serif': 'Noto Sans S Chinese',
    serif: 'Noto Serif SC',
    monospace: 'Noto Sans S Chinese',
  }
  const aliases = Object.entries(preferred).map(
    ([generic, family]) =>
      `<alias><family>${generic}</family><prefer><family>${family}</family></prefer></alias>`,
  )
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
${folders.map((folder) => `<dir>${folder}</dir>`).join('\n')}
<cachedir>${join(cacheFolder(), 'fontconfig')}</cachedir>
${aliases.join('\n')}
</fontconfig>\n`,
  )
  return file
}

function cacheFolder(): string {
  const folder = join(modules, '.cache/daqiao')
  mkdirSync(folder, { recursive: true })
  return folder
}
