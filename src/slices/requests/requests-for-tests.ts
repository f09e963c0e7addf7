import type { TestHouse } from '../../../test/house.ts'

/** A browser on the public pages that keeps its cookies and runs no script. */
export function visitor(house: TestHouse, options: { address?: string; at?: string } = {}) {
  const { address = '203.0.113.7', at = '/p' } = options
  const cookies = new Map<string, string>()
  const request = async (method: 'GET' | 'POST', path: string, fields?: Record<string, string>) => {
    const headers = new Headers({ 'x-forwarded-for': address, host: 'localhost' })
    if (cookies.size > 0)
      headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    if (method === 'POST') {
      headers.set('origin', 'http://localhost')
      headers.set('content-type', 'application/x-www-form-urlencoded')
    }
    const answer = await house.web.request(/^\/p(?:\/|$)/.test(path) ? path : at + path, {
      method,
      headers,
      body: fields ? new URLSearchParams(fields).toString() : undefined,
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      const [name = '', value = ''] = pair.split('=')
      if (/Max-Age=0\b/.test(cookie)) cookies.delete(name)
      else cookies.set(name, value)
    }
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  }
  /** Follows redirects as a browser does. */
  const go = async (answer: ReturnType<typeof request>) => {
    let got = await answer
    let where = ''
    for (let hops = 0; got.status === 303 && hops < 5; hops += 1) {
      where = got.headers.get('location') ?? ''
      got = await request('GET', where)
    }
    return { ...got, where }
  }
  return {
    cookies,
    get: (path: string) => go(request('GET', path)),
    post: (path: string, fields: Record<string, string> = {}) => go(request('POST', path, fields)),
  }
}

/** The words of a page, without its marks. */
export function wordsOf(html: string): string {
  return html
    .replace(/<(style|script|head)\b.*?<\/\1>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
    .replace(/[ \t\n]+/g, ' ')
}

/** What a page shows under the id, without marks. */
export function shownAt(html: string, id: string): string {
  return new RegExp(`id="${id}"[^>]*>([^<]*)<`).exec(html)?.[1] ?? ''
}

/** Goes through the whole form. Returns the number and, where no phone was given, the code. */
export async function sendThrough(
  browser: ReturnType<typeof visitor>,
  said: { kind?: string; text: string; name?: string; phone?: string; about?: string },
) {
  const { kind = 'suggestion', text, name = '', phone = '', about } = said
  await browser.post('/tell', { kind, ...(about && { about }) })
  await browser.post('/tell/text', { text })
  const check = await browser.post('/tell/contact', { name, phone })
  const sent = await browser.post('/tell/check')
  return {
    check,
    sent,
    number: shownAt(sent.text, 'number').replaceAll(' ', ''),
    code: shownAt(sent.text, 'code'),
  }
}
