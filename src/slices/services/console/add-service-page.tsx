import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form } from 'antd'
import { useNavigate } from 'react-router'
import { call } from '#platform/contracts/call.ts'
import { useOwnOrganisation } from '#slices/places/console'
import { useCommandIds } from '#ui/command-ids.ts'
import { useTexts } from '#ui/language.ts'
import { Page } from '#ui/page.tsx'
import { RecordForm } from '#ui/record-form.tsx'
import { useUndo } from '#ui/undo.tsx'
import { serviceRoutes } from '../service-contract.ts'
import { serviceMessages } from '../service-messages.ts'
import { servicePageMessages } from '../service-page-messages.ts'
import { ServiceFields } from './service-fields.tsx'
import { servicesKey } from './service-queries.ts'
import { emptyValues, factsOf, type ServiceValues } from './service-values.ts'

/** A new card. */
export default function AddServicePage() {
  const t = useTexts(serviceMessages)
  const page = useTexts(servicePageMessages)
  const navigate = useNavigate()
  const [form] = Form.useForm<ServiceValues>()
  const queries = useQueryClient()
  const ids = useCommandIds()
  const say = useUndo()
  const own = useOwnOrganisation()
  const add = useMutation({
    mutationFn: (values: ServiceValues) => {
      const body = factsOf(values)
      const { command, record } = ids.for(body)
      return call(serviceRoutes.add, { body: { ...body, service: record }, idempotencyKey: command })
    },
    onSuccess: async ({ id }, { name }) => {
      ids.done()
      say({ message: page.added(name.trim()) })
      await queries.invalidateQueries({ queryKey: servicesKey })
      void navigate(`/services/${id}`, { replace: true })
    },
  })
  return (
    <Page title={page.add} breadcrumbs={[{ title: t.title, href: '/services' }]} width="text">
      <RecordForm
        title={page.about}
        lead={page.addHint}
        form={form}
        initialValues={{ ...emptyValues, keeper: own }}
        action={page.addAction}
        busy={add.isPending}
        problem={add.error}
        onSend={add.mutate}
        onClose={() => void navigate('/services')}
      >
        <ServiceFields person={null} />
      </RecordForm>
    </Page>
  )
}
