import { Checkbox, Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { OrganisationPicker } from '#slices/organisations/console'
import { useTexts } from '#ui/language.ts'
import { LineField } from '#ui/line-field.tsx'
import { phoneOf } from '../phone.ts'
import {
  accessTerms,
  type AccessTerm,
  longest,
  type PlaceFacts,
  type PlaceKind,
  placeKinds,
  type SpokenLanguage,
  spokenLanguages,
} from '../place.ts'
import { placeMessages } from '../place-messages.ts'
import { placePageMessages } from '../place-page-messages.ts'
import { KeeperPersonPicker } from './keeper-person-picker.tsx'
import { VillagePicker } from './village-picker.tsx'
import './place-fields.css'

/** What a form of a place holds: as the facts, but what is not told is left out. */
export interface PlaceValues {
  name: string
  kind: PlaceKind
  keeper: string
  keeperPerson?: string
  village?: string
  phone?: string
  address?: string
  accessibility: AccessTerm[]
  languages: SpokenLanguage[]
  note?: string
}

/** The facts that a form's values say. A phone stands in the one form in which it is kept. */
export function factsOf(values: PlaceValues): PlaceFacts {
  const text = (written: string | undefined) => written?.trim() || null
  const phone = text(values.phone)
  return {
    name: values.name.trim(),
    kind: values.kind,
    village: values.village ?? null,
    keeper: values.keeper,
    keeperPerson: values.keeperPerson ?? null,
    phone: phone && (phoneOf(phone) ?? phone),
    address: text(values.address),
    accessibility: accessTerms.filter((term) => values.accessibility.includes(term)),
    languages: spokenLanguages.filter((term) => values.languages.includes(term)),
    note: text(values.note),
  }
}

export function valuesOf(facts: PlaceFacts): PlaceValues {
  const { village, keeperPerson, phone, address, note, ...rest } = facts
  return {
    ...rest,
    village: village ?? undefined,
    keeperPerson: keeperPerson ?? undefined,
    phone: phone ?? undefined,
    address: address ?? undefined,
    note: note ?? undefined,
  }
}

interface PlaceFieldsProps {
  /** Who is in charge now. */
  person: { id: string; name: string } | null
  /** What goes with the name, where there is something. */
  afterName?: ReactNode
}

/** All that is said of a place, as fields of a form. */
export function PlaceFields({ person, afterName }: PlaceFieldsProps) {
  const t = useTexts(placeMessages)
  const page = useTexts(placePageMessages)
  const { items } = t
  const chosen = (label: string) => [{ required: true, message: page.required(label) }]
  return (
    <>
      <LineField name="name" label={items.name} hint={page.nameHint} longest={longest.name} first />
      {afterName}
      <Form.Item name="kind" label={items.kind} rules={chosen(items.kind)}>
        <Select
          options={placeKinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
          showSearch={{ optionFilterProp: 'label' }}
          getPopupContainer={(field: HTMLElement) => field.closest('main') ?? document.body}
        />
      </Form.Item>
      <Form.Item name="keeper" label={items.keeper} rules={chosen(items.keeper)}>
        <OrganisationPicker />
      </Form.Item>
      <Form.Item name="keeperPerson" label={page.optional(items.keeperPerson)} extra={page.keeperPersonHint}>
        <KeeperPersonPicker current={person} />
      </Form.Item>
      <Form.Item
        name="village"
        label={page.optional(items.village)}
        extra={page.villageHint}
        rules={[{ pattern: /^\d{12}$/, message: page.villageWrong }]}
      >
        <VillagePicker />
      </Form.Item>
      <Form.Item name="address" label={page.optional(items.address)}>
        <Input maxLength={longest.address} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="phone"
        label={page.optional(items.phone)}
        extra={page.phoneHint}
        validateTrigger="onBlur"
        rules={[
          {
            validator: async (_, written: string | undefined) => {
              if (written?.trim() && phoneOf(written) === null) throw new Error(page.phoneWrong)
            },
          },
        ]}
      >
        <Input maxLength={40} autoComplete="off" inputMode="tel" />
      </Form.Item>
      <Choices
        name="accessibility"
        label={page.access}
        words={accessTerms.map((term) => [term, t.access[term]])}
      />
      <Choices
        name="languages"
        label={items.languages}
        words={spokenLanguages.map((term) => [term, t.spoken[term]])}
      />
      <Form.Item name="note" label={page.note} extra={page.noteHint}>
        <Input.TextArea maxLength={longest.note} autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
    </>
  )
}

function Choices({ name, label, words }: { name: string; label: string; words: [string, string][] }) {
  return (
    <fieldset className="place-choices">
      <legend className="place-legend">{label}</legend>
      <Form.Item name={name}>
        <Checkbox.Group options={words.map(([value, word]) => ({ value, label: word }))} />
      </Form.Item>
    </fieldset>
  )
}
