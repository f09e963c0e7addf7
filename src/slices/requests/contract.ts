/** The door of the requests for other slices' pages: routes and pure rules, nothing of the server. */
export { requestNumberInGroups } from './request-number.ts'
export { requestRoutes } from './request-contract.ts'
