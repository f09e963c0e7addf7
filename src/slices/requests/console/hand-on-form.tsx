import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form } from 'antd'
import { call } from '#platform/contracts/call.ts'
import { OrganisationPicker } from '#slices/organisations/console'
import { useCommandIds } from '#ui/command-ids.ts'
import { today } from '#ui/day.tsx'
import { DayPicker } from '#ui/day-picker.tsx'
import { useTexts } from '#ui/language.ts'
import { RecordForm } from '#ui/record-form.tsx'
import { useUndo } from '#ui/undo.tsx'
import { requestConsoleMessages } from '../request-console-messages.ts'
import { requestRoutes } from '../request-contract.ts'
import type { RequestShown } from './request-queries.ts'

interface Values {
  owner: string
  dueDay: string
}

/** Gives a request to an organisation, until a day that is proposed. */
export function HandOnForm({ request, onClose }: { request: RequestShown; onClose: () => void }) {
  const t = useTexts(requestConsoleMessages)
  const [form] = Form.useForm<Values>()
  const queries = useQueryClient()
  const ids = useCommandIds()
  const say = useUndo()
  const send = useMutation({
    mutationFn: (body: Values) =>
      call(requestRoutes.handOn, {
        params: { request: request.id },
        body,
        idempotencyKey: ids.for(body).command,
      }),
    onSuccess: async () => {
      onClose()
      say({ message: t.handedOn })
      // The follow-up that goes with it has moved too.
      await queries.invalidateQueries()
    },
  })
  return (
    <RecordForm
      title={t.actions['hand-on']}
      lead={<p>{t.handOnLead}</p>}
      form={form}
      initialValues={{ dueDay: request.usualDueDay }}
      action={t.actions['hand-on']}
      busy={send.isPending}
      problem={send.error}
      onSend={send.mutate}
      onClose={onClose}
    >
      <Form.Item name="owner" label={t.owner} rules={[{ required: true, message: t.ownerMissing }]}>
        <OrganisationPicker />
      </Form.Item>
      <Form.Item name="dueDay" rules={[{ required: true, message: t.missing(t.due) }]}>
        <DueDay label={t.due} />
      </Form.Item>
    </RecordForm>
  )
}

/** The day as a field of the form, which gives it its value. */
function DueDay({
  label,
  value,
  onChange,
}: {
  label: string
  value?: string
  onChange?: (day?: string) => void
}) {
  return (
    <DayPicker
      label={label}
      value={value ?? null}
      min={today()}
      onChange={(day) => onChange?.(day ?? undefined)}
    />
  )
}
