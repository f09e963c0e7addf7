import { expect, test } from 'vitest'
import { Problem } from '#platform/http/problem.ts'
import { type Conflict, type Correction, correctionOutbox } from './correction-outbox.ts'

const words = { title: '', detail: '' }
const problem = (status: number, code: string, extra = {}) =>
  new Problem(status, code, { zh: words, en: words }, extra)
const correction = (id: string): Correction => ({
  id,
  changes: [{ item: 'undone:r1', before: null, after: { id: 'r1' } }],
})
const settle = () => new Promise((resolve) => setTimeout(resolve))

function outboxWith(answers: (Problem | 'saved')[]) {
  const sent: string[] = []
  const conflicts: [Correction, Conflict[]][] = []
  const refused: Correction[] = []
  const outbox = correctionOutbox({
    async send({ id }) {
      sent.push(id)
      const answer = answers.shift() ?? 'saved'
      await settle()
      if (answer !== 'saved') throw answer
    },
    onConflict: (...told) => conflicts.push(told),
    onRefused: (one) => refused.push(one),
  })
  return { outbox, sent, conflicts, refused }
}

test('sends in the order in which the deeds were done, one at a time', async () => {
  const { outbox, sent } = outboxWith([])
  outbox.push(correction('one'))
  outbox.push(correction('two'))
  expect(sent).toEqual(['one'])
  await outbox.settled()
  expect(sent).toEqual(['one', 'two'])
  expect(outbox.state().waiting).toEqual([])
})

test('keeps everything while the server cannot be reached, and sends the same deed again', async () => {
  const { outbox, sent } = outboxWith([problem(0, 'network')])
  outbox.push(correction('one'))
  outbox.push(correction('two'))
  await expect(outbox.settled()).rejects.toMatchObject({ code: 'network' })
  expect(outbox.state().waiting.map(({ id }) => id)).toEqual(['one', 'two'])
  outbox.retry()
  await outbox.settled()
  expect(sent).toEqual(['one', 'one', 'two'])
})

test('hands a conflict over and goes on with the next deed', async () => {
  const conflict = [{ item: 'undone:r1', yours: null, now: null, by: '卢静', at: null }]
  const { outbox, sent, conflicts } = outboxWith([problem(409, 'visit.changed', { conflicts: conflict })])
  outbox.push(correction('one'))
  outbox.push(correction('two'))
  await outbox.settled()
  expect(conflicts).toEqual([[correction('one'), conflict]])
  expect(sent).toEqual(['one', 'two'])
})

test('hands over what the server refuses, and does not send it again', async () => {
  const { outbox, sent, refused } = outboxWith([problem(409, 'visit.settled')])
  outbox.push(correction('one'))
  await outbox.settled()
  expect(refused).toEqual([correction('one')])
  expect(sent).toEqual(['one'])
})
