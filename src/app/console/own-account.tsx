import { KeyOutlined, LogoutOutlined } from '@ant-design/icons'
import { Link } from 'react-router'
import { useTexts } from '#ui/language.ts'
import { consoleMessages } from './console-messages.ts'
import { useSignOut } from './session.tsx'

/** What people do with their own account: a new password, out. */
export function OwnAccount({ onLeave }: { onLeave?: () => void }) {
  const t = useTexts(consoleMessages).person
  const signOut = useSignOut()
  return (
    <>
      <Link to="/password" className="text-button" onClick={onLeave}>
        <KeyOutlined aria-hidden="true" />
        {t.password}
      </Link>
      <button type="button" className="text-button" onClick={() => signOut.mutate()}>
        <LogoutOutlined aria-hidden="true" />
        {t.signOut}
      </button>
    </>
  )
}
