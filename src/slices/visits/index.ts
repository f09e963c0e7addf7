/** The door of the visits: what other slices may use. */
export type { Force } from './reading.ts'
export {
  type ConfirmedDirective,
  confirmedVisits,
  directivesOf,
  draftVisits,
  saidBesideOf,
} from './visit-store.ts'
export type { ConfirmedVisit } from './visit-summary.ts'
