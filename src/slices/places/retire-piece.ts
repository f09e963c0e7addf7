import { command } from '#platform/commands/command.ts'
import { retirePieceInput } from './equipment-contract.ts'
import { pieceIsOut, pieceUnfit } from './equipment-problems.ts'
import { openLoan, retirePieceRow } from './equipment-store.ts'
import { keeperOfPiece, takePiece } from './take-piece.ts'

/** Takes a piece out of use; its loans stay on record. Refused while it is out. */
export const retirePiece = command('equipment.retire', {
  may: { permission: 'place.manage', at: keeperOfPiece },
  input: retirePieceInput,
  event: 'place.equipment-retired',
  async decide(work, { piece: id, reason }) {
    const { tx, actor, now } = work
    const piece = await takePiece(work, id)
    const out = await openLoan(tx, id)
    if (out) throw pieceIsOut(out.borrower, out.due)
    if (piece.retiredAt !== null) throw pieceUnfit(piece.name)
    await retirePieceRow(tx, id, { person: actor.person, at: now.toISOString(), why: reason })
    const text = `${piece.name} ${piece.number}：${reason}`
    return {
      result: { id },
      event: { about: { kind: 'place', id: piece.place }, data: { piece: id, why: reason, text } },
    }
  },
})
