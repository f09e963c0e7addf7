import { z } from 'zod'
import { day, id, line, moment, named } from '#platform/contracts/fields.ts'
import { route } from '#platform/contracts/route.ts'
import { conditions, longestPieceText as longest } from './equipment.ts'
import { phoneOf } from './phone.ts'

const condition = z.enum(conditions)
const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .transform((written) => written || null)
    .nullable()
    .default(null)
const phone = z
  .string()
  .trim()
  .max(40)
  .refine((written) => phoneOf(written) !== null, { error: () => '138 0000 0000 / 0835-7222345' })
  .transform((written) => phoneOf(written) ?? written)

export const addPieceInput = z.object({
  place: id,
  /** Of the new piece. */
  piece: id,
  name: line(longest.name),
  number: line(longest.number),
  condition: condition.default('good'),
  note: text(longest.note),
})
export const retirePieceInput = z.object({ piece: id, reason: line(longest.note) })
export const lendPieceInput = z.object({
  piece: id,
  /** Of the new loan. */
  loan: id,
  borrower: line(longest.borrower),
  phone: phone.nullable().default(null),
  purpose: text(longest.purpose),
  due: day,
})
export const returnPieceInput = z.object({ piece: id, loan: id, condition, remark: text(longest.note) })

const loan = z.object({
  id,
  borrower: z.string(),
  /** For those who look after the place. */
  phone: z.string().nullable(),
  purpose: z.string().nullable(),
  due: day,
  lentBy: named.nullable(),
  lentAt: moment,
  conditionOut: condition,
  returnedBy: named.nullable(),
  returnedAt: moment.nullable(),
  conditionBack: condition.nullable(),
  remark: z.string().nullable(),
})

const manage = { permission: 'place.manage' }
const done = z.object({ id })
const onePiece = z.object({ piece: id })

export const equipmentRoutes = {
  ofPlace: route('place.equipment', {
    method: 'GET',
    path: '/api/places/:place/equipment',
    summary: { zh: '查看出借设备', en: 'Show what a place lends' },
    access: { permission: 'place.read' },
    params: z.object({ place: id }),
    response: z.object({
      items: z.array(
        z.object({
          id,
          name: z.string(),
          number: z.string(),
          condition,
          note: z.string().nullable(),
          out: loan.nullable(),
          overdue: z.boolean(),
          /** The last ones that came back, the newest first. Empty for those who do not look after the place. */
          before: z.array(loan),
        }),
      ),
      mayChange: z.boolean(),
    }),
  }),
  add: route('equipment.add', {
    method: 'POST',
    path: '/api/places/:place/equipment',
    summary: { zh: '登记出借设备', en: 'Register a piece that is lent' },
    access: manage,
    params: z.object({ place: id }),
    body: addPieceInput.omit({ place: true }),
    response: done,
  }),
  retire: route('equipment.retire', {
    method: 'POST',
    path: '/api/equipment/:piece/retirement',
    summary: { zh: '注销设备', en: 'Take a piece out of use' },
    access: manage,
    params: onePiece,
    body: retirePieceInput.omit({ piece: true }),
    response: done,
  }),
  lend: route('equipment.lend', {
    method: 'POST',
    path: '/api/equipment/:piece/loans',
    summary: { zh: '借出设备', en: 'Lend a piece' },
    access: manage,
    params: onePiece,
    body: lendPieceInput.omit({ piece: true }),
    response: done,
  }),
  return: route('equipment.return', {
    method: 'POST',
    path: '/api/equipment/:piece/loans/:loan/return',
    summary: { zh: '归还设备', en: 'Take a piece back' },
    access: manage,
    params: z.object({ piece: id, loan: id }),
    body: returnPieceInput.omit({ piece: true, loan: true }),
    response: done,
  }),
}
