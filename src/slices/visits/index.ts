/** The door of the visits: what other slices may use. */
export type { Force } from './reading.ts'
export {
  type ConfirmedDirective,
  type ConfirmedVisit,
  confirmedVisits,
  directivesOf,
  draftVisits,
} from './visit-store.ts'
