import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { call } from '#platform/contracts/call.ts'
import { anyText, oneOf, useAddressFilters } from '#ui/address-filters.ts'
import { type Column, DataList } from '#ui/data-list.tsx'
import { dayInWords } from '#ui/day.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { formatNumber } from '#ui/figures.tsx'
import { FilterSentence } from '#ui/filter-sentence.tsx'
import { Lamp } from '#ui/lamp.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import { Page } from '#ui/page.tsx'
import { placeKinds } from '../place.ts'
import { placeRoutes } from '../place-contract.ts'
import { placeMessages } from '../place-messages.ts'
import { placePageMessages } from '../place-page-messages.ts'
import { chinaDay } from './china-day.ts'
import { countsQuery, type PlaceRow, placesKey } from './place-queries.ts'
import { PlaceTree } from './place-tree.tsx'
import { useMay } from './signed-in.ts'
import './places-page.css'

const schema = {
  q: anyText(100),
  area: anyText(12),
  keeper: anyText(40),
  kind: oneOf(...placeKinds),
  state: oneOf('closed', 'all'),
}

const mostCounted = 10_000

/** The county's places: a tree to walk, or those that words and filters find. */
export default function PlacesPage() {
  const t = useTexts(placeMessages)
  const page = useTexts(placePageMessages)
  const language = useLanguage()
  const navigate = useNavigate()
  const filters = useAddressFilters(schema)
  const counts = useQuery(countsQuery).data
  const mayAdd = useMay('place.manage')
  const counted = (name: string, count: number | undefined) => (count ? page.counted(name, count) : name)
  const countOf = (kind: string) => counts?.kinds.find((one) => one.kind === kind)?.count
  const choices = {
    area: {
      label: page.area,
      any: page.anyArea,
      options: (counts?.townships ?? []).map(({ code, name, count }) => ({
        value: code,
        label: counted(name, count),
      })),
    },
    keeper: {
      label: page.keeperFilter,
      any: page.anyKeeper,
      options: [
        { value: 'mine', label: page.mine },
        ...(counts?.keepers ?? []).map(({ id, name, count }) => ({ value: id, label: counted(name, count) })),
      ],
    },
    kind: {
      label: t.items.kind,
      any: page.anyKind,
      options: placeKinds.map((kind) => ({ value: kind, label: counted(t.kinds[kind], countOf(kind)) })),
    },
    state: {
      label: page.state,
      any: page.openOnes,
      options: [
        { value: 'closed', label: page.closedOnes },
        { value: 'all', label: page.allOnes },
      ],
    },
  }
  const add = (
    <Button
      type="primary"
      icon={<PlusOutlined aria-hidden="true" />}
      onClick={() => void navigate('/places/new')}
    >
      {page.add}
    </Button>
  )
  return (
    <Page
      title={t.title}
      lead={counts && page.counts(formatNumber(counts.open, language), counts.closed)}
      actions={mayAdd && add}
    >
      <FilterSentence
        filters={filters}
        sentence={page.filterSentence}
        choices={choices}
        search={{ filter: 'q', label: page.search }}
      />
      {filters.count > 0 ? (
        <Found values={filters.values} />
      ) : (
        <PlaceTree empty={<EmptyState title={page.empty}>{page.emptyHint}</EmptyState>} />
      )}
    </Page>
  )
}

type Values = ReturnType<typeof useAddressFilters<typeof schema>>['values']

function Found({ values }: { values: Values }) {
  const page = useTexts(placePageMessages)
  const { keeper, area, ...rest } = values
  // What an address that was typed says is asked for only where it can be asked for.
  const query = {
    ...rest,
    area: area && /^\d{9}(\d{3})?$/.test(area) ? area : undefined,
    mine: keeper === 'mine' ? 'true' : undefined,
    keeper: keeper && keeper !== 'mine' && /^[0-9a-f-]{36}$/.test(keeper) ? [keeper] : undefined,
    kind: values.kind ? [values.kind] : undefined,
  }
  return (
    <DataList
      label={page.found}
      queryKey={[...placesKey, 'found', values]}
      load={({ after, signal }) => call(placeRoutes.list, { query: { ...query, after }, signal })}
      countedTo={mostCounted}
      rowKey={(row) => row.id}
      rowTitle={(row) => row.name}
      href={(row) => `/places/${row.id}`}
      columns={useColumns()}
      empty={<EmptyState title={page.none}>{page.noneHint}</EmptyState>}
    />
  )
}

function useColumns(): Column<PlaceRow>[] {
  const t = useTexts(placeMessages)
  const page = useTexts(placePageMessages)
  const language = useLanguage()
  const separator = language === 'zh' ? '、' : ', '
  return [
    {
      key: 'name',
      title: page.name,
      main: true,
      render: ({ name, aliases }) => (
        <>
          {name}
          {aliases.length > 0 && (
            <span className="place-also">{page.also(aliases.slice(0, 3).join(separator))}</span>
          )}
        </>
      ),
    },
    { key: 'kind', title: t.items.kind, width: '13em', card: 'plain', render: (row) => t.kinds[row.kind] },
    {
      key: 'lies',
      title: page.lies,
      width: '24%',
      card: 'plain',
      render: ({ village, ancestors }) => (
        <>
          <span lang="zh-Hans">{village && [village.township, village.name].filter(Boolean).join(' ')}</span>
          <span className="place-also">
            {ancestors
              .map(({ name }) => name)
              .filter((name) => name !== `${village?.township}${village?.name}`)
              .join(' / ')}
          </span>
        </>
      ),
    },
    { key: 'keeper', title: t.items.keeper, width: '20%', card: 'plain', render: (row) => row.keeper.name },
    {
      key: 'state',
      title: page.belowTitle,
      width: '10em',
      card: 'plain',
      render: ({ closedAt, below }) =>
        closedAt ? (
          <Lamp state="none" word={page.closed(dayInWords(chinaDay(closedAt), language))} />
        ) : (
          below > 0 && <span className="faint">{page.below(below)}</span>
        ),
    },
  ]
}
