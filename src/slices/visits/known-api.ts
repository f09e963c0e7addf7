import { answer, type Served } from '#platform/contracts/served.ts'
import { notFound } from '#platform/http/problems.ts'
import { countVisitsThatCame, visitsThatCame } from './arrival-store.ts'
import { knownRoutes } from './known-contract.ts'
import { decided, knownCalled, knownThings } from './known-things.ts'
import { itemOf } from './visit.ts'
import { visitMessages } from './visit-messages.ts'
import { contentsOf } from './visit-store.ts'
import { countsOf, titleOf } from './visit-summary.ts'

export const knownApi: Served[] = [
  answer(knownRoutes.called, async ({ tx, query, language }) => {
    const { known, possible } = decided((await knownCalled(tx, [query.name])).get(query.name) ?? [])
    return { known, possible, things: await knownThings(tx, known ? [known] : possible, language) }
  }),
  answer(knownRoutes.visits, async ({ tx, params, query, language }) => {
    const to = { kind: params.kind, id: params.known }
    const [thing] = await knownThings(tx, [to], language)
    if (!thing) throw notFound({ zh: '这个阵地或单位', en: 'This place or organisation' })
    const [day = '', visit = ''] = query.after?.split('.') ?? []
    const rows = await visitsThatCame(tx, to, {
      after: query.after ? { day, visit } : undefined,
      limit: query.limit,
    })
    const contents = new Map(
      (
        await contentsOf(
          tx,
          rows.map((row) => row.visit),
        )
      ).map(({ id, content }) => [id, content]),
    )
    const last = rows.at(-1)
    return {
      items: rows.flatMap((row) => {
        const content = contents.get(row.visit)
        if (!content) return []
        return {
          id: row.visit,
          title: titleOf(content) || visitMessages[language].untitled,
          day: row.day,
          lead: itemOf(content, 'lead')?.name ?? null,
          names: row.names,
          directives: countsOf(content).directives,
        }
      }),
      next: last && rows.length === query.limit ? `${last.day}.${last.visit}` : null,
      total: await countVisitsThatCame(tx, to),
    }
  }),
]
