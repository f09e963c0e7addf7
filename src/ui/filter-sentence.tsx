import { CloseOutlined, DownOutlined, SearchOutlined } from '@ant-design/icons'
import { useEffect, useRef, useState } from 'react'
import type { AddressFilters, FilterSchema } from './address-filters.ts'
import { useTexts } from './language.ts'
import { uiMessages } from './ui-messages.ts'
import './filter-sentence.css'

export interface FilterChoice {
  /** Names the choice for a reader of the screen: 状态, 牵头单位. */
  label: string
  /** What stands in the sentence while nothing is chosen: 任何状态. */
  any: string
  options: { value: string; label: string }[]
}

interface FilterSentenceProps<Schema extends FilterSchema> {
  filters: AddressFilters<Schema>
  /** The sentence with a place for each filter: `看{lamp}、由{lead}牵头的督办`. */
  sentence: string
  choices: { [Key in keyof Schema]?: FilterChoice }
  /** The filter that holds searched words, and the label of its field. */
  search?: { filter: keyof Schema & string; label: string }
}

/** Filters as a sentence that can be read aloud; each of its variable words is a list to choose from. */
export function FilterSentence<Schema extends FilterSchema>(props: FilterSentenceProps<Schema>) {
  const { filters, sentence, choices, search } = props
  const t = useTexts(uiMessages)
  const parts = sentence.split(/\{(\w+)\}/)
  return (
    <search className="filters">
      {search && (
        <SearchWords
          key={search.filter}
          label={search.label}
          value={filters.values[search.filter] ?? ''}
          onChange={(words) => filters.set({ [search.filter]: words } as never, { replace: true })}
        />
      )}
      <div className="filter-sentence">
        {parts.map((part, at) => {
          const choice = at % 2 === 1 ? choices[part] : undefined
          // biome-ignore lint/suspicious/noArrayIndexKey: the sentence is fixed, so are the places in it.
          if (!choice) return <span key={at}>{part}</span>
          const value: string | undefined = filters.values[part]
          return (
            <Chip
              key={part}
              choice={choice}
              value={value}
              onChange={(next) => filters.set({ [part]: next } as never)}
            />
          )
        })}
        {filters.count > 0 && (
          <button type="button" className="text-button" onClick={filters.clear}>
            {t.filter.clear}
          </button>
        )}
      </div>
    </search>
  )
}

interface ChipProps {
  choice: FilterChoice
  value: string | undefined
  onChange: (value: string | undefined) => void
}

/** The browser's own list lies unseen over the chip: it works with every keyboard, screen reader and phone. */
function Chip({ choice, value, onChange }: ChipProps) {
  const t = useTexts(uiMessages)
  const chosen = choice.options.find((option) => option.value === value)
  const shown = chosen?.label ?? (value === undefined ? choice.any : value)
  return (
    <span className={value === undefined ? 'chip' : 'chip chip-set'}>
      <span className="chip-choice">
        <span aria-hidden="true">{shown}</span>
        {value === undefined && <DownOutlined aria-hidden="true" />}
        <select
          aria-label={choice.label}
          value={value ?? ''}
          onChange={(event) => onChange(event.target.value || undefined)}
        >
          <option value="">{choice.any}</option>
          {value !== undefined && !chosen && <option value={value}>{value}</option>}
          {choice.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </span>
      {value !== undefined && (
        <button type="button" onClick={() => onChange(undefined)} aria-label={t.filter.remove(shown)}>
          <CloseOutlined aria-hidden="true" />
        </button>
      )}
    </span>
  )
}

const pause = 250

function SearchWords({
  label,
  value,
  onChange,
}: {
  label: string
  value: string
  onChange: (words: string) => void
}) {
  const [words, setWords] = useState(value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const composing = useRef(false)

  useEffect(() => setWords(value), [value])
  useEffect(() => () => clearTimeout(timer.current), [])

  const later = (next: string) => {
    setWords(next)
    clearTimeout(timer.current)
    if (!composing.current) timer.current = setTimeout(() => onChange(next), pause)
  }

  return (
    <label className="search-words">
      <SearchOutlined aria-hidden="true" />
      <span className="visually-hidden">{label}</span>
      <input
        type="search"
        placeholder={label}
        value={words}
        onChange={(event) => later(event.target.value)}
        onCompositionStart={() => {
          composing.current = true
        }}
        onCompositionEnd={(event) => {
          composing.current = false
          later(event.currentTarget.value)
        }}
      />
    </label>
  )
}
