/** The door of the services for other slices' pages: routes, texts and pure rules, nothing of the server. */
export { hoursInWords } from './own-hours.ts'
export { isPublic, serviceCategories, type ServiceCategory, stateOf, usualFreshness } from './service.ts'
export { serviceRoutes } from './service-contract.ts'
export { serviceMessages } from './service-messages.ts'
