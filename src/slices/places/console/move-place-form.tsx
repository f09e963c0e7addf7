import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form } from 'antd'
import { call } from '#platform/contracts/call.ts'
import { useCommandIds } from '#ui/command-ids.ts'
import { useTexts } from '#ui/language.ts'
import { RecordForm } from '#ui/record-form.tsx'
import { useUndo } from '#ui/undo.tsx'
import { placeRoutes } from '../place-contract.ts'
import { placePageMessages } from '../place-page-messages.ts'
import { PlacePicker } from './place-picker.tsx'
import { type PlaceShown, placesKey } from './place-queries.ts'

interface Values {
  parent?: string
}

/** Moves a place below another one, or to the top where none is chosen. */
export function MovePlace({ place, onClose }: { place: PlaceShown; onClose: () => void }) {
  const t = useTexts(placePageMessages)
  const [form] = Form.useForm<Values>()
  const queries = useQueryClient()
  const ids = useCommandIds()
  const say = useUndo()
  const params = { place: place.id }
  const again = () => queries.invalidateQueries({ queryKey: placesKey })
  const move = useMutation({
    mutationFn: ({ parent }: Values) => {
      const body = { before: place.parent, after: parent ?? null }
      return call(placeRoutes.move, { params, body, idempotencyKey: ids.for(body).command })
    },
    onSuccess: async (_, { parent }) => {
      const undo = async () => {
        await call(placeRoutes.move, { params, body: { before: parent ?? null, after: place.parent } })
        await again()
      }
      onClose()
      say({ message: t.moved, undo })
      await again()
    },
  })
  return (
    <RecordForm
      title={t.actions.move}
      lead={place.below > 0 && t.moveHint}
      form={form}
      initialValues={{ parent: place.parent ?? undefined }}
      action={t.moveAction}
      busy={move.isPending}
      problem={move.error}
      onSend={move.mutate}
      onClose={onClose}
    >
      <Form.Item name="parent" label={t.moveTo} extra={t.moveTopHint}>
        <PlacePicker except={place.id} />
      </Form.Item>
    </RecordForm>
  )
}
