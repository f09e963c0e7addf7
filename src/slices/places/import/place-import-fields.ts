import type { ImportField } from '#platform/import/import-kind.ts'
import { phoneOf } from '../phone.ts'
import { placeMessages } from '../place-messages.ts'

const { zh, en } = placeMessages
const name = (key: keyof typeof zh.items) => ({ zh: zh.items[key], en: en.items[key] })
const list = (words: Record<string, string>) => Object.values(words).slice(0, 4).join('、')

/** The columns that a spreadsheet of places may have, and what they are called in people's own files. */
export const placeImportFields: readonly ImportField[] = [
  {
    key: 'name',
    name: name('name'),
    synonyms: [
      '阵地名称',
      '场所名称',
      '站点名称',
      '点位名称',
      '驿站名称',
      '阵地',
      '场所',
      'place',
      'place name',
      'site',
    ],
    hint: { zh: '全县不重名，最多 60 字', en: 'one place of a name in the county, 60 characters at most' },
    required: true,
  },
  {
    key: 'kind',
    name: name('kind'),
    synonyms: ['类型', '阵地类型', '阵地类别', '场所类型', '性质', 'type', 'category'],
    hint: { zh: `如 ${list(zh.kinds)}；不写则看名称`, en: `such as ${list(en.kinds)}; blank: by the name` },
  },
  {
    key: 'village',
    name: name('village'),
    synonyms: [
      '村（社区）',
      '所在村',
      '所在社区',
      '村社区',
      '村组',
      '行政村',
      '所属村',
      '村代码',
      '统计用区划代码',
      '区划代码',
      'village',
      'village code',
      'community',
    ],
    hint: {
      zh: '村或社区的名称（同名的写上乡镇），或 12 位代码',
      en: 'the name of a village, with its town where several have it, or its code of 12 digits',
    },
    looksLike: (text) => /^\d{12}$/.test(text.normalize('NFKC')) || /(?:村|社区)$/.test(text),
  },
  {
    key: 'keeper',
    name: name('keeper'),
    synonyms: [
      '负责单位',
      '责任单位',
      '主管单位',
      '所属单位',
      '管理组织',
      '建设单位',
      '单位',
      'keeper',
      'organisation',
      'organization',
      'managed by',
    ],
    hint: {
      zh: '平台上的组织，全称或简称；不写则是您的单位',
      en: 'an organisation of the platform; blank: your own',
    },
  },
  {
    key: 'keeperPerson',
    name: name('keeperPerson'),
    synonyms: [
      '责任人',
      '联系人',
      '管理员',
      '管理人',
      '站长',
      'contact',
      'contact person',
      'person in charge',
    ],
    hint: { zh: '平台上的人员姓名', en: 'the name of somebody on the platform' },
  },
  {
    key: 'phone',
    name: name('phone'),
    synonyms: [
      '联系电话',
      '电话号码',
      '手机',
      '手机号',
      '手机号码',
      '联系方式',
      '值班电话',
      'phone',
      'tel',
      'mobile',
    ],
    hint: {
      zh: '手机，或带区号的座机；香港、澳门写 +852、+853',
      en: 'a mobile, or a landline with its area code; +852 and +853 for Hong Kong and Macau',
    },
    looksLike: (text) => phoneOf(text) !== null,
  },
  {
    key: 'address',
    name: name('address'),
    synonyms: ['详细地址', '地点', '位置', '具体位置', '所在地', '坐落', 'location', 'street'],
    hint: { zh: '最多 120 字', en: '120 characters at most' },
    looksLike: (text) => /(?:路|街|巷|号|楼|室|组)(?:\d|$|[一-龥])/.test(text) && text.length > 5,
  },
  {
    key: 'parent',
    name: name('parent'),
    synonyms: ['上级', '所在场所', '所属阵地', '设在', '依托场所', 'parent', 'located in', 'part of'],
    hint: {
      zh: '平台上或本表里另一处阵地的名称',
      en: 'the name of another place, of the register or of this file',
    },
  },
  {
    key: 'accessibility',
    name: name('accessibility'),
    synonyms: ['无障碍设施', '无障碍条件', 'access', 'accessible'],
    hint: { zh: `用顿号隔开：${list(zh.access)}……`, en: 'several with commas between: ramp, lift, …' },
  },
  {
    key: 'languages',
    name: name('languages'),
    synonyms: ['语言', '语种', '服务语种', 'language', 'languages'],
    hint: { zh: `用顿号隔开：${list(zh.spoken)}……`, en: 'several with commas between: Mandarin, Tibetan, …' },
  },
  {
    key: 'note',
    name: name('note'),
    synonyms: ['说明', '简介', '其他说明', '备注说明', 'remark', 'remarks', 'notes', 'description'],
    hint: { zh: '最多 500 字', en: '500 characters at most' },
  },
]
