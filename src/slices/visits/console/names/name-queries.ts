import type { ResponseOf } from '#platform/contracts/route.ts'
import type { suggestionRoutes } from '../../name-suggestion-contract.ts'

export type SuggestedName = ResponseOf<typeof suggestionRoutes.list>['items'][number]
export type SuggestionShown = SuggestedName['suggestions'][number]

/** Everything that is asked about suggested names. */
export const namesKey = ['name-suggestions'] as const
