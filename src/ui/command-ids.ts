import { useRef } from 'react'
import { newId } from '#platform/records/new-id.ts'

/** The command's id, and that of the record which it makes, where it makes one. */
export interface CommandIds {
  command: string
  record: string
}

/**
 * Ids for what a form sends: the same while the same thing is sent again (the network failed, nobody knows
 * whether it arrived), new ones when what is sent has changed or was done.
 */
export function useCommandIds(): { for: (content: unknown) => CommandIds; done: () => void } {
  const last = useRef<{ content: string; ids: CommandIds }>(undefined)
  return {
    for(content) {
      const text = JSON.stringify(content)
      if (last.current?.content !== text) {
        last.current = { content: text, ids: { command: newId(), record: newId() } }
      }
      return last.current.ids
    },
    done() {
      last.current = undefined
    },
  }
}
