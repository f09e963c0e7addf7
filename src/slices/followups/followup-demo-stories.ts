/** What the demo's people did, in working days before the day on which the demo is loaded. All of it is invented. */

interface When {
  by: string
  daysAgo: number
  hour?: number
}

export type DemoDeed = When &
  (
    | { does: 'assign'; lead: string; supporting: string[]; dueIn: number | null; note?: string }
    | { does: 'sign' | 'close' }
    | { does: 'report' | 'ask-closing' | 'return'; text: string }
    | { does: 'ask-extension'; toIn: number; text: string }
    | { does: 'add-part'; organisation: string; text: string; dueIn: number }
    | { does: 'complete-part'; organisation: string; text: string }
  )

export interface DemoStory {
  /** Words of the directive that nothing else in the report says. */
  about: string
  deeds: DemoDeed[]
}

const closedAfterReturn: DemoStory[] = [
  {
    about: '公布开放时间和服务清单',
    deeds: [
      {
        does: 'assign',
        by: 'lujing',
        daysAgo: 27,
        lead: '县群团中心',
        supporting: ['县总工会', '团县委', '县妇联', '县红十字会'],
        dueIn: -8,
        note: '清单要让群众看得懂，开放时间要张贴到门口。',
      },
      { does: 'sign', by: 'zhouwentao', daysAgo: 27, hour: 15 },
      {
        does: 'report',
        by: 'zhouwentao',
        daysAgo: 23,
        text: '已请各群团组织报送服务事项，总工会 9 项、妇联 7 项已报齐，团县委、红十字会正在梳理。',
      },
      {
        does: 'ask-closing',
        by: 'zhouwentao',
        daysAgo: 14,
        text: '服务清单已在窗口和公众号公布，开放时间定为周一至周六 9:00—17:30，已在大门张贴。',
      },
      {
        does: 'return',
        by: 'lujing',
        daysAgo: 13,
        hour: 9,
        text: '清单只列了工会和妇联的事项，请补上团县委、红十字会的，并注明办理所需材料。',
      },
      {
        does: 'report',
        by: 'wusiqi',
        daysAgo: 12,
        text: '团县委 6 项已报中心，含青年之家预约、西部计划志愿者咨询，材料要求一并写明。',
      },
      {
        does: 'ask-closing',
        by: 'zhouwentao',
        daysAgo: 10,
        hour: 16,
        text: '已补齐四家共 27 项，每项注明地点、时间、所需材料和联系电话，新清单当天更换上墙。',
      },
      { does: 'close', by: 'lujing', daysAgo: 9 },
    ],
  },
  {
    about: '备灾物资出入库',
    deeds: [
      { does: 'assign', by: 'lujing', daysAgo: 27, lead: '县红十字会', supporting: [], dueIn: -10 },
      { does: 'sign', by: 'luojianjun', daysAgo: 26, hour: 9 },
      {
        does: 'ask-closing',
        by: 'luojianjun',
        daysAgo: 18,
        text: '出入库台账已改为一物一卡，帐篷、棉被、家庭包等 11 类物资全部登记。',
      },
      {
        does: 'return',
        by: 'lujing',
        daysAgo: 17,
        text: '台账有了，还没有盘点结果。请盘点一次，写明账实是否相符。',
      },
      {
        does: 'report',
        by: 'luojianjun',
        daysAgo: 14,
        text: '两人一组完成盘点：棉被实存比账面少 4 床，系去年转移安置时领用未登记，已补手续。',
      },
      {
        does: 'ask-closing',
        by: 'luojianjun',
        daysAgo: 12,
        text: '盘点差异已说明并入账，明年 3 月前到期的 60 箱饮用水已列入轮换计划，每季度末盘点一次。',
      },
      { does: 'close', by: 'lujing', daysAgo: 11, hour: 11 },
    ],
  },
]

