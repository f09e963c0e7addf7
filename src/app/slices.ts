import type { MakeSlice } from '#platform/slice.ts'
import { assistanceSlice } from '../slices/assistance/slice.ts'
import { organisationsSlice } from '../slices/organisations/slice.ts'
import { peopleSlice } from '../slices/people/slice.ts'
import { noticesSlice } from '../slices/notices/slice.ts'
import { placesSlice } from '../slices/places/slice.ts'
import { bookingsSlice } from '../slices/bookings/slice.ts'
import { servicesSlice } from '../slices/services/slice.ts'
import { visitsSlice } from '../slices/visits/slice.ts'
import { requestsSlice } from '../slices/requests/slice.ts'
import { followupsSlice } from '../slices/followups/slice.ts'
import { importsSlice } from '../slices/imports/slice.ts'

/** Every slice, in the order in which they may know each other: a later one may import an earlier one's door. */
export const slices: readonly MakeSlice[] = [
  organisationsSlice,
  peopleSlice,
  noticesSlice,
  assistanceSlice,
  placesSlice,
  bookingsSlice,
  servicesSlice,
  visitsSlice,
  requestsSlice,
  followupsSlice,
  importsSlice,
]
