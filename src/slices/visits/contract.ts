/** The door of the visits for other slices' pages: routes and pure rules, nothing of the server. */
export { visitRoutes } from './visit-contract.ts'
