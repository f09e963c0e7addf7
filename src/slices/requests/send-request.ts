import { randomInt } from 'node:crypto'
import { hashPassword } from '#platform/auth/password.ts'
import { thePublic } from '#platform/auth/the-public.ts'
import { command, type Work } from '#platform/commands/command.ts'
import { notFound } from '#platform/http/problems.ts'
import { newRequestNumber } from './request-number.ts'
import { sendRequestInput } from './request-contract.ts'
import { insertRequest, numberIsTaken } from './request-store.ts'
import { subjectOf } from './subject.ts'
import { stepOn } from './take-request.ts'

/**
 * Sends a request, from the public pages or by a member of staff for somebody who has no telephone. Its number is new;
 * the code that opens it, where no phone does, is kept as a slow hash only.
 */
export const sendRequest = command('request.send', {
  may: { permission: 'request.send' },
  input: sendRequestInput,
  event: 'request.sent',
  ledgered: ({ code: _, ...rest }) => rest,
  prepare: async (_before, { code }) => (code === null ? null : hashPassword(code)),
  async decide(work, input, codeHash: string | null) {
    const { tx, actor, now } = work
    const { request: id, kind, text, about, name, phone, hall } = input
    const number = await freshNumber(work)
    const byStaff = actor.person !== thePublic
    const row = {
      id,
      number,
      kind,
      text,
      ...(await named(work, about)),
      language: actor.language,
      channel: byStaff ? ('staff' as const) : hall ? ('hall' as const) : ('web' as const),
      state: 'received' as const,
      stateSince: now.toISOString(),
      owner: null,
      dueDay: null,
      steps: 1,
      sentAt: now.toISOString(),
      takenBy: byStaff ? actor.person : null,
    }
    await insertRequest(
      tx,
      actor.county,
      { ...row, codeHash: phone === null ? codeHash : null },
      { name, phone },
    )
    await stepOn(work, { ...row, steps: 0 }, { kind: 'sent' })
    return {
      result: { id, number },
      // The number opens nothing by itself; the text and who sent it stand in no ledger.
      event: {
        about: { kind: 'request', id },
        organisation: null,
        data: { number, kind, channel: row.channel },
      },
    }
  },
})

async function freshNumber({ tx }: Work): Promise<string> {
  for (;;) {
    const number = newRequestNumber((below) => randomInt(below))
    if (!(await numberIsTaken(tx, number))) return number
  }
}

/** What it is about, by the name that this has now. */
async function named({ tx, actor, today }: Work, about: { kind: string; id: string } | null) {
  if (about === null) return { aboutKind: null, aboutId: null, aboutName: null }
  const name = await subjectOf(tx, about, { language: actor.language, today })
  if (name === null) throw notFound({ zh: '这件诉求所说的事物', en: 'What the request is about' })
  return { aboutKind: about.kind, aboutId: about.id, aboutName: name }
}
