import { Checkbox, Form, Input, Select } from 'antd'
import { OrganisationPicker } from '#slices/organisations/console'
import { KeeperPersonPicker } from '#slices/places/console'
import { phoneOf, placeMessages, spokenLanguages } from '#slices/places/contract'
import { useTexts } from '#ui/language.ts'
import { LineField } from '#ui/line-field.tsx'
import { longest, most, serviceCategories } from '../service.ts'
import { serviceMessages } from '../service-messages.ts'
import { servicePageMessages } from '../service-page-messages.ts'
import { PapersField } from './papers-field.tsx'
import { PlacesField } from './places-field.tsx'
import './service-fields.css'

interface ServiceFieldsProps {
  /** The contact now. */
  person: { id: string; name: string } | null
}

const inMain = (field: HTMLElement) => field.closest('main') ?? document.body

/** All that is said on a card, as fields of a form. */
export function ServiceFields({ person }: ServiceFieldsProps) {
  const t = useTexts(serviceMessages)
  const page = useTexts(servicePageMessages)
  const places = useTexts(placeMessages)
  const { items } = t
  const chosen = (label: string) => [{ required: true, message: page.required(label) }]
  return (
    <>
      <LineField name="name" label={items.name} hint={page.nameHint} longest={longest.name} first />
      <Form.Item name="category" label={items.category} rules={chosen(items.category)}>
        <Select
          options={serviceCategories.map((one) => ({ value: one, label: t.categories[one] }))}
          showSearch={{ optionFilterProp: 'label' }}
          getPopupContainer={inMain}
        />
      </Form.Item>
      <Words name="summary" label={items.summary} hint={page.summaryHint} most={longest.summary} />
      <Form.Item name="alsoCalled" label={page.optional(items.alsoCalled)} extra={page.alsoCalledHint}>
        <Select
          mode="tags"
          open={false}
          suffixIcon={null}
          maxCount={most.alsoCalled}
          tokenSeparators={['，', '、', ',']}
        />
      </Form.Item>
      <Words name="who" label={items.who} hint={page.whoHint} most={longest.who} />
      <PapersField />
      <fieldset className="service-group">
        <legend>{page.cost}</legend>
        <Form.Item name="free" valuePropName="checked">
          <Checkbox>{page.isFree}</Checkbox>
        </Form.Item>
        <Form.Item
          name="cost"
          label={items.cost}
          extra={page.costHint}
          dependencies={['free']}
          rules={[
            ({ getFieldValue }) => ({
              validator: async (_, written: string | undefined) => {
                if (!getFieldValue('free') && !written?.trim()) throw new Error(page.costMissing)
              },
            }),
          ]}
        >
          <Input maxLength={longest.cost} autoComplete="off" />
        </Form.Item>
      </fieldset>
      <Form.Item name="duration" label={page.optional(items.duration)} extra={page.durationHint}>
        <Input maxLength={longest.duration} autoComplete="off" />
      </Form.Item>
      <PlacesField />
      <Form.Item name="keeper" label={items.keeper} rules={chosen(items.keeper)}>
        <OrganisationPicker />
      </Form.Item>
      <Form.Item name="keeperPerson" label={page.optional(items.keeperPerson)}>
        <KeeperPersonPicker current={person} />
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
      <Form.Item
        name="online"
        label={page.optional(items.online)}
        extra={page.onlineHint}
        validateTrigger="onBlur"
        rules={[{ pattern: /^\s*(https?:\/\/\S+\s*)?$/, message: page.onlineWrong }]}
      >
        <Input maxLength={longest.online} autoComplete="off" inputMode="url" />
      </Form.Item>
      <Form.Item name="legalBasis" label={page.optional(items.legalBasis)}>
        <Input.TextArea maxLength={longest.legalBasis} autoSize={{ minRows: 1, maxRows: 6 }} />
      </Form.Item>
      <fieldset className="service-group">
        <legend>{items.languages}</legend>
        <Form.Item name="languages">
          <Checkbox.Group
            options={spokenLanguages.map((one) => ({ value: one, label: places.spoken[one] }))}
          />
        </Form.Item>
      </fieldset>
      <Form.Item name="nameEn" label={page.optional(items.nameEn)}>
        <Input maxLength={longest.nameEn} autoComplete="off" lang="en" />
      </Form.Item>
      <Form.Item name="summaryEn" label={page.optional(items.summaryEn)}>
        <Input.TextArea maxLength={longest.summary} autoSize={{ minRows: 2, maxRows: 8 }} lang="en" />
      </Form.Item>
    </>
  )
}

interface WordsProps {
  name: string
  label: string
  hint: string
  most: number
}

/** A few sentences that must not be missing. */
function Words({ name, label, hint, most: letters }: WordsProps) {
  const page = useTexts(servicePageMessages)
  return (
    <Form.Item
      name={name}
      label={label}
      extra={hint}
      rules={[{ required: true, whitespace: true, message: page.fillIn(label) }]}
    >
      <Input.TextArea maxLength={letters} autoSize={{ minRows: 2, maxRows: 8 }} />
    </Form.Item>
  )
}
