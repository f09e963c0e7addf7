import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { Link } from 'react-router'
import { Disclosure } from './disclosure.tsx'
import { useTexts } from './language.ts'
import { ProblemNotice } from './problem-notice.tsx'
import { uiMessages } from './ui-messages.ts'
import './saved-views.css'

export interface SavedView {
  id: string
  name: string
  /** The filters as a query string, as `useAddressFilters` gives them. */
  search: string
}

interface SavedViewsProps {
  views: SavedView[]
  /** The filters as they are set now. */
  current: string
  onSave: (name: string) => Promise<unknown>
  onRemove?: (view: SavedView) => Promise<unknown>
}

const sorted = (search: string) => [...new URLSearchParams(search)].map(String).sort().join('&')

/** Lists that the reader looks at often, by name; the filters set now can be kept as one more. */
export function SavedViews({ views, current, onSave, onRemove }: SavedViewsProps) {
  const t = useTexts(uiMessages)
  const now = sorted(current)
  const known = views.some((view) => sorted(view.search) === now)
  return (
    <nav className="views" aria-label={t.views.title}>
      {views.length > 0 && (
        <span className="views-title" aria-hidden="true">
          {t.views.title}
        </span>
      )}
      <ul>
        {views.map((view) => (
          <li key={view.id}>
            <Link
              to={{ search: view.search }}
              aria-current={sorted(view.search) === now ? 'page' : undefined}
            >
              {view.name}
            </Link>
            {onRemove && (
              <button
                type="button"
                aria-label={t.views.remove(view.name)}
                onClick={() => void onRemove(view)}
              >
                <CloseOutlined aria-hidden="true" />
              </button>
            )}
          </li>
        ))}
      </ul>
      {current !== '' && !known && (
        <Disclosure
          label={
            <>
              <PlusOutlined aria-hidden="true" />
              {t.views.save}
            </>
          }
        >
          {(close) => <SaveView onSave={onSave} onDone={close} />}
        </Disclosure>
      )}
    </nav>
  )
}

function SaveView({ onSave, onDone }: { onSave: (name: string) => Promise<unknown>; onDone: () => void }) {
  const t = useTexts(uiMessages)
  const id = useId()
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<unknown>()
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (!name.trim()) return
    try {
      await onSave(name.trim())
      onDone()
    } catch (thrown) {
      setProblem(thrown)
    }
  }
  return (
    <form className="views-save" onSubmit={save}>
      <label htmlFor={id}>{t.views.name}</label>
      <input id={id} value={name} maxLength={40} onChange={(event) => setName(event.target.value)} />
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <Button htmlType="submit" disabled={!name.trim()}>
        {t.views.confirm}
      </Button>
    </form>
  )
}
