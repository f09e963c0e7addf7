/** The cookie that carries a session's token. */
export const sessionCookie = 'daqiao_session'

/** `maxAge` in seconds; 0 takes the cookie away. `secure` when the page came over HTTPS. */
export function sessionCookieHeader(token: string, maxAge: number, secure: boolean): string {
  return `${sessionCookie}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${secure ? '; Secure' : ''}`
}
