import { z } from 'zod'
import { sessionCookie } from '../auth/session-cookie.ts'
import type { Served } from './served.ts'

/** The OpenAPI 3.1 document of all that is served, out of the same schemas that check it. */
export function openApi(served: readonly Served[], version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const one of served) {
    const path = one.route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [one.route.method.toLowerCase()]: operation(one) }
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
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: sessionCookie } },
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

function operation({ kind, route }: Served): Record<string, unknown> {
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
      ...(kind === 'command' ? [commandId] : []),
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
