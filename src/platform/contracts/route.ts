import type { z } from 'zod'
import type { Text } from '../i18n/messages.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** Who may call a route: anyone, anyone who is signed in, or who holds the permission somewhere. */
export type Access = 'anyone' | 'signed-in' | { permission: string }

/**
 * A route of the one HTTP API, written once: it validates, types the console and the field app, and gives the
 * OpenAPI document. `response: 'file'` answers with bytes.
 */
export interface Route<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType | 'file' = z.ZodType | 'file',
> {
  /** `visit.record`: unique; also the operation id. */
  name: string
  method: Method
  /** `/api/visits/:visit`. */
  path: string
  summary: Text
  access: Access
  params?: Params
  query?: Query
  body?: Body
  /** A body of bytes instead of JSON (an upload). */
  upload?: true
  response: Response
}

/** Declares a route, with the types of its schemas. */
export function route<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Response extends z.ZodType | 'file',
>(
  name: string,
  rest: Omit<Route<Params, Query, Body, Response>, 'name'>,
): Route<Params, Query, Body, Response> {
  return { name, ...rest }
}

export type AnyRoute = Route<z.ZodObject, z.ZodObject, z.ZodType, z.ZodType | 'file'>

/** What a caller gives, and what comes back. */
export type ParamsOf<R> = R extends Route<infer P, infer _Q, infer _B, infer _R> ? z.input<P> : never
export type QueryOf<R> = R extends Route<infer _P, infer Q, infer _B, infer _R> ? z.input<Q> : never
export type BodyOf<R> = R extends Route<infer _P, infer _Q, infer B, infer _R> ? z.input<B> : never
export type ResponseOf<R> =
  R extends Route<infer _P, infer _Q, infer _B, infer A> ? (A extends z.ZodType ? z.output<A> : Blob) : never
