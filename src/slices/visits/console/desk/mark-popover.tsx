import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTexts } from '#ui/language.ts'
import { readerMessages } from '../../reader/reader-messages.ts'
import type { Repair } from '../../reading.ts'
import { type ItemKey, kindOf } from '../../visit.ts'
import { visitDeskMessages } from '../../visit-desk-messages.ts'
import { useDeskView } from './desk-context.ts'
import { canBeTakenBack, toggleRepairs, undoneRepairs } from './take-back-repair.ts'
import './mark-popover.css'

interface MarkPopoverProps {
  /** The repairs that were made at one place; none where only something was taken there. */
  repairs: readonly Repair[]
  /** The items that were taken there. */
  keys: readonly ItemKey[]
  anchor: HTMLElement
  /** What it scrolls with. */
  pane: HTMLElement
  onClose: (focus: boolean) => void
  onShowItem: (key: ItemKey) => void
}

/** What was changed at one place of the text and why, with the way back. */
export function MarkPopover({ repairs, keys, anchor, pane, onClose, onShowItem }: MarkPopoverProps) {
  const t = useTexts(visitDeskMessages).desk
  const { desk, oneColumn } = useDeskView()
  const box = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState({ top: 0, left: 0 })
  const undone = undoneRepairs(desk.content)

  useLayoutEffect(() => {
    if (oneColumn || !box.current) return
    const mark = anchor.getClientRects()[0] ?? anchor.getBoundingClientRect()
    const around = pane.getBoundingClientRect()
    const own = box.current.getBoundingClientRect()
    const below = mark.bottom - around.top + pane.scrollTop + 6
    const fits = mark.bottom + own.height + 12 < around.bottom
    setPlace({
      top: fits ? below : Math.max(pane.scrollTop, mark.top - around.top + pane.scrollTop - own.height - 6),
      left: Math.max(8, Math.min(mark.left - around.left - 16, around.width - own.width - 24)),
    })
  }, [anchor, pane, oneColumn])

  useEffect(() => {
    box.current?.focus({ preventScroll: true })
    const outside = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) onClose(false)
    }
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [onClose])

  const toggle = (some: readonly Repair[], takeBack: boolean) => {
    const changes = toggleRepairs(desk.content, some, takeBack)
    desk.correct(changes, takeBack ? t.did.takeBack : t.did.repairAgain)
  }
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose(true)
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation()
  }
  const meant = repairs.filter(canBeTakenBack)
  const allUndone = meant.every(({ id }) => undone.has(id))
  return (
    <div
      ref={box}
      className={oneColumn ? 'mark-popover mark-sheet' : 'mark-popover'}
      style={oneColumn ? undefined : place}
      role="dialog"
      aria-label={repairs.length > 0 ? t.repairHere : t.takenHere}
      tabIndex={-1}
      onKeyDown={key}
    >
      {repairs.length === 0 && <p className="mark-title">{t.takenHere}</p>}
      {meant.length > 0 && (
        <p className="mark-change" lang="zh-Hans">
          <del>{shown(repairs.map(({ before }) => before).join(''), t.nothing, t.lineEnd)}</del>
          <span aria-hidden="true">→</span>
          <ins>{shown(repairs.map(({ after }) => after).join(''), t.nothing, t.lineEnd)}</ins>
        </p>
      )}
      {repairs.length > 0 && <Reasons repairs={repairs} />}
      {meant.length > 0 && (
        <div className="mark-actions">
          <Button onClick={() => toggle(meant, !allUndone)}>{allUndone ? t.repairAgain : t.takeBack}</Button>
          {meant.length > 1 &&
            meant.map((repair) => (
              <button
                key={repair.id}
                type="button"
                className="mark-only"
                onClick={() => toggle([repair], !undone.has(repair.id))}
              >
                {undone.has(repair.id)
                  ? t.repairAgainOnly(shown(repair.before, t.nothing, t.lineEnd))
                  : t.takeBackOnly(shown(repair.before, t.nothing, t.lineEnd))}
              </button>
            ))}
        </div>
      )}
      {oneColumn && keys.length > 0 && (
        <div className="mark-actions">
          {keys.map((one) => (
            <Button key={one} onClick={() => onShowItem(one)}>
              {t.seeItem[kindOf(one)] ?? t.seeItem.directive}
            </Button>
          ))}
        </div>
      )}
      <button
        type="button"
        className="icon-button mark-close"
        aria-label={t.close}
        onClick={() => onClose(true)}
      >
        <CloseOutlined aria-hidden="true" />
      </button>
    </div>
  )
}

function Reasons({ repairs }: { repairs: readonly Repair[] }) {
  const words = useTexts(readerMessages).repairs
  return (
    <ul className="mark-reasons">
      {[...new Set(repairs.map(({ kind }) => kind))].map((kind) => (
        <li key={kind}>{words[kind]}</li>
      ))}
    </ul>
  )
}

/** Text as it can be shown on a line: nothing, line ends and long boilerplate need words of their own. */
function shown(text: string, nothing: string, lineEnd: string): string {
  if (text === '') return nothing
  if (text.trim() === '') return text.includes('\n') ? lineEnd : '␣'.repeat(Math.min(text.length, 8))
  const line = text.trim().replace(/\s*\n\s*/g, ' ↵ ')
  return line.length > 120 ? `${line.slice(0, 60)} … ${line.slice(-40)}` : line
}
