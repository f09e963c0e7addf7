import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { call } from '#platform/contracts/call.ts'
import { useCommandIds } from '#ui/command-ids.ts'
import { useTexts } from '#ui/language.ts'
import { RecordForm } from '#ui/record-form.tsx'
import { useUndo } from '#ui/undo.tsx'
import { longest } from '../request.ts'
import { requestConsoleMessages } from '../request-console-messages.ts'
import { requestRoutes } from '../request-contract.ts'

interface WordsFormProps {
  request: string
  verb: 'answer' | 'close'
  onClose: () => void
}

/** Answers a request or closes it: words that whoever sent it will read. */
export function WordsForm({ request, verb, onClose }: WordsFormProps) {
  const t = useTexts(requestConsoleMessages)
  const [form] = Form.useForm<{ text: string }>()
  const queries = useQueryClient()
  const ids = useCommandIds()
  const say = useUndo()
  const answers = verb === 'answer'
  const label = answers ? t.answerLabel : t.closeLabel
  const send = useMutation({
    mutationFn: (body: { text: string }) =>
      call(answers ? requestRoutes.answer : requestRoutes.close, {
        params: { request },
        body,
        idempotencyKey: ids.for(body).command,
      }),
    onSuccess: async () => {
      onClose()
      say({ message: answers ? t.answered : t.closed })
      // The follow-up that goes with it has moved too.
      await queries.invalidateQueries()
    },
  })
  return (
    <RecordForm
      title={t.actions[verb]}
      lead={<p>{answers ? t.answerLead : t.closeLead}</p>}
      form={form}
      action={t.actions[verb]}
      busy={send.isPending}
      problem={send.error}
      onSend={send.mutate}
      onClose={onClose}
    >
      <Form.Item
        name="text"
        label={label}
        rules={[{ required: true, whitespace: true, message: t.missing(label) }]}
      >
        <Input.TextArea autoFocus maxLength={longest.answer} autoSize={{ minRows: 4, maxRows: 14 }} />
      </Form.Item>
    </RecordForm>
  )
}
