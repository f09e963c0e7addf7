import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { call } from '#platform/contracts/call.ts'
import { momentInWords } from '#ui/day.tsx'
import { Lamp } from '#ui/lamp.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import { Page, Section } from '#ui/page.tsx'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { useUndo } from '#ui/undo.tsx'
import { useOpenForm } from '#ui/open-form.ts'
import { personRoutes } from '../person-contract.ts'
import { personMessages } from '../person-messages.ts'
import { GrantRole } from './grant-role-form.tsx'
import { HeldRoles } from './held-roles.tsx'
import { peopleKey, type PersonShown, personQuery } from './person-queries.ts'
import { ResetPassword } from './reset-password-form.tsx'
import { SuspendPerson } from './suspend-person-form.tsx'
import { ToldOnce } from './told-once.tsx'

/** One person's account: roles, and what an administrator may do with them. */
export default function PersonPage() {
  const t = useTexts(personMessages)
  const { person = '' } = useParams()
  const found = useQuery(personQuery(person))
  if (found.data) return <Shown key={person} person={found.data} />
  return (
    <Page title={t.record} breadcrumbs={[{ title: t.title, href: '/people' }]} width="text">
      {found.isError && <ProblemNotice problem={found.error} onRetry={() => void found.refetch()} />}
    </Page>
  )
}

const forms = ['grant', 'reset', 'suspend'] as const

function Shown({ person }: { person: PersonShown }) {
  const t = useTexts(personMessages)
  const language = useLanguage()
  const form = useOpenForm(forms)
  const [password, setPassword] = useState<string>()
  const { name, post, login, suspendedAt } = person
  return (
    <Page
      title={name}
      lead={[post, login].filter(Boolean).join(' · ')}
      breadcrumbs={[{ title: t.title, href: '/people' }]}
      width="text"
      actions={
        !form.open &&
        !password && (
          <>
            <Button type="primary" onClick={() => form.show('grant')}>
              {t.grant}
            </Button>
            {login && <Button onClick={() => form.show('reset')}>{t.reset}</Button>}
            {suspendedAt ? (
              <Resume person={person} />
            ) : (
              <Button onClick={() => form.show('suspend')}>{t.suspend}</Button>
            )}
          </>
        )
      }
    >
      {suspendedAt && (
        <p>
          <Lamp state="none" word={t.suspendedSince(momentInWords(suspendedAt, language))} />
        </p>
      )}
      {password && (
        <ToldOnce name={name} login={login ?? ''} password={password}>
          <Button
            type="primary"
            onClick={() => {
              setPassword(undefined)
              document.getElementById('page-title')?.focus()
            }}
          >
            {t.toldThem}
          </Button>
        </ToldOnce>
      )}
      {form.open === 'grant' && <GrantRole person={person} onClose={form.close} />}
      {form.open === 'reset' && (
        <ResetPassword
          person={person}
          onClose={form.close}
          onReset={(made) => {
            form.close()
            setPassword(made)
          }}
        />
      )}
      {form.open === 'suspend' && <SuspendPerson person={person} onClose={form.close} />}
      <Section title={t.rolesHeld}>
        <HeldRoles person={person} />
      </Section>
    </Page>
  )
}

function Resume({ person }: { person: PersonShown }) {
  const t = useTexts(personMessages)
  const queries = useQueryClient()
  const say = useUndo()
  const resume = useMutation({
    mutationFn: () => call(personRoutes.resume, { params: { person: person.id } }),
    onSuccess: async () => {
      say({ message: t.resumedNow })
      await queries.invalidateQueries({ queryKey: peopleKey })
    },
  })
  return (
    <>
      <Button onClick={() => resume.mutate()} loading={resume.isPending}>
        {t.resume}
      </Button>
      {resume.isError && <ProblemNotice problem={resume.error} />}
    </>
  )
}
