import { useState } from 'react'
import { useTexts } from '#ui/language.ts'
import { type ItemKey, itemOf, itemsOf, type VisitDirective } from '../../visit.ts'
import { visitDeskMessages } from '../../visit-desk-messages.ts'
import { useAsOpened } from './as-opened.ts'
import { useDeskView } from './desk-context.ts'
import { ItemForm } from './item-form.tsx'
import { seenByPerson } from './item-keys.ts'

/** Where a directive belongs: one or more sites, the meeting, or the visit as a whole. */
export function PlaceForm({ itemKey, item: now }: { itemKey: ItemKey; item: VisitDirective }) {
  const item = useAsOpened(now)
  const t = useTexts(visitDeskMessages).desk
  const { desk, close } = useDeskView()
  const [places, setPlaces] = useState<readonly string[]>(
    item.places.filter((place) => place === 'visit' || place in desk.content),
  )
  const [missing, setMissing] = useState(false)
  const meeting = itemOf(desk.content, 'meeting')
  const choices = [
    ...itemsOf(desk.content, 'site').map(({ key, item: site }) => ({ place: key, name: site.name })),
    ...(meeting ? [{ place: 'meeting', name: meeting.name }] : []),
    { place: 'visit', name: t.wholeVisit },
  ]
  const toggle = (place: string) => {
    setMissing(false)
    if (places.includes(place)) return setPlaces(places.filter((one) => one !== place))
    // The whole visit and single places exclude each other.
    setPlaces(place === 'visit' ? ['visit'] : [...places.filter((one) => one !== 'visit'), place])
  }
  const save = () => {
    if (places.length === 0) return setMissing(true)
    const inOrder = choices.map(({ place }) => place).filter((place) => places.includes(place))
    const names = choices.filter(({ place }) => places.includes(place)).map(({ name }) => name)
    close(itemKey)
    desk.correct(
      [{ item: itemKey, before: item, after: { ...item, ...seenByPerson, places: inOrder } }],
      t.did.place(names.length === 1 ? names[0]! : t.places(names.length)),
    )
  }
  return (
    <ItemForm
      label={t.actions.place}
      action={t.save}
      problem={missing ? t.placeMissing : null}
      onSave={save}
      onCancel={() => close(itemKey)}
      onKey={({ key }) => {
        if (key === 'Enter') {
          save()
          return true
        }
        const choice = choices[key === '0' ? choices.length - 1 : Number(key) - 1]
        if (choice) toggle(choice.place)
        return choice !== undefined
      }}
    >
      <fieldset>
        <legend>{t.placeLegend}</legend>
        {choices.map(({ place, name }, at) => (
          <label key={place} className="choice">
            <input type="checkbox" checked={places.includes(place)} onChange={() => toggle(place)} />
            <span lang={place === 'visit' ? undefined : 'zh-Hans'}>{name}</span>
            {(at < 9 || place === 'visit') && <kbd>{place === 'visit' ? 0 : at + 1}</kbd>}
          </label>
        ))}
      </fieldset>
    </ItemForm>
  )
}
