/** Statements that go on to another LRS: the preview is then the LMS, with state and profiles, and that one holds what was said. */
import type { LrsRequest } from './answer'
import type { Answer } from './types'

/** `statements` is the resource itself, `http://key:secret@127.0.0.1:8081/data/xAPI/statements`; what stands before the `@` is its credential. */
export async function forwardStatements(
  statements: URL,
  { method, params, body, header, path }: LrsRequest,
  version: string,
): Promise<Answer> {
  const { username, password } = statements
  const to = new URL(statements)
  to.username = to.password = ''
  to.search = params.toString()
  const credential = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')
  const response = await fetch(to, {
    method,
    headers: {
      'X-Experience-API-Version': version,
      ...(username === '' ? {} : { Authorization: `Basic ${credential}` }),
      ...(method === 'GET' ? {} : { 'Content-Type': header('content-type') }),
    },
    ...(method === 'GET' ? {} : { body }),
  })
  const text = await response.text()
  const after = response.headers.get('retry-after')
  const through = response.headers.get('x-experience-api-consistent-through')
  return {
    status: response.status,
    ...(text === '' ? {} : { body: method === 'GET' ? text.replaceAll(`"${to.pathname}?`, `"${path}?`) : text }),
    type: response.headers.get('content-type') ?? 'application/json',
    headers: { ...(after ? { 'Retry-After': after } : {}), ...(through ? { 'X-Experience-API-Consistent-Through': through } : {}) },
  }
}
