import { useMutation } from '@tanstack/react-query'
import { Form } from 'antd'
import { useState } from 'react'
import { call } from '#platform/contracts/call.ts'
import { useTexts } from '#ui/language.ts'
import { useCommandIds } from '#ui/command-ids.ts'
import { RecordForm } from '#ui/record-form.tsx'
import { personRoutes } from '../person-contract.ts'
import { personMessages } from '../person-messages.ts'
import { oneTimePassword } from './one-time-password.ts'
import type { PersonShown } from './person-queries.ts'

interface ResetProps {
  person: PersonShown
  onClose: () => void
  onReset: (password: string) => void
}

export function ResetPassword({ person, onClose, onReset }: ResetProps) {
  const t = useTexts(personMessages)
  const [form] = Form.useForm<object>()
  const ids = useCommandIds()
  // The same for every sending: an answer that got lost must not leave the account with another one.
  const [password] = useState(oneTimePassword)
  const reset = useMutation({
    mutationFn: () =>
      call(personRoutes.resetPassword, {
        params: { person: person.id },
        body: { oneTimePassword: password },
        idempotencyKey: ids.for(person.id).command,
      }),
    onSuccess: () => onReset(password),
  })
  return (
    <RecordForm
      title={t.reset}
      lead={t.resetHint}
      form={form}
      action={t.resetAction}
      busy={reset.isPending}
      problem={reset.error}
      onSend={() => reset.mutate()}
      onClose={onClose}
    >
      {null}
    </RecordForm>
  )
}
