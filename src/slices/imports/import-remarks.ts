import type { Text } from '#platform/i18n/messages.ts'

/** What the mechanism itself says of rows and imports; the slices say the rest. */
const say = (zh: string, en: string): Text => ({ zh, en })

export const importRemarks = {
  sameRow: (row: number) => say(`与第 ${row} 行是同一个。`, `It is the same as row ${row}.`),
  circle: () =>
    say('上下级互相套住了，分不出先后。', 'It hangs on rows that hang on it: there is no first one.'),
  hidden: () => say('这一行在原表里是隐藏的。', 'The row is hidden in the file.'),
  changedSince: (day: string) =>
    say(
      `导入之后（${day}）又有人改过，没有撤销。`,
      `It was changed since, on ${day}: it was not taken back.`,
    ),
  pointedAt: () =>
    say('导入之后有别的记录用到了它，没有撤销。', 'Other records rest on it since: it was not taken back.'),
  rightsLost: () =>
    say(
      '您的权限有变化，导入停了下来。已导入的都在，可以请有权限的人继续。',
      'Your rights have changed, so it stopped. What was imported is there.',
    ),
  ourFault: (reference: string) =>
    say(
      `系统出错，导入停了下来。已导入的都在，可以继续；如仍出错，请把编号 ${reference} 告诉管理员。`,
      `Something went wrong on our side, so it stopped. What was imported is there, and it can go on; if it stays, tell your administrator the number ${reference}.`,
    ),
}
