/** The door of the places: what other slices may use. */
export { alsoCallPlace } from './also-call-place.ts'
export { areasOf, type CountyAreas, villageOf } from './county-areas.ts'
export { pinyinOrder } from './pinyin-order.ts'
export { nameKey, type ShortForm, shortFormsOf, townshipsAgree } from './place-name.ts'
export { type PlaceCalled, placesCalled } from './places-called.ts'
export { placesByIds, type PlaceRow } from './place-store.ts'
