import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Form, InputNumber } from 'antd'
import { useNavigate } from 'react-router'
import { call } from '#platform/contracts/call.ts'
import { useCommandIds } from '#ui/command-ids.ts'
import { dayInWords } from '#ui/day.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import { Page } from '#ui/page.tsx'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { RecordForm } from '#ui/record-form.tsx'
import { useUndo } from '#ui/undo.tsx'
import { type Freshness, freshnessTerm } from '../service.ts'
import { serviceRoutes } from '../service-contract.ts'
import { serviceMessages } from '../service-messages.ts'
import { servicePageMessages } from '../service-page-messages.ts'
import { freshnessQuery, servicesKey } from './service-queries.ts'
import { chinaDay } from './state-lamp.tsx'

/** After how long a card must be checked again: everybody may know, the county's administrator sets it. */
export default function FreshnessPage() {
  const t = useTexts(serviceMessages)
  const page = useTexts(servicePageMessages)
  const language = useLanguage()
  const found = useQuery(freshnessQuery)
  const set = found.data
  return (
    <Page
      title={page.freshness}
      lead={set && page.freshnessLead(set.staleAfter, set.hideAfter)}
      breadcrumbs={[{ title: t.title, href: '/services' }]}
      width="text"
    >
      {found.isError && <ProblemNotice problem={found.error} onRetry={() => void found.refetch()} />}
      {set && (
        <p className="faint">
          {set.setBy && set.setAt
            ? page.freshnessSet(set.setBy.name, dayInWords(chinaDay(set.setAt), language))
            : page.freshnessUsual}
        </p>
      )}
      {set?.maySet && <SetFreshness key={`${set.staleAfter} ${set.hideAfter}`} set={set} />}
    </Page>
  )
}

function SetFreshness({ set }: { set: Freshness }) {
  const page = useTexts(servicePageMessages)
  const [form] = Form.useForm<Freshness>()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const ids = useCommandIds()
  const say = useUndo()
  const before = { staleAfter: set.staleAfter, hideAfter: set.hideAfter }
  const save = useMutation({
    mutationFn: (after: Freshness) => {
      const body = { before, after }
      return call(serviceRoutes.setFreshness, { body, idempotencyKey: ids.for(body).command })
    },
    onSuccess: async () => {
      say({ message: page.freshnessSaved })
      await queries.invalidateQueries({ queryKey: servicesKey })
    },
  })
  const days = (name: keyof Freshness, label: string) => (
    <Form.Item
      name={name}
      label={label}
      rules={[
        {
          required: true,
          type: 'integer',
          min: freshnessTerm.least,
          max: freshnessTerm.most,
          message: page.daysWrong,
        },
      ]}
    >
      <InputNumber inputMode="numeric" />
    </Form.Item>
  )
  return (
    <RecordForm
      title={page.freshness}
      form={form}
      initialValues={before}
      action={page.save}
      busy={save.isPending}
      problem={save.error}
      onSend={save.mutate}
      onClose={() => void navigate('/services')}
    >
      {days('staleAfter', page.staleAfter)}
      {days('hideAfter', page.hideAfter)}
    </RecordForm>
  )
}
