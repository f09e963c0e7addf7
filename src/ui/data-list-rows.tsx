import { type MouseEvent, memo, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { Check } from './check.tsx'
import type { Column } from './data-list.tsx'
import { useTexts } from './language.ts'
import { languageOf } from './language-of.ts'
import { uiMessages } from './ui-messages.ts'

interface RowsProps<Row> {
  rows: Row[]
  /** Position of the first of these rows in the whole list. */
  start: number
  columns: Column<Row>[]
  rowKey: (row: Row) => string
  rowTitle: (row: Row) => string
  href?: (row: Row) => string
  active: number
  selected: ReadonlySet<string>
  /** Rows far from the window leave the document; their height stays. */
  windowed: boolean
  selectable: boolean
  /** The same object as long as the list lives, so that a step of the cursor draws only the rows it leaves and enters. */
  deeds: RowDeeds<Row>
}

export interface RowDeeds<Row> {
  focus: (index: number) => void
  open: (row: Row, index: number) => void
  go: (row: Row) => void
  toggle: (id: string) => void
}

/** Whether the rows are near the window, and the height that they had when they were last seen. */
function useNearWindow(part: RefObject<HTMLElement | null>, windowed: boolean, held: boolean) {
  const [near, setNear] = useState(true)
  const height = useRef(0)
  useEffect(() => {
    const element = part.current
    if (!element || !windowed) return
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry) return
        if (entry.boundingClientRect.height > 0) height.current = entry.boundingClientRect.height
        setNear(entry.isIntersecting)
      },
      { rootMargin: '1600px 0px' },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [part, windowed])
  return { shown: near || held || !windowed, height: height.current }
}

/** Whether the cursor stands in these rows or beside them, where its next step may lead. */
export function holds(start: number, count: number, active: number): boolean {
  return active >= start - 1 && active <= start + count
}

/** At which row of the whole list each page begins. */
export function startsOf(pages: readonly { items: readonly unknown[] }[]): number[] {
  const starts: number[] = []
  let next = 0
  for (const { items } of pages) {
    starts.push(next)
    next += items.length
  }
  return starts
}

/** A click anywhere on the row opens it, unless it was meant for something in it or marks text. */
function isPlainClick(event: MouseEvent): boolean {
  const target = event.target as Element
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return false
  return !target.closest('a,button,input,label,select') && (getSelection()?.isCollapsed ?? true)
}

function OpenLink<Row>({ row, index, props }: { row: Row; index: number; props: RowsProps<Row> }) {
  const { columns, href, deeds, active, rowTitle } = props
  const main: ReactNode = columns.find((column) => column.main)?.render(row)
  const shared = { 'data-open': true, lang: languageOf(rowTitle(row)), onFocus: () => deeds.focus(index) }
  if (!href) {
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: j and k move the focus along the rows.
      <span {...shared} tabIndex={index === Math.max(active, 0) ? 0 : -1}>
        {main}
      </span>
    )
  }
  return (
    <Link {...shared} to={href(row)} className="list-open" onClick={() => deeds.open(row, index)}>
      {main}
    </Link>
  )
}

function RowCheck<Row>({ row, props }: { row: Row; props: RowsProps<Row> }) {
  const t = useTexts(uiMessages)
  const { selectable, deeds, rowKey, rowTitle, selected } = props
  if (!selectable) return null
  return (
    <Check
      checked={selected.has(rowKey(row))}
      onChange={() => deeds.toggle(rowKey(row))}
      label={t.list.select(rowTitle(row))}
    />
  )
}

function rowState<Row>(row: Row, index: number, { active, selected, rowKey }: RowsProps<Row>) {
  return {
    'data-row': index,
    'data-active': index === active || undefined,
    'data-selected': selected.has(rowKey(row)) || undefined,
  }
}

function TableRows<Row>(props: RowsProps<Row>) {
  const { rows, start, columns, rowKey, deeds, selectable, active, windowed, href } = props
  const part = useRef<HTMLTableSectionElement>(null)
  const { shown, height } = useNearWindow(part, windowed, holds(start, rows.length, active))
  if (!shown) {
    return (
      <tbody ref={part}>
        <tr aria-hidden="true" style={{ height }}>
          <td colSpan={columns.length + (selectable ? 1 : 0)} />
        </tr>
      </tbody>
    )
  }
  return (
    <tbody ref={part}>
      {rows.map((row, offset) => {
        const index = start + offset
        const go = (event: MouseEvent) => {
          if (!href || !isPlainClick(event)) return
          deeds.open(row, index)
          deeds.go(row)
        }
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the link in the row does the same by keyboard.
          <tr key={rowKey(row)} aria-rowindex={index + 2} onClick={go} {...rowState(row, index, props)}>
            {selectable && (
              <td className="list-check">
                <RowCheck row={row} props={props} />
              </td>
            )}
            {columns.map((column) =>
              column.main ? (
                <th key={column.key} scope="row">
                  <OpenLink row={row} index={index} props={props} />
                </th>
              ) : (
                <td key={column.key} className={column.numeric ? 'list-numeric' : undefined}>
                  {column.render(row)}
                </td>
              ),
            )}
          </tr>
        )
      })}
    </tbody>
  )
}

function CardRows<Row>(props: RowsProps<Row>) {
  const { rows, start, columns, rowKey, active, windowed } = props
  const part = useRef<HTMLUListElement>(null)
  const { shown, height } = useNearWindow(part, windowed, holds(start, rows.length, active))
  if (!shown) return <ul ref={part} className="list-cards" aria-hidden="true" style={{ height }} />
  const plain = columns.filter((column) => !column.main && column.card === 'plain')
  const titled = columns.filter((column) => !column.main && column.card === undefined)
  return (
    <ul ref={part} className="list-cards">
      {rows.map((row, offset) => (
        <li key={rowKey(row)} {...rowState(row, start + offset, props)}>
          <div className="card-head">
            <RowCheck row={row} props={props} />
            <OpenLink row={row} index={start + offset} props={props} />
          </div>
          {plain.length > 0 && (
            <div className="card-plain">
              {plain.map((column) => (
                <span key={column.key}>{column.render(row)}</span>
              ))}
            </div>
          )}
          {titled.length > 0 && (
            <dl className="card-facts">
              {titled.map((column) => (
                <div key={column.key}>
                  <dt>{column.title}</dt>
                  <dd>{column.render(row)}</dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ul>
  )
}

export const TablePage = memo(TableRows) as typeof TableRows
export const CardPage = memo(CardRows) as typeof CardRows
