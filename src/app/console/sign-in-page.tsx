import { Button } from 'antd'
import { type FormEvent, useId, useRef, useState } from 'react'
import { Navigate, useLocation, useSearchParams } from 'react-router'
import { ElderSwitch } from '#ui/elder-switch.tsx'
import { useTexts } from '#ui/language.ts'
import { LanguageSwitch } from '#ui/language-switch.tsx'
import { Mark } from '#ui/mark.tsx'
import { Monogram } from '#ui/monogram.tsx'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { consoleMessages } from './console-messages.ts'
import { FailedStart } from './failed-start.tsx'
import { Opening } from './opening.tsx'
import { PasswordField } from './password-field.tsx'
import { innerAddress } from './inner-address.ts'
import { type Session, type SignInState, useSession, useSignIn } from './session.tsx'
import './sign-in-page.css'

/** The door: who you are. A demo shows the people that one may come in as. */
export default function SignInPage() {
  const t = useTexts(consoleMessages)
  const session = useSession()
  const signIn = useSignIn()
  const [params] = useSearchParams()
  const state: SignInState | null = useLocation().state

  if (session.isPending) return <Opening />
  if (!session.data) return <FailedStart problem={session.error} onRetry={session.refetch} />
  if (session.data.person) return <Navigate to={innerAddress(params.get('then'))} replace />
  const { demoIdentities } = session.data
  return (
    <div className="sign-in">
      <title>{`${t.signIn.title} · ${t.product}`}</title>
      <header className="sign-in-tools">
        <ElderSwitch />
        <LanguageSwitch />
      </header>
      <main id="main" className={demoIdentities.length > 0 ? 'sign-in-main sign-in-demo' : 'sign-in-main'}>
        <div className="sign-in-brand">
          <Mark size={56} />
          <h1>{t.product}</h1>
          <p>{t.tagline}</p>
        </div>
        {state?.ended && !signIn.isError && (
          <p className="sign-in-ended" role="status">
            {t.signIn.ended}
          </p>
        )}
        {signIn.isError && <ProblemNotice problem={signIn.error} />}
        {demoIdentities.length > 0 && (
          <Identities
            identities={demoIdentities}
            busy={signIn.isPending}
            onPick={({ login, password }) => signIn.mutate({ login, password })}
          />
        )}
        <OwnSignIn signIn={signIn} heading={demoIdentities.length > 0} />
      </main>
    </div>
  )
}

interface IdentitiesProps {
  identities: Session['demoIdentities']
  busy: boolean
  onPick: (identity: Session['demoIdentities'][number]) => void
}

function Identities({ identities, busy, onPick }: IdentitiesProps) {
  const t = useTexts(consoleMessages).signIn
  return (
    <section className="identities">
      <h2>{t.demo}</h2>
      <p className="faint">{t.demoHint}</p>
      <ul>
        {identities.map((identity) => (
          <li key={identity.login}>
            <button type="button" disabled={busy} onClick={() => onPick(identity)}>
              <Monogram name={identity.organisation} />
              <span className="identity-words">
                <strong>{identity.name}</strong>
                <span>
                  {identity.organisation} · {identity.role}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function OwnSignIn({ signIn, heading }: { signIn: ReturnType<typeof useSignIn>; heading: boolean }) {
  const t = useTexts(consoleMessages).signIn
  const id = useId()
  const loginField = useRef<HTMLInputElement>(null)
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [asked, setAsked] = useState(false)
  const missingLogin = asked && !login.trim()
  const missingPassword = asked && !password

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (login.trim() && password) signIn.mutate({ login: login.trim(), password })
    else loginField.current?.focus()
  }

  return (
    <section className="sign-in-own">
      <h2 className={heading ? undefined : 'visually-hidden'}>{heading ? t.own : t.title}</h2>
      <form className="own-form" onSubmit={submit} noValidate>
        <div className="own-field">
          <label htmlFor={id}>{t.login}</label>
          <input
            id={id}
            ref={loginField}
            value={login}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            aria-invalid={missingLogin || undefined}
            aria-describedby={`${id}-missing`}
            onChange={(event) => setLogin(event.target.value)}
          />
          <p id={`${id}-missing`} className="own-missing">
            {missingLogin && t.missingLogin}
          </p>
        </div>
        <PasswordField
          label={t.password}
          missing={missingPassword ? t.missingPassword : undefined}
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
        />
        <Button type="primary" htmlType="submit" loading={signIn.isPending}>
          {t.action}
        </Button>
        <p className="faint">{t.forgot}</p>
      </form>
    </section>
  )
}
