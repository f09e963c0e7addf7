import { useEffect, useState } from 'react'
import { useTexts } from '#ui/language.ts'
import { itemOf, kindOf, type VisitDirective } from '../../visit.ts'
import { visitDeskMessages } from '../../visit-desk-messages.ts'
import { type Addable, addFromText, type ChosenWords } from './add-from-text.ts'
import { useDeskView } from './desk-context.ts'
import { seenByPerson } from './item-keys.ts'
import { markedStretch, wordsOfStretch } from './selected-words.ts'
import './selection-bar.css'

const longest: Record<Addable, number> = { directive: 2000, site: 120, meeting: 120, companion: 40, lead: 40 }

/** What can be made of the words that are marked in the text; it stands by them, or above the thumb on a phone. */
export function SelectionBar({ pane }: { pane: HTMLElement | null }) {
  const t = useTexts(visitDeskMessages).desk
  const { desk, report, text, current, order, oneColumn, things, show, focusItem } = useDeskView()
  const [chosen, setChosen] = useState<{ words: ChosenWords; top: number; left: number } | null>(null)

  useEffect(() => {
    if (!pane) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        const stretch = markedStretch(pane)
        const words = stretch && wordsOfStretch(report, text, stretch)
        if (!words) return setChosen(null)
        const box = getSelection()!.getRangeAt(0).getBoundingClientRect()
        setChosen({ words, top: box.bottom + 8, left: box.left })
      }, 200)
    }
    document.addEventListener('selectionchange', look)
    pane.addEventListener('scroll', look)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('selectionchange', look)
      pane.removeEventListener('scroll', look)
    }
  }, [pane, report, text])

  if (!chosen) return null
  const { words } = chosen
  const leave = () => {
    getSelection()?.removeAllRanges()
    setChosen(null)
  }
  const add = async (as: Addable) => {
    leave()
    const change = await things.withLink(addFromText(desk.content, as, words))
    desk.correct([change], t.did.add[as])
    // Who it is and what the titles are cannot be told from the marked words alone.
    if (as === 'companion' || as === 'lead') show(change.item, 'edit')
    else focusItem(change.item)
  }
  const directive =
    current && kindOf(current) === 'directive' ? (desk.content[current] as VisitDirective) : null
  const number = order.groups
    .flatMap(({ directives }) => directives)
    .find(({ key }) => key === current)?.number
  const replace = () => {
    if (!directive || !current || !words.span) return
    const after = { ...directive, ...seenByPerson, text: words.text, spans: [words.span] }
    leave()
    desk.correct([{ item: current, before: directive, after }], t.did.edit)
    focusItem(current)
  }
  const offered: Addable[] = [
    'directive',
    'site',
    'companion',
    ...(itemOf(desk.content, 'lead') ? [] : (['lead'] as const)),
    ...(itemOf(desk.content, 'meeting') ? [] : (['meeting'] as const)),
  ]
  return (
    <div
      className="selection-bar"
      role="toolbar"
      aria-label={t.selection.label}
      style={
        oneColumn
          ? undefined
          : {
              top: Math.min(chosen.top, innerHeight - 120),
              left: Math.max(8, Math.min(chosen.left, innerWidth - 420)),
            }
      }
      onPointerDown={(event) => event.preventDefault()}
    >
      <span className="selection-lead">{t.selection.lead}</span>
      {offered
        .filter((as) => words.text.length <= longest[as])
        .map((as) => (
          <button key={as} type="button" onClick={() => void add(as)}>
            {t.selection.as[as]}
          </button>
        ))}
      {directive && number !== undefined && (
        <button type="button" onClick={replace}>
          {t.selection.replace(number)}
        </button>
      )}
    </div>
  )
}
