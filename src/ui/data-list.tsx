import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useLocation, useNavigate, useNavigationType } from 'react-router'
import { CardPage, holds, type RowDeeds, startsOf, TablePage } from './data-list-rows.tsx'
import { formatNumber } from './figures.tsx'
import { useLanguage, useTexts } from './language.ts'
import { ProblemNotice } from './problem-notice.tsx'
import { useShortcuts } from './shortcuts.ts'
import { uiMessages } from './ui-messages.ts'
import { useOneColumn } from './use-media.ts'
import './data-list.css'

/** One page of a list as the server answers it. */
export interface ListPage<Row, Cursor = string> {
  items: Row[]
  /** What to ask for the page behind this one, or null on the last. */
  next: Cursor | null
  /** How many records the filters find in all, where the server counts them. */
  total?: number
}

export interface Column<Row> {
  key: string
  title: string
  render: (row: Row) => ReactNode
  /** A CSS width; columns without one share what is left. */
  width?: string
  /** Figures stand right-aligned. */
  numeric?: boolean
  /** The column that names the record and opens it. Exactly one column is it. */
  main?: boolean
  /** On a card the value stands with its title; `plain` leaves the title out, `hide` the whole. */
  card?: 'plain' | 'hide'
}

export interface DataListProps<Row, Cursor> {
  /** Names the list for a reader of the screen: 督办事项. */
  label: string
  /** The query's key, filters included: `['followups', filters.values]`. */
  queryKey: readonly unknown[]
  /** Asks the server for the page behind `after`; without it, for the first. */
  load: (page: { after: Cursor | undefined; signal: AbortSignal }) => Promise<ListPage<Row, Cursor>>
  /** Where the server stops counting: a total above it is shown as "more than". */
  countedTo?: number
  rowKey: (row: Row) => string
  /** The record's name as plain text. */
  rowTitle: (row: Row) => string
  href?: (row: Row) => string
  columns: Column<Row>[]
  /** Shown where nothing is found; usually an `EmptyState`. */
  empty: ReactNode
  /** What can be done with several records at once. Turns the checkboxes and the key `x` on. */
  selection?: (ids: string[], clear: () => void) => ReactNode
}

/** Pages that load by themselves while the reader scrolls; after them a button asks. */
const pagesByThemselves = 4
const pageSize = 50

/** The row that was opened from each place in the history, to come back to. */
const openedRows = new Map<string, string>()

/**
 * A list made for 100,000 rows. The server pages it by cursor; only pages near the window stand in the
 * document; j, k, Enter and x work it; going back finds the same row again. Columns on a wide window, cards
 * on a phone and in elder mode.
 */
