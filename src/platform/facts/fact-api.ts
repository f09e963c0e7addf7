import type { Actor } from '../auth/actor.ts'
import { may, reachOf } from '../auth/actor.ts'
import { answer, type Served } from '../contracts/served.ts'
import type { Tx } from '../db/database.ts'
import { notAllowed, notFound } from '../http/problems.ts'
import type { RecordCard, RecordKind } from '../records/record.ts'
import type { FactDefinition } from './fact.ts'
import { factRoutes } from './fact-contract.ts'
import { type FactFilter, factsOf, monthsOf, sumOf } from './fact-store.ts'

type Period = { from?: string; to?: string }

/** All figures that the actor may see, one with its months, and the records behind it. */
export function factApi(
  facts: () => readonly FactDefinition[],
  kinds: () => ReadonlyMap<string, RecordKind>,
): Served[] {
  return [
    answer(factRoutes.figures, async ({ tx, actor, query }) => {
      const items = []
      for (const fact of facts()) {
        if (may(actor, fact.permission)) items.push(await figure(tx, actor, fact, query))
      }
      return { items }
    }),
    answer(factRoutes.figure, async ({ tx, actor, params, query }) => {
      const fact = find(facts(), params.fact, actor)
      const months = await monthsOf(tx, fact, filterOf(actor, fact, query))
      return { ...(await figure(tx, actor, fact, query)), months }
    }),
    answer(factRoutes.records, async ({ tx, actor, params, query }) => {
      const fact = find(facts(), params.fact, actor)
      const rows = await factsOf(tx, fact, {
        ...filterOf(actor, fact, query),
        after: query.after,
        limit: query.limit,
      })
      const cards = await cardsOf(tx, actor, kinds(), rows)
      const last = rows.length === query.limit ? rows.at(-1) : undefined
      return {
        items: rows.flatMap(({ day, amount, recordId }) => {
          const record = cards.get(recordId)
          return record ? [{ day, amount, record }] : []
        }),
        next: last ? `${last.day}/${last.recordId}` : null,
      }
    }),
  ]
}

function find(facts: readonly FactDefinition[], name: string, actor: Actor): FactDefinition {
  const fact = facts.find((one) => one.name === name)
  if (!fact) throw notFound({ zh: '这个数字', en: 'This figure' })
  if (!may(actor, fact.permission)) throw notAllowed(fact.permission)
  return fact
}

function filterOf(actor: Actor, fact: FactDefinition, period: Period): FactFilter {
  return { from: period.from, to: period.to, reach: reachOf(actor, fact.permission) }
}

async function figure(tx: Tx, actor: Actor, fact: FactDefinition, period: Period) {
  const { language } = actor
  const sum = await sumOf(tx, fact, filterOf(actor, fact, period))
  return {
    fact: fact.name,
    title: fact.title[language],
    definition: fact.definition[language],
    unit: fact.unit[language],
    ...sum,
  }
}

async function cardsOf(
  tx: Tx,
  actor: Actor,
  kinds: ReadonlyMap<string, RecordKind>,
  rows: readonly { recordKind: string; recordId: string }[],
): Promise<Map<string, RecordCard>> {
  const cards = new Map<string, RecordCard>()
  for (const kind of new Set(rows.map((row) => row.recordKind))) {
    const ids = rows.filter((row) => row.recordKind === kind).map((row) => row.recordId)
    for (const card of (await kinds.get(kind)?.show(tx, actor, ids)) ?? []) cards.set(card.id, card)
  }
  return cards
}
