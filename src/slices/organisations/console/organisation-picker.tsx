import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useEffect, useState } from 'react'
import { call } from '#platform/contracts/call.ts'
import { useLanguage, useTexts } from '#ui/language.ts'
import { nameIn } from '../organisation.ts'
import { organisationRoutes } from '../organisation-contract.ts'
import { organisationMessages } from '../organisation-messages.ts'
import { byOfficeOrder, organisationQuery, organisationsKey } from './organisation-queries.ts'

interface OrganisationPickerProps {
  /** Given by a form's item. */
  id?: string
  value?: string
  onChange?: (organisation: string | undefined) => void
  /** Names the field where no form's item does. */
  label?: string
}

const pause = 200
const shown = 20

/** Chooses one organisation by a few letters of its name or pinyin. Closed ones are not offered. */
export function OrganisationPicker({ id, value, onChange, label }: OrganisationPickerProps) {
  const t = useTexts(organisationMessages)
  const language = useLanguage()
  const [words, setWords] = useState('')
  const [q, setQ] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setQ(words.trim()), pause)
    return () => clearTimeout(timer)
  }, [words])
  const found = useQuery({
    queryKey: [...organisationsKey, 'to-pick', q],
    queryFn: ({ signal }) =>
      call(organisationRoutes.list, { query: { q: q || undefined, limit: shown }, signal }),
    placeholderData: keepPreviousData,
  })
  const chosen = useQuery({ ...organisationQuery(value ?? ''), enabled: Boolean(value) }).data
  const open = (found.data?.items ?? []).filter((one) => !one.closedOn).sort(byOfficeOrder)
  const options = open.map((one) => ({
    value: one.id,
    label: nameIn(one, language),
    kind: t.kinds[one.kind],
  }))
  if (chosen && !q && !options.some((option) => option.value === chosen.id)) {
    options.unshift({ value: chosen.id, label: nameIn(chosen, language), kind: t.kinds[chosen.kind] })
  }
  return (
    <Select
      id={id}
      aria-label={label}
      value={value}
      onChange={onChange}
      options={options}
      showSearch={{ filterOption: false, searchValue: words, onSearch: setWords }}
      onOpenChange={(isOpen) => !isOpen && setWords('')}
      getPopupContainer={(field: HTMLElement) => field.closest('main') ?? document.body}
      placeholder={t.choose}
      loading={found.isFetching}
      notFoundContent={found.isFetching ? t.choosing : t.chooseNone}
      labelRender={({ label: word }) => word ?? (chosen ? nameIn(chosen, language) : '')}
      optionRender={showOption}
    />
  )
}

function showOption({ data }: { data: { label: string; kind: string } }) {
  return (
    <span>
      {data.label} <span className="faint">{data.kind}</span>
    </span>
  )
}
