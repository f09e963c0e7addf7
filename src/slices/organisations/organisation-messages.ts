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
    shut: '收起',
    openOne: (name: string) => `展开：${name}`,
    tree: '组织树',
    treeKeys: '上下键移动，右键展开，左键收起，回车打开。',
    loadingBelow: '正在载入下级…',
    belowTitle: '下级组织',
    noneBelow: '还没有下级组织',
    noneBelowHint: '乡镇下面可以有村和社区，单位下面可以有基层组织。',
    about: '基本情况',
    englishName: '英文名称',
    state: '状态',
    standing: '正常',
    found: '找到的组织',
    addTo: (name: string) => `在“${name}”下新增`,
    addedOne: (name: string) => `已新增：${name}`,
    addAnother: '保存后可接着新增下一个。',
    finish: '完成',
    nameHint: '与公章一致的全称，全县不能重名',
    shortHint: '列表和时间线上用的叫法，例如“县妇联”',
    renameHint: '改名后，以前的记录也按新名称显示，操作日志里保留旧名称。',
    closeHint: '撤销后记录都保留，今后不能再交办新事项。下级组织不随之撤销。撤销后不能在此恢复。',
    closeBelow: (n: number) => `它还有 ${n} 个下级组织，请先确认是否也要撤销。`,
    closeAction: '确认撤销',
    choose: '输入名称、拼音或首字母',
    choosing: '正在查找…',
    chooseNone: '没有找到，换个说法再找',
    requiredChoice: (label: string) => `请选择${label}。`,
    alsoCalled: '也叫',
    alsoCalledNone: '还没有登记别名。',
    alsoCalledHint: '报道和来文里对它的其他写法。登记后，按别名也能查到它，读报道时也认得出。',
    addName: '增加别名',
    newName: '别名',
    newNameHint: '二至四十个字，全县只能指这一个组织，例如“农发园”',
    dropName: (name: string) => `去掉别名“${name}”`,
    nameAdded: (name: string) => `已登记别名“${name}”`,
    nameDropped: (name: string) => `已去掉别名“${name}”`,
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
    shut: 'Fold',
    openOne: (name: string) => `Unfold ${name}`,
    tree: 'Tree of organisations',
    treeKeys: 'Up and down to move, right to unfold, left to fold, Enter to open.',
    loadingBelow: 'Loading what is below…',
    belowTitle: 'Below it',
    noneBelow: 'There is nothing below it yet',
    noneBelowHint: 'A town has villages and communities below it, an office its branches.',
    about: 'About it',
    englishName: 'English name',
    state: 'State',
    standing: 'Active',
    found: 'Organisations found',
    addTo: (name: string) => `Add one below ${name}`,
    addedOne: (name: string) => `${name} was added`,
    addAnother: 'After saving you can add the next one.',
    finish: 'Finish',
    nameHint: 'As on its seal; no other in the county may have it',
    shortHint: 'What lists and timelines call it, such as 县妇联',
    renameHint: 'Earlier records show the new name as well; the ledger keeps the old one.',
    closeHint:
      'Its records stay; nothing new can be given to it. Those below it are not closed with it. It cannot be opened again here.',
    closeBelow: (n: number) =>
      n === 1
        ? 'There is 1 organisation below it. Make sure what becomes of it first.'
        : `There are ${n} organisations below it. Make sure what becomes of them first.`,
    closeAction: 'Close it',
    choose: 'Name, pinyin or initials',
    choosing: 'Searching…',
    chooseNone: 'Nothing found. Try other words',
    requiredChoice: (label: string) => `Choose: ${label}.`,
    alsoCalled: 'Also called',
    alsoCalledNone: 'No other name has been noted yet.',
    alsoCalledHint:
      'What else reports and letters call it. It is then found by that name, and recognised in a report.',
    addName: 'Add a name',
    newName: 'Also called',
    newNameHint: 'Two to forty characters; in this county the name may mean this organisation only',
    dropName: (name: string) => `Drop the name ${name}`,
    nameAdded: (name: string) => `“${name}” was added`,
    nameDropped: (name: string) => `“${name}” was dropped`,
  },
})

export const organisationEvents = {
  'organisation.added': { zh: '新增组织', en: 'added an organisation' },
  'organisation.renamed': { zh: '更改组织名称', en: 'renamed an organisation' },
  'organisation.also-called': { zh: '登记组织的别名', en: 'noted what else an organisation is called' },
  'organisation.name-dropped': { zh: '去掉组织的一个别名', en: 'dropped a name of an organisation' },
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

export function rootStays(): Problem {
  return new Problem(409, 'organisation.root', {
    zh: { title: '县一级组织不能撤销', detail: '没有做任何改动。它是全县组织树的根。' },
    en: {
      title: 'The county itself cannot be closed',
      detail: 'Nothing was changed. Every organisation stands below it.',
    },
  })
}

/** Another organisation answers to this name already; the reader learns which. */
export function calledAlready(name: string, holder: string, inEnglish: string, id: string): Problem {
  return new Problem(
    409,
    'organisation.called-already',
    {
      zh: {
        title: `“${name}”已经是${holder}的名称或别名`,
        detail: '没有做任何改动。一个别名在全县只能指一个组织；确要改指，请先在那个组织的页面去掉。',
      },
      en: {
        title: `“${name}” is what ${inEnglish} is called already`,
        detail:
          'Nothing was changed. In a county a name means one organisation; drop it there first if it should mean this one.',
      },
    },
    { holder: { id, name: holder } },
  )
}

/** It already has this name: full, short or other. */
export function hasNameAlready(name: string): Problem {
  return new Problem(409, 'organisation.has-name', {
    zh: { title: `该组织已经叫“${name}”`, detail: '没有做任何改动，不用再登记。' },
    en: { title: `It is called “${name}” already`, detail: 'Nothing was changed; there is nothing to add.' },
  })
}
