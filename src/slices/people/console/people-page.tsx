import { UserAddOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { call } from '#platform/contracts/call.ts'
import { anyText, useAddressFilters } from '#ui/address-filters.ts'
import { type Column, DataList } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterSentence } from '#ui/filter-sentence.tsx'
import { Lamp } from '#ui/lamp.tsx'
import { useTexts } from '#ui/language.ts'
import { Page } from '#ui/page.tsx'
import { personRoutes } from '../person-contract.ts'
import { personMessages } from '../person-messages.ts'
import { peopleKey, type PersonShown } from './person-queries.ts'
import './people-page.css'

const schema = { q: anyText(100) }

/** Those who work with the platform, each with their roles. */
export default function PeoplePage() {
  const t = useTexts(personMessages)
  const filters = useAddressFilters(schema)
  const navigate = useNavigate()
  const { q } = filters.values
  const columns: Column<PersonShown>[] = [
    { key: 'name', title: t.name, width: '10em', main: true, render: (row) => row.name },
    { key: 'post', title: t.postShort, card: 'plain', render: (row) => row.post },
    { key: 'login', title: t.login, width: '11em', render: (row) => row.login ?? '—' },
    {
      key: 'roles',
      title: t.rolesHeld,
      width: '34%',
      render: ({ roles }) =>
        roles.length === 0 ? (
          <span className="faint">{t.noRoles}</span>
        ) : (
          <ul className="person-roles-brief">
            {roles.map(({ grant, role, organisation }) => (
              <li key={grant}>{t.roleAt(t.roles[role], organisation.name)}</li>
            ))}
          </ul>
        ),
    },
    {
      key: 'state',
      title: t.state,
      width: '9em',
      card: 'plain',
      render: (row) =>
        row.suspendedAt ? (
          <Lamp state="none" word={t.suspended} />
        ) : (
          <span className="faint">{t.working}</span>
        ),
    },
  ]
  return (
    <Page
      title={t.title}
      lead={t.intro}
      actions={
        <Button
          type="primary"
          icon={<UserAddOutlined aria-hidden="true" />}
          onClick={() => void navigate('/people/new')}
        >
          {t.add}
        </Button>
      }
    >
      <FilterSentence filters={filters} sentence="" choices={{}} search={{ filter: 'q', label: t.search }} />
      <DataList
        label={t.title}
        queryKey={[...peopleKey, 'list', q]}
        load={({ after, signal }) => call(personRoutes.list, { query: { q, after }, signal })}
        rowKey={(row) => row.id}
        rowTitle={(row) => row.name}
        href={(row) => `/people/${row.id}`}
        columns={columns}
        empty={<EmptyState title={t.none}>{t.noneHint}</EmptyState>}
      />
    </Page>
  )
}
