import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildConsole } from '../src/app/cli/build-console.ts'
import { type Figure, printFigures } from './figure.ts'

interface Chunk {
  file: string
  isEntry?: boolean
  imports?: string[]
}

/** The compressed script that the console's first page needs: the entry and all that it imports at once. */
async function measureFirstLoad(dist = 'dist/console'): Promise<Figure[]> {
  const manifest = JSON.parse(await readFile(join(dist, '.vite/manifest.json'), 'utf8')) as Record<
    string,
    Chunk
  >
  const wanted = new Set<string>()
  const add = (key: string) => {
    const chunk = manifest[key]
    if (!chunk || wanted.has(chunk.file)) return
    wanted.add(chunk.file)
    for (const next of chunk.imports ?? []) add(next)
  }
  for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry) add(key)
  let bytes = 0
  for (const file of wanted) bytes += gzipSync(await readFile(join(dist, file)), { level: 9 }).byteLength
  return [{ name: 'console first load, compressed script', value: bytes / 1024, unit: 'KB', target: 400 }]
}

await buildConsole({ log: console.log, signal: new AbortController().signal })
printFigures(await measureFirstLoad())
