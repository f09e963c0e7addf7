import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link } from 'react-router'
import { call } from '#platform/contracts/call.ts'
import { newId } from '#platform/records/new-id.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { useTexts } from '#ui/language.ts'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { useUndo } from '#ui/undo.tsx'
import { personRoutes } from '../person-contract.ts'
import { personMessages } from '../person-messages.ts'
import { peopleKey, type PersonShown, type RoleShown } from './person-queries.ts'
import './held-roles.css'

/** The roles that someone holds now, each where it is held, what it allows, and the way to withdraw it. */
export function HeldRoles({ person }: { person: PersonShown }) {
  const t = useTexts(personMessages)
  const queries = useQueryClient()
  const say = useUndo()
  const params = { person: person.id }
  const again = () => queries.invalidateQueries({ queryKey: peopleKey })
  const withdraw = useMutation({
    mutationFn: ({ grant }: RoleShown) => call(personRoutes.withdrawRole, { params: { ...params, grant } }),
    onSuccess: async (_, { role, organisation }) => {
      const undo = async () => {
        const body = { grant: newId(), role, organisation: organisation.id }
        await call(personRoutes.grantRole, { params, body })
        await again()
      }
      say({ message: t.withdrawn(t.roles[role]), undo })
      document.getElementById('page-title')?.focus()
      await again()
    },
  })
  if (person.roles.length === 0) return <EmptyState title={t.noRoles}>{t.noRolesHint}</EmptyState>
  return (
    <>
      {withdraw.isError && <ProblemNotice problem={withdraw.error} />}
      <ul className="held-roles">
        {person.roles.map((held) => (
          <li key={held.grant}>
            <div className="held-role">
              <strong>{t.roles[held.role]}</strong>
              <Link to={`/organisations/${held.organisation.id}`}>{held.organisation.name}</Link>
              <span className="faint">{t.rolesExplained[held.role]}</span>
            </div>
            <Button
              onClick={() => withdraw.mutate(held)}
              loading={withdraw.isPending && withdraw.variables.grant === held.grant}
              aria-label={t.withdrawOne(t.roles[held.role], held.organisation.name)}
            >
              {t.withdraw}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
