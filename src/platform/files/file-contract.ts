import { z } from 'zod'
import { id } from '../contracts/fields.ts'
import { route } from '../contracts/route.ts'

/** A file as its owner's record shows it. */
export const fileCard = z.object({ id, name: z.string(), type: z.string(), size: z.number() })

export const fileRoutes = {
  upload: route('file.upload', {
    method: 'POST',
    path: '/api/files',
    summary: { zh: '上传文件（正文为文件内容）', en: 'Upload a file (the body is its bytes)' },
    access: 'signed-in',
    query: z.object({ name: z.string().min(1).max(255) }),
    upload: true,
    response: fileCard,
  }),
  open: route('file.open', {
    method: 'GET',
    path: '/api/records/:kind/:record/files/:file',
    summary: { zh: '打开记录的附件', en: 'Open a file of a record' },
    access: 'signed-in',
    params: z.object({ kind: z.string().max(40), record: id, file: id }),
    response: 'file',
  }),
}
