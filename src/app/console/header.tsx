import { MenuOutlined, SearchOutlined } from '@ant-design/icons'
import { Disclosure } from '#ui/disclosure.tsx'
import { ElderSwitch } from '#ui/elder-switch.tsx'
import { useTexts } from '#ui/language.ts'
import { LanguageSwitch } from '#ui/language-switch.tsx'
import { Monogram } from '#ui/monogram.tsx'
import { keyNames } from '#ui/shortcuts.ts'
import { personMessages } from '../../slices/people/person-messages.ts'
import { Bell } from './bell.tsx'
import { consoleMessages } from './console-messages.ts'
import { Brand } from './navigation.tsx'
import { OwnAccount } from './own-account.tsx'
import { usePerson } from './session.tsx'

interface HeaderProps {
  wide: boolean
  onSearch: () => void
  onMenu: () => void
}

export function Header({ wide, onSearch, onMenu }: HeaderProps) {
  const t = useTexts(consoleMessages)
  if (!wide) {
    return (
      <header className="header">
        <Brand />
        <div className="header-tools">
          <Bell />
          <button type="button" className="icon-button" onClick={onSearch} aria-label={t.search}>
            <SearchOutlined aria-hidden="true" />
          </button>
          <button type="button" className="icon-button" onClick={onMenu} aria-label={t.menu}>
            <MenuOutlined aria-hidden="true" />
          </button>
        </div>
      </header>
    )
  }
  return (
    <header className="header">
      <button type="button" className="header-search" onClick={onSearch} aria-haspopup="dialog">
        <SearchOutlined aria-hidden="true" />
        <span>{t.search}</span>
        <span className="header-keys" aria-hidden="true">
          {keyNames('mod+k').map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
        </span>
      </button>
      <div className="header-tools">
        <Bell />
        <ElderSwitch />
        <LanguageSwitch />
        <PersonMenu />
      </div>
    </header>
  )
}

function PersonMenu() {
  const t = useTexts(consoleMessages)
  const roles = useTexts(personMessages).roles
  const person = usePerson()
  const first = person.roles[0]
  return (
    <Disclosure
      label={
        <>
          <Monogram name={first?.organisation.name ?? person.name} />
          <span>{person.name}</span>
        </>
      }
      name={t.person.menu(person.name)}
      className="text-button person-button"
    >
      {(close) => (
        <>
          <ul className="person-roles">
            {person.roles.map((held) => (
              <li key={held.grant}>
                {held.organisation.name}
                <span className="faint"> {roles[held.role]}</span>
              </li>
            ))}
          </ul>
          <OwnAccount onLeave={close} />
        </>
      )}
    </Disclosure>
  )
}
