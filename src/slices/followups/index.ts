/** The door of the follow-ups: what other slices may use. */
export { type Kind, type LampState, lampOf, nearDayFrom, type State } from './followup.ts'
export { followupsByIds, followupsOfRequest, followupsOfVisit } from './followup-store.ts'
