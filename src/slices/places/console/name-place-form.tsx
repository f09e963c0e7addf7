import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Radio } from 'antd'
import { call } from '#platform/contracts/call.ts'
import { useCommandIds } from '#ui/command-ids.ts'
import { useTexts } from '#ui/language.ts'
import { LineField } from '#ui/line-field.tsx'
import { RecordForm } from '#ui/record-form.tsx'
import { useUndo } from '#ui/undo.tsx'
import { longest, type NameSource, nameSources } from '../place.ts'
import { placeRoutes } from '../place-contract.ts'
import { placeMessages } from '../place-messages.ts'
import { placePageMessages } from '../place-page-messages.ts'
import { type PlaceShown, placesKey } from './place-queries.ts'

interface Values {
  text: string
  source: NameSource
}

/** Says how a place is also called; after one the next can be typed. */
export function NamePlace({ place, onClose }: { place: PlaceShown; onClose: () => void }) {
  const t = useTexts(placePageMessages)
  const { sources } = useTexts(placeMessages)
  const [form] = Form.useForm<Values>()
  const queries = useQueryClient()
  const ids = useCommandIds()
  const say = useUndo()
  const params = { place: place.id }
  const again = () => queries.invalidateQueries({ queryKey: placesKey })
  const add = useMutation({
    mutationFn: (values: Values) => {
      const { command, record } = ids.for(values)
      return call(placeRoutes.alsoCall, {
        params,
        body: { ...values, name: record },
        idempotencyKey: command,
      })
    },
    onSuccess: async ({ id }, { text }) => {
      ids.done()
      form.setFieldValue('text', '')
      form.focusField('text')
      const undo = async () => {
        await call(placeRoutes.dropName, { params: { ...params, name: id } })
        await again()
      }
      say({ message: t.aliasAdded(text.trim()), undo })
      await again()
    },
  })
  return (
    <RecordForm
      title={t.actions.name}
      lead={t.aliasLead}
      form={form}
      initialValues={{ source: 'local' }}
      action={t.save}
      closeWord={t.finish}
      busy={add.isPending}
      problem={add.error}
      onSend={add.mutate}
      onClose={onClose}
    >
      <LineField name="text" label={t.alias} hint={t.aliasHint} longest={longest.name} first />
      <Form.Item name="source" label={t.source} className="place-sources">
        <Radio.Group aria-label={t.source}>
          {nameSources.map((source) => (
            <Radio key={source} value={source}>
              {sources[source]} <span className="faint">{t.sourceHints[source]}</span>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
    </RecordForm>
  )
}
