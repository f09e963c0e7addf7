import { z } from 'zod'
import type { AnyRoute } from './route.ts'

/** The OpenAPI 3.1 document of all routes, out of the same schemas that check them. */
export function openApi(routes: readonly AnyRoute[], version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Daqiao',
      version,
      description: 'The one HTTP API: pages and other systems use the same.',
    },
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'daqiao_session' } },
      schemas: { Problem: problem },
    },
  }
}

const problem = {
  type: 'object',
  required: ['status', 'code', 'title', 'detail'],
  properties: {
    status: { type: 'integer' },
    code: { type: 'string' },
    title: { type: 'string' },
    detail: { type: 'string' },
  },
}

function operation(route: AnyRoute): Record<string, unknown> {
  const file = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
  return {
    operationId: route.name,
    summary: route.summary.en,
    'x-summary-zh': route.summary.zh,
    ...(route.access === 'anyone' ? {} : { security: [{ session: [] }] }),
    ...(typeof route.access === 'object' ? { 'x-permission': route.access.permission } : {}),
    parameters: [
      ...parameters(route.params, 'path'),
      ...parameters(route.query, 'query'),
      ...(route.method === 'GET' ? [] : [commandId]),
    ],
    ...(route.upload ? { requestBody: { required: true, content: file } } : {}),
    ...(route.body && !route.upload
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schema(route.body, 'input') } },
          },
        }
      : {}),
    responses: {
      200: {
        description: 'OK',
        content:
          route.response === 'file'
            ? file
            : { 'application/json': { schema: schema(route.response, 'output') } },
      },
      default: {
        description: 'Problem (RFC 9457)',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

const commandId = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description:
    "The command's id, a UUIDv7 that the sender makes. The same id sent again gives the first answer.",
  schema: { type: 'string', format: 'uuid' },
}

function parameters(shape: z.ZodObject | undefined, place: 'path' | 'query') {
  if (!shape) return []
  const { properties = {}, required = [] } = schema(shape, 'input') as {
    properties?: Record<string, unknown>
    required?: string[]
  }
  return Object.entries(properties).map(([name, one]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: one,
  }))
}

function schema(type: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _, ...rest } = z.toJSONSchema(type, { io, unrepresentable: 'any' })
  return rest
}
