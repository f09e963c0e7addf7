/** In which state a piece is: `missing` only when it comes back without something of it, or not at all. */
export const conditions = ['good', 'worn', 'damaged', 'missing'] as const
export type Condition = (typeof conditions)[number]

/** What is lent: what is damaged waits for repair, what is missing is not there. */
export function maybeLent(condition: Condition): boolean {
  return condition === 'good' || condition === 'worn'
}

export const longestLoan = 90
export const longestPieceText = { name: 40, number: 20, borrower: 40, purpose: 100, note: 200 } as const
