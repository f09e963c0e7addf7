/** The door of the follow-ups for other slices' pages and the frame: routes, nothing of the server. */
export { followupRoutes } from './followup-contract.ts'
export { todayRoutes } from './today-contract.ts'
