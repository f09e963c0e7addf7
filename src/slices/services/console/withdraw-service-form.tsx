import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form } from 'antd'
import { call } from '#platform/contracts/call.ts'
import { useCommandIds } from '#ui/command-ids.ts'
import { useTexts } from '#ui/language.ts'
import { LineField } from '#ui/line-field.tsx'
import { RecordForm } from '#ui/record-form.tsx'
import { useUndo } from '#ui/undo.tsx'
import { longest } from '../service.ts'
import { serviceRoutes } from '../service-contract.ts'
import { servicePageMessages } from '../service-page-messages.ts'
import { type ServiceShown, servicesKey } from './service-queries.ts'

/** Withdrawing says beforehand what stays. */
export function WithdrawService({ service, onClose }: { service: ServiceShown; onClose: () => void }) {
  const t = useTexts(servicePageMessages)
  const [form] = Form.useForm<{ reason: string }>()
  const queries = useQueryClient()
  const ids = useCommandIds()
  const say = useUndo()
  const params = { service: service.id }
  const again = () => queries.invalidateQueries({ queryKey: servicesKey })
  const withdraw = useMutation({
    mutationFn: (body: { reason: string }) =>
      call(serviceRoutes.withdraw, { params, body, idempotencyKey: ids.for(body).command }),
    onSuccess: async () => {
      const undo = async () => {
        await call(serviceRoutes.restore, { params })
        await again()
      }
      onClose()
      say({ message: t.withdrawnNow, undo })
      await again()
    },
  })
  return (
    <RecordForm
      title={t.actions.withdraw}
      lead={t.withdrawHint}
      form={form}
      action={t.withdrawAction}
      danger
      busy={withdraw.isPending}
      problem={withdraw.error}
      onSend={withdraw.mutate}
      onClose={onClose}
    >
      <LineField name="reason" label={t.withdrawReason} longest={longest.reason} first />
    </RecordForm>
  )
}
