import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useParams } from 'react-router'
import { call } from '#platform/contracts/call.ts'
import { useCommandIds } from '#ui/command-ids.ts'
import { dayInWords } from '#ui/day.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import { useOpenForm } from '#ui/open-form.ts'
import { Page, Section } from '#ui/page.tsx'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { RecordPanels } from '#ui/record-panels.tsx'
import { useUndo } from '#ui/undo.tsx'
import { serviceRoutes } from '../service-contract.ts'
import { serviceMessages } from '../service-messages.ts'
import { servicePageMessages } from '../service-page-messages.ts'
import { ChangeService } from './change-service-form.tsx'
import { ServiceFactsList } from './service-facts-list.tsx'
import { ServiceHistory } from './service-history.tsx'
import { serviceQuery, type ServiceShown, servicesKey } from './service-queries.ts'
import { StateLamp } from './state-lamp.tsx'
import { WithdrawService } from './withdraw-service-form.tsx'
import './service-page.css'

/** One service: its card as the public reads it, when it was checked, what was changed. */
export default function ServicePage() {
  const t = useTexts(serviceMessages)
  const { service = '' } = useParams()
  const found = useQuery(serviceQuery(service))
  if (found.data) return <Shown key={service} service={found.data} />
  return (
    <Page title={t.record} breadcrumbs={[{ title: t.title, href: '/services' }]} width="text">
      {found.isError && <ProblemNotice problem={found.error} onRetry={() => void found.refetch()} />}
    </Page>
  )
}

const forms = ['change', 'withdraw'] as const

function Shown({ service }: { service: ServiceShown }) {
  const t = useTexts(serviceMessages)
  const page = useTexts(servicePageMessages)
  const { name, category, keeper, actions } = service
  const form = useOpenForm(forms.filter((one) => actions.includes(one)))
  return (
    <Page
      title={name}
      lead={[t.categories[category], keeper.name].join(' · ')}
      breadcrumbs={[{ title: t.title, href: '/services' }]}
      width="text"
      actions={
        !form.open && (
          <>
            {actions.includes('change') && (
              <Button onClick={() => form.show('change')}>{page.actions.change}</Button>
            )}
            {actions.includes('withdraw') && (
              <Button onClick={() => form.show('withdraw')}>{page.actions.withdraw}</Button>
            )}
            {actions.includes('restore') && <Restore service={service} />}
          </>
        )
      }
    >
      {service.withdrawal ? <Withdrawal service={service} /> : <Check service={service} idle={!form.open} />}
      {form.open === 'change' && <ChangeService service={service} onClose={form.close} />}
      {form.open === 'withdraw' && <WithdrawService service={service} onClose={form.close} />}
      <Section title={page.about}>
        <ServiceFactsList service={service} />
      </Section>
      <RecordPanels kind="service" id={service.id} />
      <Section title={page.history}>
        <ServiceHistory service={service.id} />
      </Section>
    </Page>
  )
}

/** How long ago somebody said that this is so, and the button to say it again. */
function Check({ service, idle }: { service: ServiceShown; idle: boolean }) {
  const page = useTexts(servicePageMessages)
  const language = useLanguage()
  const queries = useQueryClient()
  const ids = useCommandIds()
  const say = useUndo()
  const { id, version, state, checkedBy } = service
  const check = useMutation({
    mutationFn: (body: { version: number }) =>
      call(serviceRoutes.check, { params: { service: id }, body, idempotencyKey: ids.for(body).command }),
    onSuccess: () => say({ message: page.checkedNow }),
    // Where it was changed meanwhile, the page shows what stands there now, to be read again.
    onSettled: () => queries.invalidateQueries({ queryKey: servicesKey }),
  })
  const day = (one: string) => dayInWords(one, language)
  const [checkedOn, staleOn, hiddenOn] = [service.checkedOn, service.staleOn, service.hiddenOn].map(day) as [
    string,
    string,
    string,
  ]
  const words = {
    fresh: page.checkFresh(checkedOn, staleOn),
    stale: page.checkStale(checkedOn, hiddenOn),
    hidden: page.checkHidden(checkedOn, hiddenOn),
    withdrawn: '',
  }[state]
  const may = idle && service.actions.includes('check')
  return (
    <div className="service-check">
      <StateLamp service={service} />
      <p>
        {words}
        {checkedBy && <span className="faint"> {page.checkedBy(checkedBy.name)}</span>}
      </p>
      {may && state !== 'fresh' && <p className="faint">{page.checkHint}</p>}
      {check.isError && <ProblemNotice problem={check.error} />}
      {may && (
        <Button
          type={state === 'fresh' ? 'default' : 'primary'}
          onClick={() => check.mutate({ version })}
          loading={check.isPending}
        >
          {page.actions.check}
        </Button>
      )}
    </div>
  )
}

function Restore({ service }: { service: ServiceShown }) {
  const page = useTexts(servicePageMessages)
  const queries = useQueryClient()
  const say = useUndo()
  const restore = useMutation({
    mutationFn: () => call(serviceRoutes.restore, { params: { service: service.id } }),
    onSuccess: async () => {
      document.getElementById('page-title')?.focus()
      say({ message: page.restoredNow })
      await queries.invalidateQueries({ queryKey: servicesKey })
    },
  })
  return (
    <>
      <Button type="primary" onClick={() => restore.mutate()} loading={restore.isPending}>
        {page.actions.restore}
      </Button>
      {restore.isError && <ProblemNotice problem={restore.error} />}
    </>
  )
}

function Withdrawal({ service }: { service: ServiceShown }) {
  const page = useTexts(servicePageMessages)
  const { withdrawal } = service
  if (!withdrawal) return null
  return (
    <div className="service-check">
      <StateLamp service={service} />
      <p>
        {page.withdrawnWhy(withdrawal.reason)}
        {withdrawal.person && <span className="faint"> {page.withdrawnBy(withdrawal.person.name)}</span>}
      </p>
    </div>
  )
}
