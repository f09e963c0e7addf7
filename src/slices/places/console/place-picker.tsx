import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useEffect, useState } from 'react'
import { call } from '#platform/contracts/call.ts'
import { useTexts } from '#ui/language.ts'
import { placeRoutes } from '../place-contract.ts'
import { placeMessages } from '../place-messages.ts'
import { placePageMessages } from '../place-page-messages.ts'
import { placeQuery, placesKey } from './place-queries.ts'

interface PlacePickerProps {
  /** Given by a form's item. */
  id?: string
  value?: string
  onChange?: (place: string | undefined) => void
  /** A place that is not offered, with all that stands below it. */
  except?: string
}

const pause = 200
const shown = 20

/** Chooses one open place by a few letters of a name, an alias or its pinyin; clearing it chooses none. */
export function PlacePicker({ id, value, onChange, except }: PlacePickerProps) {
  const t = useTexts(placePageMessages)
  const { kinds } = useTexts(placeMessages)
  const [words, setWords] = useState('')
  const [q, setQ] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setQ(words.trim()), pause)
    return () => clearTimeout(timer)
  }, [words])
  const found = useQuery({
    queryKey: [...placesKey, 'to-pick', q],
    queryFn: ({ signal }) => call(placeRoutes.list, { query: { q: q || undefined, limit: shown }, signal }),
    placeholderData: keepPreviousData,
  })
  const chosen = useQuery({ ...placeQuery(value ?? ''), enabled: Boolean(value) }).data
  const options = (found.data?.items ?? [])
    .filter((one) => one.id !== except && !one.ancestors.some((above) => above.id === except))
    .map((one) => ({
      value: one.id,
      label: one.name,
      hint: [kinds[one.kind], one.village?.township].filter(Boolean).join(' · '),
    }))
  if (chosen && !q && !options.some((option) => option.value === chosen.id)) {
    options.unshift({ value: chosen.id, label: chosen.name, hint: kinds[chosen.kind] })
  }
  return (
    <Select
      id={id}
      value={value}
      onChange={onChange}
      options={options}
      allowClear
      showSearch={{ filterOption: false, searchValue: words, onSearch: setWords }}
      onOpenChange={(isOpen) => !isOpen && setWords('')}
      getPopupContainer={(field: HTMLElement) => field.closest('main') ?? document.body}
      placeholder={t.choosePlace}
      loading={found.isFetching}
      notFoundContent={found.isFetching ? t.loading : t.noVillage}
      labelRender={({ label: word }) => word ?? chosen?.name ?? ''}
      optionRender={showOption}
    />
  )
}

function showOption({ data }: { data: { label: string; hint: string } }) {
  return (
    <span>
      {data.label} <span className="faint">{data.hint}</span>
    </span>
  )
}
