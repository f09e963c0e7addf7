import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form } from 'antd'
import { call } from '#platform/contracts/call.ts'
import { useTexts } from '#ui/language.ts'
import { LineField } from '#ui/line-field.tsx'
import { useUndo } from '#ui/undo.tsx'
import { useCommandIds } from '#ui/command-ids.ts'
import { RecordForm } from '#ui/record-form.tsx'
import { personRoutes } from '../person-contract.ts'
import { personMessages } from '../person-messages.ts'
import { peopleKey, type PersonShown } from './person-queries.ts'

export function SuspendPerson({ person, onClose }: { person: PersonShown; onClose: () => void }) {
  const t = useTexts(personMessages)
  const [form] = Form.useForm<{ reason: string }>()
  const queries = useQueryClient()
  const say = useUndo()
  const ids = useCommandIds()
  const params = { person: person.id }
  const suspend = useMutation({
    mutationFn: (body: { reason: string }) =>
      call(personRoutes.suspend, { params, body, idempotencyKey: ids.for(body).command }),
    onSuccess: async () => {
      onClose()
      const undo = async () => {
        await call(personRoutes.resume, { params })
        await queries.invalidateQueries({ queryKey: peopleKey })
      }
      say({ message: t.suspendedNow, undo })
      await queries.invalidateQueries({ queryKey: peopleKey })
    },
  })
  return (
    <RecordForm
      title={t.suspend}
      lead={t.suspendHint}
      form={form}
      action={t.suspend}
      danger
      busy={suspend.isPending}
      problem={suspend.error}
      onSend={suspend.mutate}
      onClose={onClose}
    >
      <LineField name="reason" label={t.reason} longest={200} first />
    </RecordForm>
  )
}
