/** The door of the requests: what other slices may use. */
export { type RequestKind } from './request.ts'
export { requestMessages } from './request-messages.ts'
export { requestsByIds, type RequestRow } from './request-store.ts'
