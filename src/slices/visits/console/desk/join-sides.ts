import { type RefObject, useEffect } from 'react'

/** How long the pointer must rest before the other side scrolls (ms): passing over moves nothing. */
const rest = 220

/** All elements of the desk that show one of the items. */
export function elementsOf(root: Element, keys: readonly string[]): HTMLElement[] {
  return keys.flatMap((key) => [
    ...root.querySelectorAll<HTMLElement>(
      `[data-item="${CSS.escape(key)}"],[data-keys~="${CSS.escape(key)}"]`,
    ),
  ])
}

/** Marks the elements of some items, and only those. */
export function markItems(root: Element, attribute: string, keys: readonly string[]): HTMLElement[] {
  const elements = elementsOf(root, keys)
  const wanted = new Set<Element>(elements)
  for (const element of root.querySelectorAll(`[${attribute}]`)) {
    if (!wanted.has(element)) element.removeAttribute(attribute)
  }
  for (const element of elements) element.setAttribute(attribute, '')
  return elements
}

const isStill = () => matchMedia('(prefers-reduced-motion: reduce)').matches

/** Brings the first of the elements into its pane's view, unless one of them is in view already. */
export function showInPane(pane: HTMLElement, elements: readonly HTMLElement[]): void {
  const mine = elements.filter((element) => pane.contains(element))
  const [first] = mine
  if (!first) return
  const box = pane.getBoundingClientRect()
  const top = Math.max(box.top, 0)
  const bottom = Math.min(box.bottom, innerHeight)
  const inView = mine.some((element) => {
    const own = element.getBoundingClientRect()
    return own.top >= top && own.top < bottom - 40 && (own.bottom <= bottom || own.height > bottom - top)
  })
  if (inView) return
  const behavior = isStill() ? 'auto' : 'smooth'
  if (pane.scrollHeight > pane.clientHeight + 1 && getComputedStyle(pane).overflowY !== 'visible') {
    const offset = first.getBoundingClientRect().top - box.top
    pane.scrollTo({ top: pane.scrollTop + offset - Math.min(120, box.height / 4), behavior })
  } else first.scrollIntoView({ block: 'center', behavior })
}

function keysAt(target: EventTarget | null): string[] {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-nearest],[data-item]') : null
  if (!element) return []
  return element.dataset.item ? [element.dataset.item] : (element.dataset.nearest ?? '').split(' ')
}

/**
 * Joins the two sides of the desk: what is hovered or has the focus on one is lit on the other, which scrolls
 * there when the pointer rests. Works on the elements, without rendering anything.
 */
export function useJoinedSides(root: RefObject<HTMLElement | null>, scrolls: boolean): void {
  useEffect(() => {
    const desk = root.current
    if (!desk) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let lit = ''
    const light = (target: EventTarget | null, wait: number) => {
      const keys = keysAt(target)
      if (keys.join(' ') === lit) return
      lit = keys.join(' ')
      clearTimeout(timer)
      const elements = markItems(desk, 'data-lit', keys)
      if (!scrolls || keys.length === 0) return
      timer = setTimeout(() => {
        const from = target instanceof Element ? target.closest('[data-pane]') : null
        for (const pane of desk.querySelectorAll<HTMLElement>('[data-pane]')) {
          if (pane !== from) showInPane(pane, elements)
        }
      }, wait)
    }
    let at = ''
    const over = (event: PointerEvent) => {
      // Where the page moved under a pointer that rests, nobody pointed at anything.
      const place = `${event.clientX} ${event.clientY}`
      if (event.pointerType === 'touch' || place === at) return
      at = place
      light(event.target, rest)
    }
    const move = (event: PointerEvent) => {
      at = `${event.clientX} ${event.clientY}`
    }
    const focus = (event: FocusEvent) => keysAt(event.target).length > 0 && light(event.target, 0)
    const leave = () => light(null, 0)
    desk.addEventListener('pointerover', over)
    desk.addEventListener('pointermove', move)
    desk.addEventListener('pointerleave', leave)
    desk.addEventListener('focusin', focus)
    return () => {
      clearTimeout(timer)
      desk.removeEventListener('pointerover', over)
      desk.removeEventListener('pointermove', move)
      desk.removeEventListener('pointerleave', leave)
      desk.removeEventListener('focusin', focus)
    }
  }, [root, scrolls])
}
