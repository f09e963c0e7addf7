import { messages } from '#platform/i18n/messages.ts'
import type { Group, Hold } from './report-queue.ts'

const reports = (count: number) => `${count} ${count === 1 ? 'report' : 'reports'}`
const directivesOf = (count: number) => `${count} ${count === 1 ? 'directive' : 'directives'}`

/** The texts of many reports at once. */
export const manyReportsMessages = messages({
  zh: {
    title: (total: number) => `${total} 篇报道`,
    read: (count: number) => `开始读这 ${count} 篇`,
    stop: '停一下',
    goOn: (count: number) => `接着读其余 ${count} 篇`,
    tryNow: '现在重连',
    clear: '清空',
    another: '再读一批',
    progress: (done: number, total: number) => `已读 ${done} / ${total} 篇`,
    progressLabel: '读取进度',
    ready: '一篇接一篇地读；读出的都是初稿，由您逐篇核对、确认。',
    going: '一篇接一篇地读。读好的可以先去核对，这里不会停；只是不要关掉这个网页。',
    stopping: '手上这一篇读完就停。',
    stopped: '已停下。读好的都已保存，其余的还在这里等着。',
    held: {
      network: '连不上服务器，先停在这里；网络恢复后自动接着读，不会重复。',
      'signed-out': '登录已失效，先停在这里。请重新登录后回到本页接着读。',
    } satisfies Record<Hold, string>,
    finished: (parts: readonly string[]) => `读完了：${parts.join('，')}。`,
    counted: {
      waiting: (count: number) => `${count} 篇还没有读`,
      read: (count: number) => `${count} 篇已整理`,
      unlike: (count: number) => `${count} 篇不像调研报道`,
      known: (count: number) => `${count} 篇以前读过`,
      failed: (count: number) => `${count} 篇没有读成`,
    } satisfies Record<Group, (count: number) => string>,
    drafts: (count: number) => `其中 ${count} 篇等您确认。`,
    noDrafts: '没有新的要您确认。',
    seeDrafts: '看待确认的调研',
    show: '只看',
    showAll: '全部',
    list: '这一批报道',
    states: {
      waiting: '排队中',
      reading: '正在读…',
      read: (directives: number, toAsk: number) =>
        `读出 ${directives} 条要求，${toAsk > 0 ? `${toAsk} 处待看` : '待确认'}`,
      confirmed: (directives: number) => `已确认，${directives} 条要求`,
      dismissed: '已搁置',
      unlike: (kind: string) => `不像调研报道，像是：${kind}`,
      known: '以前读过，没有重复保存',
      failed: (title: string) => `没有读成：${title}`,
    },
    check: (title: string) => `核对《${title}》`,
    open: (title: string) => `看《${title}》`,
    look: '看读出了什么',
    readAgain: '仍要再读一遍',
    retry: '再试一次',
    remove: '移出',
    of: (action: string, name: string) => `${action}：${name}`,
  },
  en: {
    title: reports,
    read: (count) => `Read ${count === 1 ? 'this report' : `these ${reports(count)}`}`,
    stop: 'Stop',
    goOn: (count) => `Go on with the other ${count}`,
    tryNow: 'Try now',
    clear: 'Clear',
    another: 'Read more reports',
    progress: (done, total) => `${done} of ${total} read`,
    progressLabel: 'Reports read',
    ready: 'They are read one after the other. Each comes out as a draft and waits for your confirmation.',
    going:
      'One is read after the other. You can check the first ones meanwhile and come back; only keep this window open.',
    stopping: 'It stops once the report in hand is read.',
    stopped: 'Stopped. What was read is saved; the others still wait here.',
    held: {
      network:
        'The server cannot be reached. Reading waits, and goes on by itself once it is back; nothing is read twice.',
      'signed-out': 'You are no longer signed in. Sign in again and come back to this page to go on.',
    },
    finished: (parts) => `All are through: ${parts.join(', ')}.`,
    counted: {
      waiting: (count) => `${count} not read yet`,
      read: (count) => `${count} read`,
      unlike: (count) => (count === 1 ? '1 is no visit report' : `${count} are no visit reports`),
      known: (count) => `${count} read before`,
      failed: (count) => `${count} failed`,
    },
    drafts: (count) =>
      count === 1 ? '1 waits for your confirmation.' : `${count} wait for your confirmation.`,
    noDrafts: 'Nothing new waits for your confirmation.',
    seeDrafts: 'See what waits',
    show: 'Show',
    showAll: 'All',
    list: 'These reports',
    states: {
      waiting: 'Waiting',
      reading: 'Being read…',
      read: (directives, toAsk) =>
        `${directivesOf(directives)}, ${toAsk > 0 ? `${toAsk} to look at` : 'to confirm'}`,
      confirmed: (directives) => `Confirmed, ${directivesOf(directives)}`,
      dismissed: 'Set aside',
      unlike: (kind) => `No visit report; it looks like ${kind}`,
      known: 'Read before; not saved twice',
      failed: (title) => `Not read: ${title}`,
    },
    check: (title) => `Check “${title}”`,
    open: (title) => `Open “${title}”`,
    look: 'See what was read',
    readAgain: 'Read it again anyway',
    retry: 'Try again',
    remove: 'Take out',
    of: (action, name) => `${action}: ${name}`,
  },
})
