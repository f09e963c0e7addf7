import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link } from 'react-router'
import { languageOf } from '#ui/language-of.ts'
import { useTexts } from '#ui/language.ts'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { placeMessages } from '../place-messages.ts'
import { placePageMessages } from '../place-page-messages.ts'
import { belowQuery, type PlaceShown, treePage } from './place-queries.ts'

/** The open places directly below one. */
export function PlacesBelow({ place }: { place: PlaceShown }) {
  const t = useTexts(placeMessages)
  const page = useTexts(placePageMessages)
  const below = useInfiniteQuery(belowQuery(place.id))
  if (below.isError) return <ProblemNotice problem={below.error} onRetry={() => void below.refetch()} />
  if (!below.data) return <p className="faint">{page.loading}</p>
  const rows = below.data.pages.flatMap(({ items }) => items)
  const left = (below.data.pages[0]?.total ?? 0) - rows.length
  return (
    <>
      <ul className="places-below">
        {rows.map(({ id, name, kind, below: count }) => (
          <li key={id}>
            <Link to={`/places/${id}`} lang={languageOf(name)}>
              {name}
            </Link>
            <span>{t.kinds[kind]}</span>
            {count > 0 && <span>{page.below(count)}</span>}
          </li>
        ))}
      </ul>
      {below.hasNextPage && (
        <Button onClick={() => void below.fetchNextPage()} loading={below.isFetchingNextPage}>
          {page.more(Math.min(treePage, Math.max(left, 1)))}
        </Button>
      )}
    </>
  )
}
