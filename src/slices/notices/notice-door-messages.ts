import { messages } from '#platform/i18n/messages.ts'

/** What the frame itself says of notices: loaded with it, so it holds only this. */
export const noticeDoorMessages = messages({
  zh: {
    mine: '我的通知',
    outbox: '发件箱',
    notice: '通知',
    alarms: '没有通知到人',
    calls: '电话通知单',
    settings: '通知设置',
    jobs: '后台工作',
    printCalls: '打印电话通知单',
    bell: (count: number) =>
      count > 99 ? '我的通知，99 条以上未读' : count > 0 ? `我的通知，${count} 条未读` : '我的通知',
  },
  en: {
    mine: 'My notices',
    outbox: 'Outbox',
    notice: 'Notice',
    alarms: 'Nobody was told',
    calls: 'Call list',
    settings: 'Notice settings',
    jobs: 'Background work',
    printCalls: 'Print the call list',
    bell: (count: number) =>
      count > 99
        ? 'My notices, more than 99 unread'
        : count > 0
          ? `My notices, ${count} unread`
          : 'My notices',
  },
})
