import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Form } from 'antd'
import { useState } from 'react'
import { call } from '#platform/contracts/call.ts'
import { today } from '#ui/day.tsx'
import { DayPicker } from '#ui/day-picker.tsx'
import { useTexts } from '#ui/language.ts'
import { LineField } from '#ui/line-field.tsx'
import { useUndo } from '#ui/undo.tsx'
import { organisationRoutes } from '../organisation-contract.ts'
import { organisationMessages } from '../organisation-messages.ts'
import { useCommandIds } from '#ui/command-ids.ts'
import { belowQuery, organisationsKey, type OrganisationShown } from './organisation-queries.ts'
import { RecordForm } from '#ui/record-form.tsx'

interface CloseProps {
  organisation: OrganisationShown
  onClose: () => void
}

/** Closing says beforehand what stays, what does not, and what stands below. */
export function CloseOrganisation({ organisation, onClose }: CloseProps) {
  const t = useTexts(organisationMessages)
  const [form] = Form.useForm<{ reason: string }>()
  const [day, setDay] = useState<string | null>(today())
  const [missingDay, setMissingDay] = useState(false)
  const queries = useQueryClient()
  const say = useUndo()
  const ids = useCommandIds()
  const below = useQuery(belowQuery(organisation.id)).data?.filter((one) => !one.closedOn).length ?? 0

  const close = useMutation({
    mutationFn: (body: { reason: string; day: string }) =>
      call(organisationRoutes.close, {
        params: { organisation: organisation.id },
        body,
        idempotencyKey: ids.for(body).command,
      }),
    onSuccess: async () => {
      onClose()
      say({ message: t.closedNow })
      await queries.invalidateQueries({ queryKey: organisationsKey })
    },
  })
  return (
    <RecordForm
      title={t.close}
      lead={
        <>
          <p>{t.closeHint}</p>
          {below > 0 && <p>{t.closeBelow(below)}</p>}
        </>
      }
      form={form}
      action={t.closeAction}
      danger
      busy={close.isPending}
      problem={close.error}
      onSend={(values) => {
        setMissingDay(!day)
        if (day) close.mutate({ ...values, day })
      }}
      onClose={onClose}
    >
      <LineField name="reason" label={t.reason} longest={200} first />
      <DayPicker
        label={t.day}
        value={day}
        onChange={setDay}
        problem={missingDay && !day ? t.requiredChoice(t.day) : undefined}
      />
    </RecordForm>
  )
}
