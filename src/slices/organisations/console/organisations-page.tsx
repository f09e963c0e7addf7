import { call } from '#platform/contracts/call.ts'
import { anyText, useAddressFilters } from '#ui/address-filters.ts'
import { type Column, DataList } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterSentence } from '#ui/filter-sentence.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import { Page } from '#ui/page.tsx'
import { nameIn } from '../organisation.ts'
import { organisationRoutes } from '../organisation-contract.ts'
import { organisationMessages } from '../organisation-messages.ts'
import { type OrganisationRow, organisationsKey } from './organisation-queries.ts'
import { OrganisationState } from './organisation-state.tsx'
import { OrganisationTree } from './organisation-tree.tsx'

const schema = { q: anyText(100) }

/** The county's organisations: a tree to walk, or those that a few letters find. */
export default function OrganisationsPage() {
  const t = useTexts(organisationMessages)
  const filters = useAddressFilters(schema)
  const { q } = filters.values
  return (
    <Page title={t.title} lead={t.intro}>
      <FilterSentence filters={filters} sentence="" choices={{}} search={{ filter: 'q', label: t.search }} />
      {q ? <Found q={q} /> : <OrganisationTree />}
    </Page>
  )
}

function Found({ q }: { q: string }) {
  const t = useTexts(organisationMessages)
  const language = useLanguage()
  const columns: Column<OrganisationRow>[] = [
    { key: 'name', title: t.name, main: true, render: (row) => nameIn(row, language) },
    { key: 'short', title: t.shortName, width: '12em', render: (row) => row.shortName },
    { key: 'kind', title: t.kind, width: '14em', card: 'plain', render: (row) => t.kinds[row.kind] },
    {
      key: 'state',
      title: t.state,
      width: '14em',
      card: 'plain',
      render: (row) => <OrganisationState row={row} />,
    },
  ]
  return (
    <DataList
      label={t.found}
      queryKey={[...organisationsKey, 'found', q]}
      load={({ after, signal }) => call(organisationRoutes.list, { query: { q, after }, signal })}
      rowKey={(row) => row.id}
      rowTitle={(row) => nameIn(row, language)}
      href={(row) => `/organisations/${row.id}`}
      columns={columns}
      empty={<EmptyState title={t.none}>{t.noneHint}</EmptyState>}
    />
  )
}
