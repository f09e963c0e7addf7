import { createContext, lazy, Suspense, use } from 'react'
import type { RecordPanel } from './console-slice.ts'

interface Offered {
  panels: readonly RecordPanel[]
  /** Whether the reader holds the permission. */
  may: (permission: string) => boolean
}

const PanelsContext = createContext<Offered>({ panels: [], may: () => false })
/** Set once, in the frame: every slice's panels. */
export const RecordPanelsProvider = PanelsContext.Provider

const loaded = new Map<
  RecordPanel,
  ReturnType<typeof lazy<Awaited<ReturnType<RecordPanel['load']>>['default']>>
>()

function loadedOnce(panel: RecordPanel) {
  const known = loaded.get(panel)
  if (known) return known
  const made = lazy(panel.load)
  loaded.set(panel, made)
  return made
}

/** What later slices have to say about a record, on its own page; nothing where they have nothing. */
export function RecordPanels({ kind, id }: { kind: string; id: string }) {
  const { panels, may } = use(PanelsContext)
  return panels
    .filter(({ on, needs }) => on === kind && (needs === undefined || may(needs)))
    .map((panel, at) => {
      const Panel = loadedOnce(panel)
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: the panels of a kind are the same as long as the page is open.
        <Suspense key={at} fallback={null}>
          <Panel id={id} />
        </Suspense>
      )
    })
}
