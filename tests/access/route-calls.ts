import { newId } from '#/lib/id.ts'
import type { Place } from './place.ts'
import { fill, type RouteCall } from './visit.ts'

const file = () => {
  const form = new FormData()
  form.set('file', new File([`A text ${Math.random()} about the convoy that turned back.`], 'convoy.txt', { type: 'text/plain' }))
  return form
}

const codebook = () => {
  const form = new FormData()
  form.set('file', new File([`type,path\nactor,Actor of a file ${Math.random()}`], 'codebook.csv', { type: 'text/csv' }))
  return form
}

const project = () => {
  const form = new FormData()
  const tasks = [{ data: { text: `A task ${Math.random()} about the convoy.` }, annotations: [] }]
  form.set('file', new File([JSON.stringify(tasks)], 'tasks.json', { type: 'application/json' }))
  return form
}

/** What to send besides the address; nothing for those that only read. */
const MORE: Readonly<Record<string, (place: Place) => { query?: string; init?: RequestInit }>> = {
  'POST /api/auth/[...nextauth]': () => ({ init: { body: 'x=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } } }),
  'GET /api/codebooks/[workspaceId]': () => ({ query: '?format=csv' }),
  'POST /api/bulk-edits/[workspaceId]': () => ({
    init: { body: JSON.stringify({ query: `id=${newId()}`, edit: { act: 'remove', tag: { sort: 'theme', id: newId() } } }) },
  }),
  'POST /api/codebooks/[workspaceId]': () => ({ init: { body: codebook() } }),
  'POST /api/editions/[documentId]': () => ({ init: { body: file() } }),
  'POST /api/imports/[workspaceId]': () => ({ init: { body: file() } }),
  'POST /api/projects/[workspaceId]': () => ({ init: { body: project() } }),
  'POST /api/visits/[documentId]': () => ({ init: { body: JSON.stringify({ readShare: 0.5 }) } }),
  'GET /api/audit/[workspaceId]': () => ({ query: '?format=csv' }),
  'GET /api/exports/[workspaceId]': () => ({ query: '?format=csv' }),
  'GET /api/metrics': () => ({ init: { headers: { 'x-forwarded-for': '203.0.113.7' } } }),
  'GET /api/history/[documentId]/compare': () => ({ query: '?from=1' }),
}

export function routeCall(name: string, place: Place): RouteCall {
  const address = name.slice(name.indexOf(' ') + 1)
  const { query = '', init } = MORE[name]?.(place) ?? {}
  return { path: fill(address, { workspaceId: place.workspaceId, documentId: place.rows.documentId }) + query, ...(init && { init }) }
}
