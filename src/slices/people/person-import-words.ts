import type { Text } from '#platform/i18n/messages.ts'

/** What the dry run says of a row of people, in plain words. */
const say = (zh: string, en: string): Text => ({ zh, en })

export const personImportRemarks = {
  noName: () => say('没有姓名。', 'There is no name.'),
  tooLong: (most: number) => say(`超过 ${most} 个字。`, `It has more than ${most} characters.`),
  formula: () =>
    say(
      '这一格是公式，不会计算。请在表格里复制后“粘贴为数值”，再上传。',
      'This cell is a formula, which is never computed. Paste its value in its place and upload again.',
    ),
  error: () => say('这一格是表格自己的出错标记。', 'The spreadsheet shows an error here.'),
  samePost: (post: string) =>
    say(
      `已有同名同职务的人员${post ? `（${post}）` : ''}。`,
      `There is somebody of this name and post${post ? ` (${post})` : ''}.`,
    ),
  sameName: (post: string) =>
    say(
      `已有同名人员，${post ? `职务是“${post}”` : '没有写职务'}，可能是同一人。`,
      `There is somebody of this name${post ? `, ${post}` : ', without a post'}: perhaps the same person.`,
    ),
  nothingToMerge: () => say('内容相同，没有可合并的。', 'It says the same: there is nothing to merge.'),
  gone: () =>
    say('预检之后，原有的人员不在了，或您已无权。', 'Since then the person is gone, or you lost your right.'),
  restsOn: () =>
    say(
      '已有账号、职责或别的记录用到此人，不能撤销。',
      'An account, a role or other records rest on this person.',
    ),
}
