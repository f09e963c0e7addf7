import { CopyOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTexts } from '#ui/language.ts'
import { personMessages } from '../person-messages.ts'
import './told-once.css'

interface ToldOnceProps {
  name: string
  login: string
  password: string
  /** What comes after the person was told. */
  children: ReactNode
}

/** The one-time password, the only time that anyone sees it: large, in groups, to be read aloud or copied. */
export function ToldOnce({ name, login, password, children }: ToldOnceProps) {
  const t = useTexts(personMessages)
  const [copied, setCopied] = useState<'yes' | 'no'>()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(password)
      setCopied('yes')
    } catch {
      // Without HTTPS a browser may refuse; the password still stands there to be written down.
      setCopied('no')
    }
  }
  return (
    <section className="told-once" aria-labelledby="told-once-title">
      <h2 id="told-once-title" ref={heading} tabIndex={-1}>
        {t.tellThem(name)}
      </h2>
      <dl>
        <div>
          <dt>{t.login}</dt>
          <dd>
            <code>{login}</code>
          </dd>
        </div>
        <div>
          <dt>{t.oneTime}</dt>
          <dd>
            <code className="told-once-password">{password}</code>
            <Button icon={<CopyOutlined aria-hidden="true" />} onClick={() => void copy()}>
              {t.copy}
            </Button>
            <span role="status" className="faint">
              {copied === 'yes' && t.copied}
              {copied === 'no' && t.copyFailed}
            </span>
          </dd>
        </div>
      </dl>
      <p>{t.oneTimeHint}</p>
      <div className="told-once-actions">{children}</div>
    </section>
  )
}
