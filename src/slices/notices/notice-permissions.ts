const everybody = ['administrator', 'supervisor', 'officer', 'leader', 'auditor']

/** Each permission of the notices, and who carries it. */
export const noticePermissions = {
  'notice.own': everybody,
  /** The outbox: who was told by which way, and what came of it. */
  'notice.read': ['administrator', 'supervisor'],
  /** Alarms and calls of the own organisation. */
  'notice.tell': ['administrator', 'supervisor', 'officer'],
  'notice.manage': ['administrator'],
  'job.manage': ['administrator'],
}
export type Permission = keyof typeof noticePermissions
