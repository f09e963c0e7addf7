import { Button } from 'antd'
import { useTexts } from '#ui/language.ts'
import { useShortcuts } from '#ui/shortcuts.ts'
import type { ItemKey, Known, VisitSite } from '../../visit.ts'
import { visitDeskMessages } from '../../visit-desk-messages.ts'
import { useDeskView } from './desk-context.ts'
import { seenByPerson } from './item-keys.ts'
import type { Thing } from './known-things.ts'

/** Says which of several things of the county a site is, or that it is none of them. */
export function KnownAnswer({ itemKey }: { itemKey: ItemKey }) {
  const t = useTexts(visitDeskMessages).desk
  const { desk, things, show } = useDeskView()
  const site = desk.content[itemKey] as VisitSite
  const candidates = site.possible.flatMap((ref) => things.of(ref) ?? []).slice(0, 8)
  const say = (thing: Thing | null) => {
    const known: Known | null = thing && { kind: thing.kind, id: thing.id, by: 'person' }
    const after = { ...site, ...seenByPerson, known, possible: [] }
    desk.correct([{ item: itemKey, before: site, after }], thing ? t.did.known(thing.name) : t.did.notKnown)
  }
  useShortcuts([
    ...candidates.map((thing, at) => ({ keys: String(at + 1), label: thing.name, run: () => say(thing) })),
    { keys: '0', label: t.known.noneBrief, run: () => say(null) },
  ])
  return (
    <div className="question-answer">
      {candidates.map((thing, at) => (
        <Button key={`${thing.kind} ${thing.id}`} onClick={() => say(thing)}>
          {thing.name}
          <span className="faint">{t.known.kind[thing.kind]}</span>
          <kbd aria-hidden="true">{at + 1}</kbd>
        </Button>
      ))}
      <Button onClick={() => say(null)}>
        {t.known.noneBrief} <kbd aria-hidden="true">0</kbd>
      </Button>
      <Button type="text" onClick={() => show(itemKey, 'known')}>
        {t.known.other}
      </Button>
    </div>
  )
}
