import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Form } from 'antd'
import { useNavigate, useSearchParams } from 'react-router'
import { call } from '#platform/contracts/call.ts'
import { useCommandIds } from '#ui/command-ids.ts'
import { useTexts } from '#ui/language.ts'
import { Page } from '#ui/page.tsx'
import { RecordForm } from '#ui/record-form.tsx'
import { useUndo } from '#ui/undo.tsx'
import type { PlaceKind } from '../place.ts'
import { placeRoutes } from '../place-contract.ts'
import { placeMessages } from '../place-messages.ts'
import { placePageMessages } from '../place-page-messages.ts'
import { factsOf, PlaceFields, type PlaceValues } from './place-fields.tsx'
import { PlacePicker } from './place-picker.tsx'
import { placeQuery, placesKey } from './place-queries.ts'
import { useOwnOrganisation } from './signed-in.ts'

type NewPlace = PlaceValues & { parent?: string }

/** What usually stands below such a place; the form only proposes it. */
const usualBelow: Partial<Record<PlaceKind, PlaceKind>> = {
  village: 'women-home',
  community: 'women-home',
  hospital: 'studio',
  park: 'enterprise',
  enterprise: 'rest-station',
}

/** A new place, at the top or below another one (`?below=`), whose village it takes over as a proposal. */
export default function AddPlacePage() {
  const t = useTexts(placeMessages)
  const page = useTexts(placePageMessages)
  const [params] = useSearchParams()
  const below = params.get('below') ?? undefined
  const parent = useQuery({ ...placeQuery(below ?? ''), enabled: below !== undefined })
  const crumbs = [{ title: t.title, href: '/places' }]
  if (parent.data) crumbs.push({ title: parent.data.name, href: `/places/${parent.data.id}` })
  const waits = below !== undefined && parent.isPending
  return (
    <Page title={page.add} breadcrumbs={crumbs} width="text">
      {!waits && <NewPlaceForm parent={parent.data} />}
    </Page>
  )
}

interface Parent {
  id: string
  name: string
  kind: PlaceKind
  village: { code: string } | null
}

function NewPlaceForm({ parent }: { parent: Parent | undefined }) {
  const t = useTexts(placeMessages)
  const page = useTexts(placePageMessages)
  const navigate = useNavigate()
  const [form] = Form.useForm<NewPlace>()
  const queries = useQueryClient()
  const ids = useCommandIds()
  const say = useUndo()
  const own = useOwnOrganisation()
  const add = useMutation({
    mutationFn: ({ parent: above, ...values }: NewPlace) => {
      const body = { ...factsOf(values), parent: above ?? null }
      const { command, record } = ids.for(body)
      return call(placeRoutes.add, { body: { ...body, place: record }, idempotencyKey: command })
    },
    onSuccess: async ({ id }, { name }) => {
      ids.done()
      say({ message: page.added(name.trim()) })
      await queries.invalidateQueries({ queryKey: placesKey })
      void navigate(`/places/${id}`, { replace: true })
    },
  })
  return (
    <RecordForm
      title={parent ? page.addTo(parent.name) : page.about}
      lead={page.addHint}
      form={form}
      initialValues={{
        parent: parent?.id,
        kind: parent && (usualBelow[parent.kind] ?? 'other'),
        keeper: own,
        village: parent?.village?.code,
        accessibility: [],
        languages: [],
      }}
      action={page.addAction}
      busy={add.isPending}
      problem={add.error}
      onSend={add.mutate}
      onClose={() => void navigate(parent ? `/places/${parent.id}` : '/places')}
    >
      <PlaceFields person={null} />
      <Form.Item name="parent" label={page.optional(t.items.parent)}>
        <PlacePicker />
      </Form.Item>
    </RecordForm>
  )
}
