import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link } from 'react-router'
import { Moment } from '#ui/day.tsx'
import { useTexts } from '#ui/language.ts'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import type { SuggestionState } from '../../name-suggestion.ts'
import { suggestionMessages } from '../../name-suggestion-messages.ts'
import { pageOf } from '../desk/known-line.tsx'
import { decisionsOn } from './decide-name.ts'
import { namesKey, type SuggestionShown } from './name-queries.ts'
import { useUndo } from '#ui/undo.tsx'

interface SuggestionProps {
  name: string
  state: SuggestionState
  suggestion: SuggestionShown
}

/** One thing that a name may mean: where that was said, and what to make of it. */
export function Suggestion({ name, state, suggestion }: SuggestionProps) {
  const t = useTexts(suggestionMessages)
  const { target, times, sources, heldBy, decided, mayDecide } = suggestion
  const [before, after] = t.meaning[state]
  const queries = useQueryClient()
  const say = useUndo()
  const decisions = decisionsOn(name, suggestion)
  const refresh = () =>
    Promise.all(
      [namesKey, ['organisations'], ['places']].map((queryKey) => queries.invalidateQueries({ queryKey })),
    )
  const words = {
    accept: t.accepted(name, target.name),
    refuse: t.refused(name),
    reconsider: t.reopened(name),
  }
  const decide = useMutation({
    mutationFn: (how: keyof typeof words) => decisions[how](),
    onSuccess: async (undo, how) => {
      say({ message: words[how], undo: undo && (() => undo().then(refresh)) })
      await refresh()
    },
    // Somebody else may have been quicker: what stands there now is shown with the reason.
    onError: refresh,
  })
  return (
    <li className="suggestion">
      <p className="suggestion-target">
        {before}
        {t.kind[target.kind]} <Link to={pageOf(target)}>{target.name}</Link>
        {after && ` ${after}`.replace(' ?', '?')}
      </p>
      <ul className="suggestion-sources">
        {sources.map((source) => (
          <li key={`${source.kind} ${source.id}`}>
            <Moment at={source.at} />
            {source.by && <span lang="zh-Hans">{source.by.name}</span>}
            <Source source={source} />
          </li>
        ))}
        {times > sources.length && <li>{t.more(times - sources.length)}</li>}
      </ul>
      {heldBy && <p className="suggestion-held">{t.heldBy(heldBy.name)}</p>}
      {decided && (
        <p className="faint suggestion-decided">
          <Moment at={decided.at} /> {decided.by && t.decidedBy(decided.by.name)}
        </p>
      )}
      {decide.isError && <ProblemNotice problem={decide.error} />}
      {mayDecide && (
        <div className="suggestion-actions">
          {decisions.offered.map((how) => (
            <Button
              key={how}
              disabled={decide.isPending || (how === 'accept' && heldBy !== null)}
              aria-label={t.labels[how](name, target.name)}
              onClick={() => decide.mutate(how)}
            >
              {t[how]}
            </Button>
          ))}
        </div>
      )}
    </li>
  )
}

function Source({ source: { kind, id, title } }: { source: SuggestionShown['sources'][number] }) {
  const t = useTexts(suggestionMessages)
  const where = kind === 'visit' ? `/visits/${id}` : `/followups/${id}`
  return (
    <span>
      {kind === 'visit' && title === null ? t.someVisit : t.from[kind]}
      {title !== null && (
        <>
          {' '}
          <Link to={where} lang="zh-Hans">
            {title}
          </Link>
        </>
      )}
    </span>
  )
}
