import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Checkbox, Form } from 'antd'
import { useRef, useState } from 'react'
import { call } from '#platform/contracts/call.ts'
import { Problem } from '#platform/http/problem.ts'
import { useCommandIds } from '#ui/command-ids.ts'
import { useTexts } from '#ui/language.ts'
import { RecordForm } from '#ui/record-form.tsx'
import { useUndo } from '#ui/undo.tsx'
import { type FactChange, factItems, type PlaceFacts } from '../place.ts'
import { placeRoutes } from '../place-contract.ts'
import { placePageMessages } from '../place-page-messages.ts'
import { nameKey } from '../place-name.ts'
import { factsOf, PlaceFields, type PlaceValues, valuesOf } from './place-fields.tsx'
import { placeQuery, type PlaceShown, placesKey } from './place-queries.ts'

type Values = PlaceValues & { keepFormerName: boolean }

/** What the page shows of a place, as the facts that its form changes. */
export function factsShown(place: PlaceShown): PlaceFacts {
  const { name, kind, phone, address, accessibility, languages, note } = place
  return {
    name,
    kind,
    village: place.village?.code ?? null,
    keeper: place.keeper.id,
    keeperPerson: place.keeperPerson?.id ?? null,
    phone,
    address,
    accessibility,
    languages,
    note,
  }
}

/** What a person changed since the form opened, each item with what they last saw standing there. */
export function changesBetween(opened: PlaceFacts, seen: PlaceFacts, written: PlaceFacts): FactChange[] {
  return factItems
    .filter((item) => JSON.stringify(opened[item]) !== JSON.stringify(written[item]))
    .map((item) => ({ item, before: seen[item], after: written[item] }) as FactChange)
}

/** Changes what is said of a place: only what was touched is sent, so that two people do not undo each other. */
export function ChangePlace({ place, onClose }: { place: PlaceShown; onClose: () => void }) {
  const t = useTexts(placePageMessages)
  const [form] = Form.useForm<Values>()
  const queries = useQueryClient()
  const ids = useCommandIds()
  const say = useUndo()
  const opened = useRef(factsShown(place))
  const seen = useRef(opened.current)
  const [nothing, setNothing] = useState(false)
  const params = { place: place.id }
  const again = () => queries.invalidateQueries({ queryKey: placesKey })
  const change = useMutation({
    mutationFn: (body: { changes: FactChange[]; keepFormerName: boolean }) =>
      call(placeRoutes.change, { params, body, idempotencyKey: ids.for(body).command }),
    onSuccess: async (_, { changes }) => {
      const back = changes.map(
        ({ item, before, after }) => ({ item, before: after, after: before }) as FactChange,
      )
      const undo = async () => {
        await call(placeRoutes.change, { params, body: { changes: back, keepFormerName: false } })
        await again()
      }
      onClose()
      say({ message: t.changed, undo })
      await again()
    },
    onError: async (problem) => {
      // The notice tells what stands there now: who sends again has seen it.
      if (!(problem instanceof Problem) || problem.code !== 'place.changed') return
      seen.current = factsShown(await queries.fetchQuery({ ...placeQuery(place.id), staleTime: 0 }))
    },
  })
  const send = ({ keepFormerName, ...values }: Values) => {
    const changes = changesBetween(opened.current, seen.current, factsOf(values))
    setNothing(changes.length === 0)
    if (changes.length > 0) change.mutate({ changes, keepFormerName })
  }
  const name = Form.useWatch('name', form)
  const renamed = name !== undefined && nameKey(name) !== nameKey(opened.current.name)
  return (
    <RecordForm
      title={t.actions.change}
      lead={t.changeHint}
      form={form}
      initialValues={{ ...valuesOf(opened.current), keepFormerName: true }}
      action={t.save}
      busy={change.isPending}
      problem={change.error}
      onSend={send}
      onClose={onClose}
    >
      <PlaceFields
        person={place.keeperPerson}
        afterName={
          <Form.Item name="keepFormerName" valuePropName="checked" extra={t.keepFormerHint} hidden={!renamed}>
            <Checkbox>{t.keepFormer}</Checkbox>
          </Form.Item>
        }
      />
      <p role="status" className="faint">
        {nothing && t.nothingToSave}
      </p>
    </RecordForm>
  )
}
