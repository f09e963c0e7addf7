import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '../../../test/house.ts'

type Schema = Record<string, unknown>
interface Operation {
  operationId: string
  summary: string
  security?: { session: [] }[]
  parameters: { name: string; in: string; required: boolean; schema: Schema }[]
  requestBody?: { required: boolean; content: Record<string, { schema: Schema }> }
  responses: Record<string, { description: string; content: Record<string, { schema: Schema }> }>
}
interface Description {
  openapi: string
  info: { title: string; version: string }
  paths: Record<string, Record<string, Operation>>
  components: { securitySchemes: { session: Schema }; schemas: Record<string, Schema> }
}

let house: TestHouse
let description: Description
beforeAll(async () => {
  house = await testHouse()
  description = (await house.nobody.get('/api/openapi.json')).body
})
afterAll(() => house.close())

const operations = () =>
  Object.entries(description.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  )

/** Every object in the document, with where it stands. */
function walk(value: unknown, at: string, visit: (one: Schema, at: string) => void): void {
  if (Array.isArray(value)) for (const [i, one] of value.entries()) walk(one, `${at}/${i}`, visit)
  else if (value !== null && typeof value === 'object') {
    visit(value as Schema, at)
    for (const [key, one] of Object.entries(value)) walk(one, `${at}/${key}`, visit)
  }
}

test('it says its version, and holds every route that is served, each under a name of its own', () => {
  expect(description.openapi).toBe('3.1.0')
  expect(description.info).toMatchObject({ title: 'Daqiao', version: 'test' })
  const ids = operations().map(({ operation }) => operation.operationId)
  expect(ids.toSorted()).toEqual(house.house.routes.map((route) => route.name).toSorted())
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.length).toBeGreaterThan(40)
})

test('no two paths differ only in the names of their parameters', () => {
  const shapes = Object.keys(description.paths).map((path) => path.replace(/\{\w+\}/g, '{}'))
  expect(new Set(shapes).size).toBe(shapes.length)
})

test('the parameters of a path are declared, and no others', () => {
  for (const { path, operation } of operations()) {
    const inPath = operation.parameters.filter((one) => one.in === 'path')
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
    expect(inPath.map((one) => one.name).toSorted(), path).toEqual(named.toSorted())
    expect(inPath.every((one) => one.required)).toBe(true)
    const keys = operation.parameters.map((one) => `${one.in} ${one.name}`)
    expect(new Set(keys).size, path).toBe(keys.length)
    for (const one of operation.parameters) {
      expect(['path', 'query', 'header']).toContain(one.in)
      expect(one.schema, `${path} ${one.name}`).toBeTypeOf('object')
    }
  }
})

test('each reference leads somewhere', () => {
  let references = 0
  walk(description, '#', ({ $ref }, at) => {
    if (typeof $ref !== 'string') return
    references += 1
    expect($ref, at).toMatch(/^#\//)
    const target = $ref
      .slice(2)
      .split('/')
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
      .reduce<unknown>((node, part) => (node as Schema | undefined)?.[part], description)
    expect(target, `${at} → ${$ref}`).toBeDefined()
  })
  expect(references).toBeGreaterThan(40)
})

test('each schema is one that says something', () => {
  const types = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null']
  walk(description.paths, '#/paths', (one, at) => {
    if (!at.endsWith('/schema')) return
    expect(Object.keys(one).length, at).toBeGreaterThan(0)
    expect(one, at).not.toHaveProperty('$schema')
    walk(one, at, ({ type, required, properties }, where) => {
      if (typeof type === 'string' && !where.endsWith('/properties')) expect(types, where).toContain(type)
      if (Array.isArray(required) && properties !== undefined)
        for (const name of required) expect(Object.keys(properties as Schema), where).toContain(name)
    })
  })
})

test('who must be signed in is said, and what must carry the id of a command', () => {
  expect(description.components.securitySchemes.session).toEqual({
    type: 'apiKey',
    in: 'cookie',
    name: 'daqiao_session',
  })
  for (const { operation } of operations()) {
    const served = house.house.served.find((one) => one.route.name === operation.operationId)
    expect(operation.security !== undefined).toBe(served?.route.access !== 'anyone')
    const key = operation.parameters.find((one) => one.name === 'Idempotency-Key')
    expect(key?.required ?? false, operation.operationId).toBe(served?.kind === 'command')
    expect(operation.responses.default?.content).toHaveProperty('application/problem+json')
    expect(operation.summary).not.toBe('')
  }
})
