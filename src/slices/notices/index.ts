/** The door of the notices: what later slices may use. To tell somebody something they call `notify` of the platform. */
export { settleDemoNotices } from './notice-demo.ts'
export { openAlarmsFor } from './notice-view.ts'
