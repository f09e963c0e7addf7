/** Places of the demo that have hours and rooms; who looks after them, and what happens in them. Invented. */
export interface DemoHouse {
  place: string
  officer: string
  /** Weekdays as RFC 5545 names them, with spans of a day. */
  hours: {
    days: string
    spans: [opens: string, minutes: number][]
    holidays: 'plain' | 'closed'
    makeUp: boolean
  }
  rooms: DemoRoom[]
}

export interface DemoRoom {
  name: string
  capacity: number
  equipment: string[]
  partOf?: string
  approval?: 'nobody' | 'others' | 'everybody'
  open?: 'organisations' | 'public'
}

const workdays = 'MO,TU,WE,TH,FR'

export const demoHouses: readonly DemoHouse[] = [
  {
    place: '天全县群团综合服务中心',
    officer: 'zhouwentao',
    hours: {
      days: workdays,
      spans: [
        ['09:00', 180],
        ['14:00', 240],
      ],
      holidays: 'closed',
      makeUp: true,
    },
    rooms: [
      {
        name: '共享会议室',
        capacity: 30,
        equipment: ['projector', 'video-conference', 'wifi', 'air-conditioning'],
        approval: 'nobody',
        open: 'public',
      },
      { name: '培训室', capacity: 60, equipment: ['projector', 'sound', 'whiteboard', 'wifi'] },
      { name: '培训室东间', capacity: 30, equipment: ['whiteboard', 'wifi'], partOf: '培训室' },
      { name: '培训室西间', capacity: 30, equipment: ['projector', 'wifi'], partOf: '培训室' },
      { name: '调解室', capacity: 8, equipment: ['air-conditioning'], approval: 'everybody', open: 'public' },
    ],
  },
  {
    place: '天全县工人文化宫',
    officer: 'yangxiaolan',
    hours: { days: 'TU,WE,TH,FR,SA,SU', spans: [['09:00', 720]], holidays: 'plain', makeUp: false },
    rooms: [
      {
        name: '多功能厅',
        capacity: 200,
        equipment: ['stage', 'sound', 'microphone', 'projector'],
        open: 'public',
      },
      { name: '多功能厅东半厅', capacity: 100, equipment: ['sound', 'microphone'], partOf: '多功能厅' },
      { name: '多功能厅西半厅', capacity: 90, equipment: ['stage', 'sound'], partOf: '多功能厅' },
      {
        name: '排练厅',
        capacity: 40,
        equipment: ['mirrors', 'sound', 'piano'],
        approval: 'nobody',
        open: 'public',
      },
    ],
  },
  {
    place: '天全县青年之家',
    officer: 'wusiqi',
    hours: { days: 'WE,TH,FR,SA,SU', spans: [['10:00', 660]], holidays: 'plain', makeUp: false },
    rooms: [{ name: '路演厅', capacity: 50, equipment: ['projector', 'microphone', 'wifi'], open: 'public' }],
  },
  {
    place: '天全县妇女儿童之家',
    officer: 'hechunyan',
    hours: { days: 'TU,WE,TH,FR,SA', spans: [['09:00', 480]], holidays: 'closed', makeUp: true },
    rooms: [{ name: '亲子活动室', capacity: 24, equipment: ['mats', 'tables'], approval: 'nobody' }],
  },
  {
    place: '天全县应急救护培训基地',
    officer: 'luojianjun',
    hours: { days: workdays, spans: [['09:00', 480]], holidays: 'closed', makeUp: true },
    rooms: [
      { name: '救护实训室', capacity: 40, equipment: ['mats', 'projector', 'screen'], approval: 'nobody' },
    ],
  },
]

/** What is asked for again and again: by whom, on which day of the week (1: Monday), from which hour for how long. */
export interface DemoWish {
  room: string
  by: string
  weekday: number
  hour: number
  minutes: number
  purpose: string
  party: number
  kind?: 'visit'
  group?: string
}

export const demoWishes: readonly DemoWish[] = [
  {
    room: '排练厅',
    by: 'yangxiaolan',
    weekday: 2,
    hour: 19,
    minutes: 120,
    purpose: '职工合唱团排练',
    party: 32,
  },
  {
    room: '排练厅',
    by: 'zenghai',
    weekday: 4,
    hour: 18,
    minutes: 90,
    purpose: '医院工会舞蹈队排练',
    party: 16,
  },
  {
    room: '多功能厅东半厅',
    by: 'tangyue',
    weekday: 5,
    hour: 9,
    minutes: 180,
    purpose: '零工专场招聘会',
    party: 80,
  },
  {
    room: '多功能厅西半厅',
    by: 'wusiqi',
    weekday: 6,
    hour: 14,
    minutes: 150,
    purpose: '青年读书分享会',
    party: 45,
  },
  {
    room: '多功能厅',
    by: 'yangxiaolan',
    weekday: 7,
    hour: 9,
    minutes: 240,
    purpose: '职工书画展布展',
    party: 30,
  },
  {
    room: '共享会议室',
    by: 'zhouwentao',
    weekday: 1,
    hour: 9,
    minutes: 120,
    purpose: '群团周例会',
    party: 18,
  },
  {
    room: '共享会议室',
    by: 'hechunyan',
    weekday: 3,
    hour: 14,
    minutes: 120,
    purpose: '妇女维权案例会商',
    party: 12,
  },
  {
    room: '共享会议室',
    by: 'tangyue',
    weekday: 4,
    hour: 9,
    minutes: 150,
    purpose: '创业贷款政策咨询',
    party: 20,
  },
  {
    room: '培训室',
    by: 'zhouwentao',
    weekday: 2,
    hour: 14,
    minutes: 180,
    purpose: '社会组织财务培训',
    party: 48,
  },
  {
    room: '培训室东间',
    by: 'luojianjun',
    weekday: 3,
    hour: 9,
    minutes: 120,
    purpose: '救护员复训',
    party: 24,
  },
  {
    room: '培训室西间',
    by: 'zenghai',
    weekday: 5,
    hour: 14,
    minutes: 120,
    purpose: '职工心理关爱讲座',
    party: 26,
  },
  { room: '调解室', by: 'hechunyan', weekday: 2, hour: 15, minutes: 60, purpose: '家庭矛盾调解', party: 5 },
  {
    room: '路演厅',
    by: 'wusiqi',
    weekday: 5,
    hour: 19,
    minutes: 120,
    purpose: '青年创业项目路演',
    party: 40,
  },
  {
    room: '路演厅',
    by: 'tangyue',
    weekday: 3,
    hour: 15,
    minutes: 90,
    purpose: '大学生见习岗位宣讲',
    party: 35,
  },
  {
    room: '亲子活动室',
    by: 'hechunyan',
    weekday: 6,
    hour: 10,
    minutes: 90,
    purpose: '亲子绘本阅读',
    party: 20,
  },
  {
    room: '亲子活动室',
    by: 'hechunyan',
    weekday: 4,
    hour: 14,
    minutes: 120,
    purpose: '家庭教育小课堂',
    party: 18,
  },
  {
    room: '救护实训室',
    by: 'luojianjun',
    weekday: 4,
    hour: 9,
    minutes: 240,
    purpose: '初级救护员培训',
    party: 36,
  },
  {
    room: '救护实训室',
    by: 'luojianjun',
    weekday: 5,
    hour: 10,
    minutes: 60,
    purpose: '中小学生参观救护基地',
    party: 38,
    kind: 'visit',
    group: '始阳镇中心小学五年级',
  },
]
