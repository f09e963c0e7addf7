/** The door of the people for other slices' pages: routes and pure rules, nothing of the server. */
export { personRoutes } from './person-contract.ts'
