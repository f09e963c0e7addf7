import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useId, useState } from 'react'
import { dayInWords, today } from '#ui/day.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import { forces, kinds, states } from '../followup.ts'
import { followupPageMessages } from '../followup-page-messages.ts'
import { type Filters, lampsByHaste } from './filter-address.ts'
import type { FilterName } from './filter-phrases.ts'
import { leadsQuery, type Named, organisationsQuery, visitsQuery } from './followup-queries.ts'
import { weekOf } from './working-day-calendar.ts'

export interface FilterEditorProps {
  filters: Filters
  change: (change: Partial<Filters>) => void
  /** What is chosen already, by name, so that it stands in the list even where the search does not find it. */
  chosen: Named[]
}

/** What can be chosen for one filter. Each choice shows in the sentence and in the list at once. */
export function FilterEditor({ filter, ...props }: FilterEditorProps & { filter: FilterName }) {
  const t = useTexts(followupPageMessages)
  const { filters, change } = props
  switch (filter) {
    case 'lamp':
      return (
        <Choices
          legend={t.filter.kinds.lamp}
          options={lampsByHaste.map((value) => ({ value, label: t.filter.lamps[value] }))}
          chosen={filters.lamp ?? []}
          onChange={(lamp) => change({ lamp })}
        />
      )
    case 'state':
      return (
        <Choices
          legend={t.filter.kinds.state}
          options={states.map((value) => ({ value, label: t.filter.states[value] }))}
          chosen={filters.state ?? []}
          onChange={(state) => change({ state })}
        />
      )
    case 'force':
      return (
        <Choices
          legend={t.filter.kinds.force}
          options={forces.map((value) => ({ value, label: t.force[value] }))}
          chosen={filters.force ?? []}
          onChange={(force) => change({ force })}
        />
      )
    case 'kind':
      return (
        <Choices
          single
          legend={t.filter.kinds.kind}
          options={kinds.map((value) => ({ value, label: t.kindLong[value] }))}
          chosen={filters.kind ? [filters.kind] : []}
          onChange={([kind]) => change({ kind })}
        />
      )
    case 'lead':
      return <Leads {...props} />
    case 'supporting':
      return <Supporting {...props} />
    case 'visit':
      return <Visits {...props} />
    case 'due':
      return <DueRange {...props} />
    case 'mine':
    case 'theme':
      return <p className="choices-legend">{t.filter.kinds[filter]}</p>
  }
}

interface ChoicesProps<Value extends string> {
  legend: string
  options: { value: Value; label: ReactNode }[]
  chosen: readonly Value[]
  onChange: (chosen: Value[]) => void
  single?: boolean
}

