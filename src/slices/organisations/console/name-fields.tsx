import { Form, Input } from 'antd'
import { useTexts } from '#ui/language.ts'
import { LineField } from '#ui/line-field.tsx'
import { organisationMessages } from '../organisation-messages.ts'

export interface Names {
  name: string
  shortName: string
  nameEn?: string
}

/** The names of an organisation as fields of a form; the first one takes the focus when the form opens. */
export function NameFields() {
  const t = useTexts(organisationMessages)
  return (
    <>
      <LineField name="name" label={t.name} hint={t.nameHint} longest={60} first />
      <LineField name="shortName" label={t.shortName} hint={t.shortHint} longest={20} />
      <Form.Item name="nameEn" label={t.nameEn}>
        <Input maxLength={120} autoComplete="off" lang="en" />
      </Form.Item>
    </>
  )
}
