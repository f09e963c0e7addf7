import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ClipboardEvent, type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { call } from '#platform/contracts/call.ts'
import { fileRoutes } from '#platform/files/file-contract.ts'
import { newId } from '#platform/records/new-id.ts'
import { FilePicker } from '#ui/file-picker.tsx'
import { useTexts } from '#ui/language.ts'
import { Page } from '#ui/page.tsx'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { visitRoutes } from '../visit-contract.ts'
import { visitDeskMessages } from '../visit-desk-messages.ts'
import { useKeptText } from './kept-text.ts'
import { knownVisit } from './known-visit.ts'
import { ManyReports } from './many/many-reports.tsx'
import { useReadingQueue } from './many/reading-queue.ts'
import { visitsKey } from './visit-queries.ts'
import './new-visit-page.css'

const types = '.txt,.html,.htm,.docx,.pdf'
const longestText = 1_000_000
const mostReports = 1000

function freshIds() {
  return { visit: newId(), command: newId(), commandAgain: newId(), upload: newId() }
}

/** Takes a report as a file or as pasted text and leads to the desk; several files become a queue. */
export default function NewVisitPage() {
  const t = useTexts(visitDeskMessages).read
  const all = useTexts(visitDeskMessages)
  const id = useId()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { queue, running } = useReadingQueue()
  const many = queue.reports.length > 0
  const [file, setFile] = useState<File | null>(null)
  const [text, setText] = useKeptText('report')
  const notice = useRef<HTMLDivElement>(null)
  const [missing, setMissing] = useState(false)
  /** The ids stay while the same report is sent again, so that a lost answer does not record it twice. */
  const ids = useRef(freshIds())

  const read = useMutation({
    mutationFn: async ({ again }: { again: boolean }) => {
      const { visit, command, commandAgain, upload } = ids.current
      const uploaded =
        file &&
        (await call(fileRoutes.upload, { query: { name: file.name }, body: file, idempotencyKey: upload }))
      const report = uploaded ? { file: uploaded.id } : { text }
      const body = { visit, ...report, again }
      return call(visitRoutes.record, { body, idempotencyKey: again ? commandAgain : command })
    },
    onSuccess: async ({ id: visit }) => {
      setText('')
      await navigate(`/visits/${visit}`)
      await queries.invalidateQueries({ queryKey: [...visitsKey, 'list'] })
    },
  })

  const change = (next: { file?: File | null; text?: string }) => {
    if (next.file !== undefined) setFile(next.file)
    if (next.text !== undefined) setText(next.text)
    setMissing(false)
    read.reset()
    ids.current = freshIds()
  }
  const choose = (chosen: File[]) => {
    if (!many && chosen.length < 2) return change({ file: chosen[0] ?? null })
    change({ file: null })
    running.add(chosen)
  }
  const paste = (event: ClipboardEvent) => {
    const [pasted] = event.clipboardData.files
    if (many || !pasted || event.clipboardData.types.includes('text/plain')) return
    event.preventDefault()
    change({ file: pasted })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!file && text.trim() === '') return setMissing(true)
    read.mutate({ again: false })
  }

  useEffect(() => {
    if (read.error) notice.current?.scrollIntoView({ block: 'center' })
  }, [read.error])

  const known = knownVisit(read.error)
  return (
    <Page
      title={t.title}
      lead={t.lead}
      breadcrumbs={[{ title: all.list.title, href: '/visits' }]}
      width="text"
    >
      <form className="read-report" onSubmit={submit} onPaste={paste} noValidate>
        <FilePicker
          zone={!many}
          folders
          label={many ? t.moreFiles : t.file}
          accept={types}
          most={mostReports}
          files={file ? [file] : []}
          onChange={choose}
        />
        {!file && !many && (
          <div className="read-text">
            <label htmlFor={id}>{t.text}</label>
            <textarea
              id={id}
              rows={10}
              maxLength={longestText}
              value={text}
              aria-invalid={missing || undefined}
              aria-describedby={`${id}-missing ${id}-hint`}
              onChange={(event) => change({ text: event.target.value })}
            />
            <p className="faint" id={`${id}-hint`}>
              {t.textHint}
            </p>
            <p className="read-missing" id={`${id}-missing`} role="alert">
              {missing && t.missing}
            </p>
          </div>
        )}
        {!many && (
          <>
            <div ref={notice}>
              {read.isError && (
                <ProblemNotice problem={read.error}>
                  {known && (
                    <>
                      <Link className="read-known" to={`/visits/${known.id}`}>
                        {t.openKnown}
                      </Link>
                      <Button onClick={() => read.mutate({ again: true })} loading={read.isPending}>
                        {t.readAgain}
                      </Button>
                    </>
                  )}
                </ProblemNotice>
              )}
            </div>
            <div className="read-actions">
              <Button type="primary" htmlType="submit" loading={read.isPending}>
                {read.isPending ? t.reading : t.action}
              </Button>
              <p className="faint">{t.safe}</p>
            </div>
          </>
        )}
      </form>
      {many && <ManyReports queue={queue} running={running} />}
    </Page>
  )
}
