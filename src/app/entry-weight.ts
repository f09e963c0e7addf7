import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

interface ManifestPart {
  file: string
  css?: string[]
  imports?: string[]
}
type Manifest = Record<string, ManifestPart>

/** All files that the browser must fetch for these parts, each once, with what they import and their styles. */
export function filesFor(manifest: Manifest, parts: readonly string[]): Set<string> {
  const files = new Set<string>()
  const seen = new Set<string>()
  const visit = (name: string) => {
    const part = manifest[name]
    if (!part) throw new Error(`the manifest has no ${name}`)
    if (seen.has(name)) return
    seen.add(name)
    files.add(part.file)
    for (const style of part.css ?? []) files.add(style)
    for (const imported of part.imports ?? []) visit(imported)
  }
  for (const name of parts) visit(name)
  return files
}

/** What the console's first page costs, the frame and Today: compressed bytes, and how many files. */
export async function entryWeight(
  folder: string,
): Promise<{ scripts: number; styles: number; files: number }> {
  const manifest = JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest
  const files = filesFor(manifest, ['index.html', 'today-page.tsx'])
  let scripts = 0
  let styles = 0
  for (const file of files) {
    const size = gzipSync(await readFile(join(folder, file)), { level: 9 }).length
    if (file.endsWith('.js')) scripts += size
    else if (file.endsWith('.css')) styles += size
  }
  return { scripts, styles, files: files.size }
}
