import { Problem } from '#platform/http/problem.ts'

/** The browser was given a file that it can no longer read. */
export function fileMoved(): Problem {
  return new Problem(422, 'visit.file-moved', {
    zh: {
      title: '文件打不开',
      detail: '没有读入。选好之后，文件可能被移动、改名或修改过。请重新选这个文件。',
    },
    en: {
      title: 'The file cannot be opened',
      detail: 'It was not read. It may have been moved, renamed or changed since. Choose it again.',
    },
  })
}
