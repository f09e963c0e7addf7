import type { EditedText } from '../../reader/edited-text.ts'
import type { ChosenWords } from './add-from-text.ts'
import { readingOffset, type Report, trimWords, wholeRepairs } from './report.ts'
import { originalSpan } from '../../reader/edited-text.ts'

/** A stretch of the original as words that can be added: whole repairs, no stops at the edges. */
export function wordsOfStretch(
  report: Report,
  text: EditedText,
  stretch: { start: number; end: number },
): ChosenWords | null {
  const whole = wholeRepairs(report, stretch)
  const begin = readingOffset(text, whole.start)
  const end = readingOffset(text, whole.end)
  const { text: words, cut } = trimWords(text.text.slice(begin, end))
  if (words === '') return null
  return { text: words, span: originalSpan(text, begin + cut, begin + cut + words.length) }
}

/** Offsets of the original between which the reader has marked text inside `pane`; null where none is marked. */
export function markedStretch(pane: Element): { start: number; end: number } | null {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!pane.contains(range.commonAncestorContainer)) return null
  const start = offsetAt(pane, range.startContainer, range.startOffset, 'start')
  const end = offsetAt(pane, range.endContainer, range.endOffset, 'end')
  return start === null || end === null || end <= start ? null : { start, end }
}

/** A place in the document as an offset of the original; a repaired run counts as a whole. */
function offsetAt(pane: Element, node: Node, offset: number, side: 'start' | 'end'): number | null {
  const inText = node.nodeType === Node.TEXT_NODE
  const run = inText
    ? node.parentElement?.closest<HTMLElement>('[data-start]')
    : runNear(pane, node, offset, side)
  if (!run) return null
  const start = Number(run.dataset.start)
  const end = Number(run.dataset.end)
  if (!inText) return side === 'start' ? start : end
  const length = node.textContent?.length ?? 0
  if (length === end - start) return start + offset
  if (side === 'start') return offset >= length ? end : start
  return offset === 0 ? start : end
}

function runNear(pane: Element, node: Node, offset: number, side: 'start' | 'end'): HTMLElement | null {
  const own = node instanceof HTMLElement ? node.closest<HTMLElement>('[data-start]') : null
  if (own) return own
  const at = node.childNodes[side === 'start' ? offset : offset - 1] ?? node
  const runs = [...pane.querySelectorAll<HTMLElement>('[data-start]')]
  if (side === 'start') {
    return (
      runs.find(
        (run) => at.contains(run) || at.compareDocumentPosition(run) & Node.DOCUMENT_POSITION_FOLLOWING,
      ) ?? null
    )
  }
  return (
    runs.findLast(
      (run) => at.contains(run) || at.compareDocumentPosition(run) & Node.DOCUMENT_POSITION_PRECEDING,
    ) ?? null
  )
}
