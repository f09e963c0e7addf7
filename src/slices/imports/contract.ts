/** The door of the imports for other slices' pages. */
export { importRoutes } from './import-contract.ts'
