import { command } from '#platform/commands/command.ts'
import { returnPieceInput } from './equipment-contract.ts'
import { loanEnded } from './equipment-problems.ts'
import { endLoan, openLoan } from './equipment-store.ts'
import { keeperOfPiece, takePiece } from './take-piece.ts'

/** Takes a piece back, and says in which state it came. */
export const takeBackPiece = command('equipment.return', {
  may: { permission: 'place.manage', at: keeperOfPiece },
  input: returnPieceInput,
  event: 'place.equipment-returned',
  async decide(work, { piece: id, loan, condition, remark }) {
    const { tx, actor, now } = work
    const piece = await takePiece(work, id)
    const out = await openLoan(tx, id)
    if (out?.id !== loan) throw loanEnded()
    await endLoan(tx, out, { person: actor.person, at: now.toISOString(), condition, remark })
    return {
      result: { id: loan },
      event: {
        about: { kind: 'place', id: piece.place },
        data: { piece: id, loan, condition, before: out.conditionOut, text: `${piece.name} ${piece.number}` },
      },
    }
  },
})
