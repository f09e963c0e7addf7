import { Problem, type ProblemBody } from '../http/problem.ts'
import { newId } from '../records/new-id.ts'
import type { AnyRoute, BodyOf, ParamsOf, QueryOf, ResponseOf } from './route.ts'

/** What a call may carry. `idempotencyKey` is the command's id: keep it when you send the same thing again. */
export interface CallOptions<R> {
  params?: ParamsOf<R>
  query?: QueryOf<R>
  body?: BodyOf<R> | Blob
  idempotencyKey?: string
  signal?: AbortSignal
}

/**
 * Calls a route of the HTTP API from a page. Throws a `Problem` in the reader's language; code `network` when
 * the server could not be reached, in which case sending again with the same key is safe.
 */
export async function call<R extends AnyRoute>(
  route: R,
  options: CallOptions<R> = {},
): Promise<ResponseOf<R>> {
  const response = await send(route, options)
  if (!response.ok) throw await problemOf(response)
  if (route.response === 'file') return (await response.blob()) as ResponseOf<R>
  return (await response.json()) as ResponseOf<R>
}

async function send<R extends AnyRoute>(route: R, options: CallOptions<R>): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (route.method !== 'GET') headers['idempotency-key'] = options.idempotencyKey ?? newId()
  let body: BodyInit | undefined
  if (options.body instanceof Blob) {
    body = options.body
  } else if (options.body !== undefined) {
    headers['content-type'] = 'application/json'
    body = JSON.stringify(options.body)
  }
  try {
    return await fetch(addressOf(route, options), {
      method: route.method,
      headers,
      body,
      signal: options.signal,
    })
  } catch (error) {
    if ((error as Error).name === 'AbortError') throw error
    throw unreachable()
  }
}

/** What an address can carry. */
type Written = string | number | boolean

/** The address of a route with its parameters filled in; also used for plain links to files. */
export function addressOf<R extends AnyRoute>(
  route: R,
  options: Pick<CallOptions<R>, 'params' | 'query'> = {},
): string {
  const params = (options.params ?? {}) as Record<string, Written | undefined>
  const path = route.path.replace(/:(\w+)/g, (_, key: string) =>
    encodeURIComponent(String(params[key] ?? '')),
  )
  const search = new URLSearchParams()
  const query = (options.query ?? {}) as Record<string, Written | Written[] | null | undefined>
  for (const [key, value] of Object.entries(query)) {
    if (Array.isArray(value)) for (const one of value) search.append(key, String(one))
    else if (value !== undefined && value !== null && value !== '') search.set(key, String(value))
  }
  const text = search.toString()
  return text ? `${path}?${text}` : path
}

async function problemOf(response: Response): Promise<Problem> {
  try {
    const body = (await response.json()) as ProblemBody
    if (body.code) return Problem.from(body)
  } catch {
    // Not ours: a proxy's error page, say. It is told as unreachable below.
  }
  return unreachable()
}

function unreachable(): Problem {
  return new Problem(0, 'network', {
    zh: { title: '连不上服务器', detail: '您填写的内容还在这里。请检查网络后重试。' },
    en: {
      title: 'The server cannot be reached',
      detail: 'What you typed is still here. Check the network and try again.',
    },
  })
}
