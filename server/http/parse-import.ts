import { z } from 'zod'
import { PASTED_NAME } from '#/lib/format/import/pasted-name.ts'
import { documentMetaSchema } from '#/server/actions/document-schema.ts'
import type { ImportInput } from '#/server/usecases/import-document.ts'

const metaSchema = documentMetaSchema.partial()
const pasteSchema = z.object({ text: z.string(), html: z.string().optional(), meta: metaSchema.optional() })

/**
 * What a request to import asks for; null when its body cannot be understood.
 *
 * - multipart/form-data: one `file` (or `text`, pasted, under the name it shall have) and any metadata
 *   fields, empty ones being as good as none
 * - application/json: `{ text, html?, meta? }`, pasted
 */
export async function parseImport(contentType: string, body: Uint8Array<ArrayBuffer>): Promise<ImportInput | null> {
  try {
    if (contentType.startsWith('multipart/form-data')) {
      const form = await new Response(body, { headers: { 'content-type': contentType } }).formData()
      return await fromForm(form)
    }
    if (contentType.startsWith('application/json')) return fromJson(new TextDecoder().decode(body))
  } catch {
    // Broken multipart or JSON: the body says nothing we understand.
  }
  return null
}

async function fromForm(form: FormData): Promise<ImportInput | null> {
  const meta = metaSchema.safeParse(
    Object.fromEntries(Array.from(form).filter(([name, value]) => name in metaSchema.shape && value !== '')),
  )
  if (!meta.success) return null
  const file = form.get('file')
  const text = form.get('text')
  if (file instanceof File) {
    return { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()), overrides: meta.data }
  }
  if (text === null) return null
  const name = text instanceof File && text.name !== PASTED_NAME ? { title: text.name } : {}
  const pasted = { text: text instanceof File ? await text.text() : text }
  return { pasted, overrides: { ...name, ...meta.data } }
}

function fromJson(json: string): ImportInput | null {
  const parsed = pasteSchema.safeParse(JSON.parse(json))
  if (!parsed.success) return null
  const { text, html, meta } = parsed.data
  return { pasted: { text, ...(html && { html }) }, ...(meta && { overrides: meta }) }
}
