import type { Canary } from '../files/canary.ts'
import type { Row } from '../row.ts'
import { row } from '../row.ts'
import type { Visitor } from './visitor.ts'

const SEARCHES = [
  'a'.repeat(5000),
  '%'.repeat(5000),
  '_%'.repeat(2000),
  '(('.repeat(2000),
  "' or 1=1 --",
  '\\'.repeat(3000),
  '\u0000',
  '\ud800',
  ':*&|!'.repeat(500),
  '🦊'.repeat(1000),
]

/** Text that no store likes, searches that no index likes, and addresses that nobody should fetch. */
export async function storedRows(visitor: Visitor, workspaceId: string, canary: Canary): Promise<Row[]> {
  return [
    await imports(visitor, workspaceId),
    await everyExport(visitor, workspaceId),
    await searches(visitor, workspaceId),
    await fetches(visitor, workspaceId, canary),
  ]
}

async function add(
  visitor: Visitor,
  workspaceId: string,
  body: string | Uint8Array<ArrayBuffer>,
  fileName: string,
  meta: Record<string, string> = {},
) {
  const form = new FormData()
  form.set('file', new Blob([body]), fileName)
  for (const [name, value] of Object.entries(meta)) form.set(name, value)
  const response = await visitor.fetch(`/api/imports/${workspaceId}`, { method: 'POST', body: form })
  return {
    status: response.status,
    answer: (await response.json().catch(() => null)) as { ok: boolean; documentId?: string; message?: string } | null,
  }
}

async function imports(visitor: Visitor, workspaceId: string): Promise<Row> {
  const inputs: [string, string | Uint8Array<ArrayBuffer>, string, Record<string, string>?][] = [
    ['a name that turns its direction', 'Words.', 'report\u202efdp.txt'],
    ['NUL in the text', `Words\0 and more ${'words '.repeat(40)}`, 'nul.txt'],
    ['half surrogate pairs', new Uint8Array(Buffer.from(`\ufeff${'Words \ud800 and \udc00. '.repeat(10)}`, 'utf16le')), 'half.txt'],
    ['a word of a megabyte', `Words ${'x'.repeat(1 << 20)} end.`, 'long-word.txt'],
    ['a line of ten megabytes', 'words and more '.repeat(700_000), 'long-line.txt'],
    ['a title that is a formula', 'Words.', 'a.txt', { title: "=cmd|'/c calc'!A1" }],
    ['metadata that turns its direction', 'Words.', 'b.txt', { title: 'T\u202e\u0000itle', author: 'A\ud800', outlet: '\u2066x' }],
  ]
  const wrong: string[] = []
  for (const [what, body, name, meta] of inputs) {
    const { status, answer } = await add(visitor, workspaceId, body, name, meta)
    if (status >= 500 || !answer) wrong.push(`${what}: ${status}`)
    else if (!answer.ok && !answer.message) wrong.push(`${what}: no sentence`)
    else if (answer.documentId) {
      const kept = await visitor.fetch(`/api/originals/${answer.documentId}`)
      const disposition = kept.headers.get('content-disposition') ?? ''
      await kept.arrayBuffer()
      if (kept.status !== 200 || /%E2%80%AE|%00/i.test(disposition) || !disposition.startsWith('attachment'))
        wrong.push(`${what}: ${kept.status} ${disposition}`)
    }
  }
  return row(
    'names, texts and metadata that no store likes',
    inputs.length,
    'stored clean, or refused in a sentence',
    wrong,
    'stored clean',
  )
}

async function everyExport(visitor: Visitor, workspaceId: string): Promise<Row> {
  const wrong: string[] = []
  const formats = ['csv', 'xlsx', 'jsonld']
  for (const format of formats) {
    const response = await visitor.fetch(`/api/exports/${workspaceId}?format=${format}`)
    const bytes = new Uint8Array(await response.arrayBuffer())
    if (response.status !== 200 || bytes.length === 0) wrong.push(`${format}: ${response.status}`)
    if (format === 'jsonld') JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  }
  return row('exports after them', formats.length, 'whole files', wrong, 'whole files')
}

async function searches(visitor: Visitor, workspaceId: string): Promise<Row> {
  const wrong: string[] = []
  let slowest = 0
  for (const query of SEARCHES)
    for (const path of [`/w/${workspaceId}/excerpts?q=`, `/w/${workspaceId}/documents?q=`, `/api/exports/${workspaceId}?format=csv&q=`]) {
      const began = performance.now()
      const response = await visitor.fetch(`${path}${encodeURIComponent(query.toWellFormed())}`)
      await response.arrayBuffer()
      slowest = Math.max(slowest, performance.now() - began)
      if (response.status >= 500) wrong.push(`${path} ${query.slice(0, 8)}: ${response.status}`)
    }
  if (slowest > 3000) wrong.push(`one took ${slowest.toFixed(0)} ms`)
  return row('searches that no index likes', SEARCHES.length * 3, 'an answer, no fault', wrong, `${slowest.toFixed(0)} ms at most`)
}

/** Every place where somebody can leave an address. */
async function fetches(visitor: Visitor, workspaceId: string, { url, requests }: Canary): Promise<Row> {
  const page = `<!doctype html><head><link rel=canonical href="${url}/c"><meta property="og:url" content="${url}/o"><meta property="og:image" content="${url}/i"></head><body><img src="${url}/p"><a href="${url}/a">Words</a></body>`
  await add(visitor, workspaceId, page, 'page.html', { url: `${url}/meta` })
  await visitor.fetch(`/_next/image?url=${encodeURIComponent(`${url}/image`)}&w=64&q=75`)
  await visitor.fetch(`/sign-in?callbackUrl=${encodeURIComponent(`${url}/back`)}`)
  await visitor.fetch('/', { headers: { 'x-forwarded-host': url.replace('http://', ''), host: url.replace('http://', '') } })
  await new Promise((resolve) => setTimeout(resolve, 500))
  return row('addresses people leave', 8, 'nobody fetches them', requests() > 0 ? [`${requests()} requests`] : [], '0 requests')
}
