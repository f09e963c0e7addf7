import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef } from 'react'
import { useNavigate } from 'react-router'
import { call } from '#platform/contracts/call.ts'
import { newId } from '#platform/records/new-id.ts'
import { Dialog } from '#ui/dialog.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { itemOf, itemsOf } from '../../visit.ts'
import { visitRoutes } from '../../visit-contract.ts'
import { visitDeskMessages } from '../../visit-desk-messages.ts'
import { visitDayInWords } from '../visit-day.ts'
import { type VisitShown, visitQuery, visitsKey } from '../visit-queries.ts'
import { useDeskView } from './desk-context.ts'
import './confirm-dialog.css'

interface ConfirmDialogProps {
  visit: string
  toLookAt: number
  onClose: () => void
}

/** The last look before a draft becomes a record and its directives become follow-ups. */
export function ConfirmDialog({ visit, toLookAt, onClose }: ConfirmDialogProps) {
  const all = useTexts(visitDeskMessages)
  const t = all.desk.confirmDialog
  const language = useLanguage()
  const { desk } = useDeskView()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const command = useRef(newId())
  const { queryKey } = visitQuery(visit)
  const directives = itemsOf(desk.content, 'directive').length
  const sites = itemsOf(desk.content, 'site').length

  const confirm = useMutation({
    mutationFn: async () => {
      await desk.session.outbox.settled()
      const version = queries.getQueryData<VisitShown>(queryKey)?.version ?? 1
      return call(visitRoutes.confirm, {
        params: { visit },
        body: { version },
        idempotencyKey: command.current,
      })
    },
    onSuccess: async ({ followups }) => {
      await navigate(`/visits/${visit}`, { replace: true, state: { confirmed: followups } })
      await queries.invalidateQueries({ queryKey: visitsKey })
      await queries.invalidateQueries()
    },
    onError: () => {
      command.current = newId()
      void queries.invalidateQueries({ queryKey })
    },
  })
  return (
    <Dialog open onClose={onClose} title={t.title}>
      <dl className="confirm-facts">
        <div>
          <dt>{all.desk.day}</dt>
          <dd>{visitDayInWords(itemOf(desk.content, 'date')?.value ?? null, language, all.day)}</dd>
        </div>
        <div>
          <dt>{all.desk.lead}</dt>
          <dd lang="zh-Hans">{itemOf(desk.content, 'lead')?.name ?? '—'}</dd>
        </div>
        <div>
          <dt>{t.holds}</dt>
          <dd>{all.list.counts(sites, directives)}</dd>
        </div>
      </dl>
      <p className="confirm-what">{t.what(directives)}</p>
      {toLookAt > 0 && <p className="confirm-warning">{t.unseen(toLookAt)}</p>}
      {confirm.isError && <ProblemNotice problem={confirm.error} />}
      <div className="confirm-dialog-actions">
        <Button type="primary" onClick={() => confirm.mutate()} loading={confirm.isPending}>
          {t.action(directives)}
        </Button>
        <Button onClick={onClose}>{t.back}</Button>
      </div>
    </Dialog>
  )
}
