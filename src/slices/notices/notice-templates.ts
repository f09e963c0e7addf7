import { template } from '#platform/notify/template.ts'

/** The notices of this slice itself. */
export const testNotice = template('notice.test', {
  label: { zh: '测试通知', en: 'Test message' },
  values: { sender: 'text' },
  zh: {
    title: '搭桥平台测试通知',
    body: '{sender}发送了这条测试通知。您收到它，说明这个渠道是通的。不需要做任何事。',
    many: '{count} 条测试通知',
  },
  en: {
    title: 'A test message of Daqiao',
    body: '{sender} sent this test message. That you have it means that the channel works. There is nothing to do.',
    many: '{count} test messages',
  },
})
