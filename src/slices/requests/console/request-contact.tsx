import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { call } from '#platform/contracts/call.ts'
import { useTexts } from '#ui/language.ts'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { requestConsoleMessages } from '../request-console-messages.ts'
import { requestRoutes } from '../request-contract.ts'
import { type RequestShown, requestsKey } from './request-queries.ts'

/** Who sent it: shown to those who answer it, when they ask, and noted then. */
export function RequestContact({ request }: { request: RequestShown }) {
  const t = useTexts(requestConsoleMessages)
  const queries = useQueryClient()
  const params = { request: request.id }
  const look = useMutation({
    mutationFn: async () => {
      // Noted already a while ago: then it may be seen without a further note.
      const seen = await call(requestRoutes.contact, { params }).catch(() => null)
      if (seen) return seen
      await call(requestRoutes.seeContact, { params })
      return call(requestRoutes.contact, { params })
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: requestsKey }),
  })
  if (!request.hasContact) return <p className="faint">{t.noContact}</p>
  if (look.data) {
    const { name, phone } = look.data
    return (
      <dl className="request-facts">
        <div>
          <dt>{t.name}</dt>
          <dd>{name ?? t.notGiven}</dd>
        </div>
        <div>
          <dt>{t.phone}</dt>
          <dd>{phone ? <a href={`tel:${phone.replace(/[\s-]/g, '')}`}>{phone}</a> : t.notGiven}</dd>
        </div>
      </dl>
    )
  }
  return (
    <>
      <p className="faint">{t.contactHint}</p>
      {request.actions.includes('see-contact') && (
        <Button onClick={() => look.mutate()} loading={look.isPending}>
          {t.actions['see-contact']}
        </Button>
      )}
      {look.isError && <ProblemNotice problem={look.error} />}
    </>
  )
}
