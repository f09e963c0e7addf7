import { useQuery } from '@tanstack/react-query'
import { ChangeHistory } from '#ui/change-history.tsx'
import { useTexts } from '#ui/language.ts'
import { placePageMessages } from '../place-page-messages.ts'
import { historyQuery } from './place-queries.ts'

/** What was changed of a place, by whom, from what to what; the newest first. */
export function PlaceHistory({ place }: { place: string }) {
  return (
    <ChangeHistory
      history={useQuery(historyQuery(place))}
      began="place.added"
      texts={useTexts(placePageMessages)}
    />
  )
}
