/**
 * How paragraphs of a report open. Where a line ends without a stop, these tell a paragraph that lost its stop from a
 * sentence that was torn.
 */
const NAME = '(?![向对并还也又再])[\\u4e00-\\u9fff]{2,4}'
const STRONG = new RegExp(
  `^(?:${NAME}一行(?:[^，。]{0,6}(?:先后|首先|深入|来到|前往|实地|走进|还|一)|在|到|，)|(?:随后|接着|最后|会前|会后|会上|座谈会上|座谈中|调研中|走访中|慰问中|考察中|检查中|活动中|(?:调研|走访|活动|慰问)期间|据悉|据了解|下一步|每到一处|当天(?:上午|下午)?|当日)，|(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日|${NAME}(?:强调|指出|要求|表示)，|[他她](?:强调|指出|要求)，)`,
)
const LIKELY =
  /^(?:在[^，。]{2,40}[，。]|来到[^，。]{2,40}，|走进[^，。]{2,30}，|近日|日前|连日来|为(?:深入|进一步|全面|切实|认真)|首先，|其次，|调研组|考察组|慰问组|检查组|[（(]?[一二三四五六七八九十][、）)]|[一二三]是|[\u4e00-\u9fff]{2,4}(?:对|说，|希望|首先|详细|认真|实地|充分))/
/** A sentence cannot end so. */
const DANGLING = /[的和与及在把对向以为被将从由而或并至于等、，；：]$/

export type Opening = 'strong' | 'likely' | 'none'

/** What a line that follows one without a stop looks like. */
export function openingOf(line: string): Opening {
  const text = line.trimStart().slice(0, 60)
  if (STRONG.test(text)) return 'strong'
  return LIKELY.test(text) ? 'likely' : 'none'
}

export function mayEndSentence(line: string): boolean {
  return !DANGLING.test(line.trimEnd().slice(-2))
}
