import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { call } from '#platform/contracts/call.ts'
import { newId } from '#platform/records/new-id.ts'
import { oneOf, useAddressFilters } from '#ui/address-filters.ts'
import { type Column, DataList } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { formatNumber } from '#ui/figures.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { importRoutes, rowFilters } from '../import-contract.ts'
import { importPageMessages } from '../import-page-messages.ts'
import { importsKey, type SheetRow, type WholeImport } from './import-queries.ts'
import { RowLamp } from './state-lamp.tsx'

type Filter = (typeof rowFilters)[number]
type Choice = 'new' | 'skip' | 'merge'

const schema = { show: oneOf(...rowFilters) }
const inMain = (field: HTMLElement) => field.closest('main') ?? document.body

/** Every row with what would happen, or has happened; what is open is decided here. */
export function ImportRows({ one }: { one: WholeImport }) {
  const page = useTexts(importPageMessages)
  const language = useLanguage()
  const queries = useQueryClient()
  const filters = useAddressFilters(schema)
  const show: Filter = filters.values.show ?? 'all'
  const { counts } = one
  const sizes: Partial<Record<Filter, number>> = {
    all: counts.all,
    fault: counts.fault,
    likely: counts.likely,
    exact: counts.exact,
    hidden: counts.hidden,
    refused: counts.refused,
    kept: counts.kept,
  }
  const offered = rowFilters.filter((filter) => filter === 'all' || filter === show || sizes[filter] !== 0)
  const decide = useMutation({
    mutationFn: (body: {
      rows?: { row: number; choice: Choice }[]
      all?: { sure: 'exact' | 'likely'; choice: Choice }
    }) => call(importRoutes.decide, { params: { import: one.id }, body, idempotencyKey: newId() }),
    onSuccess: () => queries.invalidateQueries({ queryKey: importsKey }),
  })
  const open = one.actions.includes('decide')
  const columns: Column<SheetRow>[] = [
    { key: 'row', title: page.row, width: '5em', numeric: true, render: ({ row }) => row },
    {
      key: 'title',
      title: page.record,
      width: '16em',
      main: true,
      render: ({ title }) => title || page.blank,
    },
    {
      key: 'state',
      title: page.result,
      width: '13em',
      card: 'plain',
      render: ({ state }) => <RowLamp state={state} />,
    },
    { key: 'remarks', title: page.remarks, render: (row) => <Remarks row={row} /> },
    ...(open
      ? [
          {
            key: 'choice',
            title: page.decision,
            width: '9em',
            render: (row: SheetRow) =>
              row.choices.length > 1 ? (
                <Select<Choice>
                  aria-label={page.choiceOf(row.row)}
                  className="import-choice"
                  value={row.choice ?? undefined}
                  placeholder={page.choose}
                  getPopupContainer={inMain}
                  onChange={(choice) => decide.mutate({ rows: [{ row: row.row, choice }] })}
                  options={row.choices.map((choice) => ({ value: choice, label: page.choices[choice] }))}
                />
              ) : null,
          },
        ]
      : []),
  ]
  return (
    <>
      <fieldset className="import-filters">
        <legend>{page.show}</legend>
        {offered.map((filter) => (
          <button
            key={filter}
            type="button"
            className="text-button"
            aria-pressed={filter === show}
            onClick={() => filters.set({ show: filter === 'all' ? undefined : filter })}
          >
            {sizes[filter] === undefined
              ? page.filters[filter]
              : page.filterCount(page.filters[filter], formatNumber(sizes[filter], language))}
          </button>
        ))}
      </fieldset>
      {open && counts.undecided > 0 && (
        <div className="import-together">
          <span>{page.together}</span>
          {(['skip', 'merge', 'new'] as const).map((choice) => (
            <Button
              key={choice}
              loading={decide.isPending}
              onClick={() => decide.mutate({ all: { sure: 'likely', choice } })}
            >
              {page.all[choice]}
            </Button>
          ))}
        </div>
      )}
      {decide.error && <ProblemNotice problem={decide.error} />}
      <DataList<SheetRow, number>
        label={page.dryTitle}
        queryKey={[...importsKey, 'rows', one.id, show, one.state]}
        load={({ after, signal }) =>
          call(importRoutes.rows, { params: { import: one.id }, query: { show, after }, signal })
        }
        rowKey={({ row }) => String(row)}
        rowTitle={({ title, row }) => title || String(row)}
        columns={columns}
        empty={<EmptyState title={page.noRows} />}
      />
    </>
  )
}

/** What is wrong, what is to be known, and which record is there already. */
function Remarks({ row }: { row: SheetRow }) {
  const page = useTexts(importPageMessages)
  const language = useLanguage()
  const colon = language === 'zh' ? '：' : ': '
  const lines = [
    ...row.faults.map(({ field, text }) => ({ wrong: true, text: (field ? field + colon : '') + text })),
    ...(row.why ? [{ wrong: row.state === 'refused', text: row.why }] : []),
    ...(row.match ? [{ wrong: false, text: row.match.why }] : []),
    ...row.notes.map(({ field, text }) => ({ wrong: false, text: (field ? field + colon : '') + text })),
    ...(row.match?.differs ?? []).map(({ field, now, file }) => ({
      wrong: false,
      text: page.differs(field, now ?? page.blank, file),
    })),
  ]
  return (
    <ul className="import-remarks">
      {lines.map(({ wrong, text }) => (
        <li key={text} className={wrong ? 'import-wrong' : undefined}>
          {text}
        </li>
      ))}
    </ul>
  )
}
