/** The door of the services: what other slices may use. */
export {
  countPublicServices,
  type Looking,
  publicPlace,
  publicPlaces,
  publicPlacesByIds,
  publicService,
  publicServices,
  publicServicesAt,
  publicServicesByIds,
  type PublicOrganisation,
  type PublicPlace,
  type PublicService,
  type PublicServicePlace,
} from './public-services.ts'
export { type Hit, searchServices } from './search-services.ts'
export { servicesByIds, type ServiceRow } from './service-store.ts'
