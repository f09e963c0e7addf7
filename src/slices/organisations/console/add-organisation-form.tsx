import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { call } from '#platform/contracts/call.ts'
import { useLanguage, useTexts } from '#ui/language.ts'
import { useUndo } from '#ui/undo.tsx'
import { nameIn, type OrganisationKind, organisationKinds } from '../organisation.ts'
import { organisationRoutes } from '../organisation-contract.ts'
import { organisationMessages } from '../organisation-messages.ts'
import { useCommandIds } from '#ui/command-ids.ts'
import { NameFields, type Names } from './name-fields.tsx'
import { organisationsKey, type OrganisationShown } from './organisation-queries.ts'
import { RecordForm } from '#ui/record-form.tsx'

type AddedKind = Exclude<OrganisationKind, 'county'>
interface Added extends Names {
  kind: AddedKind
}

const kinds = organisationKinds.filter((kind): kind is AddedKind => kind !== 'county')

/** What usually stands below such an organisation; the form only proposes it. */
const usualBelow: Partial<Record<OrganisationKind, AddedKind>> = {
  county: 'department',
  township: 'village',
  village: 'branch',
}

export function AddOrganisation({ parent, onClose }: { parent: OrganisationShown; onClose: () => void }) {
  const t = useTexts(organisationMessages)
  const language = useLanguage()
  const [form] = Form.useForm<Added>()
  const queries = useQueryClient()
  const say = useUndo()
  const ids = useCommandIds()
  const add = useMutation({
    mutationFn: (values: Added) => {
      const { command, record } = ids.for(values)
      const body = { ...values, organisation: record, parent: parent.id }
      return call(organisationRoutes.add, { body, idempotencyKey: command })
    },
    onSuccess: async (_, values) => {
      ids.done()
      form.setFieldsValue({ name: '', shortName: '', nameEn: '' })
      form.focusField('name')
      say({ message: t.addedOne(values.name) })
      await queries.invalidateQueries({ queryKey: organisationsKey })
    },
  })
  return (
    <RecordForm
      title={t.addTo(nameIn(parent, language))}
      lead={t.addAnother}
      form={form}
      initialValues={{ kind: usualBelow[parent.kind] ?? 'branch' }}
      action={t.save}
      closeWord={t.finish}
      busy={add.isPending}
      problem={add.error}
      onSend={add.mutate}
      onClose={onClose}
    >
      <NameFields />
      <Form.Item name="kind" label={t.kind}>
        <Select options={kinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))} />
      </Form.Item>
    </RecordForm>
  )
}
