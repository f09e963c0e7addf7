/**
 * What a role lets its holder do is said by each slice beside its permissions. A role is held at an
 * organisation and reaches all that is below it.
 */
export const roles = ['administrator', 'supervisor', 'officer', 'leader', 'auditor'] as const
export type Role = (typeof roles)[number]

export interface Person {
  id: string
  name: string
  post: string
}

export interface HeldRole {
  grant: string
  role: Role
  organisation: string
}
