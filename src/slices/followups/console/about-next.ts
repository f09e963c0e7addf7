import type { Action, StepKind } from '../followup.ts'

interface AboutStep {
  kind: StepKind
  text: string | null
}

interface AboutExtension {
  reason: string
  decision: unknown
}

/** The step whose words the next action answers to. */
const answersTo: Partial<Record<Action, StepKind[]>> = {
  sign: ['assigned', 'reassigned'],
  review: ['closing-asked'],
  'ask-closing': ['returned'],
}

/**
 * What the viewer's next action is about: the pending request that they decide on, the result that they
 * review, the note of the assignment that they sign for, the reason for which it came back. Null where the
 * action needs no such words.
 */
export function aboutNext<Extension extends AboutExtension>(followup: {
  next: { action: Action | null }
  history: readonly AboutStep[]
  extensions: readonly Extension[]
}): { extension: Extension | null; text: string } | null {
  const { action } = followup.next
  if (action === 'decide-extension') {
    const extension = followup.extensions.find(({ decision }) => decision === null)
    return extension ? { extension, text: extension.reason } : null
  }
  const kinds = action ? answersTo[action] : undefined
  const text = kinds && followup.history.findLast(({ kind }) => kinds.includes(kind))?.text
  return text ? { extension: null, text } : null
}
