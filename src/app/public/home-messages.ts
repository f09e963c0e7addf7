import { messages } from '#platform/i18n/messages.ts'

export const homeMessages = messages({
  zh: {
    title: '您要办什么？',
    lead: '工会、共青团、妇联、红十字会的服务和场所，都在这里查。',
    searchLabel: '输入要找的内容',
    searchButton: '查找',
    search: '查找',
    searched: (words: string) => `查找“${words}”`,
    nothing: (words: string) => `没有找到与“${words}”有关的内容。`,
    nothingHints: [
      '换个说法再试，比如把“阿姨照看孩子”改成“托管”。',
      '也可以只输入拼音或首字母，比如 wenhuagong、whg。',
      '还是找不到，可以从首页提建议，告诉我们您要找什么。',
    ],
    mine: '我的事项',
    mineLead: '用手机号码查看您提交过的事项。',
  },
  en: {
    title: 'What do you need?',
    lead: 'Services and places of the trade unions, the Youth League, the women’s federation and the Red Cross.',
    searchLabel: 'What are you looking for?',
    searchButton: 'Search',
    search: 'Search',
    searched: (words: string) => `Search: ${words}`,
    nothing: (words: string) => `Nothing was found for “${words}”.`,
    nothingHints: [
      'Try other words: “child care” instead of “somebody to look after my children”.',
      'Pinyin and initials will do as well: wenhuagong, whg.',
      'If it is not there, make a suggestion from the home page and tell us what you looked for.',
    ],
    mine: 'My page',
    mineLead: 'See what you have sent us, by your phone number.',
  },
})
