import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useNavigate, useParams } from 'react-router'
import { call } from '#platform/contracts/call.ts'
import { dayInWords } from '#ui/day.tsx'
import { Lamp } from '#ui/lamp.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import { useOpenForm } from '#ui/open-form.ts'
import { Page, Section } from '#ui/page.tsx'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { RecordPanels } from '#ui/record-panels.tsx'
import { useUndo } from '#ui/undo.tsx'
import { placeRoutes } from '../place-contract.ts'
import { placeMessages } from '../place-messages.ts'
import { placePageMessages } from '../place-page-messages.ts'
import { ChangePlace } from './change-place-form.tsx'
import { chinaDay } from './china-day.ts'
import { ClosePlace } from './close-place-form.tsx'
import { MovePlace } from './move-place-form.tsx'
import { NamePlace } from './name-place-form.tsx'
import { PlaceFactsList } from './place-facts-list.tsx'
import { PlaceHistory } from './place-history.tsx'
import { PlaceNames } from './place-names.tsx'
import { placeQuery, type PlaceShown, placesKey } from './place-queries.ts'
import { PlacesBelow } from './places-below.tsx'
import './place-page.css'

/** One place: what is said of it, how it is called, what stands below it, what was changed. */
export default function PlacePage() {
  const t = useTexts(placeMessages)
  const { place = '' } = useParams()
  const found = useQuery(placeQuery(place))
  if (found.data) return <Shown key={place} place={found.data} />
  return (
    <Page title={t.record} breadcrumbs={[{ title: t.title, href: '/places' }]} width="text">
      {found.isError && <ProblemNotice problem={found.error} onRetry={() => void found.refetch()} />}
    </Page>
  )
}

const forms = ['change', 'name', 'move', 'close'] as const

function Shown({ place }: { place: PlaceShown }) {
  const t = useTexts(placeMessages)
  const page = useTexts(placePageMessages)
  const { name, kind, village, ancestors, actions, closedAt } = place
  const form = useOpenForm(forms.filter((one) => actions.includes(one)))
  const above = ancestors.map((one) => ({ title: one.name, href: `/places/${one.id}` }))
  const lies = village && [village.township, village.name].filter(Boolean).join(' ')
  return (
    <Page
      title={name}
      lead={[t.kinds[kind], lies].filter(Boolean).join(' · ')}
      breadcrumbs={[{ title: t.title, href: '/places' }, ...above]}
      width="text"
      actions={!form.open && <Actions place={place} onShow={form.show} />}
    >
      {closedAt !== null && <Closure place={place} />}
      {form.open === 'change' && <ChangePlace place={place} onClose={form.close} />}
      {form.open === 'move' && <MovePlace place={place} onClose={form.close} />}
      {form.open === 'close' && <ClosePlace place={place} onClose={form.close} />}
      {form.open === 'name' && <NamePlace place={place} onClose={form.close} />}
      <Section title={page.about}>
        <PlaceFactsList place={place} />
      </Section>
      <Section
        title={page.names}
        actions={
          !form.open &&
          actions.includes('name') && <Button onClick={() => form.show('name')}>{page.actions.name}</Button>
        }
      >
        <PlaceNames place={place} mayDrop={actions.includes('name')} />
      </Section>
      {place.below > 0 && (
        <Section title={page.belowTitle}>
          <PlacesBelow place={place} />
        </Section>
      )}
      <RecordPanels kind="place" id={place.id} />
      <Section title={page.history}>
        <PlaceHistory place={place.id} />
      </Section>
    </Page>
  )
}

function Actions({ place, onShow }: { place: PlaceShown; onShow: (form: (typeof forms)[number]) => void }) {
  const page = useTexts(placePageMessages)
  const navigate = useNavigate()
  const may = (action: PlaceShown['actions'][number]) => place.actions.includes(action)
  return (
    <>
      {may('change') && (
        <Button type="primary" onClick={() => onShow('change')}>
          {page.actions.change}
        </Button>
      )}
      {may('add') && (
        <Button onClick={() => void navigate(`/places/new?below=${place.id}`)}>{page.actions.add}</Button>
      )}
      {may('move') && <Button onClick={() => onShow('move')}>{page.actions.move}</Button>}
      {may('close') && <Button onClick={() => onShow('close')}>{page.actions.close}</Button>}
      {may('reopen') && <Reopen place={place} />}
    </>
  )
}

function Reopen({ place }: { place: PlaceShown }) {
  const page = useTexts(placePageMessages)
  const queries = useQueryClient()
  const say = useUndo()
  const reopen = useMutation({
    mutationFn: () => call(placeRoutes.reopen, { params: { place: place.id } }),
    onSuccess: async () => {
      document.getElementById('page-title')?.focus()
      say({ message: page.reopenedNow })
      await queries.invalidateQueries({ queryKey: placesKey })
    },
  })
  return (
    <>
      <Button type="primary" onClick={() => reopen.mutate()} loading={reopen.isPending}>
        {page.actions.reopen}
      </Button>
      {reopen.isError && <ProblemNotice problem={reopen.error} />}
    </>
  )
}

function Closure({ place }: { place: PlaceShown }) {
  const page = useTexts(placePageMessages)
  const language = useLanguage()
  const { closure } = place
  if (!closure) return null
  return (
    <div className="place-closure">
      <Lamp state="none" word={page.closed(dayInWords(chinaDay(closure.at), language))} />
      <p>
        {page.closedWhy(closure.reason)}
        {closure.person && <span className="faint"> {page.closedBy(closure.person.name)}</span>}
      </p>
    </div>
  )
}
