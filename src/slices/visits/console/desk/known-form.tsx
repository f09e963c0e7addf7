import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useEffect, useId, useState } from 'react'
import { call } from '#platform/contracts/call.ts'
import { nameIn, organisationRoutes } from '#slices/organisations/contract'
import { placeRoutes } from '#slices/places/contract'
import { useLanguage, useTexts } from '#ui/language.ts'
import { type ItemKey, type Known, sameKnown, type VisitSite } from '../../visit.ts'
import { visitDeskMessages } from '../../visit-desk-messages.ts'
import { useAsOpened } from './as-opened.ts'
import { useDeskView } from './desk-context.ts'
import { Field, ItemForm } from './item-form.tsx'
import { seenByPerson } from './item-keys.ts'
import type { Thing } from './known-things.ts'
import './known-line.css'

const pause = 200
const shown = 6

/** Says what of the county a site is: what it may be, what a few letters find, or nothing. */
export function KnownForm({ itemKey, item: now }: { itemKey: ItemKey; item: VisitSite }) {
  const item = useAsOpened(now)
  const t = useTexts(visitDeskMessages).desk
  const { desk, things, close } = useDeskView()
  const id = useId()
  const offered = [...(item.known ? [item.known] : []), ...item.possible].flatMap(
    (ref) => things.of(ref) ?? [],
  )
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<Thing | 'none' | null>(
    () => (item.known && things.of(item.known)) ?? null,
  )
  const [missing, setMissing] = useState(false)
  const found = useThingsFound(words).filter((one) => !offered.some((other) => sameKnown(one, other)))
  const choices: (Thing | 'none')[] = [...offered, ...found, 'none']
  const choose = (choice: Thing | 'none') => {
    setMissing(false)
    setChosen(choice)
  }
  const save = () => {
    if (chosen === null) return setMissing(true)
    const thing = chosen === 'none' ? null : chosen
    if (thing) things.learn([thing])
    const same = thing && item.known && sameKnown(thing, item.known) ? item.known : null
    const known: Known | null = same ?? (thing && { kind: thing.kind, id: thing.id, by: 'person' })
    close(itemKey)
    desk.correct(
      [{ item: itemKey, before: item, after: { ...item, ...seenByPerson, known, possible: [] } }],
      thing ? t.did.known(thing.name) : t.did.notKnown,
    )
  }
  return (
    <ItemForm
      label={t.known.legend}
      action={t.save}
      hint={t.known.suggests}
      problem={missing ? t.known.choiceMissing : null}
      onSave={save}
      onCancel={() => close(itemKey)}
    >
      <Field label={t.known.find} id={`${id}-find`}>
        <Input
          id={`${id}-find`}
          type="search"
          data-first=""
          autoComplete="off"
          maxLength={60}
          placeholder={t.known.findHint}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </Field>
      <fieldset>
        <legend>{t.known.legend}</legend>
        {choices.map((choice) => (
          <label key={choice === 'none' ? choice : `${choice.kind} ${choice.id}`} className="choice">
            <input
              type="radio"
              name={id}
              checked={
                choice === 'none' || chosen === 'none' || chosen === null
                  ? choice === chosen
                  : sameKnown(choice, chosen)
              }
              onChange={() => choose(choice)}
            />
            <span>{choice === 'none' ? t.known.none : choice.name}</span>
            {choice !== 'none' && <span className="choice-kind">{t.known.kind[choice.kind]}</span>}
          </label>
        ))}
        {words.trim() !== '' && found.length === 0 && <p className="faint">{t.known.nothing}</p>}
      </fieldset>
    </ItemForm>
  )
}

/** The county's open places and organisations that a few letters find, places first. */
function useThingsFound(words: string): Thing[] {
  const language = useLanguage()
  const [q, setQ] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setQ(words.trim()), pause)
    return () => clearTimeout(timer)
  }, [words])
  const found = useQuery({
    queryKey: ['known', 'to-pick', q, language],
    enabled: q !== '',
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<Thing[]> => {
      const [places, organisations] = await Promise.all([
        call(placeRoutes.list, { query: { q, limit: shown }, signal }),
        call(organisationRoutes.list, { query: { q, limit: shown }, signal }),
      ])
      return [
        ...places.items.map(({ id, name, keeper }): Thing => {
          return { kind: 'place', id, name, keeper: keeper.id, closed: false }
        }),
        ...organisations.items
          .filter(({ closedOn, kind }) => !closedOn && kind !== 'county')
          .map((one): Thing => {
            return {
              kind: 'organisation',
              id: one.id,
              name: nameIn(one, language),
              keeper: null,
              closed: false,
            }
          }),
      ]
    },
  })
  return q === '' ? [] : (found.data ?? [])
}
