import { useEffect, useRef, useState } from 'react'
import {
  Navigate,
  Outlet,
  ScrollRestoration,
  useLocation,
  useNavigation,
  useNavigationType,
} from 'react-router'
import { useTexts } from '#ui/language.ts'
import { RecordPanelsProvider } from '#ui/record-panels.tsx'
import { ShortcutsHelp } from '#ui/shortcuts-help.tsx'
import { useShortcuts } from '#ui/shortcuts.ts'
import { Toasts } from '#ui/undo.tsx'
import { useMedia } from '#ui/use-media.ts'
import { CommandPalette } from './command-palette.tsx'
import { ConnectionNotice } from './connection-notice.tsx'
import { consoleMessages } from './console-messages.ts'
import { Header } from './header.tsx'
import { BottomBar, Drawer, Rail } from './navigation.tsx'
import { Opening } from './opening.tsx'
import { hasSignedOut, PersonProvider, type SignInState, useSession } from './session.tsx'
import { slices } from './slices.ts'
import { FailedStart } from './failed-start.tsx'
import './frame.css'

const panels = slices.flatMap((slice) => slice.panels ?? [])

/** What stands around every page: navigation, search, the reader's choices, and what must be heard. */
export function Frame() {
  const session = useSession()
  const { pathname, search } = useLocation()
  const wasIn = useRef(false)
  const { data } = session
  useEffect(() => {
    if (data?.person) wasIn.current = true
  }, [data])
  if (session.isPending) return <Opening />
  if (session.isError && !session.data)
    return <FailedStart problem={session.error} onRetry={session.refetch} />
  const person = session.data?.person
  if (!person) {
    const then = pathname === '/' ? '' : `?then=${encodeURIComponent(pathname + search)}`
    const state: SignInState = { ended: wasIn.current && !hasSignedOut() }
    return <Navigate to={`/sign-in${then}`} state={state} replace />
  }
  if (person.mustChangePassword && pathname !== '/password') return <Navigate to="/password" replace />
  return (
    <PersonProvider person={person}>
      <RecordPanelsProvider value={{ panels, may: (permission) => person.permissions.includes(permission) }}>
        <FrameOfPerson />
      </RecordPanelsProvider>
    </PersonProvider>
  )
}

function FrameOfPerson() {
  const t = useTexts(consoleMessages)
  const [palette, setPalette] = useState(false)
  const [drawer, setDrawer] = useState(false)
  const wide = useMedia('(min-width: 960px)')
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()

  useShortcuts([
    { keys: 'mod+k', label: t.searchKey, run: () => setPalette(true), scope: 'anywhere' },
    { keys: '/', label: t.searchKey, run: () => setPalette(true), scope: 'anywhere' },
  ])
  useEffect(() => {
    if (pathname) setDrawer(false)
  }, [pathname])

  return (
    <div className="frame">
      <a
        className="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault()
          main.current?.focus()
        }}
      >
        {t.skip}
      </a>
      {wide && <Rail />}
      <div className="frame-body">
        <Header wide={wide} onSearch={() => setPalette(true)} onMenu={() => setDrawer(true)} />
        <ConnectionNotice />
        <Progress />
        <main id="main" ref={main} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      {!wide && <BottomBar onMore={() => setDrawer(true)} />}
      <Drawer open={drawer} onClose={() => setDrawer(false)} />
      <CommandPalette open={palette} onClose={() => setPalette(false)} />
      <ShortcutsHelp />
      <Toasts />
      <Announcer />
      <ScrollRestoration />
    </div>
  )
}

/** A thin line while the next page's code is on its way; a fast page never shows it. */
function Progress() {
  const busy = useNavigation().state !== 'idle'
  return <div className="progress" data-busy={busy || undefined} aria-hidden="true" />
}

/** Says where the back button has led; after a link the page's heading takes the focus and says it. */
function Announcer() {
  const { pathname } = useLocation()
  const how = useNavigationType()
  const [said, setSaid] = useState('')
  const from = useRef(pathname)
  useEffect(() => {
    if (from.current === pathname) return
    from.current = pathname
    if (how === 'PUSH') return
    const timer = setTimeout(() => setSaid(document.title), 200)
    return () => clearTimeout(timer)
  }, [pathname, how])
  return (
    <div className="visually-hidden" role="status">
      {said}
    </div>
  )
}
