import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons'
import { useId, useState } from 'react'
import { useTexts } from '#ui/language.ts'
import { consoleMessages } from './console-messages.ts'
import './own-form.css'

interface PasswordFieldProps {
  label: string
  hint?: string
  missing?: string
  value: string
  onChange: (value: string) => void
  autoComplete: 'current-password' | 'new-password'
}

/** A password that can be looked at before it is sent: fewer mistakes, fewer locked accounts. */
export function PasswordField({ label, hint, missing, value, onChange, autoComplete }: PasswordFieldProps) {
  const t = useTexts(consoleMessages).signIn
  const id = useId()
  const [shown, setShown] = useState(false)
  return (
    <div className="own-field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="faint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className="own-password">
        <input
          id={id}
          type={shown ? 'text' : 'password'}
          value={value}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          aria-invalid={missing ? true : undefined}
          aria-describedby={`${id}-hint ${id}-missing`}
          onChange={(event) => onChange(event.target.value)}
        />
        <button
          type="button"
          className="icon-button"
          aria-label={shown ? t.hide : t.show}
          onClick={() => setShown(!shown)}
        >
          {shown ? <EyeInvisibleOutlined aria-hidden="true" /> : <EyeOutlined aria-hidden="true" />}
        </button>
      </div>
      <p id={`${id}-missing`} className="own-missing">
        {missing}
      </p>
    </div>
  )
}
