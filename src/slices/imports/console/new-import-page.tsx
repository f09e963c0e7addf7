import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Radio } from 'antd'
import { useId, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { call } from '#platform/contracts/call.ts'
import { fileRoutes } from '#platform/files/file-contract.ts'
import { newId } from '#platform/records/new-id.ts'
import { FilePicker } from '#ui/file-picker.tsx'
import { useTexts } from '#ui/language.ts'
import { Page } from '#ui/page.tsx'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { importRoutes } from '../import-contract.ts'
import { importMessages } from '../import-messages.ts'
import { importPageMessages } from '../import-page-messages.ts'
import { importsKey, kindsQuery } from './import-queries.ts'
import './imports.css'

const freshIds = () => ({ record: newId(), command: newId(), upload: newId() })

/** Takes a spreadsheet, and leads to how it is understood. */
export default function NewImportPage() {
  const t = useTexts(importMessages)
  const page = useTexts(importPageMessages)
  const id = useId()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const kinds = useQuery(kindsQuery)
  const [chosen, setChosen] = useState<string>()
  const [file, setFile] = useState<File | null>(null)
  const [missing, setMissing] = useState(false)
  const ids = useRef(freshIds())
  const kind = kinds.data?.items.find((one) => one.kind === chosen) ?? kinds.data?.items[0]

  const begin = useMutation({
    mutationFn: async (sent: { file: File; kind: string }) => {
      const { record, command, upload } = ids.current
      const body = { query: { name: sent.file.name }, body: sent.file, idempotencyKey: upload }
      const uploaded = await call(fileRoutes.upload, body)
      return call(importRoutes.begin, {
        body: { import: record, kind: sent.kind, file: uploaded.id },
        idempotencyKey: command,
      })
    },
    onSuccess: async ({ id: record }) => {
      await queries.invalidateQueries({ queryKey: [...importsKey, 'list'] })
      await navigate(`/imports/${record}`, { replace: true })
    },
  })
  const change = (next: () => void) => {
    next()
    setMissing(false)
    begin.reset()
    ids.current = freshIds()
  }
  return (
    <Page
      title={page.newTitle}
      lead={page.newLead}
      breadcrumbs={[{ title: t.title, href: '/imports' }]}
      width="text"
    >
      <form
        className="import-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!file || !kind) setMissing(true)
          else begin.mutate({ file, kind: kind.kind })
        }}
      >
        <div>
          <p className="import-label" id={`${id}-kind`}>
            {page.chooseKind}
          </p>
          <Radio.Group
            aria-labelledby={`${id}-kind`}
            value={kind?.kind}
            onChange={(event) => change(() => setChosen(event.target.value as string))}
            options={(kinds.data?.items ?? []).map((one) => ({ value: one.kind, label: one.name }))}
          />
        </div>
        {kind && (
          <div>
            <p className="import-label">{page.columnsOf}</p>
            <dl className="import-fields">
              {kind.fields.map(({ key, name, hint, required }) => (
                <div key={key}>
                  <dt>
                    {name}
                    {required && <span className="import-needed"> {page.required}</span>}
                  </dt>
                  <dd>{hint}</dd>
                </div>
              ))}
            </dl>
            {kind.notKept.length > 0 && <p className="faint">{page.noRights}</p>}
          </div>
        )}
        <FilePicker
          zone
          label={page.chooseFile}
          accept=".xlsx,.csv,.txt,.tsv"
          most={1}
          files={file ? [file] : []}
          onChange={(files) => change(() => setFile(files.at(-1) ?? null))}
        />
        {missing && (
          <p className="import-missing" role="alert">
            {page.fileMissing}
          </p>
        )}
        {(begin.error ?? kinds.error) && <ProblemNotice problem={begin.error ?? kinds.error} />}
        <div className="import-actions">
          <Button type="primary" htmlType="submit" loading={begin.isPending}>
            {page.upload}
          </Button>
        </div>
      </form>
    </Page>
  )
}
