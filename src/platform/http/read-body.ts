import { badInput, inputTooLarge, notJson, tooLarge } from './problems.ts'
import type { Problem } from './problem.ts'

const megabyte = 1024 * 1024

/** The largest JSON that a command may carry, in bytes: a long report with its corrections is a tenth of it. */
const largestJson = 2 * megabyte

/** The bytes of an upload, at most `limit`. Throws `tooLarge`. */
export function uploadOf(request: Request, limit: number): Promise<Uint8Array> {
  return bytesOf(request, limit, () => tooLarge(limit / megabyte))
}

/**
 * The JSON of a request, or `{}` where it has no body. Throws `inputTooLarge`; `notJson` for another content type (a
 * form on a foreign page can send those without asking); `badInput` for what is not UTF-8 or not JSON.
 */
export async function jsonOf(request: Request): Promise<unknown> {
  const bytes = await bytesOf(request, largestJson, () => inputTooLarge(largestJson / megabyte))
  if (bytes.byteLength === 0) return {}
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/json\s*(;\s*charset=("?)utf-8\2\s*)?$/i.test(type)) throw notJson()
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw badInput([{ path: '', message: 'JSON, UTF-8' }])
  }
}

/** The largest form of a public page, in bytes: a long complaint in Chinese, as a form sends it, is a third of it. */
const largestForm = megabyte / 16

/** The fields of a form as browsers send them without script. Throws `inputTooLarge`, `badInput`. */
export async function formOf(request: Request): Promise<URLSearchParams> {
  const bytes = await bytesOf(request, largestForm, () => inputTooLarge(largestForm / megabyte))
  const type = request.headers.get('content-type') ?? ''
  if (bytes.byteLength > 0 && !/^application\/x-www-form-urlencoded\b/i.test(type)) {
    throw badInput([{ path: '', message: 'application/x-www-form-urlencoded' }])
  }
  return new URLSearchParams(new TextDecoder().decode(bytes))
}

/** Stops reading, rather than filling the memory, as soon as there is more than the limit, said or not. */
async function bytesOf(request: Request, limit: number, problem: () => Problem): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw problem()
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of request.body ?? []) {
    size += part.byteLength
    if (size > limit) throw problem()
    parts.push(part)
  }
  return Buffer.concat(parts)
}
