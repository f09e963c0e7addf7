import type { ComponentType } from 'react'
import { createBrowserRouter, type RouteObject } from 'react-router'
import type { ConsolePage } from '#ui/console-slice.ts'
import { Frame } from './frame.tsx'
import { Opening } from './opening.tsx'
import { NotAllowed, NotFound, PageError } from './page-problems.tsx'
import { pages } from './pages.ts'
import { isAllowed, usePerson } from './session.tsx'

function guarded(Component: ComponentType, needs: string | undefined): ComponentType {
  if (needs === undefined) return Component
  return function Guarded() {
    return isAllowed(usePerson(), needs) ? <Component /> : <NotAllowed />
  }
}

function routeOf(page: ConsolePage): RouteObject {
  const lazy = async () => ({ Component: guarded((await page.load()).default, page.needs) })
  return page.path === '' ? { index: true, lazy } : { path: page.path, lazy }
}

export const router = createBrowserRouter([
  {
    path: '/sign-in',
    lazy: async () => ({ Component: (await import('./sign-in-page.tsx')).default }),
    HydrateFallback: Opening,
    ErrorBoundary: PageError,
  },
  {
    path: '/',
    Component: Frame,
    HydrateFallback: Opening,
    ErrorBoundary: PageError,
    children: [
      { ErrorBoundary: PageError, children: [...pages.map(routeOf), { path: '*', Component: NotFound }] },
    ],
  },
])
