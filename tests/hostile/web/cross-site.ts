import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Product } from '#/tests/support/start-product.ts'
import type { Row } from '../row.ts'
import { row } from '../row.ts'
import { rawRequest } from './request.ts'

const BUILD = join(import.meta.dirname, '../../../.next')
const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE']
const SOME_ID = '01a2031e-5141-7c0b-8a4c-951f2f2ad739'
const ORIGINS: Record<string, string | null> = { 'another site': 'https://evil.example', 'a sandboxed frame': 'null', nobody: null }

/** Every route and server action of the build, asked with a cookie from another site, from a sandboxed frame, and without an origin. */
export async function crossSiteRows(product: Product, cookie: string): Promise<Row[]> {
  const routes = Object.values(readManifest<Record<string, string>>('app-path-routes-manifest.json')).filter(
    (path) => !path.startsWith('/_'),
  )
  const actions = Object.keys(readManifest<{ node: Record<string, unknown> }>('server/server-reference-manifest.json').node)
  const wrongRoutes: string[] = []
  const wrongActions: string[] = []
  let tried = 0
  for (const [who, origin] of Object.entries(ORIGINS)) {
    for (const path of routes)
      for (const method of METHODS) {
        tried++
        const answer = await send(product, { method, target: filled(path), origin, cookie })
        if (!(path.startsWith('/api/v1/') ? answer.status === 401 : isRefused(answer)))
          wrongRoutes.push(`${method} ${path} from ${who}: ${answer.status}`)
      }
    for (const target of [`/api/v1/../imports/${SOME_ID}`, `/api/v1/%2e%2e/imports/${SOME_ID}`]) {
      const answer = await send(product, { method: 'POST', target, origin, cookie })
      if (!isRefused(answer)) wrongRoutes.push(`POST ${target} from ${who}: ${answer.status}`)
    }
    for (const action of actions) {
      const answer = await send(product, { method: 'POST', target: '/', origin, cookie, action })
      if (!isRefused(answer)) wrongActions.push(`action ${action.slice(0, 8)} from ${who}: ${answer.status}`)
    }
  }
  // The same from our own pages is answered by who it is for: the rows above test something.
  const own = await send(product, { method: 'POST', target: `/api/imports/${SOME_ID}`, origin: product.url, cookie })
  const ownAction = await send(product, { method: 'POST', target: '/', origin: product.url, cookie, action: actions[0] ?? '' })
  return [
    row(
      'every route and method from another site',
      tried,
      '403; of programs, who bring a token, 401',
      wrongRoutes,
      `as required of ${routes.length} routes`,
    ),
    row('every server action from another site', actions.length * 3, '403', wrongActions, `403 for ${actions.length} actions`),
    row(
      'the same from our own pages',
      2,
      'not refused for its origin',
      [own, ownAction].some(isRefused) ? ['refused'] : [],
      `${own.status}, ${ownAction.status}`,
    ),
  ]
}

function readManifest<T>(name: string): T {
  return JSON.parse(readFileSync(join(BUILD, name), 'utf8')) as T
}

function filled(path: string): string {
  return path.replace(/\[\.\.\.\w+\]/g, 'signout').replace(/\[\w+\]/g, SOME_ID)
}

const isRefused = ({ status, head }: { status: number; head: string }) => status === 403 && head.includes('"origin"')

function send(product: Product, about: { method: string; target: string; origin: string | null; cookie: string; action?: string }) {
  const { method, target, origin, cookie, action } = about
  return rawRequest(product.port, {
    method,
    target,
    headers: {
      Cookie: cookie,
      'Content-Type': action ? 'text/plain;charset=UTF-8' : 'application/json',
      'Content-Length': '2',
      ...(origin !== null && { Origin: origin }),
      ...(action && { 'Next-Action': action }),
    },
    body: [Buffer.from('[]')],
  })
}
