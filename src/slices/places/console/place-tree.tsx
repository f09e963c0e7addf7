import { RightOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { createContext, type KeyboardEvent, type ReactNode, use, useId, useRef, useState } from 'react'
import { Link } from 'react-router'
import { languageOf } from '#ui/language-of.ts'
import { useTexts } from '#ui/language.ts'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { placeMessages } from '../place-messages.ts'
import { placePageMessages } from '../place-page-messages.ts'
import { belowQuery, type PlaceRow, treePage } from './place-queries.ts'
import './place-tree.css'

/** Which branches are unfolded, kept while the page is open so that the way back finds the tree as it was. */
const unfolded = new Set<string>()
let lastActive: string | undefined

interface TreeState {
  active: string | undefined
  setActive: (id: string) => void
}
const TreeContext = createContext<TreeState>({ active: undefined, setActive: () => {} })

/** The county's open places. A branch asks for what is below it when it is unfolded, and not before. */
export function PlaceTree({ empty }: { empty: ReactNode }) {
  const t = useTexts(placePageMessages)
  const [active, setActive] = useState(lastActive)
  const top = useLevel('top')
  const keysHint = useId()
  if (top.state) return top.state
  const [first] = top.rows
  if (!first) return <>{empty}</>
  const remember = (id: string) => {
    lastActive = id
    setActive(id)
  }
  return (
    <TreeContext value={{ active: active ?? first.id, setActive: remember }}>
      <p className="faint place-tree-keys" id={keysHint}>
        {t.treeKeys}
      </p>
      <ul
        className="place-tree"
        role="tree"
        aria-label={t.tree}
        aria-describedby={keysHint}
        onKeyDown={onTreeKey}
      >
        {top.rows.map((place) => (
          <TreeItem key={place.id} place={place} level={1} />
        ))}
      </ul>
      {top.more}
    </TreeContext>
  )
}

/** The places of one level as far as they were asked for: waiting or failed, the rows, the button for more. */
function useLevel(parent: string): { state?: ReactNode; rows: PlaceRow[]; more: ReactNode } {
  const t = useTexts(placePageMessages)
  const level = useInfiniteQuery(belowQuery(parent))
  if (level.isPending) {
    return {
      state: (
        <p className="faint place-tree-waiting" role="status">
          {t.loading}
        </p>
      ),
      rows: [],
      more: null,
    }
  }
  if (level.isError) {
    const again = () => void level.refetch()
    return { state: <ProblemNotice problem={level.error} onRetry={again} />, rows: [], more: null }
  }
  const rows = level.data.pages.flatMap(({ items }) => items)
  const left = (level.data.pages[0]?.total ?? 0) - rows.length
  return {
    rows,
    more: level.hasNextPage && (
      <div className="place-tree-more">
        <Button onClick={() => void level.fetchNextPage()} loading={level.isFetchingNextPage}>
          {t.more(Math.min(treePage, Math.max(left, 1)))}
        </Button>
      </div>
    ),
  }
}

function TreeItem({ place, level }: { place: PlaceRow; level: number }) {
  const t = useTexts(placePageMessages)
  const { active, setActive } = use(TreeContext)
  const item = useRef<HTMLLIElement>(null)
  const label = useId()
  const { id, below } = place
  const [open, setOpen] = useState(unfolded.has(id))
  const branches = below > 0

  const turn = (next: boolean) => {
    if (next) unfolded.add(id)
    else unfolded.delete(id)
    setOpen(next)
  }
  return (
    <li
      ref={item}
      role="treeitem"
      aria-level={level}
      aria-expanded={branches ? open : undefined}
      aria-labelledby={label}
      tabIndex={active === id ? 0 : -1}
      onFocus={(event) => event.target === item.current && setActive(id)}
      onKeyDown={(event) => {
        if (event.target !== item.current || !branches) return
        if ((event.key === 'ArrowRight' && !open) || (event.key === 'ArrowLeft' && open)) {
          event.preventDefault()
          event.stopPropagation()
          turn(!open)
        }
      }}
    >
      <div className="place-tree-row">
        {branches ? (
          <button
            type="button"
            className="place-tree-turn"
            tabIndex={-1}
            aria-hidden="true"
            onClick={() => {
              turn(!open)
              item.current?.focus()
            }}
          >
            <RightOutlined />
          </button>
        ) : (
          <span className="place-tree-turn" aria-hidden="true" />
        )}
        <Words id={label} place={place} below={branches ? t.below(below) : ''} onOpen={() => setActive(id)} />
      </div>
      {branches && open && <Below parent={id} level={level + 1} />}
    </li>
  )
}

interface WordsProps {
  id: string
  place: PlaceRow
  below: string
  onOpen: () => void
}

function Words({ id, place, below, onOpen }: WordsProps) {
  const t = useTexts(placeMessages)
  const { name, kind, village, keeper } = place
  return (
    <span className="place-tree-words" id={id}>
      <Link to={`/places/${place.id}`} tabIndex={-1} onClick={onOpen} lang={languageOf(name)}>
        {name}
      </Link>
      <span>{t.kinds[kind]}</span>
      <span lang="zh-Hans">{village && [village.township, village.name].filter(Boolean).join(' ')}</span>
      <span className="place-tree-keeper">{keeper.name}</span>
      <span className="place-tree-below">{below}</span>
    </span>
  )
}

function Below({ parent, level }: { parent: string; level: number }) {
  const { state, rows, more } = useLevel(parent)
  if (state) return state
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of a tree has no element of its own. */}
      <ul role="group">
        {rows.map((place) => (
          <TreeItem key={place.id} place={place} level={level} />
        ))}
      </ul>
      {more}
    </>
  )
}

/** Up, down, home and end over what is unfolded; right goes in, left goes out, Enter opens. */
function onTreeKey(event: KeyboardEvent<HTMLElement>): void {
  const item = event.target as HTMLElement
  if (item.getAttribute('role') !== 'treeitem' || event.altKey || event.ctrlKey || event.metaKey) return
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=treeitem]')]
  const at = items.indexOf(item)
  const goTo: Record<string, () => HTMLElement | null | undefined> = {
    ArrowDown: () => items[at + 1],
    ArrowUp: () => items[at - 1],
    Home: () => items[0],
    End: () => items.at(-1),
    ArrowRight: () => item.querySelector<HTMLElement>('[role=treeitem]'),
    ArrowLeft: () => item.parentElement?.closest<HTMLElement>('[role=treeitem]'),
  }
  const next = goTo[event.key]
  if (next) {
    event.preventDefault()
    next()?.focus()
  } else if (event.key === 'Enter') {
    event.preventDefault()
    item.querySelector('a')?.click()
  }
}
