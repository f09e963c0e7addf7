import { Button } from 'antd'
import { Dialog } from '#ui/dialog.tsx'
import { Moment } from '#ui/day.tsx'
import { useTexts } from '#ui/language.ts'
import {
  type Item,
  type ItemKey,
  itemOf,
  kindOf,
  type VisitContent,
  type VisitDirective,
} from '../../visit.ts'
import { readerMessages } from '../../reader/reader-messages.ts'
import { visitDeskMessages } from '../../visit-desk-messages.ts'
import { useDeskView } from './desk-context.ts'
import { reapply } from './reapply.ts'
import './conflict-dialog.css'

/** Two people changed the same thing: what stood there, what stands there now, what this person wanted. */
export function ConflictDialog() {
  const t = useTexts(visitDeskMessages).desk.conflict
  const { desk } = useDeskView()
  const [clash] = desk.clashes
  if (!clash) return null
  const settle = (how: 'theirs' | 'mine') => desk.session.settleClash(how)
  const who = [...new Set(clash.conflicts.flatMap(({ by }) => by ?? []))]
  return (
    <Dialog open onClose={() => settle('theirs')} title={t.title(who)}>
      <p className="conflict-lead">{t.lead}</p>
      {clash.conflicts.map(({ item, yours, now, by, at }) => {
        const before = clash.correction.changes.find((change) => change.item === item)?.before ?? null
        return (
          <dl key={item} className="conflict">
            <div>
              <dt>{t.before}</dt>
              <dd>
                <ItemInWords itemKey={item} item={before} />
              </dd>
            </div>
            <div className="conflict-now">
              <dt>
                {t.now(by)}
                {at && (
                  <span className="faint">
                    {' '}
                    <Moment at={at} />
                  </span>
                )}
              </dt>
              <dd>
                <ItemInWords itemKey={item} item={now} />
              </dd>
            </div>
            <div>
              <dt>{t.yours}</dt>
              <dd>
                <ItemInWords itemKey={item} item={reapply(before, yours, now)} />
              </dd>
            </div>
          </dl>
        )
      })}
      <div className="conflict-actions">
        <Button className="button-ink" onClick={() => settle('theirs')}>
          {t.keepTheirs}
        </Button>
        <Button onClick={() => settle('mine')}>{t.applyMine}</Button>
      </div>
    </Dialog>
  )
}

function ItemInWords({ itemKey, item }: { itemKey: ItemKey; item: Item | null }) {
  const t = useTexts(visitDeskMessages)
  const forces = useTexts(readerMessages).forces
  const { desk, things } = useDeskView()
  if (!item) return <span className="faint">{t.desk.conflict.gone}</span>
  if (kindOf(itemKey) === 'date' && 'value' in item) {
    return (
      <span className="figure">{item.value === 'unknown' ? t.day.unknown : (item.value ?? t.day.none)}</span>
    )
  }
  if ('text' in item) {
    const details =
      'force' in item ? [forces[item.force], ...placeNames(desk.content, item, t.desk.wholeVisit)] : []
    return (
      <>
        <span lang="zh-Hans">{item.text}</span>
        {details.length > 0 && <span className="faint conflict-details">{details.join(' · ')}</span>}
      </>
    )
  }
  if ('titles' in item) {
    return (
      <span lang="zh-Hans">
        {item.name} {item.titles.join('、')}
      </span>
    )
  }
  const thing = 'possible' in item && item.known ? things.of(item.known) : null
  return (
    <>
      <span lang="zh-Hans">{'name' in item ? item.name : itemKey}</span>
      {thing && (
        <span className="faint conflict-details">
          {t.desk.known.is[thing.kind]}
          {t.desk.colon}
          {thing.name}
        </span>
      )}
    </>
  )
}

function placeNames(content: VisitContent, { places }: VisitDirective, wholeVisit: string): string[] {
  return places.map((place) => {
    if (place === 'visit') return wholeVisit
    const item = place === 'meeting' ? itemOf(content, 'meeting') : content[place]
    return item && 'name' in item ? item.name : '—'
  })
}
