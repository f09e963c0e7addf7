import { DeleteOutlined, PaperClipOutlined } from '@ant-design/icons'
import { type DragEvent, useId, useRef, useState } from 'react'
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
}

/** A size as people say it: 812 KB, 3.4 MB. */
export function fileSize(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`
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
  const { label, files, onChange, accept, largest = 20 * 1024 * 1024, most = 9, zone = false } = props
  const t = useTexts(uiMessages)
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [refusals, setRefusals] = useState<string[]>([])

  const add = (chosen: FileList | null) => {
    const refused: string[] = []
    const good = [...(chosen ?? [])].filter((file) => {
      if (!isAccepted(file, accept)) refused.push(t.files.wrongType(file.name))
      else if (file.size > largest) refused.push(t.files.tooLarge(file.name, fileSize(largest)))
      else return true
      return false
    })
    const room = most - files.length
    if (good.length > room) refused.push(t.files.tooMany(most))
    setRefusals(refused)
    if (good.length > 0 && room > 0) onChange([...files, ...good.slice(0, room)])
    if (input.current) input.current.value = ''
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

  return (
    <div className={zone ? 'files files-zone' : 'files'} data-over={over || undefined} {...drag}>
      <p className="files-label" id={`${id}-label`}>
        {label}
      </p>
      <div className="files-ask">
        <label className="files-button">
          <PaperClipOutlined aria-hidden="true" />
          {t.files.choose}
          <input
            ref={input}
            type="file"
            multiple={most > 1}
            accept={accept}
            aria-describedby={`${id}-label ${id}-limit`}
            onChange={(event) => add(event.target.files)}
          />
        </label>
        <span className="faint" id={`${id}-limit`}>
          {over ? t.files.drop : t.files.orDrop} · {t.files.limit(fileSize(largest))}
        </span>
      </div>
      {refusals.length > 0 && (
        <ul className="files-refused" role="alert">
          {refusals.map((refusal) => (
            <li key={refusal}>{refusal}</li>
          ))}
        </ul>
      )}
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
