import { createHash } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Where the bytes of files stand, each once, under their SHA-256. */
export interface FileShelf {
  put(bytes: Uint8Array): Promise<{ sha256: string; size: number }>
  /** Null when nothing stands under the hash. */
  get(sha256: string): Promise<Uint8Array | null>
  remove(sha256: string): Promise<void>
}

/** A shelf in a folder. A file appears whole or not at all, and is on the disk before `put` returns. */
export function folderShelf(folder: string): FileShelf {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256)
  return {
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const path = pathOf(sha256)
      if (!(await stat(path).catch(() => null))) await writeWhole(path, bytes)
      return { sha256, size: bytes.byteLength }
    },
    async get(sha256) {
      return readFile(pathOf(sha256)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null
        throw error
      })
    },
    async remove(sha256) {
      await rm(pathOf(sha256), { force: true })
    },
  }
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const part = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`
  const file = await open(part, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(part, path)
}
