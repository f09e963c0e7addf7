import { messages } from '#platform/i18n/messages.ts'
import { Problem } from '#platform/http/problem.ts'

export const organisationMessages = messages({
  zh: {
    record: '组织',
    kinds: {
      county: '县',
      office: '党政办公机构',
      union: '工会',
      league: '共青团',
      women: '妇联',
      'red-cross': '红十字会',
      centre: '服务中心',
      department: '部门',
      township: '乡镇',
      village: '村（社区）',
      institution: '事业单位',
      branch: '基层组织',
      partner: '合作单位',
    },
    title: '组织',
    intro: '县、乡镇、村和各群团组织。职责按组织树授予：上级的权限覆盖下级。',
    search: '按名称、拼音或首字母查找',
    add: '新增下级组织',
    rename: '更改名称',
    close: '撤销组织',
    closed: (day: string) => `${day} 撤销`,
    name: '全称',
    nameEn: '英文名称（可不填）',
    shortName: '简称',
    kind: '类别',
    parent: '上级',
    below: (n: number) => `下级 ${n} 个`,
    day: '撤销日期',
    reason: '原因',
    save: '保存',
    added: '已新增',
    renamed: '已更改',
    closedNow: '已撤销',
    none: '没有符合条件的组织',
    noneHint: '换个说法再找，或在上级组织下新增。',
    open: '展开',
  },
  en: {
    record: 'Organisation',
    kinds: {
      county: 'County',
      office: 'Party or government office',
      union: 'Trade union',
      league: 'Youth League',
      women: "Women's Federation",
      'red-cross': 'Red Cross',
      centre: 'Service centre',
      department: 'Department',
      township: 'Town or township',
      village: 'Village or community',
      institution: 'Public institution',
      branch: 'Branch',
      partner: 'Partner',
    },
    title: 'Organisations',
    intro:
      'The county, its towns and villages, and its mass organisations. A role held above reaches all that is below.',
    search: 'Find by name, pinyin or initials',
    add: 'Add one below',
    rename: 'Rename',
    close: 'Close',
    closed: (day: string) => `closed on ${day}`,
    name: 'Full name',
    nameEn: 'English name (optional)',
    shortName: 'Short name',
    kind: 'Kind',
    parent: 'Above it',
    below: (n: number) => `${n} below`,
    day: 'Closed from',
    reason: 'Reason',
    save: 'Save',
    added: 'Added',
    renamed: 'Renamed',
    closedNow: 'Closed',
    none: 'No organisation fits',
    noneHint: 'Try other words, or add one below its parent.',
    open: 'Open',
  },
})

export const organisationEvents = {
  'organisation.added': { zh: '新增组织', en: 'added an organisation' },
  'organisation.renamed': { zh: '更改组织名称', en: 'renamed an organisation' },
  'organisation.closed': { zh: '撤销组织', en: 'closed an organisation' },
}

export function nameTaken(name: string): Problem {
  return new Problem(409, 'organisation.name-taken', {
    zh: { title: `已有名为“${name}”的组织`, detail: '没有做任何改动。请换一个全称，或直接使用已有的组织。' },
    en: {
      title: `There is an organisation called “${name}” already`,
      detail: 'Nothing was changed. Use that one, or another name.',
    },
  })
}

export function closedAlready(): Problem {
  return new Problem(409, 'organisation.closed', {
    zh: { title: '该组织已经撤销', detail: '没有做任何改动。' },
    en: { title: 'This organisation is closed already', detail: 'Nothing was changed.' },
  })
}
