import { Hono } from 'hono'
import { openApi } from '#platform/contracts/openapi.ts'
import { publicDoor } from './public-door.ts'
import { serveRoutes } from '#platform/http/serve-routes.ts'
import type { ConsoleFiles } from './console-files.ts'
import type { ComposedHouse } from './house.ts'

/** Everything that HTTP reaches: health, the API, its description, and the console. */
export function web(
  house: ComposedHouse,
  options: { pages?: ConsoleFiles; checkAnswers?: boolean; version: string },
): Hono {
  const app = new Hono()
  app.get('/healthz', (context) => context.text('ok'))
  let description: string | undefined
  app.get('/api/openapi.json', (context) => {
    description ??= JSON.stringify(openApi(house.served, options.version))
    return context.body(description, 200, { 'content-type': 'application/json', 'cache-control': 'no-cache' })
  })
  app.route(
    '/',
    serveRoutes(house.served, {
      database: house.database,
      commands: house.commands,
      identify: house.identify,
      log: house.log,
      checkAnswers: options.checkAnswers,
    }),
  )
  app.route('/', publicDoor(house))
  const { pages } = options
  if (pages) app.get('*', (context) => pages.answer(context.req.raw))
  return app
}
