import { Problem } from '#platform/http/problem.ts'

/** The earlier visit that a problem names, where the report was read before. */
export function knownVisit(problem: unknown): { id: string; title: string } | null {
  if (!(problem instanceof Problem) || problem.code !== 'visit.known') return null
  return (problem.extra.visit as { id: string; title: string } | undefined) ?? null
}
