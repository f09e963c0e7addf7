/** The door of the organisations for other slices' pages: routes and pure rules, nothing of the server. */
export { nameIn, organisationKinds } from './organisation.ts'
export { organisationRoutes } from './organisation-contract.ts'
