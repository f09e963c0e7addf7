import { Form, Input, type InputRef } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTexts } from './language.ts'
import { uiMessages } from './ui-messages.ts'

interface LineFieldProps {
  /** The field of the form's values. */
  name: string
  label: string
  hint?: ReactNode
  /** The most characters that it takes. */
  longest: number
  /** Takes the focus when the form opens: the first field does. */
  first?: boolean
}

/** A line that must not stay empty, in a `RecordForm`. */
export function LineField({ name, label, hint, longest, first = false }: LineFieldProps) {
  const t = useTexts(uiMessages)
  const field = useRef<InputRef>(null)
  useEffect(() => {
    if (first) field.current?.focus()
  }, [first])
  return (
    <Form.Item
      name={name}
      label={label}
      extra={hint}
      rules={[{ required: true, whitespace: true, message: t.fillIn(label) }]}
    >
      <Input ref={field} maxLength={longest} autoComplete="off" />
    </Form.Item>
  )
}
