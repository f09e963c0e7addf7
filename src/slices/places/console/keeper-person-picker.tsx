import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { call } from '#platform/contracts/call.ts'
import { personRoutes } from '#slices/people/contract'
import { useTexts } from '#ui/language.ts'
import { placePageMessages } from '../place-page-messages.ts'
import { useMay, useSignedIn } from './signed-in.ts'

interface KeeperPersonPickerProps {
  /** Given by a form's item. */
  id?: string
  value?: string
  onChange?: (person: string | undefined) => void
  /** Who is in charge now, so that they stay on offer. */
  current: { id: string; name: string } | null
}

/**
 * Who is in charge of a place: nobody, oneself, or who is now. Only those who look after accounts find others: the
 * platform is no directory of persons.
 */
export function KeeperPersonPicker({ id, value, onChange, current }: KeeperPersonPickerProps) {
  const t = useTexts(placePageMessages)
  const me = useSignedIn()
  const finds = useMay('person.manage')
  const [words, setWords] = useState('')
  const found = useQuery({
    queryKey: ['people', 'to-pick', words],
    queryFn: ({ signal }) =>
      call(personRoutes.list, { query: { q: words.trim() || undefined, limit: 20 }, signal }),
    enabled: finds,
    placeholderData: keepPreviousData,
  })
  const options = new Map<string, string>()
  if (me) options.set(me.id, t.myself(me.name))
  if (current && current.id !== me?.id) options.set(current.id, current.name)
  for (const person of found.data?.items ?? []) {
    if (!options.has(person.id))
      options.set(person.id, [person.name, person.post].filter(Boolean).join(' · '))
  }
  return (
    <Select
      id={id}
      value={value}
      onChange={onChange}
      allowClear
      options={[...options].map(([person, label]) => ({ value: person, label }))}
      showSearch={finds ? { filterOption: false, searchValue: words, onSearch: setWords } : false}
      onOpenChange={(isOpen) => !isOpen && setWords('')}
      getPopupContainer={(field: HTMLElement) => field.closest('main') ?? document.body}
      placeholder={finds ? t.choosePerson : t.nobody}
      notFoundContent={t.noVillage}
    />
  )
}
