import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { call } from '#platform/contracts/call.ts'
import { newId } from '#platform/records/new-id.ts'
import { dayInWords } from '#ui/day.tsx'
import { languageOf } from '#ui/language-of.ts'
import { useLanguage, useTexts } from '#ui/language.ts'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { useUndo } from '#ui/undo.tsx'
import { placeRoutes } from '../place-contract.ts'
import { placeMessages } from '../place-messages.ts'
import { placePageMessages } from '../place-page-messages.ts'
import { chinaDay } from './china-day.ts'
import { type PlaceShown, placesKey } from './place-queries.ts'

type Name = PlaceShown['names'][number]

/** How a place is also called: each name with where it came from, who added it, and the way to drop it. */
export function PlaceNames({ place, mayDrop }: { place: PlaceShown; mayDrop: boolean }) {
  const t = useTexts(placeMessages)
  const page = useTexts(placePageMessages)
  const language = useLanguage()
  const drop = useDrop(place.id)
  if (place.names.length === 0) {
    return <p className="faint place-no-names">{mayDrop ? page.noNamesHint : page.noNames}</p>
  }
  return (
    <>
      {drop.isError && <ProblemNotice problem={drop.error} />}
      <ul className="place-names">
        {place.names.map((name) => (
          <li key={name.id}>
            <div className="place-name">
              <strong lang={languageOf(name.text)}>{name.text}</strong>
              <span>{t.sources[name.source]}</span>
              <span className="faint">
                {page.addedBy(name.person?.name ?? page.system, dayInWords(chinaDay(name.at), language))}
              </span>
            </div>
            {mayDrop && (
              <Button
                onClick={() => drop.mutate(name)}
                loading={drop.isPending && drop.variables.id === name.id}
                aria-label={page.dropOne(name.text)}
              >
                {page.drop}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function useDrop(place: string) {
  const page = useTexts(placePageMessages)
  const queries = useQueryClient()
  const say = useUndo()
  const again = () => queries.invalidateQueries({ queryKey: placesKey })
  return useMutation({
    mutationFn: (name: Name) => call(placeRoutes.dropName, { params: { place, name: name.id } }),
    onSuccess: async (_, { text, source, about }) => {
      const undo = async () => {
        await call(placeRoutes.alsoCall, { params: { place }, body: { name: newId(), text, source, about } })
        await again()
      }
      document.getElementById('page-title')?.focus()
      say({ message: page.dropped(text), undo })
      await again()
    },
  })
}
