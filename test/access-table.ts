import { newId } from '#platform/records/new-id.ts'
import { serviceAtLocationId, taxonomy, taxonomyTerms } from '../src/slices/services/hsds.ts'
import type { World } from './access-world.ts'

/**
 * Who is let in by which route. Each row names the outcome for every caller, in the order of `callers`, and a
 * request that is right in everything but who sends it, on a real record of county 511825 where there is one.
 * `in` is an answer of 2xx; a number is the refusal: 401 not signed in, 403 the permission is held nowhere or
 * the step is somebody else's, 404 there is no such record for this caller. All rows are asked in one house: a
 * row that changes a record has one of its own, which `access-world.ts` finds or makes.
 */
export const callers = [
  'nobody',
  'stranger',
  'officer',
  'supervisor',
  'leader',
  'auditor',
  'administrator',
  'neighbour',
] as const
export type CallerName = (typeof callers)[number]

/** The demo people who call. The stranger is an officer of an organisation that the record does not concern. */
export const logins: Record<Exclude<CallerName, 'nobody'>, string> = {
  stranger: 'zenghai',
  officer: 'yangxiaolan',
  supervisor: 'lujing',
  leader: 'chenqiushi',
  auditor: 'fengyinuo',
  administrator: 'gaomingyuan',
  neighbour: 'jiangheng',
}

export type Outcome = 'in' | 401 | 403 | 404 | 409

export interface Sent {
  path: string
  body?: unknown
  bytes?: Uint8Array
}

export interface Row {
  outcomes: Record<CallerName, Outcome>
  /** What `login` sends. */
  request: (world: World, login: string) => Sent
}

function row(outcomes: string, request: Row['request']): Row {
  const words = outcomes.trim().split(/\s+/)
  if (words.length !== callers.length) throw new Error(`${outcomes} must name ${callers.length} outcomes`)
  const read = (word = '') => (word === 'in' ? 'in' : (Number(word) as Outcome))
  return {
    outcomes: Object.fromEntries(callers.map((caller, i) => [caller, read(words[i])])) as Row['outcomes'],
    request,
  }
}

/** So many days from today, in China. */
const chinaDay = (ahead: number) =>
  new Date(Date.now() + (ahead * 24 + 8) * 3_600_000).toISOString().slice(0, 10)

/** An hour of so many days ahead, by China's clock. */
const evening = (ahead: number, hour: number) =>
  new Date(Date.parse(`${chinaDay(ahead)}T00:00:00+08:00`) + hour * 3_600_000).toISOString()
/** An hour for each caller, so that none takes another's. */
const hourOf = (login: string) => 8 + Object.values(logins).indexOf(login)
const wish = (room: string, ahead: number, hour: number) => ({
  rooms: [room],
  starts: evening(ahead, hour),
  ends: evening(ahead, hour + 1),
  purpose: '职工合唱排练',
  party: 12,
})

const get =
  (path: (world: World) => string): Row['request'] =>
  (world) => ({ path: path(world) })

// biome-ignore format: a table is read by its columns.
const who = {
  //               nobody stranger officer supervisor leader auditor administrator neighbour
  anyone:         'in     in       in      in         in     in      in            in',
  openRecord:     'in     in       in      in         in     in      in            404',
  signedIn:       '401    in       in      in         in     in      in            in',
  ownCounty:      '401    in       in      in         in     in      in            404',
  readers:        '401    in       in      in         in     in      403           in',
  countyReaders:  '401    in       in      in         in     in      403           404',
  concerned:      '401    404      in      in         in     in      403           404',
  administrators: '401    403      403     403        403    403     in            403',
  ledgerReaders:  '401    403      403     403        403    in      in            403',
  anySupervisor:  '401    403      403     in         403    403     403           in',
  supervisors:    '401    403      403     in         403    403     403           404',
  theLead:        '401    404      in      403        403    403     403           403',
  theOwner:       '401    404      in      in         403    403     403           404',
  bookersHere:    '401    in       in      in         in     403     in            404',
  bookersAndKeepers: '401 403      in      in         403    403     in            404',
  theSupervisor:  '401    404      404     in         404    403     404           404',
  keepers:        '401    403      in      403        403    403     in            403',
  importers:      '401    in       in      403        403    403     in            403',
  ownImport:      '401    404      in      403        403    403     in            403',
  importNotNow:   '401    404      409     403        403    403     409           403',
  namers:         '401    403      in      in         403    403     in            404',
}

