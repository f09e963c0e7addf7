import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { call } from '#platform/contracts/call.ts'
import { type Column, DataList } from '#ui/data-list.tsx'
import { Moment } from '#ui/day.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Count } from '#ui/figures.tsx'
import { useTexts } from '#ui/language.ts'
import { Page } from '#ui/page.tsx'
import { importRoutes } from '../import-contract.ts'
import { importMessages } from '../import-messages.ts'
import { importPageMessages } from '../import-page-messages.ts'
import { type ImportRow, importsKey } from './import-queries.ts'
import { ImportLamp } from './state-lamp.tsx'

/** What was brought in spreadsheets: one's own imports, and everybody's where one looks after the county. */
export default function ImportsPage() {
  const t = useTexts(importMessages)
  const page = useTexts(importPageMessages)
  const navigate = useNavigate()
  const begin = (
    <Button type="primary" onClick={() => void navigate('/imports/new')}>
      {page.begin}
    </Button>
  )
  const columns: Column<ImportRow>[] = [
    { key: 'file', title: page.file, main: true, render: (row) => row.fileName },
    { key: 'what', title: page.what, width: '7em', render: (row) => row.kind.name },
    {
      key: 'state',
      title: page.state,
      width: '12em',
      card: 'plain',
      render: (row) => <ImportLamp state={row.state} />,
    },
    {
      key: 'rows',
      title: page.rows,
      width: '6em',
      numeric: true,
      render: (row) => <Count value={row.counts.all} />,
    },
    { key: 'who', title: page.who, width: '8em', render: (row) => row.person.name },
    { key: 'when', title: page.when, width: '11em', render: (row) => <Moment at={row.at} /> },
  ]
  return (
    <Page title={t.title} lead={page.lead} actions={begin}>
      <DataList
        label={t.title}
        queryKey={[...importsKey, 'list']}
        load={({ after, signal }) => call(importRoutes.list, { query: { after }, signal })}
        rowKey={(row) => row.id}
        rowTitle={(row) => row.fileName}
        href={(row) => `/imports/${row.id}`}
        columns={columns}
        empty={<EmptyState title={page.empty}>{page.emptyHint}</EmptyState>}
      />
    </Page>
  )
}
