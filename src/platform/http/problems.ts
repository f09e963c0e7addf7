import type { Text } from '../i18n/messages.ts'
import { Problem } from './problem.ts'

/** The problems that any route can have. A slice's own stand in its messages. */

export function notSignedIn(): Problem {
  return new Problem(401, 'not-signed-in', {
    zh: { title: '请先登录', detail: '登录已过期或尚未登录。您填写的内容没有丢失，登录后可继续。' },
    en: {
      title: 'Please sign in',
      detail: 'You are not signed in, or your session has ended. What you typed is still here.',
    },
  })
}

export function notAllowed(permission: string): Problem {
  return new Problem(
    403,
    'not-allowed',
    {
      zh: { title: '您没有这项权限', detail: '没有做任何改动。如工作需要，请联系本单位管理员。' },
      en: {
        title: 'You may not do this',
        detail: 'Nothing was changed. If your work needs it, ask your administrator.',
      },
    },
    { permission },
  )
}

export function notFound(what?: Text): Problem {
  return new Problem(404, 'not-found', {
    zh: {
      title: `没有找到${what?.zh ?? '这一页'}`,
      detail: '可能已被移走，或者您无权查看。请返回列表重新查找。',
    },
    en: {
      title: `${what?.en ?? 'This page'} was not found`,
      detail: 'It may have been moved, or you may not see it. Go back to the list and look again.',
    },
  })
}

/** `issues` name the field by its path and say what is wrong with it. */
export function badInput(issues: { path: string; message: string }[]): Problem {
  const where = issues.map(({ path, message }) => (path ? `${path}: ${message}` : message))
  return new Problem(
    400,
    'bad-input',
    {
      zh: { title: '填写的内容有误', detail: `没有做任何改动。请更正后再提交：${where.join('；')}` },
      en: {
        title: 'Something in the form is not right',
        detail: `Nothing was changed. Please mend: ${where.join('; ')}`,
      },
    },
    { issues },
  )
}

export function notForOthers(): Problem {
  return new Problem(409, 'not-for-others', {
    zh: { title: '这件事不能代办', detail: '没有做任何改动。请先结束代办，再以自己的身份办理。' },
    en: {
      title: 'This cannot be done for somebody else',
      detail: 'Nothing was changed. End acting for them first, then do it in your own name.',
    },
  })
}

export function commandReused(): Problem {
  return new Problem(409, 'command-reused', {
    zh: { title: '同一编号已用于另一次提交', detail: '这次提交没有执行。请刷新页面后重试。' },
    en: {
      title: 'This command id was used for something else',
      detail: 'Nothing was done. Reload the page and try again.',
    },
  })
}

export function tooLarge(limitInMegabytes: number): Problem {
  return new Problem(413, 'too-large', {
    zh: {
      title: '文件太大',
      detail: `没有保存。单个文件不超过 ${limitInMegabytes} MB，请压缩或拆分后再上传。`,
    },
    en: {
      title: 'The file is too large',
      detail: `Nothing was saved. A file may have up to ${limitInMegabytes} MB; make it smaller or split it.`,
    },
  })
}

export function inputTooLarge(limitInMegabytes: number): Problem {
  return new Problem(413, 'input-too-large', {
    zh: {
      title: '提交的内容太大',
      detail: `没有做任何改动，您填写的内容还在。一次提交不超过 ${limitInMegabytes} MB，请删去无关部分，或存成文件上传。`,
    },
    en: {
      title: 'Too much was sent at once',
      detail: `Nothing was changed, and what you typed is still here. Up to ${limitInMegabytes} MB may be sent at once: leave out what does not belong, or upload it as a file.`,
    },
  })
}

export function notJson(): Problem {
  return new Problem(415, 'not-json', {
    zh: {
      title: '提交的内容不是 JSON',
      detail: '没有做任何改动。请求头须为 content-type: application/json。',
    },
    en: {
      title: 'What was sent is not JSON',
      detail: 'Nothing was changed. Send it with content-type: application/json.',
    },
  })
}

export function ourFault(reference: string): Problem {
  return new Problem(
    500,
    'our-fault',
    {
      zh: {
        title: '系统出错了',
        detail: `没有做任何改动，可以稍后重试。如仍出错，请把编号 ${reference} 告诉管理员。`,
      },
      en: {
        title: 'Something went wrong on our side',
        detail: `Nothing was changed; you can try again. If it stays, tell your administrator the number ${reference}.`,
      },
    },
    { reference },
  )
}
