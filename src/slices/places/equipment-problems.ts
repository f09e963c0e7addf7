import { Problem } from '#platform/http/problem.ts'

export function numberIsHeld(number: string): Problem {
  return new Problem(409, 'equipment.number-held', {
    zh: { title: `编号 ${number} 已经用过`, detail: '没有保存。同一处阵地的设备编号不能重复。' },
    en: {
      title: `The number ${number} is in use`,
      detail: 'Nothing was saved. Each piece of a place has its own.',
    },
  })
}

export function pieceIsOut(borrower: string, due: string): Problem {
  return new Problem(409, 'equipment.out', {
    zh: { title: `已借给${borrower}，应于 ${due} 归还`, detail: '没有做任何改动。请等归还后再办理。' },
    en: {
      title: `It is with ${borrower} until ${due}`,
      detail: 'Nothing was changed. Wait until it is back.',
    },
  })
}

export function pieceUnfit(name: string): Problem {
  return new Problem(409, 'equipment.unfit', {
    zh: { title: `“${name}”现在不能借出`, detail: '没有做任何改动。它已损坏、缺件或已注销。' },
    en: {
      title: `“${name}” cannot be lent now`,
      detail: 'Nothing was changed. It is damaged, incomplete or out of use.',
    },
  })
}

export function loanEnded(): Problem {
  return new Problem(409, 'equipment.returned', {
    zh: { title: '这件设备已经归还', detail: '没有做任何改动。可能有人刚刚登记了归还。' },
    en: { title: 'It is back already', detail: 'Nothing was changed. Somebody may just have taken it back.' },
  })
}

export function dueUnfit(most: number): Problem {
  return new Problem(400, 'equipment.due-unfit', {
    zh: { title: '归还日期不对', detail: `没有保存。归还日期从今天起，最长 ${most} 天。` },
    en: {
      title: 'The day of return is not right',
      detail: `Nothing was saved. Today at the earliest, ${most} days at most.`,
    },
  })
}
