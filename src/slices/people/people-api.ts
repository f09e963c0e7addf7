import { answer, obey } from '#platform/contracts/served.ts'
import { notFound } from '#platform/http/problems.ts'
import { addPerson } from './add-person.ts'
import { grantRole } from './grant-role.ts'
import { personRoutes } from './person-contract.ts'
import { findPeople, peopleByIds } from './person-store.ts'
import { withRoles } from './person-view.ts'
import { resetPassword } from './set-password.ts'
import { resumePerson, suspendPerson } from './suspend-person.ts'
import { withdrawRole } from './withdraw-role.ts'

export const peopleApi = [
  answer(personRoutes.list, async ({ tx, query, language }) => {
    const people = await findPeople(tx, query)
    const next = people.length === query.limit ? (people.at(-1)?.id ?? null) : null
    return { items: await withRoles(tx, people, language), next }
  }),
  answer(personRoutes.get, async ({ tx, params, language }) => {
    const [person] = await withRoles(tx, await peopleByIds(tx, [params.person]), language)
    if (!person) throw notFound({ zh: '这个人', en: 'This person' })
    return person
  }),
  obey(personRoutes.add, addPerson),
  obey(personRoutes.grantRole, grantRole),
  obey(personRoutes.withdrawRole, withdrawRole),
  obey(personRoutes.suspend, suspendPerson),
  obey(personRoutes.resume, resumePerson),
  obey(personRoutes.resetPassword, resetPassword),
]
