/** The door of the places for other slices' pages: routes and pure rules, nothing of the server. */
export { areasOf, villageOf } from './county-areas.ts'
export { dialled, phoneOf } from './phone.ts'
export {
  type AccessTerm,
  type NameSource,
  nameSources,
  type PlaceKind,
  placeKinds,
  type SpokenLanguage,
  spokenLanguages,
} from './place.ts'
export { placeRoutes } from './place-contract.ts'
export { placeMessages } from './place-messages.ts'
export { nameKey, shortFormsOf, townshipsAgree } from './place-name.ts'
export { hoursRoutes, openStateShape } from './hours-contract.ts'
export { roomRoutes, roomShape } from './room-contract.ts'
