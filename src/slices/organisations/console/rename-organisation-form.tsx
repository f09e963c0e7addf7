import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form } from 'antd'
import { call } from '#platform/contracts/call.ts'
import { useTexts } from '#ui/language.ts'
import { useUndo } from '#ui/undo.tsx'
import { organisationRoutes } from '../organisation-contract.ts'
import { organisationMessages } from '../organisation-messages.ts'
import { useCommandIds } from '#ui/command-ids.ts'
import { NameFields, type Names } from './name-fields.tsx'
import { organisationsKey, type OrganisationShown } from './organisation-queries.ts'
import { RecordForm } from '#ui/record-form.tsx'

interface RenameProps {
  organisation: OrganisationShown
  onClose: () => void
}

export function RenameOrganisation({ organisation, onClose }: RenameProps) {
  const t = useTexts(organisationMessages)
  const [form] = Form.useForm<Names>()
  const queries = useQueryClient()
  const say = useUndo()
  const ids = useCommandIds()
  const params = { organisation: organisation.id }
  const { name, shortName, nameEn } = organisation
  const before: Names = { name, shortName, nameEn: nameEn ?? undefined }
  const rename = useMutation({
    mutationFn: (body: Names) =>
      call(organisationRoutes.rename, { params, body, idempotencyKey: ids.for(body).command }),
    onSuccess: async () => {
      onClose()
      const undo = async () => {
        await call(organisationRoutes.rename, { params, body: before })
        await queries.invalidateQueries({ queryKey: organisationsKey })
      }
      say({ message: t.renamed, undo })
      await queries.invalidateQueries({ queryKey: organisationsKey })
    },
  })
  return (
    <RecordForm
      title={t.rename}
      lead={t.renameHint}
      form={form}
      initialValues={before}
      action={t.save}
      busy={rename.isPending}
      problem={rename.error}
      onSend={rename.mutate}
      onClose={onClose}
    >
      <NameFields />
    </RecordForm>
  )
}
