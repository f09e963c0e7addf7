import { MenuOutlined, VerticalRightOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { NavLink } from 'react-router'
import { Dialog } from '#ui/dialog.tsx'
import { ElderSwitch } from '#ui/elder-switch.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import { LanguageSwitch } from '#ui/language-switch.tsx'
import { Mark } from '#ui/mark.tsx'
import { consoleMessages } from './console-messages.ts'
import { OwnAccount } from './own-account.tsx'
import { groups, type NavPage, navigationFor } from './pages.ts'
import { usePerson } from './session.tsx'

function Entry({ page, folded = false }: { page: NavPage; folded?: boolean }) {
  const language = useLanguage()
  const { icon: Icon, label } = page.nav
  return (
    <NavLink
      to={`/${page.path}`}
      end={page.path === ''}
      className="nav-entry"
      title={folded ? label[language] : undefined}
    >
      <span className="nav-icon" aria-hidden="true">
        <Icon />
      </span>
      <span className={folded ? 'visually-hidden' : undefined}>{label[language]}</span>
    </NavLink>
  )
}

function Entries({ folded = false }: { folded?: boolean }) {
  const t = useTexts(consoleMessages)
  const all = navigationFor(usePerson())
  return (
    <div className="nav">
      {groups.map((group) => {
        const mine = all.filter((page) => page.nav.group === group)
        if (mine.length === 0) return null
        return (
          <div key={group} className="nav-part">
            {group !== 'daily' && !folded && <p className="nav-group">{t.groups[group]}</p>}
            <ul aria-label={t.groups[group]}>
              {mine.map((page) => (
                <li key={page.path}>
                  <Entry page={page} folded={folded} />
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </div>
  )
}

export function Brand({ folded = false }: { folded?: boolean }) {
  const t = useTexts(consoleMessages)
  const { county } = usePerson()
  return (
    <NavLink to="/" className="brand" end>
      <Mark size={28} />
      <span className={folded ? 'visually-hidden' : 'brand-words'}>
        <strong>{t.product}</strong>
        <span>{county.name}</span>
      </span>
    </NavLink>
  )
}

const foldedKey = 'daqiao_rail_folded'

/** The navigation of a wide window; folded it keeps its icons, and the reader's wish is remembered. */
export function Rail() {
  const t = useTexts(consoleMessages)
  const [folded, setFolded] = useState(() => localStorage.getItem(foldedKey) === '1')
  const fold = () => {
    localStorage.setItem(foldedKey, folded ? '0' : '1')
    setFolded(!folded)
  }
  return (
    <nav aria-label={t.navigation} className="rail" data-folded={folded || undefined}>
      <Brand folded={folded} />
      <Entries folded={folded} />
      <button
        type="button"
        className="text-button rail-fold"
        onClick={fold}
        aria-expanded={!folded}
        aria-label={folded ? t.expand : undefined}
        title={folded ? t.expand : undefined}
      >
        <VerticalRightOutlined aria-hidden="true" rotate={folded ? 180 : 0} />
        {!folded && t.collapse}
      </button>
    </nav>
  )
}

/** The few pages of every day, under the thumb. */
export function BottomBar({ onMore }: { onMore: () => void }) {
  const t = useTexts(consoleMessages)
  const daily = navigationFor(usePerson()).filter((page) => page.nav.group === 'daily')
  return (
    <nav aria-label={t.navigation} className="bottom-bar">
      {daily.slice(0, 3).map((page) => (
        <Entry key={page.path} page={page} />
      ))}
      <button type="button" className="nav-entry" onClick={onMore}>
        <span className="nav-icon" aria-hidden="true">
          <MenuOutlined />
        </span>
        <span>{t.more}</span>
      </button>
    </nav>
  )
}

/** Everything that a narrow window has no room for. */
export function Drawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTexts(consoleMessages)
  const person = usePerson()
  return (
    <Dialog open={open} onClose={onClose} title={t.menu} place="side">
      <nav aria-label={t.navigation}>
        <Entries />
      </nav>
      <div className="drawer-rest">
        <p>
          {person.name}
          <span className="faint"> {person.roles[0]?.organisation.name}</span>
        </p>
        <div className="drawer-switches">
          <LanguageSwitch />
          <ElderSwitch />
        </div>
        <OwnAccount />
      </div>
    </Dialog>
  )
}
