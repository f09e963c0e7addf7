import { RightOutlined } from '@ant-design/icons'
import { createContext, type KeyboardEvent, type ReactNode, use, useId, useRef, useState } from 'react'
import './tree.css'

export type TreeMemory = ReturnType<typeof treeMemory>

/** What a tree remembers while the page is open, so that the way back finds it as it was. One for each tree. */
export function treeMemory() {
  const unfolded = new Map<string, boolean>()
  let active: string | undefined
  return {
    isOpen: (id: string) => unfolded.get(id),
    turn: (id: string, open: boolean) => void unfolded.set(id, open),
    active: () => active,
    goTo: (id: string) => {
      active = id
    },
  }
}

interface TreeState {
  active: string
  setActive: (id: string) => void
  memory: TreeMemory
}
const TreeContext = createContext<TreeState | null>(null)

interface TreeProps {
  label: string
  /** How it is walked by keys, for those who have some. */
  keys: string
  /** The item that Tab reaches before any was walked to. */
  first: string
  memory: TreeMemory
  children: ReactNode
}

/** A tree of records that is walked by keys and asks for a level when it is unfolded (WAI-ARIA tree pattern). */
export function Tree({ label, keys, first, memory, children }: TreeProps) {
  const [active, setActive] = useState(memory.active)
  const hint = useId()
  const remember = (id: string) => {
    memory.goTo(id)
    setActive(id)
  }
  return (
    <TreeContext value={{ active: active ?? first, setActive: remember, memory }}>
      <p className="faint tree-keys" id={hint}>
        {keys}
      </p>
      <ul className="tree" role="tree" aria-label={label} aria-describedby={hint} onKeyDown={onTreeKey}>
        {children}
      </ul>
    </TreeContext>
  )
}

interface TreeItemProps {
  id: string
  level: number
  branches: boolean
  openAtFirst?: boolean
  /** What is told of it. Its first link is where Enter leads; `here` is called when it is followed. */
  words: (props: { id: string; here: () => void }) => ReactNode
  /** The next level, asked for when it is unfolded, and not before. */
  below: () => ReactNode
}

export function TreeItem({ id, level, branches, openAtFirst = false, words, below }: TreeItemProps) {
  const tree = use(TreeContext)
  if (!tree) throw new Error('a tree item stands in a tree')
  const { active, setActive, memory } = tree
  const item = useRef<HTMLLIElement>(null)
  const label = useId()
  const [open, setOpen] = useState(memory.isOpen(id) ?? openAtFirst)
  const turn = (next: boolean) => {
    memory.turn(id, next)
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
        {words({ id: label, here: () => setActive(id) })}
      </div>
      {branches && open && below()}
    </li>
  )
}

/** The items of a level below another. */
export function TreeGroup({ children }: { children: ReactNode }) {
  // biome-ignore lint/a11y/useSemanticElements: a group of a tree has no element of its own.
  return <ul role="group">{children}</ul>
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
