import { useCallback, useSyncExternalStore } from 'react'
import { usePreferences } from './preferences.ts'

export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const media = matchMedia(query)
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches)
}

/** True where only one column fits: a narrow window, or the elder mode on any window. */
export function useOneColumn(): boolean {
  const narrow = useMedia('(max-width: 719px)')
  return usePreferences().elder || narrow
}

export function useStill(): boolean {
  return useMedia('(prefers-reduced-motion: reduce)')
}
