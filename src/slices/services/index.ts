/** The door of the services: what other slices may use. */
export {
  type Looking,
  type PublicHours,
  type PublicOrganisation,
  type PublicPlace,
  publicPlace,
  publicPlaces,
  publicPlacesByIds,
} from './public-places.ts'
export {
  countPublicServices,
  publicService,
  publicServices,
  publicServicesAt,
  publicServicesByIds,
  type PublicService,
  type PublicServicePlace,
} from './public-services.ts'
export { type Hit, searchServices } from './search-services.ts'
export { servicesByIds, type ServiceRow } from './service-store.ts'
export { openGraphDescription, placeJsonLd, serviceJsonLd, serviceOpenGraph } from './service-json-ld.ts'
