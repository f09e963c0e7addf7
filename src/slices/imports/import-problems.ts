import { Problem } from '#platform/http/problem.ts'
import type { TableFaultCode } from '#platform/import/table.ts'
import { mostTableRows } from '#platform/import/table.ts'

const faults: Record<TableFaultCode, { zh: [string, string]; en: [string, string] }> = {
  empty: {
    zh: ['表里没有内容', '没有保存。请检查是不是选错了文件。'],
    en: ['There is nothing in the file', 'Nothing was saved. Is it the file that you meant?'],
  },
  damaged: {
    zh: ['这个表格文件打不开', '没有保存。文件可能没有传完或已损坏，请用表格软件打开、另存为 .xlsx 再上传。'],
    en: [
      'The spreadsheet cannot be opened',
      'Nothing was saved. It may be incomplete or broken: open it, save it as .xlsx and upload that.',
    ],
  },
  unfolds: {
    zh: ['这个文件展开后大得不正常', '为保护平台，没有读取。请把需要的数据复制到新表格里再上传。'],
    en: [
      'The file would unfold to an absurd size',
      'To protect the platform it was not read. Copy what is needed into a new spreadsheet and upload that.',
    ],
  },
  rows: {
    zh: [`一张表超过 ${mostTableRows} 行`, '没有保存。请分成几个文件导入。'],
    en: [`A sheet has more than ${mostTableRows} rows`, 'Nothing was saved. Bring it in several files.'],
  },
  sheets: {
    zh: ['工作表太多', '没有保存。请把需要的工作表另存为一个文件。'],
    en: ['There are too many sheets', 'Nothing was saved. Save the one that you need as a file of its own.'],
  },
  'no-sheet': {
    zh: ['没有这张工作表', '没有做任何改动。请重新选择工作表。'],
    en: ['There is no such sheet', 'Nothing was changed. Choose the sheet again.'],
  },
  encrypted: {
    zh: ['这个文件有密码', '没有保存。请在表格软件里取消密码，再上传。'],
    en: ['The file has a password', 'Nothing was saved. Take the password off and upload it again.'],
  },
  old: {
    zh: ['这是旧格式的表格', '没有保存。请用表格软件打开，另存为 .xlsx 或 .csv 再上传。'],
    en: [
      'The spreadsheet is of an old format',
      'Nothing was saved. Save it as .xlsx or .csv and upload that.',
    ],
  },
  unsupported: {
    zh: ['不支持这种文件', '没有保存。请上传 .xlsx 或 .csv 表格。'],
    en: ['This type of file is not supported', 'Nothing was saved. Upload a spreadsheet: .xlsx or .csv.'],
  },
  slow: {
    zh: ['读这张表用的时间太长', '没有做任何改动。请删去多余的格式和空行，或分成几个文件。'],
    en: [
      'Reading the sheet takes too long',
      'Nothing was changed. Remove what is not needed, or split the file.',
    ],
  },
}

export function tableUnread(code: TableFaultCode): Problem {
  const { zh, en } = faults[code]
  return new Problem(code === 'no-sheet' ? 404 : 422, `import.${code}`, {
    zh: { title: zh[0], detail: zh[1] },
    en: { title: en[0], detail: en[1] },
  })
}

export function noSuchImportKind(kind: string): Problem {
  return new Problem(404, 'import.no-kind', {
    zh: { title: `不能导入“${kind}”`, detail: '没有做任何改动。请从页面上选择要导入的内容。' },
    en: {
      title: `“${kind}” cannot be imported`,
      detail: 'Nothing was changed. Choose what to bring on the page.',
    },
  })
}

/** `names` are the fields that need a column. */
export function columnsMissing(zhNames: string, enNames: string): Problem {
  return new Problem(400, 'import.columns-missing', {
    zh: { title: `还没有指定哪一列是${zhNames}`, detail: '没有预检。请为它选一列；每一项只能选一列。' },
    en: {
      title: `No column was chosen for: ${enNames}`,
      detail: 'Nothing was checked. Choose one column for each.',
    },
  })
}

export function nothingBelowHeader(): Problem {
  return new Problem(400, 'import.no-rows', {
    zh: { title: '表头下面没有数据', detail: '没有预检。请检查工作表和表头所在的行。' },
    en: {
      title: 'There are no rows below the header',
      detail: 'Nothing was checked. Look at the sheet and its header.',
    },
  })
}

export function importNotNow(): Problem {
  return new Problem(409, 'import.not-now', {
    zh: { title: '这次导入已经到了下一步', detail: '没有做任何改动。请刷新页面，看看现在到了哪一步。' },
    en: {
      title: 'This import has gone on meanwhile',
      detail: 'Nothing was changed. Reload the page and look where it is.',
    },
  })
}

export function rowsUndecided(count: number): Problem {
  return new Problem(409, 'import.undecided', {
    zh: { title: `还有 ${count} 行可能重复，没有处理`, detail: '没有开始导入。请逐行选择跳过、合并或新增。' },
    en: {
      title: `Rows that may be there already: ${count} to decide`,
      detail: 'The import has not begun. Say for each whether to skip it, merge it, or add it.',
    },
  })
}

export function nothingToImport(): Problem {
  return new Problem(409, 'import.nothing', {
    zh: { title: '没有可导入的行', detail: '没有开始导入。请改正表格里的错误后重新上传。' },
    en: {
      title: 'There is no row to import',
      detail: 'The import has not begun. Mend the file and upload it again.',
    },
  })
}

export function choiceNotOpen(row: number): Problem {
  return new Problem(409, 'import.choice', {
    zh: { title: `第 ${row} 行不能这样处理`, detail: '没有做任何改动。请刷新页面后重新选择。' },
    en: {
      title: `Row ${row} cannot be handled so`,
      detail: 'Nothing was changed. Reload the page and choose again.',
    },
  })
}

export function rowsCleared(): Problem {
  return new Problem(410, 'import.cleared', {
    zh: {
      title: '这次导入的明细已按规定清除',
      detail: '导入的记录都在，不能再整批撤销；如有错误请逐条更正。',
    },
    en: {
      title: 'The rows of this import were cleared, as the rules want it',
      detail:
        'What it brought is there, and can no longer be taken back as a whole: correct single records instead.',
    },
  })
}
