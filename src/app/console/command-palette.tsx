import { FileTextOutlined, SearchOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { call } from '#platform/contracts/call.ts'
import { recordRoutes } from '#platform/records/record-contract.ts'
import { Dialog } from '#ui/dialog.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import { languageOf } from '#ui/language-of.ts'
import { consoleMessages } from './console-messages.ts'
import { commandsFor, navigationFor } from './pages.ts'
import { commandItems, type PaletteItem, pageItems } from './palette-items.ts'
import { kinds } from './record-kinds.ts'
import { usePerson } from './session.tsx'
import './command-palette.css'

/** Where to, what to do, which record: by a few letters, from any page, without a mouse. */
export function CommandPalette({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTexts(consoleMessages)
  return (
    <Dialog open={open} onClose={onClose} title={t.palette.title} place="top" bare>
      <Palette onClose={onClose} />
    </Dialog>
  )
}

const pause = 160

function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), pause)
    return () => clearTimeout(timer)
  }, [typed])
  return settled
}

function useFound(typed: string) {
  const language = useLanguage()
  const words = useSettled(typed.trim())
  const query = useQuery({
    queryKey: ['search', words],
    queryFn: ({ signal }) => call(recordRoutes.search, { query: { q: words }, signal }),
    enabled: words !== '',
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    retry: false,
  })
  const records: PaletteItem[] = (typed.trim() && words ? (query.data?.results ?? []) : []).map((record) => {
    const kind = kinds[record.kind]
    const subtitle = [kind?.label[language], record.subtitle].filter(Boolean).join(' · ')
    return {
      id: `record-${record.kind}-${record.id}`,
      title: record.title,
      subtitle,
      icon: kind?.icon ?? FileTextOutlined,
      href: record.href,
    }
  })
  const waiting = typed.trim() !== '' && (typed.trim() !== words || query.isFetching)
  return { records, waiting, failed: query.isError }
}

function Palette({ onClose }: { onClose: () => void }) {
  const t = useTexts(consoleMessages)
  const language = useLanguage()
  const person = usePerson()
  const navigate = useNavigate()
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  const { records, waiting, failed } = useFound(typed)

  const sections = useMemo(
    () =>
      [
        { title: t.palette.records, items: records },
        { title: t.palette.commands, items: commandItems(commandsFor(person), typed, language) },
        { title: t.palette.pages, items: pageItems(navigationFor(person), typed, language) },
      ].filter(({ items }) => items.length > 0),
    [records, person, typed, language, t],
  )
  const items = sections.flatMap((section) => section.items)
  const at = Math.min(chosen, items.length - 1)
  const current = items[at]

  useEffect(() => {
    if (current) document.getElementById(`${id}-${current.id}`)?.scrollIntoView({ block: 'nearest' })
  }, [current, id])

  const open = (item: PaletteItem) => {
    onClose()
    void navigate(item.href)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const last = items.length - 1
    const moves: Record<string, number> = {
      ArrowDown: at >= last ? 0 : at + 1,
      ArrowUp: at <= 0 ? last : at - 1,
      PageDown: Math.min(at + 8, last),
      PageUp: Math.max(at - 8, 0),
    }
    const next = moves[event.key]
    if (next !== undefined) {
      event.preventDefault()
      setChosen(next)
    } else if (event.key === 'Enter' && current) {
      event.preventDefault()
      open(current)
    }
  }

  const said = waiting ? t.palette.searching : items.length > 0 ? t.palette.found(items.length) : ''
  return (
    <div className="palette">
      <div className="palette-field">
        <SearchOutlined aria-hidden="true" />
        <input
          // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type here.
          autoFocus
          role="combobox"
          aria-label={t.palette.title}
          aria-expanded={items.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={current ? `${id}-${current.id}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder={t.palette.placeholder}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setChosen(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className="palette-list" id={`${id}-list`} ref={list} role="listbox" aria-label={t.palette.title}>
        {sections.map(({ title, items: group }) => (
          // biome-ignore lint/a11y/useSemanticElements: a listbox groups its options so.
          <div key={title} role="group" aria-label={title}>
            <p className="palette-group" aria-hidden="true">
              {title}
            </p>
            {group.map((item) => {
              const Icon = item.icon
              return (
                // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the field keeps the focus and works the list.
                <div
                  key={item.id}
                  id={`${id}-${item.id}`}
                  role="option"
                  aria-selected={item === current}
                  className="palette-item"
                  onClick={() => open(item)}
                  onPointerMove={() => setChosen(items.indexOf(item))}
                >
                  <span className="palette-icon" aria-hidden="true">
                    {Icon && <Icon />}
                  </span>
                  <span className="palette-words">
                    <span lang={languageOf(item.title)}>{item.title}</span>
                    {item.subtitle && <span className="faint">{item.subtitle}</span>}
                  </span>
                </div>
              )
            })}
          </div>
        ))}
      </div>
      {items.length === 0 && !waiting && !failed && (
        <p className="palette-note">{t.palette.nothing(typed.trim())}</p>
      )}
      {failed && <p className="palette-note">{t.palette.failed}</p>}
      <p className="palette-foot">
        <span>{t.palette.hint}</span>
        <span role="status">{said}</span>
      </p>
    </div>
  )
}
