import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { Design, layTokens } from '#ui/design.tsx'
import { queries } from './queries.ts'
import { router } from './router.tsx'

layTokens('console')

const root = document.getElementById('console')
if (!root) throw new Error('index.html has no #console')
createRoot(root).render(
  <StrictMode>
    <Design>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </Design>
  </StrictMode>,
)
