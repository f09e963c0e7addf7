import type { Text } from '#platform/i18n/messages.ts'

/** What the dry run says of a row of places, in plain words. */
const say = (zh: string, en: string): Text => ({ zh, en })

export const placeRemarks = {
  noName: () => say('没有名称。', 'There is no name.'),
  nameTooLong: (most: number) =>
    say(
      `名称超过 ${most} 个字，请写简称，全称放到备注。`,
      `The name has more than ${most} characters. Shorten it.`,
    ),
  nameSaysNothing: () => say('名称里没有文字。', 'The name has no letters.'),
  formula: () =>
    say(
      '这一格是公式，不会计算。请在表格里复制后“粘贴为数值”，再上传。',
      'This cell is a formula, which is never computed. Paste its value in its place and upload again.',
    ),
  error: (text: string) =>
    say(`这一格是表格自己的出错标记 ${text}。`, `The spreadsheet shows an error here: ${text}.`),
  unknownKind: (text: string) =>
    say(`不认识类别“${text}”，按“其他”登记。`, `The kind “${text}” is not known: it becomes “Other”.`),
  kindByName: (kind: Text) =>
    say(
      `没有写类别，按名称当作“${kind.zh}”。`,
      `No kind was given: by its name it is taken for “${kind.en}”.`,
    ),
  villageForm: (text: string) =>
    say(
      `“${text}”不是 12 位村（社区）代码，本县也没有这个村或社区。`,
      `“${text}” is no village code of 12 digits, nor a village of the county.`,
    ),
  villageElsewhere: (text: string) =>
    say(`代码 ${text} 不是本县的。`, `The code ${text} belongs to another county.`),
  villageUnknown: (text: string) =>
    say(`本县没有代码 ${text}。`, `The county has no village with the code ${text}.`),
  villageSeveral: (text: string, towns: readonly string[]) =>
    say(
      `${towns.join('、')}都有“${text}”，请写上乡镇。`,
      `“${text}” is in ${towns.join(' and in ')}: write the town before it.`,
    ),
  noKeeper: () => say('没有写管理单位。', 'Who keeps it is not said.'),
  ownKeeper: (name: string) =>
    say(
      `没有写管理单位，按您的单位“${name}”登记。`,
      `No keeper was given: your own organisation, ${name}, is taken.`,
    ),
  unknownKeeper: (text: string) =>
    say(`平台上没有叫“${text}”的组织。`, `The platform has no organisation called “${text}”.`),
  severalKeepers: (text: string, names: readonly string[]) =>
    say(
      `“${text}”可能是${names.join('或')}，请写全称。`,
      `“${text}” may be ${names.join(' or ')}: write the full name.`,
    ),
  foreignKeeper: (name: string) =>
    say(`您无权为“${name}”登记阵地。`, `You may not register places for ${name}.`),
  person: (text: string) =>
    say(
      `负责人“${text}”不在您能查到的人员中，没有登记负责人。`,
      `“${text}” is nobody whom you can look up: nobody is noted as in charge.`,
    ),
  severalPeople: (text: string) =>
    say(
      `人员中不止一位“${text}”，没有登记负责人。`,
      `Several people are called ${text}: nobody is noted as in charge.`,
    ),
  phone: (text: string) =>
    say(
      `“${text}”不是能拨打的号码。座机写区号，如 0835-7222345；香港、澳门写 +852、+853。`,
      `“${text}” is no number that can be dialled. Write 0835-7222345, 138 0000 0000, +852 2345 6789 or +853 2856 1234.`,
    ),
  severalPhones: () =>
    say(
      '这里有不止一个号码，只能留一个，其余写到备注。',
      'There is more than one number: keep one, note the others.',
    ),
  tooLong: (most: number) => say(`超过 ${most} 个字。`, `It has more than ${most} characters.`),
  terms: (text: string, known: Text) =>
    say(`不认识“${text}”。可以写：${known.zh}。`, `“${text}” is not known. Write of these: ${known.en}.`),
  unknownParent: (text: string) =>
    say(
      `没有叫“${text}”的阵地，表里也没有。`,
      `No place is called “${text}”, neither in the register nor in this file.`,
    ),
  severalParents: (text: string, names: readonly string[]) =>
    say(
      `“${text}”可能是${names.join('或')}，请写全称。`,
      `“${text}” may be ${names.join(' or ')}: write the full name.`,
    ),
  ownParent: () => say('上级阵地不能是它自己。', 'A place cannot stand below itself.'),
  sameName: (name: string) =>
    say(`已登记：名称就是“${name}”。`, `Registered already, under this name: ${name}.`),
  sameAlias: (name: string) =>
    say(`已登记：这是“${name}”的别名。`, `Registered already: it is another name of ${name}.`),
  nearName: (name: string) => say(`名称与“${name}”相近。`, `Its name comes near to ${name}.`),
  nearPhone: (name: string) =>
    say(`与“${name}”类别、电话相同。`, `It has the kind and the telephone of ${name}.`),
  // What is found only when a row is written.
  heldSince: (name: string) =>
    say(`预检之后，“${name}”已用了这个名称。`, `Since the dry run, ${name} has taken this name.`),
  keeperGone: () =>
    say(
      '预检之后，管理单位已撤销或您已无权。',
      'Since the dry run, the keeper was closed or you lost your right there.',
    ),
  parentGone: () =>
    say(
      '上级阵地没有登记成功，或已关闭、层级过深。',
      'The place above was not registered, is closed, or lies too deep.',
    ),
  goneSince: () =>
    say('预检之后，原有的那处阵地已关闭或不在。', 'Since the dry run, the place was closed or taken away.'),
  changedSince: () =>
    say('导入之后又有人改过，不能撤销。', 'It was changed since the import, and cannot be taken back.'),
  holdsOthers: () =>
    say(
      '导入之后有别的记录用到了它，不能撤销。',
      'Other records rest on it since, so it cannot be taken back.',
    ),
  nothingToMerge: () => say('内容相同，没有可合并的。', 'It says the same: there is nothing to merge.'),
}
