import { z } from 'zod'
import { id, line, moment, named } from '#platform/contracts/fields.ts'
import { route } from '#platform/contracts/route.ts'
import { accessTerms } from './place.ts'
import {
  approvals,
  bookerCircles,
  longestRoomText,
  type RoomRules,
  roomEquipment,
  usualRules,
} from './room.ts'

function inOrder<const Term extends string>(terms: readonly Term[]) {
  return z
    .array(z.enum(terms as unknown as readonly [Term, ...Term[]]))
    .max(terms.length)
    .transform((chosen) => terms.filter((term) => (chosen as readonly string[]).includes(term)))
}

const minutes = (most: number) => z.number().int().min(0).max(most)

export const rulesShape = z.object({
  bookers: z.enum(bookerCircles),
  approval: z.enum(approvals),
  freeUpTo: minutes(10_080).nullable(),
  outsideHours: z.enum(['refuse', 'ask']),
  longest: z.number().int().min(5).max(10_080),
  daysAhead: z.number().int().min(0).max(730),
  clearing: minutes(240),
  grace: z.number().int().min(5).max(240).nullable(),
}) satisfies z.ZodType<RoomRules>

const facts = {
  name: line(longestRoomText.name),
  capacity: z.number().int().min(1).max(20_000),
  equipment: inOrder(roomEquipment).default([]),
  accessibility: inOrder(accessTerms).default([]),
  note: z
    .string()
    .trim()
    .max(longestRoomText.note)
    .transform((written) => written || null)
    .nullable()
    .default(null),
  rules: rulesShape.default(usualRules),
}

export const addRoomInput = z.object({
  place: id,
  /** Of the new room. */
  room: id,
  /** The room that it is part of. */
  parent: id.nullable().default(null),
  ...facts,
})
export const changeRoomInput = z.object({
  room: id,
  /** The version that its sender saw. */
  before: z.number().int().min(1),
  ...facts,
})
export const closeRoomInput = z.object({ room: id, reason: line(longestRoomText.reason) })

export const roomShape = z.object({
  id,
  place: named,
  parent: id.nullable(),
  /** How deep it is a part: 0 for a whole room. */
  depth: z.number().int(),
  name: z.string(),
  /** With the rooms that it is part of: 多功能厅 · 东半厅. */
  fullName: z.string(),
  capacity: z.number().int(),
  equipment: z.array(z.enum(roomEquipment)),
  accessibility: z.array(z.enum(accessTerms)),
  note: z.string().nullable(),
  rules: rulesShape,
  version: z.number().int(),
  closedAt: moment.nullable(),
})

const manage = { permission: 'place.manage' }
const read = { permission: 'place.read' }
const done = z.object({ id, version: z.number().int() })

export const roomRoutes = {
  ofPlace: route('place.rooms', {
    method: 'GET',
    path: '/api/places/:place/rooms',
    summary: { zh: '查看阵地的场地', en: 'Show the rooms of a place' },
    access: read,
    params: z.object({ place: id }),
    response: z.object({ items: z.array(roomShape), mayChange: z.boolean() }),
  }),
  list: route('room.list', {
    method: 'GET',
    path: '/api/rooms',
    summary: { zh: '查找场地', en: 'Find rooms' },
    access: read,
    query: z.object({
      place: id.optional(),
      /** For so many people at least. */
      seats: z.coerce.number().int().min(1).default(1),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    response: z.object({ items: z.array(roomShape) }),
  }),
  add: route('room.add', {
    method: 'POST',
    path: '/api/places/:place/rooms',
    summary: { zh: '登记场地', en: 'Register a room' },
    access: manage,
    params: z.object({ place: id }),
    body: addRoomInput.omit({ place: true }),
    response: done,
  }),
  change: route('room.change', {
    method: 'PUT',
    path: '/api/rooms/:room',
    summary: { zh: '更正场地信息', en: 'Change what is said of a room' },
    access: manage,
    params: z.object({ room: id }),
    body: changeRoomInput.omit({ room: true }),
    response: done,
  }),
  close: route('room.close', {
    method: 'POST',
    path: '/api/rooms/:room/closure',
    summary: { zh: '停用场地', en: 'Give a room up' },
    access: manage,
    params: z.object({ room: id }),
    body: closeRoomInput.omit({ room: true }),
    response: z.object({ id }),
  }),
}
