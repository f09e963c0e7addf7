import { z } from 'zod'
import { id, line, moment, named, pageSize } from '#platform/contracts/fields.ts'
import { route } from '#platform/contracts/route.ts'
import { roles } from './person.ts'

const login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,39}$/)
const password = z.string().min(1).max(200)
const role = z.enum(roles)

const heldRole = z.object({ grant: id, role, organisation: named })

export const sessionShape = z.object({
  person: z
    .object({
      id,
      name: z.string(),
      login: z.string(),
      county: z.object({ code: z.string(), name: z.string() }),
      roles: z.array(heldRole),
      permissions: z.array(z.string()),
      /** A one-time password was used: an own one must be set before anything else. */
      mustChangePassword: z.boolean(),
    })
    .nullable(),
  mode: z.enum(['demo', 'real']),
  /** Only in demo mode. */
  demoIdentities: z.array(
    z.object({
      login: z.string(),
      name: z.string(),
      role: z.string(),
      organisation: z.string(),
      password: z.string(),
    }),
  ),
})

export const personShape = z.object({
  id,
  name: z.string(),
  post: z.string(),
  login: z.string().nullable(),
  suspendedAt: moment.nullable(),
  roles: z.array(heldRole),
})

export const addPersonInput = z.object({
  person: id,
  name: line(40),
  post: z.string().trim().max(60).default(''),
  login,
  /** Made by the sender, shown once, good for the first sign-in. */
  oneTimePassword: z.string().min(10).max(60),
  role,
  organisation: id,
})
export const grantRoleInput = z.object({ person: id, grant: id, role, organisation: id })
export const withdrawRoleInput = z.object({ person: id, grant: id })
export const suspendPersonInput = z.object({ person: id, reason: line(200) })
export const resumePersonInput = z.object({ person: id })
export const resetPasswordInput = z.object({ person: id, oneTimePassword: z.string().min(10).max(60) })
export const changePasswordInput = z.object({ old: password, new: password })

const onePerson = { params: z.object({ person: id }), response: z.object({ id }) }
const manage = { permission: 'person.manage' }

export const personRoutes = {
  session: route('session.get', {
    method: 'GET',
    path: '/api/session',
    summary: { zh: '当前登录', en: 'Who is signed in' },
    access: 'anyone',
    response: sessionShape,
  }),
  signIn: route('session.open', {
    method: 'POST',
    path: '/api/session',
    summary: { zh: '登录', en: 'Sign in' },
    access: 'anyone',
    body: z.object({ login: z.string().trim().toLowerCase().max(60), password }),
    response: sessionShape,
  }),
  signOut: route('session.close', {
    method: 'DELETE',
    path: '/api/session',
    summary: { zh: '退出', en: 'Sign out' },
    access: 'anyone',
    response: sessionShape,
  }),
  changePassword: route('session.password', {
    method: 'PUT',
    path: '/api/session/password',
    summary: { zh: '修改自己的密码', en: 'Change your own password' },
    access: 'signed-in',
    body: changePasswordInput,
    response: z.object({ id }),
  }),
  list: route('person.list', {
    method: 'GET',
    path: '/api/people',
    summary: { zh: '查找人员', en: 'Find people' },
    access: manage,
    query: z.object({ q: z.string().max(100).optional(), after: id.optional(), limit: pageSize }),
    response: z.object({ items: z.array(personShape), next: id.nullable() }),
  }),
  get: route('person.get', {
    method: 'GET',
    path: '/api/people/:person',
    summary: { zh: '查看人员', en: 'Show a person' },
    access: manage,
    params: z.object({ person: id }),
    response: personShape,
  }),
  add: route('person.add', {
    method: 'POST',
    path: '/api/people',
    summary: { zh: '新增人员', en: 'Add a person' },
    access: manage,
    body: addPersonInput,
    response: z.object({ id }),
  }),
  grantRole: route('person.grant-role', {
    method: 'POST',
    path: '/api/people/:person/roles',
    summary: { zh: '授予职责', en: 'Grant a role' },
    access: manage,
    ...onePerson,
    body: grantRoleInput.omit({ person: true }),
  }),
  withdrawRole: route('person.withdraw-role', {
    method: 'DELETE',
    path: '/api/people/:person/roles/:grant',
    summary: { zh: '收回职责', en: 'Withdraw a role' },
    access: manage,
    params: z.object({ person: id, grant: id }),
    response: z.object({ id }),
  }),
  suspend: route('person.suspend', {
    method: 'POST',
    path: '/api/people/:person/suspension',
    summary: { zh: '停用账号', en: 'Suspend an account' },
    access: manage,
    ...onePerson,
    body: suspendPersonInput.omit({ person: true }),
  }),
  resume: route('person.resume', {
    method: 'DELETE',
    path: '/api/people/:person/suspension',
    summary: { zh: '恢复账号', en: 'Resume an account' },
    access: manage,
    ...onePerson,
  }),
  resetPassword: route('person.reset-password', {
    method: 'POST',
    path: '/api/people/:person/password',
    summary: { zh: '重设一次性密码', en: 'Set a one-time password' },
    access: manage,
    ...onePerson,
    body: resetPasswordInput.omit({ person: true }),
  }),
}
