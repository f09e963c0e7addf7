import type { Followup } from './followup-queries.ts'

/**
 * The follow-up as it stands once the signature has arrived, shown before the server has answered. Signing
 * says nothing that could be refused for its content, so showing it early is harmless.
 */
export function afterSigning(
  followup: Followup,
  words: { waiting: string; signed: string },
  at: string,
): Followup {
  const last = followup.history.at(-1)
  return {
    ...followup,
    state: 'underway',
    next: { action: null, turn: 'lead', text: words.waiting },
    history: [
      ...followup.history,
      {
        id: 'signing',
        position: (last?.position ?? 0) + 1,
        at,
        kind: 'signed',
        what: words.signed,
        text: null,
        dueDay: null,
        lead: null,
        person: null,
        organisation: followup.lead,
        files: [],
      },
    ],
    actions: followup.actions.map((one) =>
      one.action === 'sign' ? { ...one, reason: 'signed-already' as const } : one,
    ),
  }
}
