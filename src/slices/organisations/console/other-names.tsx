import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form } from 'antd'
import { useState } from 'react'
import { call } from '#platform/contracts/call.ts'
import { useCommandIds } from '#ui/command-ids.ts'
import { useTexts } from '#ui/language.ts'
import { LineField } from '#ui/line-field.tsx'
import { Section } from '#ui/page.tsx'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { RecordForm } from '#ui/record-form.tsx'
import { useUndo } from '#ui/undo.tsx'
import { organisationRoutes } from '../organisation-contract.ts'
import { organisationMessages } from '../organisation-messages.ts'
import { organisationsKey, type OrganisationShown } from './organisation-queries.ts'
import './other-names.css'

/** What else an organisation is called. Who may name it adds a name, or drops one; both can be taken back. */
export function OtherNames({ organisation }: { organisation: OrganisationShown }) {
  const t = useTexts(organisationMessages)
  const [adding, setAdding] = useState(false)
  const { alsoCalled, mayName } = organisation
  const names = useNames(organisation.id)
  const drop = useMutation({
    mutationFn: names.drop,
    onSuccess: (_, name) => names.say(t.nameDropped(name), () => names.add(name)),
  })
  if (alsoCalled.length === 0 && !mayName) return null
  return (
    <Section
      title={t.alsoCalled}
      actions={
        mayName &&
        !adding && (
          <Button icon={<PlusOutlined aria-hidden="true" />} onClick={() => setAdding(true)}>
            {t.addName}
          </Button>
        )
      }
    >
      <p className="faint other-names-hint">{t.alsoCalledHint}</p>
      {alsoCalled.length === 0 ? (
        <p>{t.alsoCalledNone}</p>
      ) : (
        <ul className="other-names" aria-label={t.alsoCalled}>
          {alsoCalled.map((name) => (
            <li key={name}>
              <span lang="zh-Hans">{name}</span>
              {mayName && (
                <button
                  type="button"
                  aria-label={t.dropName(name)}
                  disabled={drop.isPending}
                  onClick={() => drop.mutate(name)}
                >
                  <CloseOutlined aria-hidden="true" />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {drop.isError && <ProblemNotice problem={drop.error} />}
      {adding && <AddName organisation={organisation.id} onClose={() => setAdding(false)} />}
    </Section>
  )
}

function AddName({ organisation, onClose }: { organisation: string; onClose: () => void }) {
  const t = useTexts(organisationMessages)
  const [form] = Form.useForm<{ name: string }>()
  const ids = useCommandIds()
  const names = useNames(organisation)
  const add = useMutation({
    mutationFn: (values: { name: string }) => names.add(values.name, ids.for(values).command),
    onSuccess: async (_, { name }) => {
      onClose()
      await names.say(t.nameAdded(name), () => names.drop(name.replace(/\s+/g, '')))
    },
  })
  return (
    <RecordForm
      title={t.addName}
      form={form}
      action={t.save}
      busy={add.isPending}
      problem={add.error}
      onSend={add.mutate}
      onClose={onClose}
    >
      <LineField name="name" label={t.newName} hint={t.newNameHint} longest={40} first />
    </RecordForm>
  )
}

/** Adding and dropping a name, each of which is the other's way back. */
function useNames(organisation: string) {
  const queries = useQueryClient()
  const say = useUndo()
  const refresh = () => queries.invalidateQueries({ queryKey: organisationsKey })
  return {
    add: async (name: string, idempotencyKey?: string) => {
      await call(organisationRoutes.alsoCall, { params: { organisation }, body: { name }, idempotencyKey })
      await refresh()
    },
    drop: async (name: string) => {
      await call(organisationRoutes.dropName, { params: { organisation, name } })
      await refresh()
    },
    say: async (message: string, undo: () => Promise<void>) => say({ message, undo }),
  }
}
