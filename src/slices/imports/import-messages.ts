import { messages } from '#platform/i18n/messages.ts'

export const importMessages = messages({
  zh: {
    record: '导入',
    title: '导入',
    states: {
      uploaded: '待识别',
      tried: '已预检，未导入',
      applying: '正在导入',
      stopped: '已停止',
      applied: '已导入',
      undoing: '正在撤销',
      undone: '已撤销',
    },
    rowStates: {
      fault: '有错，不导入',
      undecided: '可能重复，待处理',
      new: '将新增',
      merge: '将合并',
      skip: '跳过',
      added: '已新增',
      merged: '已合并',
      refused: '没有导入',
      undone: '已撤销',
      kept: '没有撤销',
    },
    reasons: '导入结果',
  },
  en: {
    record: 'Import',
    title: 'Imports',
    states: {
      uploaded: 'To be laid out',
      tried: 'Checked, nothing written',
      applying: 'Being written',
      stopped: 'Stopped',
      applied: 'Imported',
      undoing: 'Being taken back',
      undone: 'Taken back',
    },
    rowStates: {
      fault: 'Wrong: not imported',
      undecided: 'Perhaps there already: to decide',
      new: 'Will be added',
      merge: 'Will be merged',
      skip: 'Skipped',
      added: 'Added',
      merged: 'Merged',
      refused: 'Not imported',
      undone: 'Taken back',
      kept: 'Not taken back',
    },
    reasons: 'Result of the import',
  },
})

export const importEvents = {
  'import.begun': { zh: '上传表格准备导入', en: 'uploaded a spreadsheet to import' },
  'import.tried': { zh: '预检表格', en: 'checked a spreadsheet' },
  'import.decided': { zh: '处理表格中的重复', en: 'decided on rows of a spreadsheet' },
  'import.started': { zh: '开始导入', en: 'started an import' },
  'import.stopped': { zh: '停止导入', en: 'stopped an import' },
  'import.undone': { zh: '撤销整次导入', en: 'took an import back' },
  'import.carried-on': { zh: '写入或撤销一批', en: 'wrote or took back a batch' },
}
