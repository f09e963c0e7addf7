/** The door of the places: what other slices may use. */
export { alsoCallPlace } from './also-call-place.ts'
export { areasOf, type CountyAreas } from './county-areas.ts'
export { nameKey, type ShortForm, shortFormsOf, townshipsAgree } from './place-name.ts'
export { type PlaceCalled, placesCalled } from './places-called.ts'
export { placesByIds, type PlaceRow } from './place-store.ts'
