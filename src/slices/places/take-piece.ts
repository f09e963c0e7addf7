import type { Work } from '#platform/commands/command.ts'
import { notFound } from '#platform/http/problems.ts'
import { type Piece, takePieceRow } from './equipment-store.ts'
import { placesByIds } from './place-store.ts'

const aPiece = { zh: '这件设备', en: 'This piece' }

/** A piece, held until the transaction ends. Throws `notFound`. */
export async function takePiece({ tx }: Work, id: string): Promise<Piece> {
  const piece = await takePieceRow(tx, id)
  if (!piece) throw notFound(aPiece)
  return piece
}

/** Where a command on a piece acts: at the organisation that keeps its place. Throws `notFound`. */
export async function keeperOfPiece(work: Work, input: { piece: string }): Promise<string[]> {
  const piece = await takePiece(work, input.piece)
  const [place] = await placesByIds(work.tx, [piece.place])
  if (!place) throw notFound(aPiece)
  return [place.keeper]
}
