import { CloseOutlined, LeftOutlined, PlusOutlined } from '@ant-design/icons'
import { useQueries } from '@tanstack/react-query'
import { Fragment, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Disclosure } from '#ui/disclosure.tsx'
import { FilterSentence } from '#ui/filter-sentence.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import { followupPageMessages } from '../followup-page-messages.ts'
import { type Filters, isNarrowed } from './filter-address.ts'
import { FilterEditor } from './filter-editor.tsx'
import { type FilterName, filterNames, type KnownNames, type Phrase, phrasesOf } from './filter-phrases.ts'
import { type Named, organisationNameQuery, visitNameQuery } from './followup-queries.ts'
import './followup-filters.css'

interface FollowupFiltersProps {
  filters: Filters
  change: (change: Partial<Filters>, how?: { replace?: boolean }) => void
  clear: () => void
  /** What stands at the end of the line of the search field. */
  beside: ReactNode
}

const whole: Partial<Record<FilterName, Partial<Filters>>> = {
  due: { due_from: undefined, due_to: undefined },
}
const without = (filter: FilterName): Partial<Filters> => whole[filter] ?? { [filter]: undefined }

/** The filters as a sentence: 看超期的、由县总工会牵头的督办事项. Each phrase opens its choices or goes away. */
export function FollowupFilters({ filters, change, clear, beside }: FollowupFiltersProps) {
  const t = useTexts(followupPageMessages)
  const language = useLanguage()
  const names = useKnownNames(filters)
  const phrases = phrasesOf(filters, names, language)
  const editor = (filter: FilterName) => (
    <FilterEditor
      filter={filter}
      filters={filters}
      change={change}
      chosen={chosenOf(filter, filters, names)}
    />
  )
  return (
    <div className="followup-filters">
      <div className="search-line">
        <FilterSentence
          filters={{
            values: { q: filters.q },
            count: 0,
            set: (words, how) => change(words, how),
            clear,
            search: '',
          }}
          sentence=""
          choices={{}}
          search={{ filter: 'q', label: t.list.search }}
        />
        <div className="search-beside">{beside}</div>
      </div>
      <div className="sentence">
        <span>{phrases.length > 0 ? t.filter.lead : t.filter.all}</span>
        {phrases.map((phrase, at) => (
          <Fragment key={phrase.filter}>
            <PhraseChip
              phrase={phrase}
              editor={phrase.filter === 'mine' || phrase.filter === 'theme' ? null : editor(phrase.filter)}
              onRemove={() => change(without(phrase.filter))}
            />
            {at < phrases.length - 1 && <span>{t.filter.comma}</span>}
          </Fragment>
        ))}
        {phrases.length > 0 && t.filter.end && <span>{t.filter.end}</span>}
        <AddFilter
          offered={filterNames.filter(
            (name) => name !== 'theme' && !phrases.some(({ filter }) => filter === name),
          )}
          onMine={() => change({ mine: 'true' })}
          editor={editor}
        />
        {isNarrowed(filters) && (
          <button type="button" className="text-button" onClick={clear}>
            {t.filter.clear}
          </button>
        )}
      </div>
    </div>
  )
}

interface PhraseChipProps {
  phrase: Phrase
  editor: ReactNode
  onRemove: () => void
}

function PhraseChip({ phrase, editor, onRemove }: PhraseChipProps) {
  const t = useTexts(followupPageMessages).filter
  return (
    <span className="phrase">
      {editor ? (
        <Disclosure className="phrase-words" label={phrase.words} name={t.change(phrase.words)}>
          {() => <PanelBody>{editor}</PanelBody>}
        </Disclosure>
      ) : (
        <span className="phrase-words">{phrase.words}</span>
      )}
      <button type="button" className="phrase-remove" aria-label={t.remove(phrase.words)} onClick={onRemove}>
        <CloseOutlined aria-hidden="true" />
      </button>
    </span>
  )
}

function keepInWindow(panel: HTMLElement): void {
  panel.style.translate = ''
  const over = panel.getBoundingClientRect().right + 12 - document.documentElement.clientWidth
  if (over > 0) panel.style.translate = `${-over}px`
}

/**
 * Moves the panel around it back into the window where it would stand out on the right. `takesFocus`: what
 * had the focus is gone when this takes its place, so its first field takes it.
 */
function PanelBody({ children, takesFocus = false }: { children: ReactNode; takesFocus?: boolean }) {
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (takesFocus) body.current?.querySelector<HTMLElement>('input,button')?.focus()
  }, [takesFocus])
  useLayoutEffect(() => {
    if (body.current?.parentElement) keepInWindow(body.current.parentElement)
  })
  return <div ref={body}>{children}</div>
}

interface AddFilterProps {
  offered: FilterName[]
  onMine: () => void
  editor: (filter: FilterName) => ReactNode
}

function AddFilter(props: AddFilterProps) {
  const t = useTexts(followupPageMessages).filter
  return (
    <Disclosure
      className="text-button add-filter"
      label={
        <>
          <PlusOutlined aria-hidden="true" />
          {t.add}
        </>
      }
    >
      {(close) => <AddFilterPanel {...props} close={close} />}
    </Disclosure>
  )
}

/** First which filter, then its choices. It begins anew each time it is opened. */
function AddFilterPanel({ offered, onMine, editor, close }: AddFilterProps & { close: () => void }) {
  const t = useTexts(followupPageMessages).filter
  const [filter, setFilter] = useState<FilterName | null>(null)
  const choose = (name: FilterName) => {
    if (name !== 'mine') return setFilter(name)
    onMine()
    close()
  }
  if (filter) {
    return (
      <PanelBody key={filter} takesFocus>
        <button type="button" className="text-button" onClick={() => setFilter(null)}>
          <LeftOutlined aria-hidden="true" />
          {t.back}
        </button>
        {editor(filter)}
      </PanelBody>
    )
  }
  return (
    <PanelBody key="kinds" takesFocus>
      <ul className="filter-kinds">
        {offered.map((name) => (
          <li key={name}>
            <button type="button" className="text-button" onClick={() => choose(name)}>
              {t.kinds[name]}
            </button>
          </li>
        ))}
      </ul>
    </PanelBody>
  )
}

function chosenOf(filter: FilterName, filters: Filters, names: KnownNames): Named[] {
  const ids = (filter === 'lead' && filters.lead) || (filter === 'supporting' && filters.supporting) || []
  return ids.flatMap((id) => {
    const name = names.organisations.get(id)
    return name ? [{ id, name }] : []
  })
}

/** The names of the organisations and the visit in the address; the address itself holds their ids. */
function useKnownNames({ lead = [], supporting = [], visit }: Filters): KnownNames {
  const language = useLanguage()
  const organisations = useQueries({
    queries: [...new Set([...lead, ...supporting])].map((id) => organisationNameQuery(id, language)),
  })
  const visits = useQueries({ queries: [visit ?? []].flat().map(visitNameQuery) })
  return {
    organisations: new Map(organisations.flatMap(({ data }) => (data ? [[data.id, data.name]] : []))),
    visits: new Map(visits.flatMap(({ data }) => (data ? [[data.id, data]] : []))),
  }
}
