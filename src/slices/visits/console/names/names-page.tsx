import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useLayoutEffect, useRef } from 'react'
import { call } from '#platform/contracts/call.ts'
import { oneOf, useAddressFilters } from '#ui/address-filters.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { formatNumber } from '#ui/figures.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import { Page } from '#ui/page.tsx'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { type SuggestionState, suggestionStates } from '../../name-suggestion.ts'
import { suggestionRoutes } from '../../name-suggestion-contract.ts'
import { suggestionMessages } from '../../name-suggestion-messages.ts'
import { visitDeskMessages } from '../../visit-desk-messages.ts'
import { namesKey, type SuggestedName } from './name-queries.ts'
import { Suggestion } from './suggestion.tsx'
import './names-page.css'

const schema = { state: oneOf(...suggestionStates) }
const atOnce = 30

/** The names that corrections suggest for the county's places and organisations: accept, refuse, reconsider. */
export default function NamesPage() {
  const t = useTexts(suggestionMessages)
  const { loading } = useTexts(visitDeskMessages)
  const language = useLanguage()
  const filters = useAddressFilters(schema)
  const state = filters.values.state ?? 'open'
  const list = useRef<HTMLUListElement>(null)
  const names = useInfiniteQuery({
    queryKey: [...namesKey, 'list', state],
    queryFn: ({ pageParam, signal }) =>
      call(suggestionRoutes.list, { query: { state, limit: atOnce, after: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })
  const rows = names.data?.pages.flatMap(({ items }) => items) ?? []
  const total = names.data?.pages[0]?.total ?? 0

  // The button that was pressed is gone with its name: the next one takes the focus.
  const held = useRef(false)
  useLayoutEffect(() => {
    if (held.current && document.activeElement === document.body) {
      const next =
        list.current?.querySelector<HTMLElement>('button') ?? document.querySelector<HTMLElement>('h1')
      next?.focus()
    }
  })
  return (
    <Page title={t.title} lead={t.lead} width="text">
      <div className="names-states" role="group" aria-label={t.statesLabel}>
        {suggestionStates.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === state}
            onClick={() => filters.set({ state: one === 'open' ? undefined : one })}
          >
            {t.states[one]}
            {one === state && names.data && <span className="figure">{formatNumber(total, language)}</span>}
          </button>
        ))}
      </div>
      {names.isError && <ProblemNotice problem={names.error} onRetry={() => void names.refetch()} />}
      {names.isPending && <p className="faint">{loading}</p>}
      {names.data && rows.length === 0 && (
        <EmptyState title={t.none[state]}>{state === 'open' ? t.noneHint : undefined}</EmptyState>
      )}
      <ul
        ref={list}
        className="names"
        onFocus={() => {
          held.current = true
        }}
        onBlur={({ relatedTarget }) => {
          if (relatedTarget) held.current = false
        }}
      >
        {rows.map((name) => (
          <Name key={name.name} name={name} state={state} />
        ))}
      </ul>
      {names.hasNextPage && (
        <Button loading={names.isFetchingNextPage} onClick={() => void names.fetchNextPage()}>
          {t.next}
        </Button>
      )}
    </Page>
  )
}

/** One name, with all that it may mean side by side. */
function Name({ name: { name, suggestions }, state }: { name: SuggestedName; state: SuggestionState }) {
  const t = useTexts(suggestionMessages)
  return (
    <li className="name">
      <h2 lang="zh-Hans">{name}</h2>
      {suggestions.length > 1 && <p className="faint">{t.side}</p>}
      <ul>
        {suggestions.map((one) => (
          <Suggestion key={one.id} name={name} state={state} suggestion={one} />
        ))}
      </ul>
    </li>
  )
}
