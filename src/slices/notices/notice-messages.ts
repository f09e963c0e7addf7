import { messages } from '#platform/i18n/messages.ts'
import type { Fault } from '#platform/notify/channel.ts'
import type { ChannelName } from '#platform/notify/channel.ts'
import type { AlarmReason } from '#platform/notify/notice-store.ts'
import type { OutboxState } from './notice.ts'

interface Words {
  record: string
  job: string
  alarmRecord: string
  title: string
  channels: Record<ChannelName, string>
  states: Record<OutboxState, string>
  faults: Record<Fault, string>
  /** Behind a fault that will be tried again, with the other side's code. */
  willTry: (fault: string, code: string, attempts: number) => string
  withCode: (fault: string, code: string) => string
  alarms: Record<AlarmReason, string>
  mailCloses: string
  andMore: (count: number) => string
  nobody: string
  today: { title: (label: string) => string; action: string }
}

export const noticeMessages = messages<Words>({
  zh: {
    record: '通知',
    job: '后台工作',
    alarmRecord: '没有通知到人',
    title: '通知',
    channels: { page: '平台消息', wecom: '企业微信', sms: '短信', smtp: '电子邮件', call: '电话通知' },
    states: {
      waiting: '等待发送',
      sent: '已送出',
      held: '演示，未发出',
      refused: '被拒收',
      bounced: '已退回',
      'given-up': '多次未成，已放弃',
      dropped: '无需再发',
    },
    faults: {
      'no-such-address': '对方说没有这个地址',
      refused: '对方拒收这条内容',
      busy: '对方暂时不收',
      unreachable: '连不上对方的服务器',
      'too-slow': '对方迟迟没有应答',
      'server-fault': '对方的服务出错',
      login: '对方不认本平台的账号或密钥',
      'address-stopped': '这个地址已停发，要有人核对后恢复',
      'channel-off': '这个渠道已停用',
      reported: '有人登记已退回',
    },
    willTry: (fault, code, attempts) => `${fault}${code ? `（${code}）` : ''}，已试 ${attempts} 次，稍后再试`,
    withCode: (fault, code) => (code ? `${fault}（${code}）` : fault),
    alarms: {
      'nobody-known': '没有可以通知的人：该单位没有承担这项职责的账号',
      'no-way': '没有留下任何联系方式',
      'all-failed': '所有方式都没有送到',
      unread: '只能在平台上通知，到时仍未查看',
    },
    mailCloses: '这封邮件由搭桥平台自动发出，请不要直接回复。',
    andMore: (count) => `……另有 ${count} 条，请到平台查看。`,
    nobody: '（没有对象）',
    today: { title: (label) => `没有通知到人：${label}`, action: '设法告知' },
  },
  en: {
    record: 'Notice',
    job: 'Background work',
    alarmRecord: 'Nobody was told',
    title: 'Notices',
    channels: { page: 'page', wecom: 'WeCom', sms: 'text message', smtp: 'e-mail', call: 'call' },
    states: {
      waiting: 'waiting',
      sent: 'sent',
      held: 'demo: not sent',
      refused: 'refused',
      bounced: 'bounced',
      'given-up': 'given up',
      dropped: 'not needed any more',
    },
    faults: {
      'no-such-address': 'The other side says that there is no such address',
      refused: 'The other side would not take this message',
      busy: 'The other side takes nothing just now',
      unreachable: 'The server of the other side cannot be reached',
      'too-slow': 'The other side did not answer in time',
      'server-fault': 'The service of the other side failed',
      login: 'The other side does not accept our account or secret',
      'address-stopped': 'Nothing is sent to this address until somebody has looked at it',
      'channel-off': 'This channel is switched off',
      reported: 'Somebody reported that it came back',
    },
    willTry: (fault, code, attempts) =>
      `${fault}${code ? ` (${code})` : ''}; tried ${attempts === 1 ? 'once' : `${attempts} times`}, and again later`,
    withCode: (fault, code) => (code ? `${fault} (${code})` : fault),
    alarms: {
      'nobody-known': 'There is nobody to tell: no account of the organisation has that duty',
      'no-way': 'No way of reaching them is known',
      'all-failed': 'No way of reaching them worked',
      unread: 'They can only be told on the page, and have not looked in time',
    },
    mailCloses: 'Sent by Daqiao by itself; please do not answer this mail.',
    andMore: (count) => `… and ${count} more on the page.`,
    nobody: '(nobody)',
    today: { title: (label) => `Nobody was told: ${label}`, action: 'Tell them' },
  },
})

export const noticeEvents = {
  'notice.seen': { zh: '查看通知', en: 'read notices' },
  'notice.address-set': { zh: '设置通知接收方式', en: 'set how somebody is told' },
  'notice.settings-changed': { zh: '修改通知设置', en: 'decided about notices' },
  'notice.tested': { zh: '发送测试通知', en: 'sent a test message' },
  'notice.sent-again': { zh: '重新发送通知', en: 'sent a notice once more' },
  'notice.bounce-reported': { zh: '登记退信', en: 'reported that a notice came back' },
  'notice.stop-cleared': { zh: '恢复向停发地址发送', en: 'let an address be sent to again' },
  'notice.alarm-answered': { zh: '处理“没有通知到人”', en: 'answered that nobody was told' },
  'notice.called': { zh: '登记电话通知', en: 'noted a call' },
  'job.retried': { zh: '重做后台工作', en: 'tried failed work once more' },
  'job.dropped': { zh: '放弃后台工作', en: 'dropped failed work' },
}
