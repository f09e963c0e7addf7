/** Words by which a person would be made a profile, in the languages that people and programs use here. */
const words: Record<string, { zh: RegExp; en: RegExp }> = {
  ethnicity: {
    zh: /民族|族别|族属|[汉藏彝回羌满苗壮蒙维]族/u,
    en: /\b(?:ethnic(?:it(?:y|ies)|s)?|nationalit(?:y|ies)|minorit(?:y|ies)|(?<!promise\.)race)\b/,
  },
  religion: {
    zh: /宗教|信教|教徒|信众|宗教信仰|信仰/u,
    en: /\b(?:religions?|religious|faiths?|beliefs?|believers?|sects?|cults?)\b/,
  },
  'political standing': {
    zh: /政治面貌|政治身份|政治立场|政治表现|政治倾向|党派|无党派|中共党员|入党/u,
    en: /\b(?:politic(?:s|al|ally)?|party members?(?:hip)?|party affiliations?)\b/,
  },
  'united front': { zh: /统战|统一战线/u, en: /\bunited fronts?\b/ },
  petitions: { zh: /信访|上访|访民|缠访|闹访|非访/u, en: /\bpetition(?:s|er|ers|ing|ed)?\b/ },
  'key person': {
    zh: /重点(?:人|对象|关注人|管控)|管控(?:人员|对象)|稳控|维稳|涉稳|黑名单|前科|帮教对象/u,
    en: /\b(?:key (?:persons?|people|individuals?)|persons? of (?:interest|concern)|(?:watch|black) ?list(?:s|ed|ing)?|stability control)\b/,
  },
}

/** The categories whose words a text names; identifiers of any fashion are read as their words. */
export function profileWords(text: string): string[] {
  const plain = text
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase()
  return Object.entries(words)
    .filter(([, { zh, en }]) => zh.test(plain) || en.test(plain))
    .map(([category]) => category)
}
