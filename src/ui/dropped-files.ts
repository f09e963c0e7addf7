/** What a computer keeps in a folder for itself; nobody chose it, so nobody is told about it. */
const ofTheSystem = /^(?:\.|~\$|thumbs\.db$|desktop\.ini$|__MACOSX$)/i

/** Whether a file is the system's own: hidden, a lock of an open document, a folder's settings. */
export function isOfTheSystem(file: { name: string; webkitRelativePath?: string }): boolean {
  return (file.webkitRelativePath || file.name).split('/').some((part) => ofTheSystem.test(part))
}

/**
 * All files of a drop, those inside folders too, each with its path in `webkitRelativePath` as a folder field gives
 * it. Must be called while the event is handled: afterwards the browser has forgotten what was dropped.
 */
export async function droppedFiles(data: DataTransfer): Promise<File[]> {
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry?.() ?? [])
  if (!entries.some((entry) => entry.isDirectory)) return [...data.files]
  const found: File[] = []
  for (const entry of entries) await collect(entry, found)
  return found
}

async function collect(entry: FileSystemEntry, found: File[]): Promise<void> {
  if (ofTheSystem.test(entry.name)) return
  if (entry.isFile) {
    const file = await fileOf(entry as FileSystemFileEntry)
    if (file) found.push(withPath(file, entry.fullPath.replace(/^\//, '')))
    return
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  // A folder is told a hundred at a time, and ends with none.
  for (let some = await readSome(reader); some.length > 0; some = await readSome(reader)) {
    for (const one of some) await collect(one, found)
  }
}

/** Null where the file went away between the drop and now. */
function fileOf(entry: FileSystemFileEntry): Promise<File | null> {
  return new Promise((resolve) => entry.file(resolve, () => resolve(null)))
}

function readSome(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve) => reader.readEntries(resolve, () => resolve([])))
}

/** A dropped file does not know its folder; one out of a folder field does. */
function withPath(file: File, path: string): File {
  if (path.includes('/')) Object.defineProperty(file, 'webkitRelativePath', { value: path })
  return file
}
