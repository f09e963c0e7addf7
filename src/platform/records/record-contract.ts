import { z } from 'zod'
import { recordCard } from '../contracts/fields.ts'
import { route } from '../contracts/route.ts'

export const recordRoutes = {
  search: route('record.search', {
    method: 'GET',
    path: '/api/search',
    summary: { zh: '在全部记录中查找', en: 'Search all records' },
    access: 'signed-in',
    query: z.object({ q: z.string().trim().min(1).max(100) }),
    response: z.object({ results: z.array(recordCard) }),
  }),
}
