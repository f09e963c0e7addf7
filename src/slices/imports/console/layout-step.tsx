import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useId, useState } from 'react'
import { call } from '#platform/contracts/call.ts'
import { useCommandIds } from '#ui/command-ids.ts'
import { useTexts } from '#ui/language.ts'
import { Section } from '#ui/page.tsx'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { importRoutes } from '../import-contract.ts'
import { importPageMessages } from '../import-page-messages.ts'
import {
  importsKey,
  type LayoutQuestion,
  layoutQuery,
  type SheetLayout,
  type WholeImport,
} from './import-queries.ts'

const inMain = (field: HTMLElement) => field.closest('main') ?? document.body
/** What leaves a column out; no field is called so. */
const leftOut = '-'

/** A column's letter as a spreadsheet shows it. */
function letterOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : letterOf(Math.floor(column / 26) - 1) + last
}

/** Which sheet, where its header is and what each column holds: guessed, and corrected here. */
export function LayoutStep({ one, onTried }: { one: WholeImport; onTried: () => void }) {
  const page = useTexts(importPageMessages)
  const id = useId()
  const [asked, setAsked] = useState<LayoutQuestion>(() => {
    const { sheet, header, headerRows } = one.layout ?? {}
    return sheet === undefined ? {} : { sheet, header, headerRows }
  })
  const layout = useQuery({ ...layoutQuery(one.id, asked), placeholderData: keepPreviousData })
  const data = layout.data
  return (
    <Section title={page.layoutTitle}>
      {layout.error && <ProblemNotice problem={layout.error} onRetry={() => void layout.refetch()} />}
      {data && (
        <div className="import-form">
          <div className="import-choices">
            <div>
              <label htmlFor={`${id}-sheet`}>{page.sheet}</label>
              <Select
                id={`${id}-sheet`}
                value={data.sheet}
                showSearch={{ optionFilterProp: 'label' }}
                getPopupContainer={inMain}
                onChange={(sheet: number) => setAsked({ sheet })}
                options={one.sheets.map(({ name, hidden }, at) => ({
                  value: at,
                  label: page.sheetLabel(name || one.fileName, hidden),
                }))}
              />
            </div>
            <div>
              <label htmlFor={`${id}-header`}>{page.header}</label>
              <Select
                id={`${id}-header`}
                value={data.header ?? undefined}
                placeholder={page.choose}
                getPopupContainer={inMain}
                onChange={(header: number) =>
                  setAsked({ sheet: data.sheet, header, headerRows: data.headerRows })
                }
                options={data.head.map(({ row, cells }) => ({
                  value: row,
                  label: page.headerRow(row, cells.filter(Boolean).slice(0, 6).join(' · ')),
                }))}
              />
            </div>
            <div>
              <label htmlFor={`${id}-rows`}>{page.headerRows}</label>
              <Select
                id={`${id}-rows`}
                value={data.headerRows}
                getPopupContainer={inMain}
                onChange={(headerRows: number) =>
                  setAsked({ sheet: data.sheet, header: data.header ?? data.head[0]?.row ?? 1, headerRows })
                }
                options={[
                  { value: 1, label: page.oneRow },
                  { value: 2, label: page.twoRows },
                ]}
              />
            </div>
          </div>
          {data.header === null && <p role="alert">{page.noHeader}</p>}
          {data.hiddenRows > 0 && <p className="import-note">{page.hiddenTold(data.hiddenRows)}</p>}
          <Columns
            key={`${data.sheet} ${data.header} ${data.headerRows}`}
            one={one}
            layout={data}
            onTried={onTried}
          />
        </div>
      )}
    </Section>
  )
}

type ColumnGuess = SheetLayout['columns'][number]

function Columns({ one, layout, onTried }: { one: WholeImport; layout: SheetLayout; onTried: () => void }) {
  const page = useTexts(importPageMessages)
  const queries = useQueryClient()
  const ids = useCommandIds()
  const [fields, setFields] = useState<Map<number, string>>(() => {
    const kept = one.layout
    const same =
      kept?.sheet === layout.sheet && kept.header === layout.header && kept.headerRows === layout.headerRows
    return same
      ? new Map(kept.columns.map(({ column, field }) => [column, field]))
      : new Map(layout.columns.flatMap(({ column, field }) => (field ? [[column, field] as const] : [])))
  })
  const tried = useMutation({
    mutationFn: () => {
      const body = {
        sheet: layout.sheet,
        header: layout.header ?? 1,
        headerRows: layout.headerRows,
        columns: [...fields].map(([column, field]) => ({ column, field })),
      }
      const { command } = ids.for(body)
      return call(importRoutes.tryOut, { params: { import: one.id }, body, idempotencyKey: command })
    },
    onSuccess: async () => {
      ids.done()
      onTried()
      await queries.invalidateQueries({ queryKey: importsKey })
    },
  })
  const choose = (column: number, field: string) => {
    const next = new Map([...fields].filter(([at, chosen]) => at !== column && chosen !== field))
    if (field !== leftOut) next.set(column, field)
    setFields(next)
    tried.reset()
  }
  const options = [
    { value: leftOut, label: page.ignore },
    ...one.fields.map(({ key, name }) => ({ value: key, label: name })),
  ]
  return (
    <>
      <h3 className="import-heading">{page.columns}</h3>
      <ul className="import-columns">
        {layout.columns.map((column) => {
          const name = page.column(letterOf(column.column), column.heading)
          return (
            <li key={column.column}>
              <div>
                <p className="import-column">{name}</p>
                <p className="faint">
                  {column.samples.length > 0 ? page.samples(column.samples.join(' · ')) : page.noSamples}
                </p>
              </div>
              <div>
                <Select
                  aria-label={page.fieldOf(name)}
                  value={fields.get(column.column) ?? leftOut}
                  getPopupContainer={inMain}
                  onChange={(field: string) => choose(column.column, field)}
                  options={options}
                />
                <Guess column={column} field={fields.get(column.column) ?? null} />
              </div>
            </li>
          )
        })}
      </ul>
      {tried.error && <ProblemNotice problem={tried.error} />}
      <div className="import-actions">
        <Button
          type="primary"
          loading={tried.isPending}
          disabled={layout.header === null || fields.size === 0}
          onClick={() => tried.mutate()}
        >
          {tried.isPending ? page.trying : page.tryOut}
        </Button>
        <span className="faint">{page.nothingWritten}</span>
      </div>
    </>
  )
}

function Guess({ column, field }: { column: ColumnGuess; field: string | null }) {
  const page = useTexts(importPageMessages)
  if (column.notKept && field === null) return <p className="faint">{page.notKept}</p>
  if (field === null || field !== column.field) return null
  if (column.by === 'content') return <p className="import-unsure">{page.byContent}</p>
  return column.confidence >= 0.9 ? (
    <p className="faint">{page.sure}</p>
  ) : (
    <p className="import-unsure">{page.likely}</p>
  )
}
