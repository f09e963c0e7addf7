/** The door of the organisations: what other slices may use. */
export { foundCounty } from './found-county.ts'
export { nameIn, type Organisation } from './organisation.ts'
export {
  countiesHere,
  findOrganisations,
  organisationsByIds,
  pathOf,
  subtreesOf,
  theCounty,
} from './organisation-store.ts'
