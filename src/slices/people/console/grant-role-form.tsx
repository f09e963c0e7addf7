import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form } from 'antd'
import { call } from '#platform/contracts/call.ts'
import { useTexts } from '#ui/language.ts'
import { useUndo } from '#ui/undo.tsx'
import { useCommandIds } from '#ui/command-ids.ts'
import { RecordForm } from '#ui/record-form.tsx'
import { personRoutes } from '../person-contract.ts'
import { personMessages } from '../person-messages.ts'
import { peopleKey, type PersonShown } from './person-queries.ts'
import { type ChosenRole, RoleFields } from './role-choice.tsx'

export function GrantRole({ person, onClose }: { person: PersonShown; onClose: () => void }) {
  const t = useTexts(personMessages)
  const [form] = Form.useForm<ChosenRole>()
  const queries = useQueryClient()
  const say = useUndo()
  const ids = useCommandIds()
  const grant = useMutation({
    mutationFn: (chosen: ChosenRole) => {
      const { command, record } = ids.for(chosen)
      const body = { ...chosen, grant: record }
      return call(personRoutes.grantRole, { params: { person: person.id }, body, idempotencyKey: command })
    },
    onSuccess: async (_, chosen) => {
      onClose()
      const granted = ids.for(chosen).record
      const held = person.roles.some(
        ({ role, organisation }) => role === chosen.role && organisation.id === chosen.organisation,
      )
      const undo = async () => {
        await call(personRoutes.withdrawRole, { params: { person: person.id, grant: granted } })
        await queries.invalidateQueries({ queryKey: peopleKey })
      }
      // What was held before was not granted now, so it is not taken back either.
      say({ message: t.granted(t.roles[chosen.role]), undo: held ? undefined : undo })
      await queries.invalidateQueries({ queryKey: peopleKey })
    },
  })
  return (
    <RecordForm
      title={t.grant}
      form={form}
      action={t.grant}
      busy={grant.isPending}
      problem={grant.error}
      onSend={grant.mutate}
      onClose={onClose}
    >
      <RoleFields />
    </RecordForm>
  )
}
