import { useState } from 'react'

/**
 * An item as it stood when its form was opened. What is saved is compared with this, so that a colleague's change
 * that arrived meanwhile is met and not written over.
 */
export function useAsOpened<I>(item: I): I {
  return useState(item)[0]
}
