import { PlusOutlined } from '@ant-design/icons'
import { useTexts } from '#ui/language.ts'
import { itemOf, type VisitMeeting, type VisitSite } from '../../visit.ts'
import { visitDeskMessages } from '../../visit-desk-messages.ts'
import type { Addable } from './add-from-text.ts'
import { AddForm } from './add-form.tsx'
import type { DirectiveGroup } from './card-order.ts'
import { useDeskView } from './desk-context.ts'
import { DirectiveCard } from './directive-card.tsx'
import { FactCards } from './fact-cards.tsx'
import { StopCard } from './stop-card.tsx'
import './visit-cards.css'

interface VisitCardsProps {
  groups: readonly { text: string }[]
  adding: Addable | null
  onAdd: (as: Addable | null) => void
}

/** The visit as cards in the order of the route; the meeting and what concerns the whole visit come last. */
export function VisitCards({ groups, adding, onAdd }: VisitCardsProps) {
  const t = useTexts(visitDeskMessages).desk
  const { order, desk } = useDeskView()
  const siteNumbers = new Map(
    order.groups.filter(({ place }) => place.startsWith('site:')).map(({ place }, at) => [place, at + 1]),
  )
  const addable: Addable[] = [
    'directive',
    'site',
    'companion',
    ...(itemOf(desk.content, 'lead') ? [] : (['lead'] as const)),
    ...(itemOf(desk.content, 'meeting') ? [] : (['meeting'] as const)),
  ]
  return (
    <>
      <FactCards groups={groups} />
      <ol className="route" aria-label={t.route}>
        {order.groups.map((group) => (
          <Stop key={group.place} group={group} number={siteNumbers.get(group.place)} />
        ))}
      </ol>
      <div className="add">
        {adding ? (
          <AddForm as={adding} onClose={() => onAdd(null)} />
        ) : (
          addable.map((as) => (
            <button
              key={as}
              type="button"
              className="text-button"
              onClick={() => onAdd(as)}
              aria-keyshortcuts={as === 'directive' ? 'a' : undefined}
            >
              <PlusOutlined aria-hidden="true" />
              {t.add[as]}
              {as === 'directive' && <kbd aria-hidden="true">A</kbd>}
            </button>
          ))
        )}
      </div>
    </>
  )
}

function Stop({ group, number }: { group: DirectiveGroup; number: number | undefined }) {
  const t = useTexts(visitDeskMessages).desk
  const { desk } = useDeskView()
  const { place, directives } = group
  const stop = desk.content[place] as VisitSite | VisitMeeting | undefined
  const kind = number === undefined ? place : 'site'
  return (
    <li className={`route-stop route-${kind}`}>
      <span className="route-sign" aria-hidden="true">
        {number ?? ''}
      </span>
      <div className="route-body">
        {stop ? (
          <StopCard itemKey={place} item={stop} />
        ) : (
          <h3 className="stop-name stop-other">{place === 'several' ? t.severalSites : t.wholeVisit}</h3>
        )}
        {directives.length > 0 && (
          <ul className="directives" aria-label={t.directives}>
            {directives.map(({ key, item, number: own }) => (
              <li key={key}>
                <DirectiveCard itemKey={key} item={item} number={own} withPlaces={place === 'several'} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}
