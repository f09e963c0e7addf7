import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { inTransaction } from '#platform/db/database.ts'
import { command } from '#platform/commands/command.ts'
import { commandRunner } from '#platform/commands/run-command.ts'
import { checkAssistance } from '#slices/assistance'
import { actorOf } from '#slices/people'
import { type Caller, type TestHouse, testHouse } from '../../../test/house.ts'
import { longestMs } from './assistance.ts'

let house: TestHouse
let desk: Caller
let deskId: string
beforeAll(async () => {
  house = await testHouse()
  desk = await house.as('zhouwentao')
  deskId = (await desk.get('/api/session')).body.person.id
})
afterAll(() => house.close())

/** As a later slice declares what a resident may ask for, and staff for them. */
const askForRoom = command('room.ask', {
  may: { permission: 'place.read' },
  input: z.object({ place: z.uuid() }),
  event: 'room.asked',
  assisted: true,
  decide: async (_work, { place }) => ({
    result: { place },
    event: { about: { kind: 'place', id: place }, data: {} },
  }),
})

const begin = async (name = '张桂英', who = desk) => {
  const assistance = house.id()
  const answer = await who.post('/api/assistances', { assistance, name, phone: '0835-7222345', way: 'desk' })
  expect(answer.status).toBe(200)
  return assistance
}
async function askUnder(assistance: string, now = new Date()) {
  const { database } = house
  const actor = await inTransaction(database, { county: '511825', person: null }, (tx) =>
    actorOf(house.house, tx, '511825', deskId, 'en'),
  )
  if (!actor) throw new Error('nobody sits at the desk')
  const place = (await desk.get('/api/places?limit=1')).body.items[0].id
  const runner = commandRunner(database, new Map(), checkAssistance)
  return runner.run(askForRoom, actor, { place }, { id: house.id(), assistance, now })
}
const receipt = async (assistance: string, who = desk) => who.get(`/api/assistances/${assistance}/receipt`)

describe('staff who act for a person without a phone', () => {
  test('what is done is labelled in the ledger, and stands on the receipt with whom, when and by whom', async () => {
    const assistance = await begin()
    await askUnder(assistance)
    const { body } = await receipt(assistance)
    expect(body).toMatchObject({ name: '张桂英', staff: '周文涛', way: 'desk', open: true })
    expect(body.acts).toHaveLength(1)
    expect(body.acts[0].title).not.toBe('')
    const ledger = (await (await house.as('fengyinuo')).get('/api/events?limit=5')).body.items
    expect(ledger.find((one: any) => one.name === 'room.asked')).toMatchObject({
      assisted: true,
      person: { name: '周文涛' },
    })
    expect(ledger.find((one: any) => one.name === 'assistance.begun')).toMatchObject({ assisted: false })
    expect(JSON.stringify(ledger), 'whoever is helped is named in no ledger').not.toMatch(/张桂英|7222345/)
  })

  test('for half an hour, one person at a time, and nobody else under it', async () => {
    const first = await begin('张桂英')
    await expect(askUnder(first, new Date(Date.now() + longestMs + 1000))).rejects.toThrow('assistance.over')
    const second = await begin('王德发')
    await expect(askUnder(first)).rejects.toThrow('assistance.over')
    await askUnder(second)
    const others = await begin('李群', await house.as('yangxiaolan'))
    await expect(askUnder(others)).rejects.toThrow('assistance.over')
    expect((await receipt(others)).status).toBe(404)
    expect((await desk.post(`/api/assistances/${second}/end`)).status).toBe(200)
    await expect(askUnder(second)).rejects.toThrow('assistance.over')
    expect((await desk.post(`/api/assistances/${second}/end`)).body.code).toBe('assistance.over')
    expect((await receipt(second)).body.acts).toHaveLength(1)
  })

  test('what only staff do is not done under it', async () => {
    const assistance = await begin()
    const { run } = house.house.commands
    const actor = await inTransaction(house.database, { county: '511825', person: null }, (tx) =>
      actorOf(house.house, tx, '511825', deskId, 'en'),
    )
    const { beginAssistance } = await import('./begin-assistance.ts')
    const again = run(
      beginAssistance,
      actor as never,
      { assistance: house.id(), name: 'x', way: 'desk' },
      { id: house.id(), assistance },
    )
    await expect(again).rejects.toThrow('not-for-others')
  })
})
