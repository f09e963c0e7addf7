import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useCallback,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useTexts } from '#ui/language.ts'
import type { Repair } from '../../reading.ts'
import { readerMessages } from '../../reader/reader-messages.ts'
import type { ItemKey } from '../../visit.ts'
import { visitDeskMessages } from '../../visit-desk-messages.ts'
import { useDeskView } from './desk-context.ts'
import { showInPane } from './join-sides.ts'
import { MarkPopover } from './mark-popover.tsx'
import { groupRepairs } from './repair-groups.ts'
import { ReportText, type TextView } from './report-text.tsx'
import { segmentBeside, segmentReport } from './segment-report.ts'
import { SelectionBar } from './selection-bar.tsx'
import { takenAs, type TakenMark, takenMarks } from './taken-marks.ts'
import { undoneRepairs } from './take-back-repair.ts'

/** What the desk can ask of its text. */
export interface TextPaneHandle {
  pane: HTMLElement | null
  /** Walks to the next or the last repair and says what was done there. */
  stepMark: (by: 1 | -1) => void
}

interface TextPaneProps {
  handle: RefObject<TextPaneHandle | null>
  onShowItem: (key: ItemKey) => void
}

interface Opened {
  repairs: readonly Repair[]
  keys: readonly ItemKey[]
  anchor: HTMLElement
}

const views: readonly TextView[] = ['repaired', 'found', 'both']

/** The report on the left: its two readings, the repairs that open, and what was taken out of it. */
export function TextPane({ handle, onShowItem }: TextPaneProps) {
  const t = useTexts(visitDeskMessages).desk
  const { desk, report, oneColumn } = useDeskView()
  const [view, setView] = useState<TextView>('repaired')
  const [opened, setOpened] = useState<Opened | null>(null)
  const [pane, setPane] = useState<HTMLElement | null>(null)
  const cursor = useRef(-1)
  const [walked, setWalked] = useState<number | null>(null)
  const describe = useRepairWords()

  const groups = useMemo(() => groupRepairs(report), [report])
  // What is only corrected in its words leaves the text as it is: it is cut again when its marks change.
  const marks = JSON.stringify([takenMarks(desk.content), [...undoneRepairs(desk.content)].sort()])
  const segmented = useMemo(() => {
    const [taken, undone] = JSON.parse(marks) as [TakenMark[], string[]]
    const input = { report, groups, undone: new Set(undone), taken }
    const paragraphs = segmentReport(input, view === 'found' ? 'found' : 'repaired')
    return { paragraphs, beside: view === 'both' ? segmentBeside(input, paragraphs) : null }
  }, [report, groups, marks, view])

  const close = useCallback(
    (focus: boolean) => {
      setOpened(null)
      if (focus) pane?.focus({ preventScroll: true })
    },
    [pane],
  )
  const open = (anchor: HTMLElement) => {
    const mark = anchor.dataset.mark
    const keys = (anchor.dataset.keys ?? '').split(' ').filter((key) => key !== '' && key !== 'title')
    const repairs = mark === undefined ? [] : (groups.groups[Number(mark)] ?? [])
    if (repairs.length === 0 && (!oneColumn || keys.length === 0)) return
    if (mark !== undefined) cursor.current = Number(mark)
    setOpened({ repairs, keys, anchor })
  }
  const click = (event: MouseEvent) => {
    if (!(getSelection()?.isCollapsed ?? true)) return
    const run = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-start]') : null
    if (!run) return
    const [key] = (run.dataset.nearest ?? '').split(' ')
    // A repair opens where it is; the card beside it is lit by the pointer already.
    if (run.dataset.mark === undefined && key && !oneColumn) onShowItem(key)
    else open(run)
  }
  const stepMark = (by: 1 | -1) => {
    const count = groups.groups.length
    if (!pane || count === 0) return
    const next = Math.max(0, Math.min(count - 1, cursor.current + by))
    cursor.current = next
    for (const old of pane.querySelectorAll('[data-cursor]')) old.removeAttribute('data-cursor')
    const runs = [...pane.querySelectorAll<HTMLElement>(`[data-mark="${next}"]`)]
    for (const run of runs) run.setAttribute('data-cursor', '')
    pane.focus({ preventScroll: true })
    showInPane(pane, runs)
    setWalked(next)
  }
  const key = (event: KeyboardEvent) => {
    if (event.target !== pane || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'ArrowRight') stepMark(1)
    else if (event.key === 'ArrowLeft') stepMark(-1)
    else if (event.key === 'Enter') {
      const run = pane?.querySelector<HTMLElement>('[data-cursor]')
      if (run) open(run)
    } else return
    event.preventDefault()
  }
  useImperativeHandle(handle, () => ({ pane, stepMark }))

  return (
    <section className="text-pane" aria-label={t.textLabel}>
      <div className="text-tools">
        <fieldset className="text-views">
          <legend className="visually-hidden">{t.viewLabel}</legend>
          {views.map((one) => (
            <label key={one}>
              <input type="radio" name="text-view" checked={view === one} onChange={() => setView(one)} />
              <span>{t.views[one]}</span>
            </label>
          ))}
        </fieldset>
        <div className="text-repairs">
          <span className="faint figure" role="status">
            {walked === null ? t.repairs(groups.groups.length) : t.atRepair(walked + 1, groups.groups.length)}
            {walked !== null && (
              <span className="visually-hidden">{describe(groups.groups[walked] ?? [])}</span>
            )}
          </span>
          {groups.groups.length > 0 && (
            <>
              <button
                type="button"
                className="icon-button"
                aria-label={t.previousRepair}
                title={t.previousRepair}
                onClick={() => stepMark(-1)}
              >
                <LeftOutlined aria-hidden="true" />
              </button>
              <button
                type="button"
                className="icon-button"
                aria-label={t.nextRepair}
                title={t.nextRepair}
                onClick={() => stepMark(1)}
              >
                <RightOutlined aria-hidden="true" />
              </button>
            </>
          )}
        </div>
      </div>
      <ul className="legend" aria-label={t.legend}>
        {takenAs.map((as) => (
          <li key={as}>
            <span className={`taken taken-${as}`}>{t.taken[as]}</span>
          </li>
        ))}
      </ul>
      {/* biome-ignore lint/a11y/useSemanticElements: the text scrolls and its repairs are walked with the arrow keys. */}
      <div
        ref={setPane}
        className="text-scroll"
        data-pane="text"
        role="group"
        aria-label={t.textKeys}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by keyboard.
        tabIndex={0}
        onClick={click}
        onKeyDown={key}
      >
        <ReportText
          paragraphs={segmented.paragraphs}
          beside={segmented.beside}
          found={view === 'found'}
          foundTitle={t.views.found}
          repairedTitle={t.views.repaired}
        />
        {opened && pane && (
          <MarkPopover
            key={opened.anchor.dataset.start}
            {...opened}
            pane={pane}
            onClose={close}
            onShowItem={(item) => {
              setOpened(null)
              onShowItem(item)
            }}
          />
        )}
      </div>
      <SelectionBar pane={pane} />
    </section>
  )
}

function useRepairWords(): (repairs: readonly Repair[]) => string {
  const t = useTexts(visitDeskMessages).desk
  const words = useTexts(readerMessages).repairs
  return (repairs) =>
    repairs
      .map(({ kind, before, after }) =>
        after === before ? words[kind] : t.repairWords(words[kind], before, after),
      )
      .join('；')
}
