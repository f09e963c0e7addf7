export const assistanceRecord = { zh: '代办', en: 'Acting for somebody' }

export const assistanceEvents = {
  'assistance.begun': { zh: '开始代办', en: 'began to act for somebody' },
  'assistance.ended': { zh: '结束代办', en: 'ended acting for somebody' },
}
