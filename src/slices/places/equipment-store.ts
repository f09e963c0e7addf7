import type { Tx } from '#platform/db/database.ts'
import type { Condition } from './equipment.ts'

export interface Piece {
  id: string
  place: string
  name: string
  number: string
  condition: Condition
  note: string | null
  retiredAt: string | null
}

export interface Loan {
  id: string
  piece: string
  borrower: string
  phone: string | null
  purpose: string | null
  due: string
  lentBy: string | null
  lentAt: string
  conditionOut: Condition
  returnedBy: string | null
  returnedAt: string | null
  conditionBack: Condition | null
  remark: string | null
}

type Tables = {
  equipment: Piece & {
    county: string
    retiredBy: string | null
    retiredWhy: string | null
    addedBy: string | null
    addedAt: string
  }
  equipmentLoans: Loan & { county: string }
}

const tables = (tx: Tx) => tx.withTables<Tables>()
const pieceColumns = ['id', 'place', 'name', 'number', 'condition', 'note', 'retiredAt'] as const

/** A piece, its row held so that nobody lends it meanwhile. */
export function takePieceRow(tx: Tx, id: string): Promise<Piece | undefined> {
  return tables(tx)
    .selectFrom('equipment')
    .select(pieceColumns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** What a place lends and did not take out of use, by name and number. */
export function piecesOfPlace(tx: Tx, place: string): Promise<Piece[]> {
  return tables(tx)
    .selectFrom('equipment')
    .select(pieceColumns)
    .where('place', '=', place)
    .where('retiredAt', 'is', null)
    .orderBy('name')
    .orderBy('number')
    .execute()
}

export function loansOf(tx: Tx, pieces: readonly string[]): Promise<Loan[]> {
  if (pieces.length === 0) return Promise.resolve([])
  return tables(tx)
    .selectFrom('equipmentLoans')
    .selectAll()
    .where('piece', 'in', pieces)
    .orderBy('lentAt', 'desc')
    .limit(500)
    .execute()
}

export function openLoan(tx: Tx, piece: string): Promise<Loan | undefined> {
  return tables(tx)
    .selectFrom('equipmentLoans')
    .selectAll()
    .where('piece', '=', piece)
    .where('returnedAt', 'is', null)
    .executeTakeFirst()
}

/** Whether another piece in use of the place has this number. */
export async function numberHeld(tx: Tx, place: string, number: string): Promise<boolean> {
  const row = await tables(tx)
    .selectFrom('equipment')
    .select('id')
    .where('place', '=', place)
    .where('number', '=', number)
    .where('retiredAt', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertPiece(
  tx: Tx,
  row: Omit<Tables['equipment'], 'retiredAt' | 'retiredBy' | 'retiredWhy'>,
): Promise<void> {
  const none = { retiredAt: null, retiredBy: null, retiredWhy: null }
  await tables(tx)
    .insertInto('equipment')
    .values({ ...row, ...none })
    .execute()
}

export async function retirePieceRow(
  tx: Tx,
  id: string,
  by: { person: string | null; at: string; why: string },
): Promise<void> {
  await tables(tx)
    .updateTable('equipment')
    .set({ retiredAt: by.at, retiredBy: by.person, retiredWhy: by.why })
    .where('id', '=', id)
    .execute()
}

export async function insertLoan(tx: Tx, county: string, loan: Loan): Promise<void> {
  await tables(tx)
    .insertInto('equipmentLoans')
    .values({ ...loan, county })
    .execute()
}

/** Ends a loan, and the piece is from now on as it came back. */
export async function endLoan(
  tx: Tx,
  loan: Pick<Loan, 'id' | 'piece'>,
  back: { person: string | null; at: string; condition: Condition; remark: string | null },
): Promise<void> {
  await tables(tx)
    .updateTable('equipmentLoans')
    .set({ returnedBy: back.person, returnedAt: back.at, conditionBack: back.condition, remark: back.remark })
    .where('id', '=', loan.id)
    .execute()
  await tables(tx)
    .updateTable('equipment')
    .set({ condition: back.condition })
    .where('id', '=', loan.piece)
    .execute()
}
