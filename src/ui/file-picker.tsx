import { DeleteOutlined, FolderOpenOutlined, PaperClipOutlined } from '@ant-design/icons'
import { type ChangeEvent, type DragEvent, useId, useState } from 'react'
import { useDropAnywhere } from './drop-anywhere.ts'
import { droppedFiles, isOfTheSystem } from './dropped-files.ts'
import { useTexts } from './language.ts'
import { uiMessages } from './ui-messages.ts'
import './file-picker.css'

interface FilePickerProps {
  label: string
  files: File[]
  onChange: (files: File[]) => void
  /** Endings and types as the browser's file field takes them: `.pdf,.docx,image/*`. */
  accept?: string
  /** Largest size of one file, in bytes. */
  largest?: number
  most?: number
  /** The file is large on the page: the page's one purpose is to take a document. */
  zone?: boolean
  /** A whole folder may be chosen, or dropped anywhere on the page; what is not accepted is named and left. */
  folders?: boolean
}

/** Makes a file field one for folders; every browser knows it, React's types do not. */
const ofFolder = { webkitdirectory: '' }
/** Phones have no folders to choose. */
const knowsFolders =
  typeof HTMLInputElement !== 'undefined' && 'webkitdirectory' in HTMLInputElement.prototype

/** A size as people say it: 812 KB, 3.4 MB. */
export function fileSize(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.ceil(bytes / 1024)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '')} MB`
}

/** Whether a file is of one of the types in `accept`; without `accept` every file is. */
export function isAccepted(file: { name: string; type: string }, accept: string | undefined): boolean {
  if (!accept) return true
  return accept.split(',').some((part) => {
    const rule = part.trim().toLowerCase()
    if (rule.startsWith('.')) return file.name.toLowerCase().endsWith(rule)
    if (rule.endsWith('/*')) return file.type.startsWith(rule.slice(0, -1))
    return file.type === rule
  })
}

/** Files by a button, by dropping or by pasting nothing at all: the keyboard alone reaches everything. */
export function FilePicker(props: FilePickerProps) {
  const {
    label,
    files,
    onChange,
    accept,
    largest = 20 * 1024 * 1024,
    most = 9,
    zone = false,
    folders = false,
  } = props
  const t = useTexts(uiMessages)
  const id = useId()
  const [over, setOver] = useState(false)
  const [refusals, setRefusals] = useState<string[]>([])

  const add = (chosen: Iterable<File>) => {
    const refused: string[] = []
    const good = [...chosen].filter((file) => {
      if (folders && isOfTheSystem(file)) return false
      if (!isAccepted(file, accept)) refused.push(t.files.wrongType(file.name))
      else if (file.size > largest) refused.push(t.files.tooLarge(file.name, fileSize(largest)))
      else return true
      return false
    })
    const room = most - files.length
    if (good.length > room) refused.push(t.files.tooMany(most))
    setRefusals(refused)
    if (good.length > 0 && room > 0) onChange([...files, ...good.slice(0, room)])
  }
  const addChosen = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const chosen = [...(currentTarget.files ?? [])]
    // Emptied, so that the same file can be chosen again.
    currentTarget.value = ''
    add(chosen)
  }

  const drag = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      add(event.dataTransfer.files)
    },
  }
  const overPage = useDropAnywhere(folders, (data) => void droppedFiles(data).then(add))
  const hangs = over || overPage

  return (
    <div
      className={zone ? 'files files-zone' : 'files'}
      data-over={hangs || undefined}
      {...(folders ? {} : drag)}
    >
      <p className="files-label" id={`${id}-label`}>
        {label}
      </p>
      <div className="files-ask">
        <label className="files-button">
          <PaperClipOutlined aria-hidden="true" />
          {t.files.choose}
          <input
            type="file"
            multiple={most > 1}
            accept={accept}
            aria-describedby={`${id}-label ${id}-limit`}
            onChange={addChosen}
          />
        </label>
        {folders && knowsFolders && (
          <label className="files-button">
            <FolderOpenOutlined aria-hidden="true" />
            {t.files.chooseFolder}
            <input
              type="file"
              {...ofFolder}
              aria-describedby={`${id}-label ${id}-limit`}
              onChange={addChosen}
            />
          </label>
        )}
        <span className="faint" id={`${id}-limit`}>
          {hangs ? t.files.drop : folders ? t.files.orDropFolder : t.files.orDrop} ·{' '}
          {t.files.limit(fileSize(largest))}
        </span>
      </div>
      {refusals.length > 0 && <Refusals refusals={refusals} />}
      {files.length > 0 && (
        <ul className="files-chosen">
          {files.map((file, at) => (
            <li key={`${file.name}-${file.size}-${file.lastModified}`}>
              <span className="files-name">{file.name}</span>
              <span className="figure faint">{fileSize(file.size)}</span>
              <button
                type="button"
                className="icon-button"
                aria-label={t.files.remove(file.name)}
                onClick={() => onChange(files.filter((_, index) => index !== at))}
              >
                <DeleteOutlined aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const refusalsAtOnce = 3

/** What was not taken, each by its name; a folder full of pictures does not fill the page. */
function Refusals({ refusals }: { refusals: readonly string[] }) {
  const t = useTexts(uiMessages)
  const rest = refusals.slice(refusalsAtOnce)
  const list = (some: readonly string[]) => (
    <ul>
      {some.map((refusal, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two folders may hold files of one name, and nothing moves.
        <li key={`${at} ${refusal}`}>{refusal}</li>
      ))}
    </ul>
  )
  return (
    <div className="files-refused" role="alert">
      {list(refusals.slice(0, refusalsAtOnce))}
      {rest.length > 0 && (
        <details>
          <summary>{t.files.moreLeft(rest.length)}</summary>
          {list(rest)}
        </details>
      )}
    </div>
  )
}
