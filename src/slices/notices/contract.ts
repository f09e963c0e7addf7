/** The door of the notices for other slices' pages and the frame: routes, nothing of the server. */
export { noticeRoutes } from './notice-contract.ts'
