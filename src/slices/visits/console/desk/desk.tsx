import { Button } from 'antd'
import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useLanguage, useTexts } from '#ui/language.ts'
import { Page } from '#ui/page.tsx'
import { momentInWords } from '#ui/day.tsx'
import { usePreferences } from '#ui/preferences.ts'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { useShortcuts } from '#ui/shortcuts.ts'
import { useMedia } from '#ui/use-media.ts'
import { type ConfirmFault, itemOf, kindOf, type ItemKey, type ItemKind } from '../../visit.ts'
import { visitDeskMessages } from '../../visit-desk-messages.ts'
import type { VisitShown } from '../visit-queries.ts'
import { type Addable } from './add-from-text.ts'
import { cardOrder } from './card-order.ts'
import { ConfirmBar } from './confirm-bar.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import { DeskNotices } from './desk-notices.tsx'
import { DeskProvider, type DeskView, type OpenPanel } from './desk-context.ts'
import { deskQuestions, questionId } from './desk-questions.ts'
import { DismissDialog } from './dismiss-dialog.tsx'
import { DeskTabs, type DeskTab } from './desk-tabs.tsx'
import { CurrentKeys } from './item-actions.tsx'
import { elementsOf, markItems, showInPane, useJoinedSides } from './join-sides.ts'
import { useThings } from './known-things.ts'
import { QuestionPanel } from './question-panel.tsx'
import { readingText, type Report } from './report.ts'
import { undoneRepairs } from './take-back-repair.ts'
import { TextPane, type TextPaneHandle } from './text-pane.tsx'
import { useDesk } from './use-desk.ts'
import { useItemActs } from './use-item-acts.ts'
import { VisitCards } from './visit-cards.tsx'
import './desk.css'

const hasCard: ReadonlySet<ItemKind> = new Set(['date', 'lead', 'companion', 'site', 'meeting', 'directive'])

