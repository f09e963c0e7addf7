import type { Demo } from '#platform/slice.ts'

export async function loadDemoPlaces(demo: Demo): Promise<void> {
  if (demo.county !== '511825') return
}
