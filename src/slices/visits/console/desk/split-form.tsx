import { type KeyboardEvent, type MouseEvent, useState } from 'react'
import { useTexts } from '#ui/language.ts'
import type { ItemKey, VisitDirective } from '../../visit.ts'
import { visitDeskMessages } from '../../visit-desk-messages.ts'
import { useAsOpened } from './as-opened.ts'
import { useDeskView } from './desk-context.ts'
import { ItemForm } from './item-form.tsx'
import { canSplitAt, splitDirective, splitPoints, splitText } from './split-directive.ts'
import './split-form.css'

/** Splits a directive: the point is chosen in its words, by touch or with the arrow keys. */
export function SplitForm({ itemKey, item: now }: { itemKey: ItemKey; item: VisitDirective }) {
  const item = useAsOpened(now)
  const t = useTexts(visitDeskMessages).desk
  const { desk, text, close } = useDeskView()
  const points = splitPoints(item.text)
  const [at, setAt] = useState(
    () => nearestTo(points, item.text.length / 2) ?? Math.ceil(item.text.length / 2),
  )
  const possible = canSplitAt(item.text, at)
  const [first, second] = splitText(item.text, at)

  const step = (by: 1 | -1, byLetter: boolean) => {
    const next = byLetter
      ? at + by
      : by === 1
        ? points.find((point) => point > at)
        : points.findLast((point) => point < at)
    if (next !== undefined && canSplitAt(item.text, next)) setAt(next)
  }
  const onKey = (event: KeyboardEvent): boolean => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : null
    if (by !== null) step(by, event.shiftKey)
    else if (
      event.key === 'Enter' &&
      event.target instanceof Element &&
      event.target.getAttribute('role') === 'slider'
    )
      save()
    else return false
    return true
  }
  const save = () => {
    if (!possible) return
    const changes = splitDirective({ ...desk.content, [itemKey]: item }, itemKey, at, text)
    close(changes[0]?.item)
    desk.correct(changes, t.did.split)
  }
  const point = (event: MouseEvent) => {
    const letter = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-at]') : null
    const chosen = Number(letter?.dataset.at)
    if (letter && canSplitAt(item.text, chosen)) setAt(chosen)
  }
  return (
    <ItemForm
      label={t.actions.split}
      action={t.actions.split}
      hint={t.splitKeys}
      problem={possible ? null : t.splitImpossible}
      onSave={save}
      onCancel={() => close(itemKey)}
      onKey={onKey}
    >
      <p className="split-lead">{t.splitLead}</p>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys move the same point. */}
      <div
        className="split-words"
        lang="zh-Hans"
        role="slider"
        tabIndex={0}
        aria-label={t.splitPoint}
        aria-valuemin={1}
        aria-valuemax={item.text.length - 1}
        aria-valuenow={at}
        aria-valuetext={t.splitParts(first, second)}
        onClick={point}
      >
        {[...letters(item.text)].map(({ letter, end }) => (
          <span
            key={end}
            data-at={end}
            data-cut={end === at || undefined}
            data-behind={end > at || undefined}
          >
            {letter}
          </span>
        ))}
      </div>
    </ItemForm>
  )
}

/** The text letter by letter, a letter of two code units as one. */
function* letters(text: string): Iterable<{ letter: string; end: number }> {
  let end = 0
  for (const letter of text) {
    end += letter.length
    yield { letter, end }
  }
}

function nearestTo(points: readonly number[], middle: number): number | undefined {
  return points.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0]
}
