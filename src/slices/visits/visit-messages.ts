import { Problem } from '#platform/http/problem.ts'
import { messages } from '#platform/i18n/messages.ts'
import type { ReadAnswer } from './read-in-worker.ts'
import type { ConfirmFault, Item } from './visit.ts'

export const visitMessages = messages({
  zh: {
    record: '调研',
    untitled: '无标题',
    states: { draft: '待确认', confirmed: '已确认', dismissed: '已搁置' },
  },
  en: {
    record: 'Visit',
    untitled: 'Untitled',
    states: { draft: 'to confirm', confirmed: 'confirmed', dismissed: 'set aside' },
  },
})

export const visitEvents = {
  'visit.recorded': { zh: '读入报道', en: 'read a report' },
  'visit.corrected': { zh: '更正读取结果', en: 'corrected the reading' },
  'visit.sites-looked-up': { zh: '认出本县阵地、单位', en: 'recognised sites of the county' },
  'visit.confirmed': { zh: '确认调研', en: 'confirmed the visit' },
  'visit.dismissed': { zh: '搁置', en: 'set the reading aside' },
}

type Fault = Extract<ReadAnswer, { fault: string }>['fault']

const faults = messages<Record<Fault, { title: string; detail: string }>>({
  zh: {
    empty: { title: '没有可读的文字', detail: '没有保存。请粘贴报道正文，或换一个文件。' },
    'too-large': { title: '文件太大', detail: '没有读入。报道文件不超过 20 MB，可只粘贴正文。' },
    picture: {
      title: '这是一张图片',
      detail: '没有读入，本系统不识别图片里的文字。请粘贴报道正文，或上传 txt、html、docx、pdf 文件。',
    },
    encrypted: { title: '文件设有密码', detail: '没有读入。请先去掉密码另存一份，或粘贴正文。' },
    unsupported: { title: '不支持这种文件', detail: '没有读入。可上传 txt、html、docx、pdf，或粘贴正文。' },
    damaged: { title: '文件打不开', detail: '没有读入，文件可能已损坏。请换一份，或粘贴正文。' },
    'no-text': { title: '文件里没有文字', detail: '没有读入，可能是扫描件。请粘贴报道正文。' },
    'too-slow': { title: '文件读取超时', detail: '没有读入。请只粘贴报道正文。' },
  },
  en: {
    empty: {
      title: 'There is nothing to read',
      detail: 'Nothing was saved. Paste the report, or choose another file.',
    },
    'too-large': {
      title: 'The file is too large',
      detail: 'It was not read. A report may have 20 MB; paste only its text.',
    },
    picture: {
      title: 'This is a picture',
      detail:
        'It was not read: words in pictures are not recognised. Paste the text, or upload txt, html, docx or pdf.',
    },
    encrypted: {
      title: 'The file has a password',
      detail: 'It was not read. Save a copy without it, or paste the text.',
    },
    unsupported: {
      title: 'This type of file cannot be read',
      detail: 'Upload txt, html, docx or pdf, or paste the text.',
    },
    damaged: {
      title: 'The file cannot be opened',
      detail: 'It was not read and may be damaged. Try another copy, or paste the text.',
    },
    'no-text': {
      title: 'There are no words in the file',
      detail: 'It was not read; it may be a scan. Paste the text of the report.',
    },
    'too-slow': {
      title: 'Reading the file took too long',
      detail: 'It was not read. Paste only the text of the report.',
    },
  },
})

/** Why a file gave no text. Nothing was saved. */
export function reportFault(fault: Fault): Problem {
  return new Problem(fault === 'too-large' ? 413 : 422, `visit.file-${fault}`, {
    zh: faults.zh[fault],
    en: faults.en[fault],
  })
}

/** The same report was read before; the page offers the earlier visit. */
export function knownReport(visit: { id: string; title: string }): Problem {
  return new Problem(
    409,
    'visit.known',
    {
      zh: {
        title: '这篇报道已经读入过',
        detail: `已有的记录：《${visit.title}》。没有重复保存，可以打开已有的记录，或仍要再读一遍。`,
      },
      en: {
        title: 'This report has been read before',
        detail: `It is “${visit.title}”. Nothing was saved twice: open that one, or read it again all the same.`,
      },
    },
    { visit },
  )
}

/** What stands there now where somebody was quicker. */
export interface Conflict {
  item: string
  yours: Item | null
  now: Item | null
  by: string | null
  at: string | null
}

export function visitWasChanged(conflicts: readonly Conflict[]): Problem {
  const by = [...new Set(conflicts.flatMap((conflict) => conflict.by ?? []))]
  return new Problem(
    409,
    'visit.changed',
    {
      zh: {
        title: `${by.join('、') || '另一位同事'}刚改过同一处`,
        detail: '您的改动没有保存，也没有覆盖对方的。请对照后决定保留哪一个。',
      },
      en: {
        title: `${by.join(', ') || 'Somebody else'} has just changed the same thing`,
        detail: 'Yours was not saved, and theirs was not overwritten. Compare the two and choose.',
      },
    },
    { conflicts },
  )
}

export function visitIsSettled(state: 'draft' | 'confirmed' | 'dismissed'): Problem {
  return new Problem(409, 'visit.settled', {
    zh: {
      title: state === 'confirmed' ? '这次调研已经确认' : '这次调研已经搁置',
      detail: '没有做任何改动。刷新页面即可看到现在的情况。',
    },
    en: {
      title: state === 'confirmed' ? 'This visit is confirmed already' : 'This visit was set aside',
      detail: 'Nothing was changed. Reload the page to see how it stands.',
    },
  })
}

export function visitMovedOn(): Problem {
  return new Problem(409, 'visit.moved-on', {
    zh: { title: '确认之前又有人改过', detail: '还没有确认。请看过最新内容后再确认一次。' },
    en: {
      title: 'Somebody changed it before you confirmed',
      detail: 'It is not confirmed yet. Look at it as it is now and confirm again.',
    },
  })
}

export const confirmFaults = messages<Record<ConfirmFault, string>>({
  zh: {
    'no-directives': '还没有一条要求',
    'year-missing': '报道没有写年份，请补上年份，或选“日期不详”',
    'no-date': '没有找到日期，请填写，或选“日期不详”',
    'no-place': '有的要求没有对应点位',
  },
  en: {
    'no-directives': 'there is no directive yet',
    'year-missing': 'the report gives no year: add it, or say that the date is not known',
    'no-date': 'no date was found: fill it in, or say that it is not known',
    'no-place': 'a directive has no place',
  },
})

export function notReadyToConfirm(missing: readonly ConfirmFault[]): Problem {
  return new Problem(
    409,
    'visit.not-ready',
    {
      zh: {
        title: '还不能确认',
        detail: `没有做任何改动。${missing.map((one) => confirmFaults.zh[one]).join('；')}。`,
      },
      en: {
        title: 'It cannot be confirmed yet',
        detail: `Nothing was changed: ${missing.map((one) => confirmFaults.en[one]).join('; ')}.`,
      },
    },
    { missing },
  )
}
