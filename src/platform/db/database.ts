import { CamelCasePlugin, Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'

/**
 * A connection pool and the query builder over it. No table is declared here: each store widens the type by
 * its own tables (`tx.withTables<VisitTables>()`), so that no other store can name them.
 */
export interface Database {
  kysely: Kysely<object>
  close(): Promise<void>
}

/** A transaction that already carries its county and person. */
export type Tx = Transaction<object>

/** Who stands behind a transaction. Row-level security reads exactly this. */
export interface Standing {
  county: string
  /** Null for the platform's own work inside one county (loading the demo, housekeeping). */
  person: string | null
}

const types = new pg.TypeOverrides()
types.setTypeParser(1082, (day: string) => day) // date stays YYYY-MM-DD
types.setTypeParser(1184, (moment: string) => new Date(moment).toISOString()) // timestamptz
types.setTypeParser(20, Number) // bigint: counts and positions, below 2^53

/** Opens a pool of at most `connections` (8 unless told); nothing is asked of the server yet. */
export function connect(url: string, options: { connections?: number } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 8,
    types,
    application_name: 'daqiao',
    connectionTimeoutMillis: 10_000,
  })
  // A connection that breaks while it is idle must not end the process: the pool makes a new one.
  pool.on('error', () => {})
  // Nor one that breaks between two questions of a transaction: the next question fails, and that is told.
  pool.on('connect', (client) => client.on('error', () => {}))
  const kysely = new Kysely<object>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
  return { kysely, close: () => kysely.destroy() }
}

const countyCode = /^\d{6}$/
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** No question of a page may hold a connection longer, whatever it asks. */
const longestQuestion = '60s'

/**
 * Runs `work` in one transaction as the role `daqiao_app`, which row-level security binds to the county.
 * SET LOCAL rather than set_config: Citus passes only the former on to its workers.
 */
export function inTransaction<T>(
  database: Database,
  standing: Standing,
  work: (tx: Tx) => Promise<T>,
  options: { readOnly?: boolean } = {},
): Promise<T> {
  const { county, person } = standing
  if (!countyCode.test(county) || (person !== null && !uuid.test(person))) {
    throw new Error('a transaction needs a county code and a person id')
  }
  const begin = options.readOnly
    ? database.kysely.transaction().setAccessMode('read only')
    : database.kysely.transaction()
  const settings = [
    'set local role daqiao_app',
    `set local app.county = '${county}'`,
    `set local app.person = '${person ?? ''}'`,
    ...(options.readOnly ? [`set local statement_timeout = '${longestQuestion}'`] : []),
  ]
  return begin.execute(async (tx) => {
    await sql.raw(settings.join('; ')).execute(tx)
    return work(tx)
  })
}

/**
 * Runs `work` as the role `daqiao_system`, which may reach only what signing in and housekeeping need,
 * in every county. Nothing that a person asks for is answered from here but their own session.
 */
export function asSystem<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.kysely.transaction().execute(async (tx) => {
    await sql.raw('set local role daqiao_system').execute(tx)
    return work(tx)
  })
}
