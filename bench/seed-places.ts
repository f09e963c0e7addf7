import { sql } from 'kysely'
import { type Database, inTransaction, type Tx } from '#platform/db/database.ts'
import { searchTerms } from '#platform/search/search-terms.ts'
import { pinyinOrder } from '../src/slices/places/pinyin-order.ts'
import { villagesOf } from '../src/slices/places/county-areas.ts'

const county = '511825'

/** What a village has, with the kind of each; every village has each of them several times, by number. */
const sorts: [name: string, kind: string][] = [
  ['妇女儿童之家', 'women-home'],
  ['青年之家', 'youth-house'],
  ['儿童友好服务站', 'child-station'],
  ['户外劳动者驿站', 'rest-station'],
  ['职工服务中心', 'centre'],
  ['农家书屋', 'other'],
  ['劳模创新工作室', 'studio'],
  ['备灾物资仓库', 'warehouse'],
  ['返乡创业基地', 'base'],
  ['科普馆', 'science-centre'],
  ['村小学', 'school'],
  ['卫生室', 'hospital'],
  ['合作社加工厂', 'enterprise'],
  ['便民服务站', 'office'],
  ['老年食堂', 'other'],
  ['红军陈列室', 'memorial-village'],
]

const idAt = (table: number, i: string) =>
  `('019b0000-${table}000-7000-8000-' || lpad(to_hex(${i}), 12, '0'))::uuid`

/**
 * Fills the demo county with `count` places: its villages, below each of them the same sorts many times over, one in
 * ten closed, three in ten with an alias. The indexes of words are built once at the end.
 */
export async function seedPlaces(database: Database, count: number): Promise<void> {
  const { rows: indexes } = await sql<{ name: string; definition: string }>`
    select indexname as name, indexdef as definition from pg_indexes
    where tablename = 'places' and indexdef like '%USING gin%'`.execute(database.kysely)
  for (const { name } of indexes) await sql`drop index ${sql.ref(name)}`.execute(database.kysely)
  await inTransaction(database, { county, person: null }, async (tx) => {
    await keepWords(tx)
    await seedRows(tx, count)
  })
  for (const { definition } of indexes) await sql.raw(definition).execute(database.kysely)
}

/** The words of villages, sorts and keepers, each made once: as the slice would make them for every row. */
async function keepWords(tx: Tx): Promise<void> {
  await sql
    .raw(
      `create temp table seed_village (n int, code text, name text, town text, ordered text, terms text[]) on commit drop;
       create temp table seed_sort (n int, name text, kind text, ordered text, terms text[]) on commit drop;
       create temp table seed_keeper (n int, id uuid, terms text[]) on commit drop`,
    )
    .execute(tx)
  for (const [n, village] of villagesOf(county).entries()) {
    const { code, name, township } = village
    const terms = searchTerms({ names: [name, township.name], texts: [] })
    const ordered = pinyinOrder(`${township.name}${name}`)
    await sql`insert into seed_village values (${n}, ${code}, ${name}, ${township.name}, ${ordered}, ${terms})`.execute(
      tx,
    )
  }
  for (const [n, [name, kind]] of sorts.entries()) {
    const terms = searchTerms({ names: [name], texts: [] })
    await sql`insert into seed_sort values (${n}, ${name}, ${kind}, ${pinyinOrder(name)}, ${terms})`.execute(
      tx,
    )
  }
  const { rows } = await sql<{ id: string; name: string; short: string }>`
    select id, name, short_name as short from organisations where county = ${county} order by id`.execute(tx)
  for (const [n, { id, name, short }] of rows.entries()) {
    const terms = searchTerms({ names: [name, short], texts: [] })
    await sql`insert into seed_keeper values (${n}, ${id}, ${terms})`.execute(tx)
  }
}

async function seedRows(tx: Tx, count: number): Promise<void> {
  await sql
    .raw(
      `select setseed(0.511825);
       create temp table seed_place on commit drop as
       select g::int as i, ${idAt(1, 'g')} as id, v.code, v.town, v.name as village, s.kind, s.name as sort,
         ${idAt(2, 'v.n + 1')} as parent, k.id as keeper, dice < 0.1 as closed, dice > 0.7 as also,
         v.town || v.name || '第' || g || s.name as name, v.ordered || ' di ' || lpad(g::text, 6, '0') || ' ' || s.ordered as ordered,
         v.terms || s.terms || k.terms || array[g::text] as terms
       from (select g, random() as dice, random() as keeps from generate_series(1, ${count}) g) thrown
       join seed_village v on v.n = g % (select count(*) from seed_village)
       join seed_sort s on s.n = g % ${sorts.length}
       join seed_keeper k on k.n = floor(power(keeps, 2) * (select count(*) from seed_keeper));
       insert into places (county, id, path, kind, name, name_order, village, keeper, added_at, terms)
       select '${county}', ${idAt(2, 'v.n + 1')}, array[${idAt(2, 'v.n + 1')}], 'village', v.town || v.name || '片区', v.ordered,
         v.code, k.id, now() - interval '2 years', array_to_tsvector(v.terms || k.terms)
       from seed_village v join seed_keeper k on k.n = v.n % 5;
       insert into places (county, id, parent, path, kind, name, name_order, village, keeper, closed_at, added_at, terms)
       select '${county}', id, parent, array[parent, id], kind, name, ordered, code, keeper,
         case when closed then now() - i * interval '5 minutes' end, now() - interval '700 days' + i * interval '8 minutes',
         array_to_tsvector(terms)
       from seed_place;
       insert into place_names (county, id, place, own, text, key, source, at, live)
       select '${county}', ${idAt(3, 'i')}, id, true, name, name, null, now(), not closed from seed_place
       union all
       select '${county}', ${idAt(4, 'i')}, id, false, village || i || '号点', village || i || '号点', 'local', now(), not closed
       from seed_place where also;
       insert into place_short_names (county, name, key, township)
       select '${county}', ${idAt(3, 'i')}, village || '第' || i || sort, town from seed_place
       union all
       select '${county}', ${idAt(4, 'i')}, village || i || '号点', town from seed_place where also`,
    )
    .execute(tx)
}
