import { type KeyboardEvent, type ReactNode, useRef } from 'react'

export type DeskTab = 'text' | 'visit'

interface DeskTabsProps {
  tab: DeskTab
  onTab: (tab: DeskTab) => void
  names: Record<DeskTab, string>
  text: ReactNode
  visit: ReactNode
}

/** The two sides as tabs, where there is room for one. Both stay on the page, so that nothing is lost in between. */
export function DeskTabs({ tab, onTab, names, text, visit }: DeskTabsProps) {
  const list = useRef<HTMLDivElement>(null)
  const tabs: DeskTab[] = ['text', 'visit']
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return
    const next = tab === 'text' ? 'visit' : 'text'
    onTab(next)
    list.current?.querySelector<HTMLElement>(`#desk-tab-${next}`)?.focus()
  }
  return (
    <>
      <div ref={list} className="desk-tabs" role="tablist" onKeyDown={key}>
        {tabs.map((one) => (
          <button
            key={one}
            id={`desk-tab-${one}`}
            type="button"
            role="tab"
            aria-selected={tab === one}
            aria-controls={`desk-side-${one}`}
            tabIndex={tab === one ? 0 : -1}
            onClick={() => onTab(one)}
          >
            {names[one]}
          </button>
        ))}
      </div>
      <div id="desk-side-text" role="tabpanel" aria-labelledby="desk-tab-text" hidden={tab !== 'text'}>
        {text}
      </div>
      <div id="desk-side-visit" role="tabpanel" aria-labelledby="desk-tab-visit" hidden={tab !== 'visit'}>
        {visit}
      </div>
    </>
  )
}
