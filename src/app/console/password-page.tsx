import { Button } from 'antd'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { call } from '#platform/contracts/call.ts'
import { useTexts } from '#ui/language.ts'
import { Page } from '#ui/page.tsx'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { useUndo } from '#ui/undo.tsx'
import { personRoutes } from '#slices/people/contract'
import { consoleMessages } from './console-messages.ts'
import { PasswordField } from './password-field.tsx'
import { queries, sessionKey } from './queries.ts'
import { usePerson } from './session.tsx'

/** One's own password: by choice, or because the first one was given by someone else. */
export default function PasswordPage() {
  const all = useTexts(consoleMessages)
  const t = all.password
  const person = usePerson()
  const navigate = useNavigate()
  const done = useUndo()
  const [old, setOld] = useState('')
  const [next, setNext] = useState('')
  const change = useMutation({
    mutationFn: async () => {
      await call(personRoutes.changePassword, { body: { old, new: next } })
      // Every session ended with the old password, this one too: come in again with the new one.
      const signIn = call(personRoutes.signIn, { body: { login: person.login, password: next } })
      return signIn.catch(() => call(personRoutes.session))
    },
    onSuccess: async (session) => {
      queries.setQueryData(sessionKey, session)
      done({ message: t.done })
      await navigate('/')
    },
  })
  const [asked, setAsked] = useState(false)
  const missing = (value: string) => (asked && !value ? all.signIn.missingPassword : undefined)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (old && next) change.mutate()
  }
  return (
    <Page
      title={person.mustChangePassword ? t.title : t.change}
      lead={person.mustChangePassword ? t.lead : undefined}
      width="text"
    >
      <form className="own-form" onSubmit={submit} noValidate>
        <input type="hidden" name="username" autoComplete="username" value={person.login} />
        <PasswordField
          label={t.old}
          missing={missing(old)}
          value={old}
          onChange={setOld}
          autoComplete="current-password"
        />
        <PasswordField
          label={t.next}
          hint={t.hint}
          missing={missing(next)}
          value={next}
          onChange={setNext}
          autoComplete="new-password"
        />
        {change.isError && <ProblemNotice problem={change.error} />}
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t.action}
        </Button>
      </form>
    </Page>
  )
}
