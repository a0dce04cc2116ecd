import type { Outcome } from './policy.ts'

/** What a door answered. */
export interface Answer {
  outcome: Outcome
  /** Everything that could tell one thing from another: status and words, without what is new in every answer. */
  words: string
}

export interface Visitor {
  url: string
  /** Empty for the signed out. */
  cookie: string
}

/** Fills the parameters of an address; a parameter nobody gave a value for is a token that is none. */
export function fill(address: string, values: Record<string, string>): string {
  return address.replace(
    /\[(?:\.\.\.)?(\w+)\]/g,
    (_, name: string) => values[name] ?? (name === 'nextauth' ? 'session' : 'AAAAAAAAAAAAAAAAAAAAAA'),
  )
}

export async function openPage(
  { url, cookie }: Visitor,
  path: string,
  { asData, refusalWords }: { asData: boolean; refusalWords: string | undefined },
): Promise<Answer> {
  const response = await fetch(url + path + (asData ? '?_rsc' : ''), {
    redirect: 'manual',
    headers: { cookie, ...(asData && { RSC: '1' }) },
  })
  const body = await response.text()
  const to = response.headers.get('location') ?? /NEXT_REDIRECT;\w+;([^;]+);/.exec(body)?.[1] ?? ''
  const words = `${response.status} ${to} ${asData ? '' : wordsOf(body)}`
  if (to.includes('/sign-in')) return { outcome: 'sign in', words }
  if (response.status === 404 || /NEXT_HTTP_ERROR_FALLBACK;404/.test(body)) return { outcome: 'not found', words }
  // A page that fails while it streams has answered 200 before.
  const failed = /:E\{\\?"digest\\?":\\?"(?!NEXT_)/.exec(body)
  if (failed) return { outcome: 'refused', words: `failed: ${body.slice(failed.index, failed.index + 80)} ${words}` }
  const isRefused = response.status >= 400 || (refusalWords !== undefined && body.includes(refusalWords))
  return { outcome: isRefused ? 'refused' : 'done', words }
}

/** What people read of a page. */
function wordsOf(html: string): string {
  return html
    .replace(/<(script|style|template)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
}

export interface RouteCall {
  path: string
  init?: RequestInit
}

export async function callRoute({ url, cookie }: Visitor, method: string, { path, init }: RouteCall): Promise<Answer> {
  const headers = { cookie, origin: url, ...(init?.headers as Record<string, string>) }
  const response = await fetch(url + path, { ...init, method, redirect: 'manual', headers })
  const words = `${response.status} ${await response.text()}`
  if (response.status === 401) return { outcome: 'sign in', words }
  if (response.status === 404) return { outcome: 'not found', words }
  return { outcome: response.status < 400 ? 'done' : 'refused', words }
}

/** The methods a route answers to, as it says itself. */
export async function methodsOf(url: string, path: string): Promise<string[]> {
  const response = await fetch(url + path, { method: 'OPTIONS', headers: { origin: url } })
  const allowed = response.headers.get('allow')?.split(', ') ?? []
  return allowed.filter((method) => !['OPTIONS', 'HEAD'].includes(method))
}

/** What Next's client sends with the call of a server action, besides its arguments as JSON and its origin. @param id see `ActionDoor` */
export const actionHeaders = (id: string) => ({
  'next-action': id,
  'content-type': 'text/plain;charset=UTF-8',
  accept: 'text/x-component',
})

/** What a server action answered; text where it is more than JSON. */
export function readActionAnswer(body: string): unknown {
  const line = /(?:^|\n)1:(.*)/.exec(body)?.[1] ?? ''
  return line.startsWith('{') || line.startsWith('[') || line === 'null' || /^[\d"]/.test(line) ? JSON.parse(line) : line
}

/** Calls a server action as Next's client does. `undefined` as an answer is "done": the caller knows what it should have changed. */
export async function callAction(
  { url, cookie }: Visitor,
  path: string,
  id: string,
  args: unknown[],
  strangerSays: string,
): Promise<Answer> {
  const response = await fetch(url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin: url, ...actionHeaders(id) },
    body: JSON.stringify(args),
  })
  const body = await response.text()
  const to = response.headers.get('x-action-redirect') ?? ''
  if (to.startsWith('/sign-in')) return { outcome: 'sign in', words: 'sign in' }
  if (response.status >= 400) return { outcome: 'refused', words: `${response.status} ${body.slice(0, 300)}` }
  const answer = readActionAnswer(body) as { ok?: unknown } | null
  const words = JSON.stringify(answer)
  if (answer === null) return { outcome: 'not found', words }
  if (typeof answer === 'object' && answer.ok === false) return { outcome: words.includes(strangerSays) ? 'not found' : 'refused', words }
  return { outcome: 'done', words }
}