/** The tick answers at once; the address and with it the list follow a moment later. */
function Choices<Value extends string>({
  legend,
  options,
  chosen,
  onChange,
  single = false,
}: ChoicesProps<Value>) {
  const name = useId()
  const [shown, setShown] = useState(chosen)
  const inAddress = chosen.join(' ')
  useEffect(() => setShown(inAddress === '' ? [] : (inAddress.split(' ') as Value[])), [inAddress])
  const toggle = (value: Value) => {
    const others = shown.filter((one) => one !== value)
    const next = single ? [value] : others.length < shown.length ? others : [...shown, value]
    setShown(next)
    onChange(next)
  }
  return (
    <fieldset className="choices">
      <legend className="choices-legend">{legend}</legend>
      {options.map(({ value, label }) => (
        <label key={value}>
          <input
            type={single ? 'radio' : 'checkbox'}
            name={name}
            checked={shown.includes(value)}
            onChange={() => toggle(value)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}

function Search({ label, onChange }: { label: string; onChange: (words: string) => void }) {
  const id = useId()
  return (
    <div className="choices-search">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="search"
        onChange={(event) => {
          if (!(event.nativeEvent as InputEvent).isComposing) onChange(event.target.value)
        }}
        onCompositionEnd={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  )
}

/** What was chosen first, then what was found, each once. */
function together<Item extends { id: string }>(chosen: readonly Item[], found: readonly Item[]): Item[] {
  const ids = new Set(chosen.map(({ id }) => id))
  return [...chosen, ...found.filter(({ id }) => !ids.has(id))]
}

/** Those that lead something in this list, with how much; by search also the others. */
function Leads({ filters, change, chosen }: FilterEditorProps) {
  const t = useTexts(followupPageMessages).filter
  const language = useLanguage()
  const [words, setWords] = useState('')
  const leads = useQuery(leadsQuery(filters))
  const found = useQuery({ ...organisationsQuery(words, language), enabled: words.trim() !== '' })
  const counts = new Map(leads.data?.items.map(({ id, count }) => [id, count]))
  const offered = words.trim() ? (found.data ?? []) : (leads.data?.items ?? [])
  return (
    <>
      <Search label={t.findOrganisation} onChange={setWords} />
      <Organisations
        legend={t.kinds.lead}
        offered={together(chosen, offered)}
        counts={counts}
        chosen={filters.lead ?? []}
        waiting={leads.isPending || found.isFetching}
        onChange={(lead) => change({ lead })}
      />
    </>
  )
}

function Supporting({ filters, change, chosen }: FilterEditorProps) {
  const t = useTexts(followupPageMessages).filter
  const language = useLanguage()
  const [words, setWords] = useState('')
  const found = useQuery(organisationsQuery(words, language))
  return (
    <>
      <Search label={t.findOrganisation} onChange={setWords} />
      <Organisations
        legend={t.kinds.supporting}
        offered={together(chosen, found.data ?? [])}
        chosen={filters.supporting ?? []}
        waiting={found.isFetching}
        onChange={(supporting) => change({ supporting })}
      />
    </>
  )
}

interface OrganisationsProps {
  legend: string
  offered: Named[]
  counts?: ReadonlyMap<string, number>
  chosen: string[]
  waiting: boolean
  onChange: (chosen: string[]) => void
}

function Organisations({ legend, offered, counts, chosen, waiting, onChange }: OrganisationsProps) {
  const t = useTexts(followupPageMessages).filter
  if (offered.length === 0) return waiting ? null : <p className="choices-none">{t.noOrganisation}</p>
  return (
    <Choices
      legend={legend}
      options={offered.map(({ id, name }) => ({
        value: id,
        label: (
          <span className="choices-counted">
            {name}
            {counts?.has(id) && <span className="figure faint">{counts.get(id)}</span>}
          </span>
        ),
      }))}
      chosen={chosen}
      onChange={onChange}
    />
  )
}

function Visits({ filters, change }: FilterEditorProps) {
  const t = useTexts(followupPageMessages).filter
  const language = useLanguage()
  const [words, setWords] = useState('')
  const found = useQuery(visitsQuery(words))
  const visits = found.data ?? []
  return (
    <>
      <Search label={t.findVisit} onChange={setWords} />
      {visits.length === 0 && !found.isFetching && <p className="choices-none">{t.noVisits}</p>}
      {visits.length > 0 && (
        <Choices
          single
          legend={t.kinds.visit}
          options={visits.map(({ id, title, day }) => ({
            value: id,
            label: (
              <span className="choices-visit">
                {day && <strong>{dayInWords(day, language)}</strong>} <span>{title}</span>
              </span>
            ),
          }))}
          chosen={filters.visit ? [filters.visit] : []}
          onChange={([visit]) => change({ visit })}
        />
      )}
    </>
  )
}

function DueRange({ filters, change }: FilterEditorProps) {
  const t = useTexts(followupPageMessages).filter
  const id = useId()
  const weeks = [
    { label: t.dueThisWeek, ...weekOf(today()) },
    { label: t.dueNextWeek, ...weekOf(today(), 1) },
  ]
  const ends = [
    { key: 'due_from' as const, label: t.from },
    { key: 'due_to' as const, label: t.to },
  ]
  return (
    <fieldset className="choices">
      <legend className="choices-legend">{t.kinds.due}</legend>
      {weeks.map(({ label, from, to }) => (
        <button
          key={label}
          type="button"
          className="text-button"
          aria-pressed={filters.due_from === from && filters.due_to === to}
          onClick={() => change({ due_from: from, due_to: to })}
        >
          {label}
        </button>
      ))}
      {ends.map(({ key, label }) => (
        <div key={key} className="choices-day">
          <label htmlFor={`${id}-${key}`}>{label}</label>
          <input
            id={`${id}-${key}`}
            type="date"
            value={filters[key] ?? ''}
            onChange={(event) => change({ [key]: event.target.value || undefined })}
          />
        </div>
      ))}
    </fieldset>
  )
}
