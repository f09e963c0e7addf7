import { Button, Form, type FormInstance } from 'antd'
import type { ReactNode } from 'react'
import { useTexts } from './language.ts'
import { Section } from './page.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { uiMessages } from './ui-messages.ts'
import './record-form.css'

interface RecordFormProps<Values extends object> {
  title: string
  form: FormInstance<Values>
  initialValues?: Partial<Values>
  lead?: ReactNode
  action: string
  danger?: boolean
  busy: boolean
  problem: unknown
  onSend: (values: Values) => void
  onClose: () => void
  /** The word on the way out; "cancel" unless told. */
  closeWord?: string
  children: ReactNode
}

/** A form that opens inside a record's page: what it does, its fields, one action, a way out. */
export function RecordForm<Values extends object>(props: RecordFormProps<Values>) {
  const ui = useTexts(uiMessages)
  const { title, form, lead, action, danger, busy, problem, onSend, onClose, children } = props
  return (
    <div className="record-form">
      <Section title={title}>
        {lead && <div className="record-form-lead">{lead}</div>}
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={props.initialValues}
          scrollToFirstError={{ focus: true }}
          onFinish={onSend}
          onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && onClose()}
        >
          {children}
          {problem ? <ProblemNotice problem={problem} /> : null}
          <div className="record-form-actions">
            <Button type="primary" danger={danger} htmlType="submit" loading={busy}>
              {action}
            </Button>
            <Button onClick={onClose}>{props.closeWord ?? ui.cancel}</Button>
          </div>
        </Form>
      </Section>
    </div>
  )
}