/** The open data of the county of whoever asks; nobody asks for Tianquan's. */
const openDataOf = (login: string) =>
  `/api/hsds/${['jiangheng', 'jiangbei'].includes(login) ? '511803' : '511825'}`

export const table: Record<string, Row> = {
  // organisations
  'organisation.list': row(
    who.signedIn,
    get(() => '/api/organisations'),
  ),
  'organisation.get': row(
    who.ownCounty,
    get(({ organisations }) => `/api/organisations/${organisations.township}`),
  ),
  'organisation.add': row(who.administrators, ({ organisations }) => ({
    path: '/api/organisations',
    body: {
      organisation: newId(),
      parent: organisations.township,
      kind: 'village',
      name: '始阳镇乐坝社区',
      shortName: '乐坝社区',
    },
  })),
  'organisation.rename': row(who.administrators, ({ organisations }) => ({
    path: `/api/organisations/${organisations.toRename}`,
    body: { name: '思经镇人民政府', shortName: '思经镇' },
  })),
  'organisation.close': row(who.administrators, ({ organisations }) => ({
    path: `/api/organisations/${organisations.toClose}/closure`,
    body: { day: '2026-12-31', reason: '撤并' },
  })),
  // An officer names their own organisation and what is below it: the town is neither's.
  'organisation.also-call': row('401 403 403 in 403 403 409 404', ({ organisations }) => ({
    path: `/api/organisations/${organisations.township}/names`,
    body: { name: '始阳古镇' },
  })),
  'organisation.drop-name': row('401 403 403 in 403 403 404 404', ({ organisations }) => ({
    path: `/api/organisations/${organisations.township}/names/${encodeURIComponent('始阳古镇')}`,
  })),

  // places
  'place.list': row(
    who.signedIn,
    get(() => '/api/places'),
  ),
  'place.counts': row(
    who.signedIn,
    get(() => '/api/places/counts'),
  ),
  'place.villages': row(
    who.signedIn,
    get(() => '/api/places/villages'),
  ),
  'place.get': row(
    who.ownCounty,
    get(({ places }) => `/api/places/${places.toRead}`),
  ),
  'place.history': row(
    who.ownCounty,
    get(({ places }) => `/api/places/${places.toRead}/history`),
  ),
  'place.add': row(who.keepers, ({ organisations }) => {
    const place = newId()
    return {
      path: '/api/places',
      body: { place, name: `工会驿站 ${place}`, kind: 'rest-station', keeper: organisations.union },
    }
  }),
  'place.change': row(who.keepers, ({ places }, login) => ({
    path: `/api/places/${places.toChange[login] ?? places.toRead}`,
    body: { changes: [{ item: 'accessibility', before: [], after: ['ramp'] }] },
  })),
  'place.move': row(who.keepers, ({ places }, login) => ({
    path: `/api/places/${places.toMove[login] ?? places.toRead}/parent`,
    body: { before: null, after: places.toRead },
  })),
  'place.close': row(who.keepers, ({ places }, login) => ({
    path: `/api/places/${places.toClose[login] ?? places.toRead}/closure`,
    body: { reason: '房屋到期' },
  })),
  'place.reopen': row(who.keepers, ({ places }, login) => ({
    path: `/api/places/${places.closed[login] ?? places.toRead}/closure`,
  })),
  'place.also-call': row(who.namers, ({ places }) => {
    const name = newId()
    return {
      path: `/api/places/${places.toRead}/names`,
      body: { name, text: `也叫 ${name}`, source: 'local' },
    }
  }),
  'place.drop-name': row(who.namers, ({ places }, login) => ({
    path: `/api/places/${places.toRead}/names/${places.names[login] ?? places.toRead}`,
  })),
  'place.hours': row(
    who.ownCounty,
    get(({ places }) => `/api/places/${places.toRead}/hours`),
  ),
  'place.set-hours': row(who.keepers, ({ places }, login) => ({
    path: `/api/places/${places.toChange[login] ?? places.toRead}/hours`,
    body: {
      before: 0,
      rules: [{ rule: 'FREQ=WEEKLY;BYDAY=MO,TU', from: '2026-01-01', opens: '09:00', minutes: 480 }],
    },
  })),
  'place.except-days': row(who.keepers, ({ places }) => ({
    path: `/api/places/${places.toRead}/exceptions`,
    body: { exception: newId(), first: '2027-05-01', last: '2027-05-03', reason: '检修' },
  })),
  'place.drop-exception': row(who.keepers, ({ places, rooms }, login) => ({
    path: `/api/places/${places.toRead}/exceptions/${rooms.exceptions[login] ?? rooms.toRead}`,
  })),
  'place.rooms': row(
    who.ownCounty,
    get(({ places }) => `/api/places/${places.toRead}/rooms`),
  ),
  'room.list': row(
    who.signedIn,
    get(() => '/api/rooms'),
  ),
  'room.add': row(who.keepers, ({ places }) => {
    const room = newId()
    return {
      path: `/api/places/${places.toRead}/rooms`,
      body: { room, name: `场地 ${room.slice(-12)}`, capacity: 20 },
    }
  }),
  'room.change': row(who.keepers, ({ rooms }, login) => ({
    path: `/api/rooms/${rooms.toChange[login] ?? rooms.toRead}`,
    body: { before: 1, name: `改名的场地 ${login}`, capacity: 30 },
  })),
  'room.close': row(who.keepers, ({ rooms }, login) => ({
    path: `/api/rooms/${rooms.toClose[login] ?? rooms.toRead}/closure`,
    body: { reason: '改作库房' },
  })),
  'place.equipment': row(
    who.ownCounty,
    get(({ places }) => `/api/places/${places.toRead}/equipment`),
  ),
  'equipment.add': row(who.keepers, ({ places }) => {
    const piece = newId()
    return {
      path: `/api/places/${places.toRead}/equipment`,
      body: { piece, name: '投影仪', number: piece.slice(-12) },
    }
  }),
  'equipment.lend': row(who.keepers, ({ pieces }, login) => ({
    path: `/api/equipment/${pieces.toLend[login] ?? pieces.toRead}/loans`,
    body: { loan: newId(), borrower: '始阳镇妇联', due: chinaDay(3) },
  })),
  'equipment.return': row(who.keepers, ({ pieces }, login) => ({
    path: `/api/equipment/${pieces.lent[login] ?? pieces.toRead}/loans/${pieces.loans[login] ?? pieces.toRead}/return`,
    body: { condition: 'good' },
  })),
  'equipment.retire': row(who.keepers, ({ pieces }, login) => ({
    path: `/api/equipment/${pieces.toRetire[login] ?? pieces.toRead}/retirement`,
    body: { reason: '已损坏' },
  })),

  // services
  'service.list': row(
    who.signedIn,
    get(() => '/api/services'),
  ),
  'service.counts': row(
    who.signedIn,
    get(() => '/api/services/counts'),
  ),
  'service.freshness': row(
    who.signedIn,
    get(() => '/api/services/freshness'),
  ),
  'service.set-freshness': row(who.administrators, () => ({
    path: '/api/services/freshness',
    body: { before: { staleAfter: 180, hideAfter: 60 }, after: { staleAfter: 180, hideAfter: 90 } },
  })),
  'service.get': row(
    who.ownCounty,
    get(({ services }) => `/api/services/${services.toRead}`),
  ),
  'service.history': row(
    who.ownCounty,
    get(({ services }) => `/api/services/${services.toRead}/history`),
  ),
  'service.add': row(who.keepers, ({ organisations }) => {
    const service = newId()
    return {
      path: '/api/services',
      body: {
        service,
        name: `职工服务 ${service.slice(-12)}`,
        category: 'workers',
        summary: '困难职工帮扶',
        who: '全县职工',
        keeper: organisations.union,
      },
    }
  }),
  'service.change': row(who.keepers, ({ services }, login) => ({
    path: `/api/services/${services.toChange[login] ?? services.toRead}`,
    body: { changes: [{ item: 'duration', before: null, after: '当场办结' }] },
  })),
  'service.check': row(who.keepers, ({ services }, login) => ({
    path: `/api/services/${services.toCheck[login] ?? services.toRead}/checks`,
    body: { version: 1 },
  })),
  'service.withdraw': row(who.keepers, ({ services }, login) => ({
    path: `/api/services/${services.toWithdraw[login] ?? services.toRead}/withdrawal`,
    body: { reason: '活动结束' },
  })),
  'service.restore': row(who.keepers, ({ services }, login) => ({
    path: `/api/services/${services.withdrawn[login] ?? services.toRead}/withdrawal`,
  })),

  // the directory as open data: everybody sees a county's own
  'hsds.about': row(who.anyone, (_, login) => ({ path: openDataOf(login) })),
  'hsds.services': row(who.anyone, (_, login) => ({ path: `${openDataOf(login)}/services` })),
  'hsds.organizations': row(who.anyone, (_, login) => ({ path: `${openDataOf(login)}/organizations` })),
  'hsds.locations': row(who.anyone, (_, login) => ({ path: `${openDataOf(login)}/locations` })),
  'hsds.service-at-locations': row(who.anyone, (_, login) => ({
    path: `${openDataOf(login)}/service_at_locations`,
  })),
  'hsds.taxonomies': row(who.anyone, (_, login) => ({ path: `${openDataOf(login)}/taxonomies` })),
  'hsds.taxonomy-terms': row(who.anyone, (_, login) => ({ path: `${openDataOf(login)}/taxonomy_terms` })),
  'hsds.service': row(who.openRecord, ({ services }, login) => ({
    path: `${openDataOf(login)}/services/${services.toRead}`,
  })),
  'hsds.organization': row(who.openRecord, ({ organisations }, login) => ({
    path: `${openDataOf(login)}/organizations/${organisations.union}`,
  })),
  'hsds.location': row(who.openRecord, ({ places }, login) => ({
    path: `${openDataOf(login)}/locations/${places.toRead}`,
  })),
  'hsds.service-at-location': row(who.openRecord, ({ services, places }, login) => ({
    path: `${openDataOf(login)}/service_at_locations/${serviceAtLocationId(services.toRead, places.toRead)}`,
  })),
  'hsds.taxonomy': row(who.anyone, (_, login) => ({
    path: `${openDataOf(login)}/taxonomies/${taxonomy.id}`,
  })),
  'hsds.taxonomy-term': row(who.anyone, (_, login) => ({
    path: `${openDataOf(login)}/taxonomy_terms/${taxonomyTerms[0]?.id}`,
  })),

  // bookings
  'booking.list': row(
    who.signedIn,
    get(() => '/api/bookings'),
  ),
  'booking.week': row(
    who.ownCounty,
    get(({ places }) => `/api/places/${places.toRead}/bookings/week?from=2026-11-23`),
  ),
  'booking.clashes': row(
    who.bookersHere,
    get(
      ({ rooms }) =>
        `/api/bookings/clashes?room=${rooms.toRead}&starts=${evening(40, 19)}&ends=${evening(40, 20)}`,
    ),
  ),
  'booking.get': row(
    who.ownCounty,
    get(({ bookings }) => `/api/bookings/${bookings.toRead}`),
  ),
  // Each asks for an hour of their own.
  'booking.request': row(who.bookersHere, ({ rooms }, login) => ({
    path: '/api/bookings',
    body: { booking: newId(), ...wish(rooms.toRead, 41, hourOf(login)) },
  })),
  'booking.request-series': row(who.bookersHere, ({ rooms }, login) => ({
    path: '/api/bookings/series',
    body: { series: newId(), ...wish(rooms.toRead, 43, hourOf(login)), rule: 'FREQ=DAILY;COUNT=2' },
  })),
  'booking.approve': row(who.keepers, ({ bookings }, login) => ({
    path: `/api/bookings/${bookings.toApprove[login] ?? bookings.toRead}/approval`,
    body: { version: 1 },
  })),
  'booking.refuse': row(who.keepers, ({ bookings }, login) => ({
    path: `/api/bookings/${bookings.toRefuse[login] ?? bookings.toRead}/refusal`,
    body: { version: 1, reason: '当天有消防检查' },
  })),
  // The supervisor asked for all of them; the officer and the administrator keep the place.
  'booking.move': row(who.bookersAndKeepers, ({ bookings, rooms }, login) => ({
    path: `/api/bookings/${bookings.toMove[login] ?? bookings.toRead}/time`,
    body: {
      version: 1,
      rooms: [rooms.toRead],
      starts: evening(49, hourOf(login)),
      ends: evening(49, hourOf(login) + 1),
    },
  })),
  'booking.cancel': row(who.bookersAndKeepers, ({ bookings }, login) => ({
    path: `/api/bookings/${bookings.toCancel[login] ?? bookings.toRead}/cancellation`,
    body: { version: 1 },
  })),
  'booking.check-in': row(who.bookersAndKeepers, ({ bookings }, login) => ({
    path: `/api/bookings/${bookings.toCome[login] ?? bookings.toRead}/arrival`,
    body: { who: '杨师傅', came: 9 },
  })),
  'booking.sweep': row(who.keepers, ({ places }) => ({
    path: '/api/bookings/sweep',
    body: { place: places.toRead },
  })),
  'booking.waits': row(
    '401 in in in in 403 in in',
    get(() => '/api/bookings/waits'),
  ),
  'booking.wait': row(who.bookersHere, ({ rooms }) => ({
    path: '/api/bookings/waits',
    body: { wait: newId(), ...wish(rooms.toRead, 47, 9) },
  })),
  'booking.withdraw-wait': row(who.theSupervisor, ({ waits }) => ({
    path: `/api/bookings/waits/${waits.toWithdraw}`,
  })),
  // Whoever has the address; this one is no calendar's.
  'booking.calendar': row('404 404 404 404 404 404 404 404', ({ bookings }) => ({
    path: `/api/calendars/511825.${bookings.toRead}1234567.ics`,
  })),
  'booking.renew-feed': row(who.keepers, ({ places }) => ({
    path: '/api/calendars',
    body: {
      feed: newId(),
      kind: 'place',
      about: places.toRead,
      token: `${newId()}1234567`,
    },
  })),
  'booking.take-offer': row(who.theSupervisor, ({ waits }) => ({
    path: `/api/bookings/waits/${waits.offered}/acceptance`,
    body: { booking: newId() },
  })),

  // people and their sessions
  'session.get': row(
    who.anyone,
    get(() => '/api/session'),
  ),
  'session.open': row(who.anyone, (_, login) => ({
    path: '/api/session',
    body: { login, password: 'daqiao-demo' },
  })),
  'session.close': row(who.anyone, () => ({ path: '/api/session' })),
  'session.password': row(who.signedIn, () => ({
    path: '/api/session/password',
    body: { old: 'daqiao-demo', new: 'qingyi-jiang-2026' },
  })),
  'person.list': row(
    who.administrators,
    get(() => '/api/people'),
  ),
  'person.get': row(
    who.administrators,
    get(({ people }) => `/api/people/${people.officer}`),
  ),
  'person.add': row(who.administrators, ({ organisations }) => ({
    path: '/api/people',
    body: {
      person: newId(),
      name: '文心怡',
      login: 'wenxinyi',
      oneTimePassword: 'huqt-7mzk-p3wd',
      role: 'officer',
      organisation: organisations.union,
    },
  })),
  'person.grant-role': row(who.administrators, ({ people, organisations }) => ({
    path: `/api/people/${people.toGrant}/roles`,
    body: { grant: newId(), role: 'leader', organisation: organisations.union },
  })),
  'person.withdraw-role': row(who.administrators, ({ people }) => ({
    path: `/api/people/${people.toWithdraw}/roles/${people.grantToWithdraw}`,
  })),
  'person.suspend': row(who.administrators, ({ people }) => ({
    path: `/api/people/${people.toSuspend}/suspension`,
    body: { reason: '借调' },
  })),
  'person.resume': row(who.administrators, ({ people }) => ({
    path: `/api/people/${people.toSuspend}/suspension`,
  })),
  'person.reset-password': row(who.administrators, ({ people }) => ({
    path: `/api/people/${people.toReset}/password`,
    body: { oneTimePassword: 'huqt-7mzk-p3wd' },
  })),

  // acting for a person without a phone
  'assistance.list': row(
    '401 in in in 403 403 403 in',
    get(() => '/api/assistances'),
  ),
  'assistance.begin': row('401 in in in 403 403 403 in', () => ({
    path: '/api/assistances',
    body: { assistance: newId(), name: '张桂英', way: 'desk' },
  })),
  // Whoever helps has the receipt, nobody else: here the officer.
  'assistance.receipt': row(
    '401 404 in 404 403 403 403 404',
    get(({ assistance }) => `/api/assistances/${assistance}/receipt`),
  ),
  'assistance.end': row('401 404 409 404 403 403 403 404', ({ assistance }) => ({
    path: `/api/assistances/${assistance}/end`,
  })),

  // notices, and work that failed
  'notice.mine': row(
    who.signedIn,
    get(() => '/api/my-notices'),
  ),
  'notice.unread': row(
    who.signedIn,
    get(() => '/api/my-notices/unread'),
  ),
  'notice.read': row(who.signedIn, () => ({ path: '/api/my-notices/read', body: { notices: 'all' } })),
  // Everybody's own alone, and anybody's for who looks after notices: here the officer's.
  'notice.addresses': row(
    '401 404 in 404 404 404 in 404',
    get(({ people }) => `/api/notice-addresses/${people.officer}`),
  ),
  'notice.set-address': row('401 403 in 403 403 403 in 403', ({ people }) => ({
    path: `/api/notice-addresses/${people.officer}/smtp`,
    body: { address: 'yangxiaolan@tianquan.example' },
  })),
  'notice.outbox': row(
    '401 403 403 in 403 403 in in',
    get(() => '/api/notices'),
  ),
  'notice.channels': row(
    '401 403 403 in 403 403 in in',
    get(() => '/api/notices/channels'),
  ),
  'notice.get': row(
    '401 403 403 in 403 403 in 404',
    get(({ notices }) => `/api/notices/${notices.toRead}`),
  ),
  'notice.send-again': row(who.administrators, ({ notices }) => ({
    path: `/api/notice-deliveries/${notices.refused}/again`,
  })),
  'notice.report-bounce': row(who.administrators, ({ notices }) => ({
    path: `/api/notice-deliveries/${notices.sent}/bounce`,
    body: { note: '退信：查无此人' },
  })),
  'notice.stops': row(
    who.administrators,
    get(() => '/api/notice-stops'),
  ),
  'notice.clear-stop': row(who.administrators, ({ notices }) => ({
    path: `/api/notice-stops/${notices.stop}`,
  })),
  'notice.alarms': row(
    '401 in in in 403 403 in in',
    get(() => '/api/notice-alarms'),
  ),
  // The county's own: no organisation's officer looks after it. The administrator comes after the supervisor.
  'notice.answer-alarm': row('401 404 404 in 403 403 409 404', ({ notices }) => ({
    path: `/api/notice-alarms/${notices.alarm}/answer`,
    body: { answer: 'told', note: '已当面告知' },
  })),
  'notice.calls': row(
    '401 in in in 403 403 in in',
    get(() => '/api/notice-calls'),
  ),
  'notice.note-call': row('401 404 404 in 403 403 409 404', ({ notices }) => ({
    path: `/api/notice-calls/${notices.call}`,
    body: { outcome: 'told' },
  })),
  'notice.settings': row(
    who.administrators,
    get(() => '/api/notice-settings'),
  ),
  'notice.change-settings': row(who.administrators, () => ({
    path: '/api/notice-settings',
    body: { quietFrom: '21:00', quietTo: '07:30', workingDaysOnly: false, gatherMinutes: 10 },
  })),
  'notice.test': row(who.administrators, () => ({
    path: '/api/notice-settings/test',
    body: { channel: 'smtp', address: 'gaomingyuan@tianquan.example' },
  })),
  'job.dead': row(
    who.administrators,
    get(() => '/api/jobs'),
  ),
  'job.retry': row(who.administrators, ({ notices }) => ({ path: `/api/jobs/${notices.deadJobs[0]}/again` })),
  'job.drop': row(who.administrators, ({ notices }) => ({ path: `/api/jobs/${notices.deadJobs[1]}` })),

  // imports
  'import.kinds': row(
    who.importers,
    get(() => '/api/imports/kinds'),
  ),
  'import.list': row(
    who.importers,
    get(() => '/api/imports'),
  ),
  'import.begin': row(who.importers, ({ imports }, login) => ({
    path: '/api/imports',
    body: { import: newId(), kind: 'place', file: imports.files[login] ?? imports.files.yangxiaolan },
  })),
  'import.get': row(
    who.ownImport,
    get(({ imports }) => `/api/imports/${imports.tried}`),
  ),
  'import.layout': row(
    who.ownImport,
    get(({ imports }) => `/api/imports/${imports.tried}/layout`),
  ),
  'import.rows': row(
    who.ownImport,
    get(({ imports }) => `/api/imports/${imports.tried}/rows`),
  ),
  'import.answers': row(
    who.ownImport,
    get(({ imports }) => `/api/imports/${imports.tried}/answers.xlsx`),
  ),
  'import.try': row(who.ownImport, ({ imports }) => ({
    path: `/api/imports/${imports.tried}/layout`,
    body: {
      sheet: 0,
      header: 1,
      headerRows: 1,
      columns: [
        { column: 0, field: 'name' },
        { column: 1, field: 'note' },
      ],
    },
  })),
  'import.decide': row(who.ownImport, ({ imports }) => ({
    path: `/api/imports/${imports.tried}/decisions`,
    body: { all: { sure: 'likely', choice: 'skip' } },
  })),
  // Its one row is wrong: whoever may gets as far as that. What starting does stands in the slice's own tests.
  'import.start': row(who.importNotNow, ({ imports }) => ({ path: `/api/imports/${imports.tried}/start` })),
  'import.stop': row(who.importNotNow, ({ imports }) => ({ path: `/api/imports/${imports.tried}/start` })),
  'import.undo': row(who.importNotNow, ({ imports }) => ({ path: `/api/imports/${imports.tried}/undoing` })),

  // visits
  'visit.list': row(
    who.readers,
    get(() => '/api/visits'),
  ),
  'visit.get': row(
    who.countyReaders,
    get(({ visits }) => `/api/visits/${visits.draft}`),
  ),
  'visit.history': row(
    who.countyReaders,
    get(({ visits }) => `/api/visits/${visits.draft}/history`),
  ),
  'visit.record': row(who.anySupervisor, () => ({
    path: '/api/visits',
    body: {
      visit: newId(),
      // The same report twice is refused: each caller has one of their own.
      text: `11月3日，县总工会副主席文心怡到始阳镇调研。文心怡强调，要办好第${Number.parseInt(newId().slice(-6), 16)}期职工夜校。`,
    },
  })),
  'visit.correct': row(who.supervisors, ({ visits }) => ({
    path: `/api/visits/${visits.toCorrect}/corrections`,
    body: {
      changes: [
        {
          item: 'companion:added',
          before: null,
          after: { name: '文心怡', titles: [], spans: [], rank: 99, confidence: 1, reason: 'person' },
        },
      ],
    },
  })),
  'visit.confirm': row(who.supervisors, ({ visits }) => ({
    path: `/api/visits/${visits.draft}/confirmation`,
    body: { version: visits.draftVersion },
  })),
  'visit.dismiss': row(who.supervisors, ({ visits }) => ({
    path: `/api/visits/${visits.toDismiss}/dismissal`,
    body: { reason: '重复' },
  })),
  'visit.brief': row(
    who.countyReaders,
    get(({ visits }) => `/api/visits/${visits.confirmed}/brief`),
  ),

  'known.called': row(
    who.readers,
    get(() => `/api/known?name=${encodeURIComponent('县妇联')}`),
  ),
  'known.visits': row(
    who.countyReaders,
    get(({ organisations }) => `/api/known/organisation/${organisations.union}/visits`),
  ),
  'name-suggestion.list': row(
    '401 in in in 403 403 in in',
    get(() => '/api/name-suggestions'),
  ),
  // An officer decides for their own organisation: the town is neither's. The administrator comes after the supervisor.
  'name-suggestion.refuse': row('401 403 403 in 403 403 409 404', ({ suggestions }) => ({
    path: `/api/name-suggestions/${suggestions.toRefuse}/refusal`,
  })),
  'name-suggestion.reopen': row('401 403 403 in 403 403 409 404', ({ suggestions }) => ({
    path: `/api/name-suggestions/${suggestions.toReopen}/refusal`,
  })),

  // requests from the public
  'request.list': row(
    who.readers,
    get(() => '/api/requests'),
  ),
  'request.codes': row(
    who.anySupervisor,
    get(() => '/api/requests/codes'),
  ),
  'request.send': row('401 in in in 403 403 403 in', () => ({
    path: '/api/requests',
    body: { request: newId(), kind: 'question', text: '老人来问：互助金怎么领？', code: '204816' },
  })),
  'request.get': row(
    who.concerned,
    get(({ requests }) => `/api/requests/${requests.toRead}`),
  ),
  'request.hand-on': row(who.supervisors, ({ requests, organisations }) => ({
    path: `/api/requests/${requests.toHandOn}/assignment`,
    body: { owner: organisations.union, dueDay: '2099-12-31' },
  })),
  'request.answer': row(who.theOwner, ({ requests }) => ({
    path: `/api/requests/${requests.toRead}/answers`,
    body: { text: '已经修好。' },
  })),
  'request.close': row(who.supervisors, ({ requests }) => ({
    path: `/api/requests/${requests.toClose}/closure`,
    body: { text: '已电话回访。' },
  })),
  'request.see-contact': row(who.theOwner, ({ requests }) => ({
    path: `/api/requests/${requests.toRead}/contact`,
  })),
  // Only for those who had it noted just before.
  'request.contact': row(
    who.theOwner,
    get(({ requests }) => `/api/requests/${requests.toRead}/contact`),
  ),

  // follow-ups
  'followup.list': row(
    who.readers,
    get(() => '/api/followups'),
  ),
  'followup.export': row(
    who.anySupervisor,
    get(() => '/api/followups/export.xlsx'),
  ),
  'followup.leads': row(
    who.readers,
    get(() => '/api/followups/organisations'),
  ),
  'followup.views': row(
    who.readers,
    get(() => '/api/followups/views'),
  ),
  'followup.save-view': row(who.readers, () => ({
    path: '/api/followups/views',
    body: { view: newId(), name: '本周到期', query: { lamp: 'near' } },
  })),
  // A saved view is its owner's alone: here the supervisor's.
  'followup.drop-view': row('401 404 404 in 404 404 403 404', ({ followups }) => ({
    path: `/api/followups/views/${followups.supervisorsView}`,
  })),
  'followup.assign-many': row(who.supervisors, ({ followups, organisations }) => ({
    path: '/api/followups/assignments',
    body: { followups: followups.toAssignTogether, lead: organisations.union, dueDay: '2099-12-31' },
  })),
  'followup.get': row(
    who.concerned,
    get(({ followups }) => `/api/followups/${followups.underway}`),
  ),
  'followup.assign': row(who.supervisors, ({ followups, organisations }) => ({
    path: `/api/followups/${followups.toAssign}/assignment`,
    body: { lead: organisations.union, dueDay: '2099-12-31' },
  })),
  'followup.sign': row(who.theLead, ({ followups }) => ({
    path: `/api/followups/${followups.assigned}/receipt`,
  })),
  'followup.report': row(who.theLead, ({ followups }) => ({
    path: `/api/followups/${followups.underway}/feedbacks`,
    body: { text: '第三期已开班。' },
  })),
  'followup.ask-extension': row(who.theLead, ({ followups }) => ({
    path: `/api/followups/${followups.toExtend}/extensions`,
    body: { extension: newId(), toDay: '2099-12-31', reason: '第三期顺延' },
  })),
  'followup.decide-extension': row(who.supervisors, ({ followups }) => ({
    path: `/api/followups/${followups.extensionAsked}/extensions/${followups.extension}/decision`,
    body: { granted: true },
  })),
  'followup.ask-closing': row(who.theLead, ({ followups }) => ({
    path: `/api/followups/${followups.toClose}/closing`,
    body: { text: '三期培训全部结业。' },
  })),
  'followup.review': row(who.supervisors, ({ followups }) => ({
    path: `/api/followups/${followups.closing}/reviews`,
    body: { outcome: 'closed' },
  })),
  'followup.remark': row(who.supervisors, ({ followups }) => ({
    path: `/api/followups/${followups.closed}/remarks`,
    body: { item: newId(), text: '清单每季度更新一次。' },
  })),
  // Whoever reads it may ask; the command then takes the lead organisation's officers and the supervisor.
  'followup.add-part': row('401 404 in in 403 403 403 404', ({ followups, organisations }) => ({
    path: `/api/followups/${followups.underway}/parts`,
    body: { part: newId(), organisation: organisations.league, text: '组织返乡青年报名' },
  })),
  'followup.complete-part': row(who.theLead, ({ followups }) => ({
    path: `/api/followups/${followups.withPart}/parts/${followups.part}/completion`,
    body: { text: '已完成。' },
  })),
  'followup.withdraw': row(who.supervisors, ({ followups }) => ({
    path: `/api/followups/${followups.toWithdraw}/withdrawal`,
    body: { reason: '与另一事项合并' },
  })),
  'today.list': row(
    who.signedIn,
    get(() => '/api/today'),
  ),
  'calendar.days': row(
    who.signedIn,
    get(() => '/api/calendar?from=2026-10-01&to=2026-10-10'),
  ),

  // what the platform serves for all slices
  'file.upload': row(who.signedIn, () => ({
    path: '/api/files?name=list.txt',
    bytes: new TextEncoder().encode('服务清单'),
  })),
  'file.open': row(
    '401 404 in in in in 404 404',
    get(({ file }) => `/api/records/followup/${file.record}/files/${file.id}`),
  ),
  'record.search': row(
    who.signedIn,
    get(() => `/api/search?q=${encodeURIComponent('天全县')}`),
  ),
  'figure.list': row(
    who.signedIn,
    get(() => '/api/figures'),
  ),
  'figure.get': row(
    who.readers,
    get(() => '/api/figures/followup.opened'),
  ),
  'figure.records': row(
    who.readers,
    get(() => '/api/figures/followup.opened/records'),
  ),
  'event.list': row(
    who.ledgerReaders,
    get(() => '/api/events'),
  ),
}
