import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form } from 'antd'
import { useRef, useState } from 'react'
import { call } from '#platform/contracts/call.ts'
import { Problem } from '#platform/http/problem.ts'
import { useCommandIds } from '#ui/command-ids.ts'
import { useTexts } from '#ui/language.ts'
import { RecordForm } from '#ui/record-form.tsx'
import { useUndo } from '#ui/undo.tsx'
import { type FactChange, factItems, factsOf as factsAmong, same, type ServiceFacts } from '../service.ts'
import { serviceRoutes } from '../service-contract.ts'
import { servicePageMessages } from '../service-page-messages.ts'
import { ServiceFields } from './service-fields.tsx'
import { serviceQuery, type ServiceShown, servicesKey } from './service-queries.ts'
import { factsOf, type ServiceValues, valuesOf } from './service-values.ts'

/** What the page shows of a card, as the facts that its form changes. */
export function factsShown(service: ServiceShown): ServiceFacts {
  return factsAmong({
    ...service,
    keeper: service.keeper.id,
    keeperPerson: service.keeperPerson?.id ?? null,
    places: service.places.map(({ id, hours, note }) => ({ place: id, hours, note })),
  })
}

/** What a person changed since the form opened, each item with what they last saw standing there. */
export function changesBetween(
  opened: ServiceFacts,
  seen: ServiceFacts,
  written: ServiceFacts,
): FactChange[] {
  return factItems
    .filter((item) => !same(opened[item], written[item]))
    .map((item) => ({ item, before: seen[item], after: written[item] }) as FactChange)
}

/** Changes a card: only what was touched is sent, so that two people do not undo each other. */
export function ChangeService({ service, onClose }: { service: ServiceShown; onClose: () => void }) {
  const t = useTexts(servicePageMessages)
  const [form] = Form.useForm<ServiceValues>()
  const queries = useQueryClient()
  const ids = useCommandIds()
  const say = useUndo()
  const opened = useRef(factsShown(service))
  const seen = useRef(opened.current)
  const [nothing, setNothing] = useState(false)
  const params = { service: service.id }
  const again = () => queries.invalidateQueries({ queryKey: servicesKey })
  const change = useMutation({
    mutationFn: (body: { changes: FactChange[] }) =>
      call(serviceRoutes.change, { params, body, idempotencyKey: ids.for(body).command }),
    onSuccess: async (_, { changes }) => {
      const back = changes.map(
        ({ item, before, after }) => ({ item, before: after, after: before }) as FactChange,
      )
      const undo = async () => {
        await call(serviceRoutes.change, { params, body: { changes: back } })
        await again()
      }
      onClose()
      say({ message: t.changed, undo })
      await again()
    },
    onError: async (problem) => {
      // The notice tells what stands there now: who sends again has seen it.
      if (!(problem instanceof Problem) || problem.code !== 'service.changed') return
      seen.current = factsShown(await queries.fetchQuery({ ...serviceQuery(service.id), staleTime: 0 }))
    },
  })
  return (
    <RecordForm
      title={t.actions.change}
      lead={t.changeHint}
      form={form}
      initialValues={valuesOf(opened.current)}
      action={t.save}
      busy={change.isPending}
      problem={change.error}
      onSend={(values) => {
        const changes = changesBetween(opened.current, seen.current, factsOf(values))
        setNothing(changes.length === 0)
        if (changes.length > 0) change.mutate({ changes })
      }}
      onClose={onClose}
    >
      <ServiceFields person={service.keeperPerson} />
      <p role="status" className="faint">
        {nothing && t.nothingToSave}
      </p>
    </RecordForm>
  )
}
