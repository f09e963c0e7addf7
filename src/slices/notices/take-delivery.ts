import { may } from '#platform/auth/actor.ts'
import type { Work } from '#platform/commands/command.ts'
import { notFound } from '#platform/http/problems.ts'
import {
  type DeliveryRow,
  deliveriesByIds,
  noticesByIds,
  noticesOfMatter,
} from '#platform/notify/notice-store.ts'
import type { Permission } from './notice-permissions.ts'

export const aNotice = { zh: '这条通知', en: 'This notice' }

/** A delivery, held for this command; its notice's matter is locked with it. Throws `notFound`. */
export async function takeDelivery(
  { tx, actor }: Work,
  id: string,
  permission: Permission,
): Promise<DeliveryRow> {
  const [seen] = await deliveriesByIds(tx, [id])
  const [notice] = seen ? await noticesByIds(tx, [seen.notice]) : []
  if (!notice) throw notFound(aNotice)
  await noticesOfMatter(tx, notice.matter)
  const [delivery] = await deliveriesByIds(tx, [id])
  const { organisation } = notice
  const county = actor.reach.get(permission) === 'county'
  if (!delivery || !(county || (organisation !== null && may(actor, permission, [organisation]))))
    throw notFound(aNotice)
  return delivery
}
