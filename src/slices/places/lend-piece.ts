import { command } from '#platform/commands/command.ts'
import { addDays } from '#platform/clock/working-days.ts'
import { longestLoan, maybeLent } from './equipment.ts'
import { lendPieceInput } from './equipment-contract.ts'
import { dueUnfit, pieceIsOut, pieceUnfit } from './equipment-problems.ts'
import { insertLoan, openLoan } from './equipment-store.ts'
import { keeperOfPiece, takePiece } from './take-piece.ts'

/** Lends a piece: to whom, until when, and in which state it left. */
export const lendPiece = command('equipment.lend', {
  may: { permission: 'place.manage', at: keeperOfPiece },
  input: lendPieceInput,
  event: 'place.equipment-lent',
  async decide(work, { piece: id, loan, borrower, phone, purpose, due }) {
    const { tx, actor, now, today } = work
    const piece = await takePiece(work, id)
    const out = await openLoan(tx, id)
    if (out) throw pieceIsOut(out.borrower, out.due)
    if (piece.retiredAt !== null || !maybeLent(piece.condition)) throw pieceUnfit(piece.name)
    if (due < today || due > addDays(today, longestLoan)) throw dueUnfit(longestLoan)
    const back = { returnedBy: null, returnedAt: null, conditionBack: null, remark: null }
    const lent = { lentBy: actor.person, lentAt: now.toISOString(), conditionOut: piece.condition }
    await insertLoan(tx, actor.county, {
      id: loan,
      piece: id,
      borrower,
      phone,
      purpose,
      due,
      ...lent,
      ...back,
    })
    return {
      result: { id: loan },
      event: {
        about: { kind: 'place', id: piece.place },
        data: { piece: id, loan, due, text: `${piece.name} ${piece.number}` },
      },
    }
  },
})
