import type { z } from 'zod'
import { type Actor, may } from '#platform/auth/actor.ts'
import { dayOf } from '#platform/clock/working-days.ts'
import type { Tx } from '#platform/db/database.ts'
import { namesOfPeople } from '#slices/people'
import type { equipmentRoutes } from './equipment-contract.ts'
import { type Loan, loansOf, piecesOfPlace } from './equipment-store.ts'
import type { PlaceRow } from './place-store.ts'

const mostShown = 5

/** What a place lends, who has it now, and how it came back before. Who borrowed is told to those who look after it. */
export async function showEquipment(
  tx: Tx,
  actor: Actor,
  place: PlaceRow,
  now: Date,
): Promise<z.input<typeof equipmentRoutes.ofPlace.response>> {
  const keeps = may(actor, 'place.manage', [place.keeper])
  const pieces = await piecesOfPlace(tx, place.id)
  const loans = await loansOf(
    tx,
    pieces.map(({ id }) => id),
  )
  const names = await namesOfPeople(
    tx,
    loans.flatMap(({ lentBy, returnedBy }) => [lentBy, returnedBy].flatMap((person) => person ?? [])),
  )
  const named = (person: string | null) => (person ? { id: person, name: names.get(person) ?? '—' } : null)
  const shown = ({ piece: _, ...loan }: Loan) => ({
    ...loan,
    borrower: keeps ? loan.borrower : '—',
    phone: keeps ? loan.phone : null,
    purpose: keeps ? loan.purpose : null,
    remark: keeps ? loan.remark : null,
    lentBy: named(loan.lentBy),
    returnedBy: named(loan.returnedBy),
  })
  return {
    items: pieces.map(({ id, name, number, condition, note }) => {
      const own = loans.filter((loan) => loan.piece === id)
      const out = own.find(({ returnedAt }) => returnedAt === null)
      const before = keeps ? own.filter(({ returnedAt }) => returnedAt !== null).slice(0, mostShown) : []
      return {
        id,
        name,
        number,
        condition,
        note,
        out: out ? shown(out) : null,
        overdue: out !== undefined && out.due < dayOf(now),
        before: before.map(shown),
      }
    }),
    mayChange: keeps && place.closedAt === null,
  }
}
