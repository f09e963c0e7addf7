import { useState } from 'react'
import { Check } from './check.tsx'
import { Dialog } from './dialog.tsx'
import { useTexts } from './language.ts'
import { prefer, usePreferences } from './preferences.ts'
import { keyNames, type Shortcut, useShortcutLists, useShortcuts } from './shortcuts.ts'
import { uiMessages } from './ui-messages.ts'
import './shortcuts-help.css'

/** What does the same stands on one line, with every key that does it. */
function byLabel(shortcuts: Shortcut[]): [label: string, keys: string[]][] {
  const keysOf = new Map<string, string[]>()
  for (const { label, keys } of shortcuts) keysOf.set(label, [...(keysOf.get(label) ?? []), keys])
  return [...keysOf]
}

function Keys({ title, shortcuts }: { title: string; shortcuts: Shortcut[] }) {
  if (shortcuts.length === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      <dl className="keys">
        {byLabel(shortcuts).map(([label, all]) => (
          <div key={label}>
            <dt>{label}</dt>
            {all.map((keys) => (
              <dd key={keys}>
                {keyNames(keys).map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  )
}

/** `?` shows what the keyboard does on this page, and lets the reader turn the single letters off. */
export function ShortcutsHelp() {
  const t = useTexts(uiMessages)
  const [open, setOpen] = useState(false)
  const lists = useShortcutLists()
  const { letterKeys } = usePreferences()
  useShortcuts([{ keys: '?', label: t.shortcuts.help, run: () => setOpen(true), scope: 'anywhere' }])
  const all = open ? lists() : []
  return (
    <Dialog open={open} onClose={() => setOpen(false)} title={t.shortcuts.title}>
      <p className="faint">{t.shortcuts.lead}</p>
      <Keys title={t.shortcuts.here} shortcuts={all.filter(({ scope }) => scope !== 'anywhere')} />
      <Keys title={t.shortcuts.anywhere} shortcuts={all.filter(({ scope }) => scope === 'anywhere')} />
      <Check checked={letterKeys} onChange={(checked) => prefer({ letterKeys: checked })}>
        {t.shortcuts.letters}
      </Check>
      <p className="faint">{t.shortcuts.lettersHint}</p>
    </Dialog>
  )
}