const running: DemoStory[] = [
  {
    about: '水产养殖技能培训班',
    deeds: [
      {
        does: 'assign',
        by: 'lujing',
        daysAgo: 27,
        lead: '县总工会',
        supporting: ['县农业农村局', '县人社局'],
        dueIn: 24,
      },
      { does: 'sign', by: 'yangxiaolan', daysAgo: 26 },
      {
        does: 'report',
        by: 'yangxiaolan',
        daysAgo: 20,
        text: '已与县农业农村局商定课程，分苗种繁育、病害防治、冷链加工三期，每期 5 天。',
      },
      {
        does: 'report',
        by: 'yangxiaolan',
        daysAgo: 11,
        text: '第一期结业，学员 92 人，其中返乡务工人员 37 人，35 人考取初级工证书。',
      },
      {
        does: 'report',
        by: 'tangyue',
        daysAgo: 6,
        text: '培训补贴资金已落实，第二、三期按每人每天 120 元标准补助。',
      },
      { does: 'report', by: 'yangxiaolan', daysAgo: 2, text: '第二期开班，报名 108 人，累计培训 200 人次。' },
    ],
  },
  {
    about: '推动货运、快递、外卖等行业建会入会',
    deeds: [
      {
        does: 'assign',
        by: 'lujing',
        daysAgo: 26,
        lead: '县总工会',
        supporting: ['团县委', '县妇联'],
        dueIn: 22,
        note: '先把重点平台企业的底数摸清。',
      },
      { does: 'sign', by: 'yangxiaolan', daysAgo: 26, hour: 16 },
      {
        does: 'add-part',
        by: 'yangxiaolan',
        daysAgo: 25,
        organisation: '团县委',
        text: '摸清快递、外卖行业 35 岁以下从业青年人数和站点分布',
        dueIn: 8,
      },
      {
        does: 'add-part',
        by: 'yangxiaolan',
        daysAgo: 25,
        hour: 11,
        organisation: '县妇联',
        text: '走访女骑手、女分拣员，了解工间休息和母婴设施需要',
        dueIn: -5,
      },
      {
        does: 'complete-part',
        by: 'hechunyan',
        daysAgo: 7,
        organisation: '县妇联',
        text: '走访 4 个网点 23 人，集中反映的是夜班后无处休息，已建议工会驿站延时开放。',
      },
      {
        does: 'report',
        by: 'yangxiaolan',
        daysAgo: 4,
        text: '县域 5 家快递企业已建会 3 家，外卖平台代理商 2 家正在办理，新增会员 146 人。',
      },
    ],
  },
  {
    about: '工会驿站、妇女之家、青年之家互联互通',
    deeds: [
      {
        does: 'assign',
        by: 'lujing',
        daysAgo: 25,
        lead: '团县委',
        supporting: ['县总工会', '县妇联'],
        dueIn: 2,
      },
      { does: 'sign', by: 'wusiqi', daysAgo: 24 },
      {
        does: 'report',
        by: 'wusiqi',
        daysAgo: 13,
        text: '三家站点共 31 处已标在一张图上，其中 12 处可以共用会议室和阅览室。',
      },
      {
        does: 'report',
        by: 'wusiqi',
        daysAgo: 3,
        text: '共用办法征求意见稿已发各站点，城厢镇、始阳镇 5 处先行试用，统一标识正在制作。',
      },
    ],
  },
  {
    about: '做实走访慰问、困难帮扶、法律援助',
    deeds: [
      {
        does: 'assign',
        by: 'lujing',
        daysAgo: 26,
        hour: 11,
        lead: '县妇联',
        supporting: ['县总工会', '县民政局'],
        dueIn: -3,
      },
      { does: 'sign', by: 'hechunyan', daysAgo: 25 },
      {
        does: 'add-part',
        by: 'hechunyan',
        daysAgo: 24,
        organisation: '县中医医院',
        text: '为行动不便的困难职工和妇女安排两次上门义诊',
        dueIn: 5,
      },
      {
        does: 'report',
        by: 'hechunyan',
        daysAgo: 15,
        text: '走访困难家庭 48 户，落实临时救助 11 户；法律援助窗口每周三下午在服务中心坐班。',
      },
      {
        does: 'report',
        by: 'hechunyan',
        daysAgo: 5,
        text: '剩余 9 户在偏远村组，因塌方断道未能走到，待道路抢通后补上。',
      },
    ],
  },
]

const waiting: DemoStory[] = [
  {
    about: '摸清返乡青年和女大学生的就业需求',
    deeds: [
      {
        does: 'assign',
        by: 'lujing',
        daysAgo: 26,
        hour: 14,
        lead: '县人社局',
        supporting: ['团县委', '县妇联'],
        dueIn: 4,
      },
      { does: 'sign', by: 'tangyue', daysAgo: 25, hour: 9 },
      {
        does: 'report',
        by: 'tangyue',
        daysAgo: 16,
        text: '已电话回访返乡青年 312 人，有就业意愿的 187 人；见习基地首批岗位 24 个，已到岗 15 人。',
      },
      {
        does: 'ask-extension',
        by: 'tangyue',
        daysAgo: 1,
        toIn: 19,
        text: '秋招季高校学生陆续离校返乡，需等离校名单下发后再核一遍，否则底数不准。',
      },
    ],
  },
  {
    about: '打破部门界限，整合资源、共用阵地',
    deeds: [
      {
        does: 'assign',
        by: 'lujing',
        daysAgo: 27,
        hour: 11,
        lead: '县群团中心',
        supporting: ['县总工会', '团县委', '县妇联', '县红十字会'],
        dueIn: 6,
      },
      { does: 'sign', by: 'zhouwentao', daysAgo: 27, hour: 16 },
      {
        does: 'report',
        by: 'zhouwentao',
        daysAgo: 19,
        text: '综合窗口实行“一窗受理、内部流转”，首月受理 143 件，群众不再分别跑四家。',
      },
      {
        does: 'ask-closing',
        by: 'zhouwentao',
        daysAgo: 1,
        hour: 15,
        text: '四家签订阵地共用约定，6 间活动室统一预约；窗口平均办理时间由 3 天降到 1 天。',
      },
    ],
  },
  {
    about: '把养殖户、务工人员最大限度组织起来',
    deeds: [
      { does: 'assign', by: 'lujing', daysAgo: 1, lead: '县总工会', supporting: ['县农业农村局'], dueIn: 15 },
    ],
  },
]

/** Two more directives stay as they were opened: nobody has been asked to do them yet. */
export const demoStories: readonly DemoStory[] = [...closedAfterReturn, ...running, ...waiting]
