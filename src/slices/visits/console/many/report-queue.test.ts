import { expect, test } from 'vitest'
import {
  emptyQueue,
  isUnderWay,
  nextOf,
  phaseOf,
  type Queue,
  readAgain,
  type ReadVisit,
  retried,
  tallyOf,
  toldOf,
  withFiles,
  without,
  withState,
  withVisit,
} from './report-queue.ts'

let made = 0
const newId = () => `id-${(made += 1)}`

function fileOf(path: string, text = path): File {
  const file = new File([text], path.split('/').at(-1) ?? path, { lastModified: 1 })
  if (path.includes('/')) Object.defineProperty(file, 'webkitRelativePath', { value: path })
  return file
}

const queueOf = (...paths: string[]) =>
  withFiles(
    emptyQueue,
    paths.map((path) => fileOf(path)),
    newId,
  )
const names = (queue: Queue) => queue.reports.map(({ name }) => name)
const keyAt = (queue: Queue, at: number) => queue.reports[at]!.key

const visit: ReadVisit = {
  id: 'v',
  title: '调研',
  state: 'draft',
  kind: 'visit',
  directives: 3,
  toAsk: 1,
}

test('files stand in the order of their names, numbers as people count them', () => {
  expect(names(queueOf('10.txt', '2.txt', '1.html'))).toEqual(['1.html', '2.txt', '10.txt'])
})

test('what is added later stands behind, also where its name comes first', () => {
  expect(names(withFiles(queueOf('b.txt'), [fileOf('a.txt')], newId))).toEqual(['b.txt', 'a.txt'])
})

test('the same file chosen twice stands once, one of the same name in another folder stands too', () => {
  const queue = withFiles(queueOf('五月/a.txt'), [fileOf('五月/a.txt'), fileOf('六月/a.txt')], newId)
  expect(queue.reports.map(({ folder }) => folder)).toEqual(['五月', '六月'])
})

test('a file that was put in order and chosen again is read from what was chosen now', () => {
  const queue = queueOf('a.txt')
  const failed = withState(queue, keyAt(queue, 0), { is: 'failed', problem: new Error('moved') })
  const again = fileOf('a.txt')
  const [report] = withFiles(failed, [again], newId).reports
  expect(report).toMatchObject({ state: { is: 'waiting' }, visit: queue.reports[0]?.visit })
  expect(report?.file).toBe(again)
})

test('nothing is taken up before it is told to go, nor while it is held', () => {
  const queue = queueOf('a.txt')
  expect(nextOf(queue)).toBeUndefined()
  expect(nextOf({ ...queue, going: true })?.name).toBe('a.txt')
  expect(nextOf({ ...queue, going: true, held: 'network' })).toBeUndefined()
})

test('one that somebody asks for goes while the queue stands still, and only that one', () => {
  const queue = queueOf('a.txt', 'b.txt')
  const failed = withState(queue, keyAt(queue, 1), { is: 'failed', problem: null })
  const asked = retried(failed, keyAt(queue, 1))
  expect(nextOf(asked)?.name).toBe('b.txt')
  expect(nextOf(withState(asked, keyAt(queue, 1), { is: 'read', visit }))).toBeUndefined()
})

test('trying again keeps the command, reading again is another one of the same visit', () => {
  const queue = queueOf('a.txt')
  const key = keyAt(queue, 0)
  const before = queue.reports[0]!
  expect(retried(withState(queue, key, { is: 'failed', problem: null }), key).reports[0]).toMatchObject({
    command: before.command,
    visit: before.visit,
    again: false,
  })
  const known = withState(queue, key, { is: 'known', visit: { id: 'x', title: 'x' } })
  const again = readAgain(known, key, newId).reports[0]!
  expect(again).toMatchObject({ visit: before.visit, again: true, state: { is: 'waiting' } })
  expect(again.command).not.toBe(before.command)
})

test('a report that is read is neither read nor tried again', () => {
  const queue = queueOf('a.txt')
  const key = keyAt(queue, 0)
  const read = withState(queue, key, { is: 'read', visit })
  expect(retried(read, key)).toEqual(read)
  expect(readAgain(read, key, newId)).toEqual(read)
})

test('only what waits is taken out', () => {
  const queue = queueOf('a.txt', 'b.txt')
  const reading = withState(queue, keyAt(queue, 0), { is: 'reading' })
  expect(names(without(reading, keyAt(queue, 0)))).toEqual(['a.txt', 'b.txt'])
  expect(names(without(reading, keyAt(queue, 1)))).toEqual(['a.txt'])
})

test('it says how far it is and what it is doing', () => {
  let queue = queueOf('a.txt', 'b.txt', 'c.txt')
  expect(phaseOf(queue)).toBe('ready')
  queue = { ...withState(queue, keyAt(queue, 0), { is: 'reading' }), going: true }
  expect([phaseOf(queue), isUnderWay(queue)]).toEqual(['going', true])
  queue = { ...queue, going: false }
  expect([phaseOf(queue), isUnderWay(queue)]).toEqual(['stopping', true])
  queue = withState(queue, keyAt(queue, 0), { is: 'read', visit: { ...visit, kind: 'notice' } })
  expect([phaseOf(queue), isUnderWay(queue)]).toEqual(['stopped', false])
  queue = withState(queue, keyAt(queue, 1), { is: 'read', visit: { ...visit, state: 'confirmed' } })
  queue = withState(queue, keyAt(queue, 2), { is: 'failed', problem: null })
  expect([phaseOf(queue), isUnderWay({ ...queue, going: true })]).toEqual(['finished', false])
  expect(tallyOf(queue)).toEqual({
    waiting: 0,
    read: 1,
    unlike: 1,
    known: 0,
    failed: 1,
    total: 3,
    done: 3,
    drafts: 1,
  })
})

test('what is confirmed at the desk shows in the queue', () => {
  const queue = queueOf('a.txt')
  const read = withState(queue, keyAt(queue, 0), { is: 'read', visit })
  const settled = { ...visit, state: 'confirmed' as const, toAsk: 0 }
  expect(withVisit(read, settled).reports[0]?.state).toEqual({ is: 'read', visit: settled })
  expect(withVisit(read, { ...settled, id: 'other' })).toBe(read)
})

test('two hundred reports are told aloud eleven times, three are told one by one', () => {
  const heard = (total: number) =>
    new Set(Array.from({ length: total + 1 }, (_, done) => toldOf({ done, total }))).size
  expect(heard(200)).toBe(11)
  expect(heard(3)).toBe(4)
  expect(toldOf({ done: 41, total: 41 })).toBe(41)
})