/** The reader's desk: the report and what was taken out of it, side by side, until a person confirms it. */
export function Desk({ visit }: { visit: VisitShown }) {
  const all = useTexts(visitDeskMessages)
  const t = all.desk
  const language = useLanguage()
  const desk = useDesk(visit)
  const { content } = desk
  const wide = useMedia('(min-width: 1024px)')
  const oneColumn = usePreferences().elder || !wide
  const root = useRef<HTMLDivElement>(null)
  const cards = useRef<HTMLDivElement>(null)
  const text = useRef<TextPaneHandle>(null)
  const [tab, setTab] = useState<DeskTab>('visit')
  const [chosen, setCurrent] = useState<ItemKey | null>(null)
  const [open, setOpen] = useState<OpenPanel | null>(null)
  const [adding, setAdding] = useState<Addable | null>(null)
  const [later, setLater] = useState<ReadonlySet<string>>(new Set())
  const [dialog, setDialog] = useState<'confirm' | 'dismiss' | null>(null)
  const wanted = useRef<ItemKey | null>(null)
  const current = chosen !== null && chosen in content ? chosen : null

  const { original, repairs } = visit
  const report: Report = useMemo(() => ({ original, repairs }), [original, repairs])
  const order = useMemo(() => cardOrder(content), [content])
  const undone = useMemo(() => [...undoneRepairs(content)].sort().join(' '), [content])
  const reading = useMemo(
    () => readingText(report, new Set(undone === '' ? [] : undone.split(' '))),
    [report, undone],
  )
  const questions = useMemo(() => deskQuestions(content), [content])
  const question = questions.find((one) => !later.has(questionId(one))) ?? questions[0]

  useJoinedSides(root, !oneColumn)

  /** The desk fills what the frame leaves of the window. */
  useLayoutEffect(() => {
    const fit = () => root.current?.style.setProperty('--desk-top', `${root.current.offsetTop}px`)
    fit()
    const observer = new ResizeObserver(fit)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [])

  /** The item that is asked about stays marked in the text. */
  const askedKey = question?.key
  useLayoutEffect(() => {
    if (root.current) markItems(root.current, 'data-asked', askedKey ? [askedKey] : [])
  })
  const firstQuestion = useRef(true)
  useEffect(() => {
    if (firstQuestion.current) {
      firstQuestion.current = false
      return
    }
    if (!askedKey && document.activeElement === document.body) {
      cards.current?.querySelector<HTMLElement>('.card[tabindex="0"]')?.focus({ preventScroll: true })
    }
    if (askedKey && root.current && text.current?.pane) {
      showInPane(text.current.pane, elementsOf(root.current, [askedKey]))
    }
  }, [askedKey])

  /** An item that was just made can only be focused once it stands on the page. */
  useEffect(() => {
    if (wanted.current === null) return
    const element = cards.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(wanted.current)}"]`)
    if (!element) return
    wanted.current = null
    element.focus({ preventScroll: true })
    if (cards.current) showInPane(cards.current, [element])
  })

  const focusItem = useCallback((key: ItemKey) => {
    wanted.current = key
    setTab('visit')
    setCurrent(key)
  }, [])
  const close = useCallback(
    (focus?: ItemKey) => {
      setOpen(null)
      if (focus) focusItem(focus)
    },
    [focusItem],
  )
  const seeInText = useCallback((key: ItemKey) => {
    setTab('text')
    requestAnimationFrame(() => {
      if (!root.current) return
      const lit = markItems(root.current, 'data-lit', [key]).filter((one) => one.dataset.item === undefined)
      lit[0]?.scrollIntoView({ block: 'center' })
      text.current?.pane?.focus({ preventScroll: true })
    })
  }, [])

  const things = useThings(visit.things)
  const act = useItemActs({ desk, order, text: reading, focusItem, closePanel: () => setOpen(null) })
  const view: DeskView = {
    desk,
    report,
    text: reading,
    order,
    current,
    open,
    oneColumn,
    show: (key, panel) => {
      setTab('visit')
      setCurrent(key)
      setOpen({ key, panel })
    },
    close,
    focusItem,
    seeInText,
    act,
    things,
  }

  const keyed = current ?? askedKey
  const step = (by: 1 | -1) => {
    const at = current === null ? (by === 1 ? -1 : 0) : order.keys.indexOf(current)
    const next = order.keys[Math.max(0, Math.min(order.keys.length - 1, at + by))]
    if (next) focusItem(next)
  }
  const undo = () => {
    const deed = desk.undo()
    const back = deed && deed.changes.find(({ item, before }) => before !== null && hasCard.has(kindOf(item)))
    if (back) focusItem(back.item)
  }
  const putOff = () => {
    if (!question) return
    const next = new Set(later).add(questionId(question))
    setLater(questions.every((one) => next.has(questionId(one))) ? new Set([questionId(question)]) : next)
  }
  const fault = (one: ConfirmFault) => {
    setTab('visit')
    if (one === 'no-directives') return setAdding('directive')
    setLater(new Set())
    requestAnimationFrame(() => {
      const panel = cards.current?.querySelector<HTMLElement>('.question')
      panel?.scrollIntoView({ block: 'nearest' })
      panel?.querySelector<HTMLElement>('input,button')?.focus()
    })
  }

  useShortcuts([
    { keys: 'j', label: t.keys.next, run: () => step(1) },
    { keys: 'k', label: t.keys.previous, run: () => step(-1) },
    { keys: 'a', label: t.add.directive, run: () => (setTab('visit'), setAdding('directive')) },
    { keys: 'u', label: t.keys.undo, run: undo },
    { keys: 'r', label: t.keys.redo, run: desk.redo },
    { keys: ']', label: t.nextRepair, run: () => (setTab('text'), text.current?.stepMark(1)) },
    { keys: '[', label: t.previousRepair, run: () => (setTab('text'), text.current?.stepMark(-1)) },
    ...(question && questions.length > 1 ? [{ keys: 'l', label: t.question.later, run: putOff }] : []),
  ])

  const onCardKey = (event: KeyboardEvent) => {
    const key = event.target instanceof HTMLElement ? event.target.dataset.item : undefined
    if (event.key !== 'Enter' || !key || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    view.show(key, 'edit')
  }
  const onCardFocus = (event: { target: EventTarget }) => {
    const item = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-item]') : null
    if (item?.dataset.item) setCurrent(item.dataset.item)
  }
  const onCardClick = (event: { target: EventTarget }) => {
    if (!(event.target instanceof Element) || event.target.closest('button,input,textarea,label,a,form'))
      return
    event.target.closest<HTMLElement>('[data-item]')?.focus({ preventScroll: true })
  }

  const cardsPane = (
    <div
      ref={cards}
      className="cards-pane"
      data-pane="cards"
      onKeyDown={onCardKey}
      onFocus={onCardFocus}
      onClick={onCardClick}
    >
      <DeskNotices visit={visit} onDismiss={() => setDialog('dismiss')} />
      {desk.refused !== null && (
        <ProblemNotice problem={desk.refused}>
          <Button onClick={desk.session.clearRefusal}>{t.noticed}</Button>
        </ProblemNotice>
      )}
      {question && (
        <QuestionPanel
          question={question}
          number={questions.indexOf(question) + 1}
          count={questions.length}
          onLater={putOff}
        />
      )}
      <VisitCards groups={visit.groups} adding={adding} onAdd={setAdding} />
    </div>
  )
  const textPane = <TextPane handle={text} onShowItem={focusItem} />

  return (
    <DeskProvider value={view}>
      <div ref={root} className={oneColumn ? 'desk desk-one' : 'desk'}>
        <Page
          title={itemOf(content, 'title')?.text ?? visit.title}
          breadcrumbs={[{ title: all.list.title, href: '/visits' }]}
          lead={t.readBy(
            visit.recordedBy?.name ?? null,
            momentInWords(visit.at, language),
            visit.file?.name ?? null,
          )}
          actions={
            <>
              <Button onClick={() => view.show('title', 'edit')}>{t.editTitle}</Button>
              <Button onClick={() => setDialog('dismiss')}>{t.dismiss.action}</Button>
            </>
          }
        >
          {oneColumn ? (
            <DeskTabs tab={tab} onTab={setTab} names={t.tabs} text={textPane} visit={cardsPane} />
          ) : (
            <div className="desk-panes">
              {textPane}
              {cardsPane}
            </div>
          )}
          <ConfirmBar toLookAt={questions.length} onConfirm={() => setDialog('confirm')} onFault={fault} />
        </Page>
        {keyed && <CurrentKeys itemKey={keyed} />}
        <ConflictDialog />
        {dialog === 'confirm' && (
          <ConfirmDialog visit={visit.id} toLookAt={questions.length} onClose={() => setDialog(null)} />
        )}
        {dialog === 'dismiss' && <DismissDialog visit={visit.id} onClose={() => setDialog(null)} />}
      </div>
    </DeskProvider>
  )
}
