import { Form, Input, type InputRef } from 'antd'
import { useEffect, useRef } from 'react'
import { useTexts } from '#ui/language.ts'
import { organisationMessages } from '../organisation-messages.ts'

export interface Names {
  name: string
  shortName: string
  nameEn?: string
}

/** The names of an organisation as fields of a form; the first one takes the focus when the form opens. */
export function NameFields() {
  const t = useTexts(organisationMessages)
  const first = useRef<InputRef>(null)
  useEffect(() => first.current?.focus(), [])
  return (
    <>
      <Form.Item
        name="name"
        label={t.name}
        extra={t.nameHint}
        rules={[{ required: true, whitespace: true, message: t.required(t.name) }]}
      >
        <Input ref={first} maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="shortName"
        label={t.shortName}
        extra={t.shortHint}
        rules={[{ required: true, whitespace: true, message: t.required(t.shortName) }]}
      >
        <Input maxLength={20} autoComplete="off" />
      </Form.Item>
      <Form.Item name="nameEn" label={t.nameEn}>
        <Input maxLength={120} autoComplete="off" lang="en" />
      </Form.Item>
    </>
  )
}
