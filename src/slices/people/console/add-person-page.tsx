import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { call } from '#platform/contracts/call.ts'
import { useTexts } from '#ui/language.ts'
import { LineField } from '#ui/line-field.tsx'
import { Page } from '#ui/page.tsx'
import { useCommandIds } from '#ui/command-ids.ts'
import { RecordForm } from '#ui/record-form.tsx'
import { personRoutes } from '../person-contract.ts'
import { personMessages } from '../person-messages.ts'
import { oneTimePassword } from './one-time-password.ts'
import { peopleKey } from './person-queries.ts'
import { type ChosenRole, RoleFields } from './role-choice.tsx'
import { ToldOnce } from './told-once.tsx'

interface NewPerson extends ChosenRole {
  name: string
  post?: string
  login: string
}

interface Added {
  id: string
  name: string
  login: string
  password: string
}

/** A new account: who, with which first role. At the end stands the password to tell them. */
export default function AddPersonPage() {
  const t = useTexts(personMessages)
  const navigate = useNavigate()
  const [added, setAdded] = useState<Added>()
  return (
    <Page title={t.add} breadcrumbs={[{ title: t.title, href: '/people' }]} width="text">
      {added ? (
        <ToldOnce name={added.name} login={added.login} password={added.password}>
          <Button type="primary" onClick={() => setAdded(undefined)}>
            {t.addNext}
          </Button>
          <Button onClick={() => void navigate(`/people/${added.id}`, { replace: true })}>
            {t.toPerson}
          </Button>
        </ToldOnce>
      ) : (
        <NewPersonForm onAdded={setAdded} />
      )}
    </Page>
  )
}

const loginShape = /^[a-z0-9][a-z0-9._-]{1,39}$/

function NewPersonForm({ onAdded }: { onAdded: (added: Added) => void }) {
  const t = useTexts(personMessages)
  const navigate = useNavigate()
  const [form] = Form.useForm<NewPerson>()
  const queries = useQueryClient()
  const ids = useCommandIds()
  // The same for every sending of this form: an answer that got lost must not leave an account with another one.
  const [password] = useState(oneTimePassword)
  const add = useMutation({
    mutationFn: (person: NewPerson) => {
      const { command, record } = ids.for(person)
      const body = { ...person, post: person.post ?? '', person: record, oneTimePassword: password }
      return call(personRoutes.add, { body, idempotencyKey: command })
    },
    onSuccess: async ({ id }, { name, login }) => {
      onAdded({ id, name, login, password })
      await queries.invalidateQueries({ queryKey: peopleKey })
    },
  })
  return (
    <RecordForm
      title={t.about}
      lead={t.addHint}
      form={form}
      action={t.addAction}
      busy={add.isPending}
      problem={add.error}
      onSend={(person) => add.mutate({ ...person, name: person.name.trim(), login: person.login.trim() })}
      onClose={() => void navigate('/people')}
    >
      <LineField name="name" label={t.name} longest={40} first />
      <Form.Item name="post" label={t.post}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="login"
        label={t.login}
        extra={t.loginHint}
        normalize={(value: string) => value.toLowerCase()}
        rules={[
          { required: true, message: t.required(t.login) },
          { pattern: loginShape, message: t.loginWrong },
        ]}
      >
        <Input maxLength={40} autoComplete="off" autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      <RoleFields />
    </RecordForm>
  )
}
