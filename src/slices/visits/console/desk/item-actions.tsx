import { useTexts } from '#ui/language.ts'
import { useShortcuts } from '#ui/shortcuts.ts'
import { type ItemKey, itemsOf, kindOf } from '../../visit.ts'
import { visitDeskMessages } from '../../visit-desk-messages.ts'
import { useDeskView } from './desk-context.ts'
import './item-actions.css'

interface Offered {
  id: string
  label: string
  keys?: string
  run: () => void
}

/** What can be done with an item: offered at the one that the reader is at, each with its key. */
export function useItemActions(key: ItemKey): Offered[] {
  const t = useTexts(visitDeskMessages).desk.actions
  const { desk, show, act, seeInText, oneColumn } = useDeskView()
  const kind = kindOf(key)
  const edit = { id: 'edit', label: t.edit, keys: 'e', run: () => show(key, 'edit') }
  const drop = { id: 'drop', label: t.drop, keys: 'x', run: () => act.drop(key) }
  const see = oneColumn ? [{ id: 'see', label: t.seeInText, run: () => seeInText(key) }] : []
  const moves = [
    { id: 'earlier', label: t.earlier, keys: '<', run: () => act.move(key, -1) },
    { id: 'later', label: t.later, keys: '>', run: () => act.move(key, 1) },
  ]
  if (kind === 'directive') {
    const all = itemsOf(desk.content, 'directive')
    const at = all.findIndex((one) => one.key === key)
    const next = all[at + 1]
    return [
      edit,
      { id: 'split', label: t.split, keys: 's', run: () => show(key, 'split') },
      ...(next ? [{ id: 'merge', label: t.mergeWith(at + 2), keys: 'm', run: () => act.merge(key) }] : []),
      { id: 'place', label: t.place, keys: 'p', run: () => show(key, 'place') },
      { id: 'force', label: t.force, keys: 'f', run: () => show(key, 'force') },
      ...moves,
      drop,
      ...see,
    ]
  }
  if (kind === 'site') {
    const known = { id: 'known', label: t.known, keys: 'c', run: () => show(key, 'known') }
    return [edit, known, ...moves, drop, ...see]
  }
  if (kind === 'companion') {
    return [edit, { id: 'lead', label: t.makeLead, run: () => act.makeLead(key) }, ...moves, drop, ...see]
  }
  if (kind === 'lead' || kind === 'meeting') return [edit, drop, ...see]
  return [edit, ...see]
}

export function ItemActions({ itemKey }: { itemKey: ItemKey }) {
  const actions = useItemActions(itemKey)
  return (
    <div className="item-actions">
      {actions.map(({ id, label, keys, run }) => (
        <button key={id} type="button" className="item-action" onClick={run} aria-keyshortcuts={keys}>
          {label}
          {keys && <kbd aria-hidden="true">{keys.toUpperCase()}</kbd>}
        </button>
      ))}
    </div>
  )
}

/** The keys of the item that the reader is at. */
export function CurrentKeys({ itemKey }: { itemKey: ItemKey }) {
  const actions = useItemActions(itemKey)
  useShortcuts(actions.flatMap(({ keys, label, run }) => (keys ? [{ keys, label, run }] : [])))
  return null
}
