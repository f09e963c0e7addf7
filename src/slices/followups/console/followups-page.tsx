import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { call } from '#platform/contracts/call.ts'
import { newId } from '#platform/records/new-id.ts'
import { DataList } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useTexts } from '#ui/language.ts'
import { Page } from '#ui/page.tsx'
import { SavedViews } from '#ui/saved-views.tsx'
import { useShortcuts } from '#ui/shortcuts.ts'
import { useUndo } from '#ui/undo.tsx'
import { followupRoutes } from '../followup-contract.ts'
import { followupPageMessages } from '../followup-page-messages.ts'
import { AssignDialog } from './assign-dialog.tsx'
import { ExportLink, ExportProgress, useExport } from './export-followups.tsx'
import {
  addressOfFilters,
  type Filters,
  filtersOf,
  filtersOfView,
  isNarrowed,
  type Sort,
  sorts,
  withFilter,
} from './filter-address.ts'
import { useFollowupColumns } from './followup-columns.tsx'
import { FollowupFilters } from './followup-filters.tsx'
import { followupsKey, listKey, usePerson, viewsQuery } from './followup-queries.ts'
import './followups-page.css'

const mostAtOnce = 100
/** The server counts no further. */
const mostCounted = 10_000

/** The rows that are to be handed out together. */
interface Chosen {
  ids: string[]
  clear: () => void
}

function assigning(choose: (chosen: Chosen) => void) {
  return (ids: string[], clear: () => void) => (
    <AssignSelected count={ids.length} onAssign={() => choose({ ids, clear })} />
  )
}

/** All follow-ups, narrowed by a sentence that lives in the address. */
export default function FollowupsPage() {
  const t = useTexts(followupPageMessages)
  const { filters, change, clear } = useFilters()
  const columns = useFollowupColumns()
  const exporting = useExport(filters)
  const person = usePerson()
  const root = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState<Chosen>()
  const allowed = (permission: string) => person?.permissions.includes(permission) ?? false
  const mayExport = allowed('followup.export')

  return (
    <Page title={t.title}>
      <div ref={root} className="followups">
        <SearchKey onPress={() => root.current?.querySelector<HTMLElement>('input[type=search]')?.focus()} />
        <Views filters={filters} />
        <FollowupFilters
          filters={filters}
          change={change}
          clear={clear}
          beside={
            <>
              <SortBy sort={filters.sort ?? 'due'} onChange={(sort) => change({ sort })} />
              {mayExport && <ExportLink exporting={exporting} />}
            </>
          }
        />
        <ExportProgress exporting={exporting} />
        <DataList
          label={t.title}
          queryKey={listKey(filters)}
          load={({ after, signal }) => call(followupRoutes.list, { query: { ...filters, after }, signal })}
          countedTo={mostCounted}
          rowKey={(row) => row.id}
          rowTitle={(row) => `${row.number} ${row.quote}`}
          href={(row) => `/followups/${row.id}`}
          columns={columns}
          empty={<Nothing filters={filters} onClear={clear} />}
          selection={allowed('followup.manage') ? assigning(setChosen) : undefined}
        />
      </div>
      {chosen && (
        <AssignDialog
          followups={chosen.ids}
          onClose={() => setChosen(undefined)}
          onDone={() => {
            chosen.clear()
            setChosen(undefined)
          }}
        />
      )}
    </Page>
  )
}

/** `/` leads into this page's own search. It is offered after the frame's key of the same name, so that it wins. */
function SearchKey({ onPress }: { onPress: () => void }) {
  const [framed, setFramed] = useState(false)
  useEffect(() => setFramed(true), [])
  return framed && <OfferedSearchKey onPress={onPress} />
}

function OfferedSearchKey({ onPress }: { onPress: () => void }) {
  const t = useTexts(followupPageMessages).list
  useShortcuts([{ keys: '/', label: t.focusSearch, run: onPress }])
  return null
}

function useFilters() {
  const [params, setParams] = useSearchParams()
  const filters = useMemo(() => filtersOf(params), [params])
  const change = (changed: Partial<Filters>, how?: { replace?: boolean }) =>
    setParams((now) => addressOfFilters(withFilter(filtersOf(now), changed)), {
      ...how,
      preventScrollReset: true,
    })
  const clear = () =>
    setParams((now) => addressOfFilters({ sort: filtersOf(now).sort }), { preventScrollReset: true })
  return { filters, change, clear }
}

function SortBy({ sort, onChange }: { sort: Sort; onChange: (sort: Sort) => void }) {
  const t = useTexts(followupPageMessages).list
  return (
    <label className="sort-by">
      <span>{t.sort}</span>
      <select value={sort} onChange={(event) => onChange(event.target.value as Sort)}>
        {sorts.map((one) => (
          <option key={one} value={one}>
            {t.sorts[one]}
          </option>
        ))}
      </select>
    </label>
  )
}

function AssignSelected({ count, onAssign }: { count: number; onAssign: () => void }) {
  const t = useTexts(followupPageMessages).list
  if (count > mostAtOnce) return <span>{t.tooMany(mostAtOnce)}</span>
  return (
    <Button type="primary" onClick={onAssign}>
      {t.assignSelected(count)}
    </Button>
  )
}

function Nothing({ filters, onClear }: { filters: Filters; onClear: () => void }) {
  const t = useTexts(followupPageMessages).list
  if (!isNarrowed(filters)) {
    return (
      <EmptyState title={t.emptyTitle} action={<Link to="/visits">{t.emptyAction}</Link>}>
        {t.empty}
      </EmptyState>
    )
  }
  return (
    <EmptyState title={t.noneTitle} action={<Button onClick={onClear}>{t.noneAction}</Button>}>
      {t.none}
    </EmptyState>
  )
}

function Views({ filters }: { filters: Filters }) {
  const t = useTexts(followupPageMessages).views
  const client = useQueryClient()
  const done = useUndo()
  const views = useQuery(viewsQuery)
  const refresh = () => client.invalidateQueries({ queryKey: [...followupsKey, 'views'] })
  const save = async (name: string, query: Filters) => {
    await call(followupRoutes.saveView, { body: { view: newId(), name, query: { ...query } } })
    await refresh()
  }
  if (!views.data) return null
  return (
    <SavedViews
      views={views.data.items.map(({ id, name, query }) => ({
        id,
        name,
        search: addressOfFilters(filtersOfView(query)),
      }))}
      current={addressOfFilters(filters)}
      onSave={(name) => save(name, filters)}
      onRemove={async (view) => {
        await call(followupRoutes.dropView, { params: { view: view.id } })
        await refresh()
        const query = filtersOf(new URLSearchParams(view.search))
        done({ message: t.deleted(view.name), undo: () => save(view.name, query) })
      }}
    />
  )
}
