import { BellOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { call } from '#platform/contracts/call.ts'
import { useTexts } from '#ui/language.ts'
import { noticeRoutes } from '#slices/notices/contract'
import { noticeDoorMessages } from '../../slices/notices/notice-door-messages.ts'
import './bell.css'

const minute = 60_000

/** The way to one's own notices, with how many are unread. Looks again every minute. */
export function Bell() {
  const t = useTexts(noticeDoorMessages)
  const unread =
    useQuery({
      queryKey: ['notices', 'unread'],
      queryFn: ({ signal }) => call(noticeRoutes.unread, { signal }),
      refetchInterval: minute,
    }).data?.unread ?? 0
  return (
    <Link to="/my-notices" className="icon-button bell" aria-label={t.bell(unread)} title={t.bell(unread)}>
      <BellOutlined aria-hidden="true" />
      {unread > 0 && (
        <span className="bell-count" aria-hidden="true">
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </Link>
  )
}
