import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import { call } from '#platform/contracts/call.ts'
import { useMay } from '#slices/places/console'
import { anyText, oneOf, useAddressFilters } from '#ui/address-filters.ts'
import { type Column, DataList } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { formatNumber } from '#ui/figures.tsx'
import { FilterSentence } from '#ui/filter-sentence.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import { Page } from '#ui/page.tsx'
import { serviceCategories } from '../service.ts'
import { serviceRoutes } from '../service-contract.ts'
import { serviceMessages } from '../service-messages.ts'
import { servicePageMessages } from '../service-page-messages.ts'
import { countsQuery, type ServiceRow, servicesKey } from './service-queries.ts'
import { StateLamp } from './state-lamp.tsx'
import './services-page.css'

const states = ['unchecked', 'stale', 'hidden', 'withdrawn', 'all'] as const
const schema = {
  q: anyText(100),
  keeper: anyText(40),
  category: oneOf(...serviceCategories),
  state: oneOf(...states),
}
const mostCounted = 10_000

/** The county's services: by words, category, who gives them, and how long ago somebody checked them. */
export default function ServicesPage() {
  const t = useTexts(serviceMessages)
  const page = useTexts(servicePageMessages)
  const language = useLanguage()
  const navigate = useNavigate()
  const filters = useAddressFilters(schema)
  const counts = useQuery(countsQuery).data
  const mayAdd = useMay('service.manage')
  const counted = (name: string, count: number | undefined) => (count ? page.counted(name, count) : name)
  const choices = {
    keeper: {
      label: page.keeperFilter,
      any: page.anyKeeper,
      options: [
        { value: 'mine', label: page.mine },
        ...(counts?.keepers ?? []).map(({ id, name, count }) => ({ value: id, label: counted(name, count) })),
      ],
    },
    category: {
      label: t.items.category,
      any: page.anyCategory,
      options: serviceCategories.map((category) => ({
        value: category,
        label: counted(
          t.categories[category],
          counts?.categories.find((one) => one.category === category)?.count,
        ),
      })),
    },
    state: {
      label: page.state,
      any: page.openOnes,
      options: states.map((state) => ({ value: state, label: page.stateChoices[state] })),
    },
  }
  const { keeper, category, ...rest } = filters.values
  const query = {
    ...rest,
    mine: keeper === 'mine' ? 'true' : undefined,
    // What an address that was typed says is asked for only where it can be asked for.
    keeper: keeper && /^[0-9a-f-]{36}$/.test(keeper) ? [keeper] : undefined,
    category: category ? [category] : undefined,
  }
  const open = counts && counts.fresh + counts.stale + counts.hidden
  return (
    <Page
      title={t.title}
      lead={
        counts && (
          <>
            {page.counts(formatNumber(open ?? 0, language), counts.stale + counts.hidden)}
            {counts.mineUnchecked > 0 && (
              <Link className="service-mine" to="/services?keeper=mine&state=unchecked">
                {page.mineUnchecked(counts.mineUnchecked)}
              </Link>
            )}
          </>
        )
      }
      actions={
        mayAdd && (
          <Button
            type="primary"
            icon={<PlusOutlined aria-hidden="true" />}
            onClick={() => void navigate('/services/new')}
          >
            {page.add}
          </Button>
        )
      }
    >
      <FilterSentence
        filters={filters}
        sentence={page.filterSentence}
        choices={choices}
        search={{ filter: 'q', label: page.search }}
      />
      <DataList
        label={page.found}
        queryKey={[...servicesKey, 'found', filters.values]}
        load={({ after, signal }) => call(serviceRoutes.list, { query: { ...query, after }, signal })}
        countedTo={mostCounted}
        rowKey={(row) => row.id}
        rowTitle={(row) => row.name}
        href={(row) => `/services/${row.id}`}
        columns={useColumns()}
        empty={<EmptyState title={page.none}>{page.noneHint}</EmptyState>}
      />
    </Page>
  )
}

function useColumns(): Column<ServiceRow>[] {
  const t = useTexts(serviceMessages)
  const page = useTexts(servicePageMessages)
  const language = useLanguage()
  return [
    {
      key: 'name',
      title: t.items.name,
      main: true,
      render: ({ name, summary }) => (
        <>
          {name}
          <span className="service-summary" lang="zh-Hans">
            {summary}
          </span>
        </>
      ),
    },
    {
      key: 'category',
      title: t.items.category,
      width: '10em',
      card: 'plain',
      render: (row) => t.categories[row.category],
    },
    { key: 'keeper', title: t.items.keeper, width: '18%', card: 'plain', render: (row) => row.keeper.name },
    {
      key: 'where',
      title: page.where,
      width: '20%',
      card: 'plain',
      render: ({ places }) =>
        places.length > 0 && (
          <span lang="zh-Hans">{places.map(({ name }) => name).join(language === 'zh' ? '、' : ', ')}</span>
        ),
    },
    {
      key: 'checked',
      title: page.checked,
      width: '15em',
      card: 'plain',
      render: (row) => <StateLamp service={row} />,
    },
  ]
}
