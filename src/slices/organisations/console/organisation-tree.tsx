import { RightOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { createContext, type KeyboardEvent, use, useId, useRef, useState } from 'react'
import { Link } from 'react-router'
import { dayInWords } from '#ui/day.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import { Monogram } from '#ui/monogram.tsx'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { nameIn } from '../organisation.ts'
import { organisationMessages } from '../organisation-messages.ts'
import { belowQuery, type OrganisationRow, rootQuery } from './organisation-queries.ts'
import './organisation-tree.css'

type Branch = Omit<OrganisationRow, 'children'> & { children: number | null }

/** Which branches are unfolded, kept while the page is open so that the way back finds the tree as it was. */
const unfolded = new Map<string, boolean>()
let lastActive: string | undefined

interface TreeState {
  active: string | undefined
  setActive: (id: string) => void
}
const TreeContext = createContext<TreeState>({ active: undefined, setActive: () => {} })

/** The tree of the county. A branch asks for what is below it when it is unfolded, and not before. */
export function OrganisationTree() {
  const t = useTexts(organisationMessages)
  const root = useQuery(rootQuery)
  const [active, setActive] = useState(lastActive)
  const keysHint = useId()
  if (root.isPending) return <p className="faint">{t.loadingBelow}</p>
  if (root.isError) return <ProblemNotice problem={root.error} onRetry={() => void root.refetch()} />
  if (!root.data) return <EmptyState title={t.none} />
  const remember = (id: string) => {
    lastActive = id
    setActive(id)
  }
  return (
    <TreeContext value={{ active: active ?? root.data.id, setActive: remember }}>
      <p className="faint tree-keys" id={keysHint}>
        {t.treeKeys}
      </p>
      <ul className="tree" role="tree" aria-label={t.tree} aria-describedby={keysHint} onKeyDown={onTreeKey}>
        <TreeItem organisation={{ ...root.data, children: null }} level={1} openAtFirst />
      </ul>
    </TreeContext>
  )
}

interface TreeItemProps {
  organisation: Branch
  level: number
  openAtFirst?: boolean
}

function TreeItem({ organisation, level, openAtFirst = false }: TreeItemProps) {
  const t = useTexts(organisationMessages)
  const language = useLanguage()
  const { active, setActive } = use(TreeContext)
  const item = useRef<HTMLLIElement>(null)
  const label = useId()
  const { id, kind, closedOn, children } = organisation
  const [open, setOpen] = useState(unfolded.get(id) ?? openAtFirst)
  const name = nameIn(organisation, language)
  const branches = children !== 0

  const turn = (next: boolean) => {
    unfolded.set(id, next)
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
      data-organisation={id}
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
      <div className="tree-row">
        {branches ? (
          <button
            type="button"
            className="tree-turn"
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
          <span className="tree-turn" aria-hidden="true" />
        )}
        <Monogram name={name} />
        <span className="tree-words" id={label}>
          <Link to={`/organisations/${id}`} tabIndex={-1} onClick={() => setActive(id)}>
            {name}
          </Link>
          <span className="tree-facts">
            <span>{t.kinds[kind]}</span>
            {children !== null && children > 0 && <span>{t.below(children)}</span>}
            {closedOn && <span className="tree-closed">{t.closed(dayInWords(closedOn, language))}</span>}
          </span>
        </span>
      </div>
      {branches && open && <Below parent={id} level={level + 1} />}
    </li>
  )
}

function Below({ parent, level }: { parent: string; level: number }) {
  const t = useTexts(organisationMessages)
  const below = useQuery(belowQuery(parent))
  if (below.isPending) {
    return (
      <p className="faint tree-waiting" role="status">
        {t.loadingBelow}
      </p>
    )
  }
  if (below.isError) return <ProblemNotice problem={below.error} onRetry={() => void below.refetch()} />
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of a tree has no element of its own.
    <ul role="group">
      {below.data.map((organisation) => (
        <TreeItem key={organisation.id} organisation={organisation} level={level} />
      ))}
    </ul>
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
