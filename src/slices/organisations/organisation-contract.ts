import { z } from 'zod'
import { day, id, line, pageSize } from '#platform/contracts/fields.ts'
import { route } from '#platform/contracts/route.ts'
import { organisationKinds } from './organisation.ts'

export const organisationShape = z.object({
  id,
  parent: id.nullable(),
  kind: z.enum(organisationKinds),
  name: z.string(),
  nameEn: z.string().nullable(),
  shortName: z.string(),
  closedOn: day.nullable(),
})

const names = {
  name: line(60),
  nameEn: z.string().trim().max(120).optional(),
  shortName: line(20),
}

export const addOrganisationInput = z.object({
  organisation: id,
  parent: id,
  kind: z.enum(organisationKinds).exclude(['county']),
  ...names,
})
export const renameOrganisationInput = z.object({ organisation: id, ...names })
export const closeOrganisationInput = z.object({ organisation: id, day, reason: line(200) })

export const alsoCallInput = z.object({ organisation: id, name: line(40).min(2) })
export const dropNameInput = z.object({ organisation: id, name: line(40) })

export const organisationRoutes = {
  list: route('organisation.list', {
    method: 'GET',
    path: '/api/organisations',
    summary: { zh: '查找组织', en: 'Find organisations' },
    access: 'signed-in',
    query: z.object({
      /** Chinese, pinyin or initials. */
      q: z.string().max(100).optional(),
      parent: id.optional(),
      /** The last id of the page before. */
      after: id.optional(),
      limit: pageSize,
    }),
    response: z.object({
      items: z.array(organisationShape.extend({ children: z.number() })),
      next: id.nullable(),
    }),
  }),
  get: route('organisation.get', {
    method: 'GET',
    path: '/api/organisations/:organisation',
    summary: { zh: '查看组织', en: 'Show an organisation' },
    access: 'signed-in',
    params: z.object({ organisation: id }),
    response: organisationShape.extend({
      /** From the county down. */
      ancestors: z.array(organisationShape),
      /** What the actor may do with it now. */
      actions: z.array(z.enum(['add', 'rename', 'close'])),
      /** Other names that people call it by, the oldest first. */
      alsoCalled: z.array(z.string()),
      /** Whether the actor may say what else it is called. */
      mayName: z.boolean(),
    }),
  }),
  add: route('organisation.add', {
    method: 'POST',
    path: '/api/organisations',
    summary: { zh: '新增组织', en: 'Add an organisation' },
    access: { permission: 'organisation.manage' },
    body: addOrganisationInput,
    response: z.object({ id }),
  }),
  rename: route('organisation.rename', {
    method: 'PUT',
    path: '/api/organisations/:organisation',
    summary: { zh: '更改组织名称', en: 'Rename an organisation' },
    access: { permission: 'organisation.manage' },
    params: z.object({ organisation: id }),
    body: renameOrganisationInput.omit({ organisation: true }),
    response: z.object({ id }),
  }),
  close: route('organisation.close', {
    method: 'POST',
    path: '/api/organisations/:organisation/closure',
    summary: { zh: '撤销组织', en: 'Close an organisation' },
    access: { permission: 'organisation.manage' },
    params: z.object({ organisation: id }),
    body: closeOrganisationInput.omit({ organisation: true }),
    response: z.object({ id }),
  }),
  alsoCall: route('organisation.also-call', {
    method: 'POST',
    path: '/api/organisations/:organisation/names',
    summary: { zh: '添加组织的别名', en: 'Say what else an organisation is called' },
    access: { permission: 'organisation.name' },
    params: z.object({ organisation: id }),
    body: alsoCallInput.omit({ organisation: true }),
    response: z.object({ id }),
  }),
  dropName: route('organisation.drop-name', {
    method: 'DELETE',
    path: '/api/organisations/:organisation/names/:name',
    summary: { zh: '去掉组织的一个别名', en: 'Drop a name that an organisation is also called by' },
    access: { permission: 'organisation.name' },
    params: z.object({ organisation: id, name: line(40) }),
    response: z.object({ id }),
  }),
}