export function DataList<Row, Cursor = string>(props: DataListProps<Row, Cursor>) {
  const {
    label,
    queryKey,
    load,
    countedTo = Number.POSITIVE_INFINITY,
    rowKey,
    rowTitle,
    href,
    columns,
    empty,
    selection,
  } = props
  const t = useTexts(uiMessages)
  const language = useLanguage()
  const oneColumn = useOneColumn()
  const navigate = useNavigate()
  const { key: place } = useLocation()
  const arrival = useNavigationType()
  const root = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(-1)
  const wanted = useRef(-1)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())

  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => load({ after: pageParam as Cursor | undefined, signal }),
    initialPageParam: undefined as Cursor | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (before) => before,
  })
  const pages = query.data?.pages ?? []
  const rows = useMemo(() => query.data?.pages.flatMap(({ items }) => items) ?? [], [query.data])
  const total = pages[0]?.total

  const filtersKey = JSON.stringify(queryKey)
  useEffect(() => {
    if (filtersKey) setSelected(new Set())
    setActive(-1)
  }, [filtersKey])

  const focusRow = useCallback((index: number) => {
    wanted.current = index
    setActive(index)
  }, [])

  const loaded = rows.length > 0
  useEffect(() => {
    const opened = arrival === 'POP' && loaded ? openedRows.get(place) : undefined
    if (!opened) return
    openedRows.delete(place)
    const index = rows.findIndex((row) => rowKey(row) === opened)
    if (index >= 0) focusRow(index)
  }, [arrival, loaded, place, rows, rowKey, focusRow])

  useEffect(() => {
    if (wanted.current !== active || active < 0) return
    wanted.current = -1
    root.current?.querySelector<HTMLElement>(`[data-row="${active}"] [data-open]`)?.focus()
  }, [active])

  const step = (by: 1 | -1) => {
    const next = active < 0 ? 0 : active + by
    if (next < 0) return
    if (next < rows.length) focusRow(next)
    else if (query.hasNextPage && !query.isFetchingNextPage)
      void query.fetchNextPage().then(() => focusRow(next))
  }

  const toggle = (id: string) => {
    const next = new Set(selected)
    if (!next.delete(id)) next.add(id)
    setSelected(next)
  }

  const activeRow = rows[active]
  useShortcuts([
    { keys: 'j', label: t.list.nextRow, run: () => step(1) },
    { keys: 'k', label: t.list.previousRow, run: () => step(-1) },
    ...(selection && activeRow
      ? [{ keys: 'x', label: t.list.selectRow, run: () => toggle(rowKey(activeRow)) }]
      : []),
  ])

  const open = (row: Row, index: number) => {
    setActive(index)
    openedRows.set(place, rowKey(row))
  }

  const go = (row: Row) => {
    if (href) void navigate(href(row))
  }
  const latest = useRef<Omit<RowDeeds<Row>, 'focus'>>(null)
  useLayoutEffect(() => {
    latest.current = { open, toggle, go }
  })
  const [deeds] = useState<RowDeeds<Row>>(() => ({
    focus: setActive,
    open: (row, index) => latest.current?.open(row, index),
    go: (row) => latest.current?.go(row),
    toggle: (id) => latest.current?.toggle(id),
  }))

  if (query.isPending) return <Skeleton label={label} />
  if (query.isError && !loaded)
    return <ProblemNotice problem={query.error} onRetry={() => void query.refetch()} />
  if (!loaded) return <>{empty}</>

  const shared = {
    columns,
    rowKey,
    rowTitle,
    href,
    selected,
    deeds,
    selectable: selection !== undefined,
    windowed: pages.length > 3,
  }
  const starts = startsOf(pages)
  const parts = pages.map(({ items }, page) => {
    const start = starts[page] ?? 0
    const mine = { ...shared, rows: items, start, active: holds(start, items.length, active) ? active : -2 }
    return oneColumn ? <CardPage key={start} {...mine} /> : <TablePage key={start} {...mine} />
  })
  const number = (value: number) => formatNumber(value, language)
  const words = (value: number) => (value > countedTo ? t.list.above(number(countedTo)) : number(value))
  const shownAll = total === undefined || rows.length >= total

  return (
    <div ref={root} className="data-list" data-refreshing={query.isPlaceholderData || undefined}>
      <p className="list-total" role="status">
        {total !== undefined && t.list.total(words(total))}
        {query.isPlaceholderData && <span className="visually-hidden">{t.list.refreshing}</span>}
      </p>
      {oneColumn ? (
        <section aria-label={label}>{parts}</section>
      ) : (
        <table
          className="list-table"
          aria-label={label}
          aria-rowcount={total === undefined || total > countedTo ? -1 : total + 1}
        >
          <thead>
            <tr aria-rowindex={1}>
              {selection && <td className="list-check" />}
              {columns.map(({ key, title, width, numeric }) => (
                <th key={key} scope="col" style={{ width }} className={numeric ? 'list-numeric' : undefined}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          {parts}
        </table>
      )}
      <More
        byItself={pages.length < pagesByThemselves}
        waiting={query.isFetchingNextPage}
        problem={query.isFetchNextPageError ? query.error : undefined}
        onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
        note={shownAll ? undefined : t.list.shown(number(rows.length), words(total))}
      />
      {selection && selected.size > 0 && (
        <div className="list-selection" role="toolbar" aria-label={t.list.selected(selected.size)}>
          <span>{t.list.selected(selected.size)}</span>
          {selection([...selected], () => setSelected(new Set()))}
          <Button onClick={() => setSelected(new Set())}>{t.list.clearSelection}</Button>
        </div>
      )}
    </div>
  )
}

interface MoreProps {
  byItself: boolean
  waiting: boolean
  problem: unknown
  note: string | undefined
  onMore: (() => void) | undefined
}

function More({ byItself, waiting, problem, note, onMore }: MoreProps) {
  const t = useTexts(uiMessages)
  const edge = useRef<HTMLDivElement>(null)
  const ready = byItself && !waiting && !problem
  useEffect(() => {
    if (!onMore || !ready || !edge.current) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && onMore(), {
      rootMargin: '600px',
    })
    observer.observe(edge.current)
    return () => observer.disconnect()
  }, [onMore, ready])
  if (problem) return <ProblemNotice problem={problem} onRetry={onMore} />
  if (!onMore) return null
  return (
    <div ref={edge} className="list-more">
      <Button onClick={onMore} loading={waiting}>
        {waiting ? t.list.loadingMore : t.list.more(pageSize)}
      </Button>
      {note && <span className="faint">{note}</span>}
    </div>
  )
}

function Skeleton({ label }: { label: string }) {
  const t = useTexts(uiMessages)
  return (
    <div className="list-skeleton" role="status">
      <span className="visually-hidden">
        {label}: {t.loading}
      </span>
      {Array.from({ length: 6 }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the grey lines are all alike.
        <div key={row} aria-hidden="true">
          <i style={{ width: `${62 - ((row * 17) % 28)}%` }} />
          <i style={{ width: '12%' }} />
        </div>
      ))}
    </div>
  )
}
