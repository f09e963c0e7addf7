/** The page to go on to after signing in: only an address inside the console, else the home page. */
export function innerAddress(then: string | null): string {
  if (!then?.startsWith('/') || /^\/[\\/]/.test(then)) return '/'
  return then.startsWith('/sign-in') ? '/' : then
}
