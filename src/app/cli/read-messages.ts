interface ReadMessages {
  usage: string
  help: string
  notFound: string
  notAllowed: string
  isFolder: string
  unknown: string
  labels: Record<
    | 'date'
    | 'yearMissing'
    | 'lead'
    | 'companions'
    | 'groups'
    | 'sites'
    | 'alias'
    | 'holder'
    | 'parts'
    | 'seen'
    | 'praised'
    | 'meeting'
    | 'directives'
    | 'subject'
    | 'theme'
    | 'deadline'
    | 'means'
    | 'goals'
    | 'quantities'
    | 'places'
    | 'measurable'
    | 'notMeasurable'
    | 'visit'
    | 'atMeeting'
    | 'repairs'
    | 'cutOff'
    | 'none',
    string
  >
}

const zh: ReadMessages = {
  usage: '用法：daqiao read [--json] [--explain] [--lang zh|en] 文件…\n详见 daqiao read --help\n',
  help: `daqiao read 文件…

读调研报道：何时、谁带队、谁陪同、到了哪里、看了什么、肯定了什么、提出了哪些要求。
不联网，不需要服务器和数据库。报道损坏（夹拼音、繁体、半角标点、网页代码、断行）时先修复再读。

  文件        txt、html、docx、pdf；文件夹表示其中的全部报道；- 表示标准输入
  --json      输出 JSON：一个文件一个对象，多个文件每行一个对象（NDJSON）
  --explain   写出每一项的依据和把握
  --lang      zh 或 en，默认按系统语言
  --help      本说明

退出码：0 已读；1 有文件无法读取；2 用法错误；3 已读，但不是调研报道
`,
  notFound: '找不到这个文件。',
  notAllowed: '没有读取这个文件的权限。',
  isFolder: '这是文件夹。',
  unknown: '不详',
  labels: {
    date: '日期',
    yearMissing: '报道没有写年份',
    lead: '带队',
    companions: '陪同',
    groups: '同行人员',
    sites: '点位',
    alias: '又称',
    holder: '所在',
    parts: '其中',
    seen: '看',
    praised: '肯定',
    meeting: '会议',
    directives: '要求',
    subject: '对象',
    theme: '主题',
    deadline: '时限',
    means: '途径',
    goals: '目标',
    quantities: '数量',
    places: '在',
    measurable: '可核对',
    notMeasurable: '原则性',
    visit: '整个调研',
    atMeeting: '会上',
    repairs: '修复',
    cutOff: '报道不完整：文字在句子中间断了',
    none: '无',
  },
}

const en: ReadMessages = {
  usage: 'Usage: daqiao read [--json] [--explain] [--lang zh|en] FILE…\nSee daqiao read --help\n',
  help: `daqiao read FILE…

Reads the report of a visit: when, who led, who came along, where they went, what they saw and praised, and
what they asked for. Works offline, without server or database. A damaged report (pinyin glosses, Traditional
characters, half-width punctuation, page code, broken lines) is repaired first.

  FILE        txt, html, docx or pdf; a folder stands for all reports in it; - for standard input
  --json      prints JSON: one object for one file, one object a line (NDJSON) for several
  --explain   says why each thing was taken, and how sure that is
  --lang      zh or en; by default the language of the system
  --help      this text

Exit codes: 0 read; 1 some file could not be read; 2 wrong usage; 3 read, but no visit report
`,
  notFound: 'There is no such file.',
  notAllowed: 'You may not read this file.',
  isFolder: 'This is a folder.',
  unknown: 'unknown',
  labels: {
    date: 'Date',
    yearMissing: 'the report does not give the year',
    lead: 'Led by',
    companions: 'Came along',
    groups: 'Also there',
    sites: 'Sites',
    alias: 'also',
    holder: 'in',
    parts: 'inside',
    seen: 'saw',
    praised: 'praised',
    meeting: 'Meeting',
    directives: 'Asked for',
    subject: 'of',
    theme: 'about',
    deadline: 'by',
    means: 'through',
    goals: 'in order to',
    quantities: 'how much',
    places: 'at',
    measurable: 'can be checked',
    notMeasurable: 'in principle',
    visit: 'the whole visit',
    atMeeting: 'the meeting',
    repairs: 'Repaired',
    cutOff: 'The report is incomplete: it stops inside a sentence',
    none: 'none',
  },
}

export const readMessages = { zh, en }
