/** The door of the organisations: what other slices may use. */
export { foundCounty } from './found-county.ts'
export { type CalledBy, type CalledOrganisation, nameIn, type Organisation } from './organisation.ts'
export { namesOneBody, spellingsOf } from './organisation-name.ts'
export { organisationsCalled } from './organisations-called.ts'
export {
  countiesHere,
  findOrganisations,
  namesToFindBy,
  organisationsByIds,
  pathOf,
  subtreesOf,
  theCounty,
} from './organisation-store.ts'
