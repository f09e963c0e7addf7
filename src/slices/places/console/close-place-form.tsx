import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form } from 'antd'
import { call } from '#platform/contracts/call.ts'
import { useCommandIds } from '#ui/command-ids.ts'
import { useTexts } from '#ui/language.ts'
import { LineField } from '#ui/line-field.tsx'
import { RecordForm } from '#ui/record-form.tsx'
import { useUndo } from '#ui/undo.tsx'
import { longest } from '../place.ts'
import { placeRoutes } from '../place-contract.ts'
import { placePageMessages } from '../place-page-messages.ts'
import { type PlaceShown, placesKey } from './place-queries.ts'

/** Closing says beforehand what stays, and what stands in its way. */
export function ClosePlace({ place, onClose }: { place: PlaceShown; onClose: () => void }) {
  const t = useTexts(placePageMessages)
  const [form] = Form.useForm<{ reason: string }>()
  const queries = useQueryClient()
  const ids = useCommandIds()
  const say = useUndo()
  const params = { place: place.id }
  const again = () => queries.invalidateQueries({ queryKey: placesKey })
  const close = useMutation({
    mutationFn: (body: { reason: string }) =>
      call(placeRoutes.close, { params, body, idempotencyKey: ids.for(body).command }),
    onSuccess: async () => {
      const undo = async () => {
        await call(placeRoutes.reopen, { params })
        await again()
      }
      onClose()
      say({ message: t.closedNow, undo })
      await again()
    },
  })
  return (
    <RecordForm
      title={t.actions.close}
      lead={
        <>
          <p>{t.closeHint}</p>
          {place.below > 0 && <p>{t.closeBelow(place.below)}</p>}
        </>
      }
      form={form}
      action={t.closeAction}
      danger
      busy={close.isPending}
      problem={close.error}
      onSend={close.mutate}
      onClose={onClose}
    >
      <LineField name="reason" label={t.closeReason} longest={longest.reason} first />
    </RecordForm>
  )
}
