import * as bookings from '#slices/bookings/console'
import * as followups from '#slices/followups/console'
import * as imports from '#slices/imports/console'
import * as notices from '#slices/notices/console'
import * as organisations from '#slices/organisations/console'
import * as people from '#slices/people/console'
import * as places from '#slices/places/console'
import * as requests from '#slices/requests/console'
import * as services from '#slices/services/console'
import * as visits from '#slices/visits/console'
import type { ConsoleSlice } from '#ui/console-slice.ts'

/** The slices that have a console door, in the order of the house. Nothing else in the frame lists them. */
export const slices: readonly ConsoleSlice[] = [
  organisations,
  people,
  notices,
  places,
  bookings,
  services,
  visits,
  requests,
  followups,
  imports,
]
