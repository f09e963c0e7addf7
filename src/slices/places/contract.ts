/** The door of the places for other slices' pages: routes and pure rules, nothing of the server. */
export { areasOf } from './county-areas.ts'
export { type NameSource, nameSources, type PlaceKind, placeKinds } from './place.ts'
export { placeRoutes } from './place-contract.ts'
export { nameKey, shortFormsOf, townshipsAgree } from './place-name.ts'
