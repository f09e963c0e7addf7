import { useTexts } from '#ui/language.ts'
import { readerMessages } from '../../reader/reader-messages.ts'
import { type ItemKey, placesOf, type VisitDirective } from '../../visit.ts'
import { visitDeskMessages } from '../../visit-desk-messages.ts'
import { Card } from './card.tsx'
import { useDeskView } from './desk-context.ts'
import { DirectiveForm } from './directive-form.tsx'
import { ForceForm } from './force-form.tsx'
import { ItemMarks } from './item-marks.tsx'
import { saidBeside } from './said-beside.ts'
import { PlaceForm } from './place-form.tsx'
import { SplitForm } from './split-form.tsx'

interface DirectiveCardProps {
  itemKey: ItemKey
  item: VisitDirective
  number: number
  /** Tells the places too: the card does not stand under its one site. */
  withPlaces: boolean
}

export function DirectiveCard({ itemKey, item, number, withPlaces }: DirectiveCardProps) {
  const t = useTexts(visitDeskMessages).desk
  const forces = useTexts(readerMessages).forces
  const { open, desk } = useDeskView()
  const panel = open?.key === itemKey ? open.panel : null
  const form =
    panel === 'edit' ? (
      <DirectiveForm itemKey={itemKey} item={item} />
    ) : panel === 'split' ? (
      <SplitForm itemKey={itemKey} item={item} />
    ) : panel === 'place' ? (
      <PlaceForm itemKey={itemKey} item={item} />
    ) : panel === 'force' ? (
      <ForceForm itemKey={itemKey} item={item} />
    ) : undefined
  const facts = [
    item.subject && { name: t.subject, value: item.subject },
    item.theme && { name: t.theme, value: item.theme },
    item.deadline && { name: t.deadline, value: item.deadline },
    ...saidBeside(item, t),
  ].filter((fact) => fact !== null && fact !== '')
  return (
    <Card itemKey={itemKey} label={t.directiveNumber(number)} className="directive" form={form}>
      <p className="directive-words" lang="zh-Hans">
        <span className="directive-number" aria-hidden="true">
          {number}
        </span>
        {item.text}
      </p>
      <p className="directive-facts">
        <span className="force">{forces[item.force]}</span>
        {facts.map(({ name, value }) => (
          <span key={name}>
            {name}
            {t.colon}
            <span lang="zh-Hans">{value}</span>
          </span>
        ))}
        {item.measurable && <span>{t.canBeMeasured}</span>}
      </p>
      {withPlaces && item.places.length > 1 && (
        <p className="directive-places">
          {placesOf(desk.content, item).map(({ name }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a directive names each of its places once.
            <span key={at} lang="zh-Hans">
              {name}
            </span>
          ))}
        </p>
      )}
      <ItemMarks itemKey={itemKey} item={item} />
    </Card>
  )
}
