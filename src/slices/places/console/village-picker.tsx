import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useTexts } from '#ui/language.ts'
import { placePageMessages } from '../place-page-messages.ts'
import { villagesQuery } from './place-queries.ts'

interface VillagePickerProps {
  /** Given by a form's item. */
  id?: string
  value?: string
  onChange?: (village: string | undefined) => void
}

/** Chooses a village or community by its name, its town's or its code; a code is typed where there is no list. */
export function VillagePicker({ id, value, onChange }: VillagePickerProps) {
  const t = useTexts(placePageMessages)
  const villages = useQuery(villagesQuery).data?.items
  if (villages?.length === 0) {
    return (
      <Input
        id={id}
        value={value ?? ''}
        onChange={(event) => onChange?.(event.target.value.trim() || undefined)}
        maxLength={12}
        inputMode="numeric"
        autoComplete="off"
      />
    )
  }
  return (
    <Select
      id={id}
      value={value}
      onChange={onChange}
      allowClear
      loading={!villages}
      options={(villages ?? []).map(({ code, name, township }) => ({
        value: code,
        label: `${township.name} ${name}`,
      }))}
      showSearch={{
        filterOption: (words, option) => option !== undefined && fits(words, option.label, option.value),
      }}
      getPopupContainer={(field: HTMLElement) => field.closest('main') ?? document.body}
      placeholder={t.chooseVillage}
      notFoundContent={t.noVillage}
    />
  )
}

/** Each of the words stands in the name or begins the code. */
function fits(words: string, name: string, code: string): boolean {
  const all = words.trim().split(/\s+/)
  return all.every((word) => name.replace(' ', '').includes(word) || code.startsWith(word))
}
