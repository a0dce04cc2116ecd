import { t } from '#/lib/message/t.ts'
import { oneLine } from '#/lib/one-line.ts'

/** What people may set of a document beside its text. */
export interface DocumentMetaInput {
  title: string
  outlet: string
  author: string
  /** YYYY-MM-DD, or null when not known. */
  publishedOn: string | null
  /** http or https; empty when there is none. */
  url: string
  kind: string
  /** BCP 47, "und" when not known. */
  language: string
  direction: 'ltr' | 'rtl'
}

/** Most UTF-16 units of what people set. */
export const LONGEST_META = { title: 500, outlet: 200, author: 200, url: 2000, kind: 100 } as const

/** The input tidied (see `oneLine`), or the sentence that says what to change. */
export function checkDocumentMeta(input: DocumentMetaInput): { ok: true; meta: DocumentMetaInput } | { ok: false; reason: string } {
  const meta = {
    ...input,
    title: oneLine(input.title),
    outlet: oneLine(input.outlet),
    author: oneLine(input.author),
    kind: oneLine(input.kind),
    url: oneLine(input.url),
  }
  if (!meta.title) return { ok: false, reason: t('A document needs a title.') }
  for (const [field, longest] of Object.entries(LONGEST_META) as [keyof typeof LONGEST_META, number][]) {
    if (meta[field].length > longest)
      return {
        ok: false,
        reason: t('Use at most {longest} characters for the {value}.', { longest, value: field === 'url' ? 'address' : field }),
      }
  }
  if (meta.url && !isWebAddress(meta.url)) return { ok: false, reason: t('The address must start with http:// or https://.') }
  if (meta.publishedOn !== null && !isDay(meta.publishedOn)) return { ok: false, reason: t('The date is not one of the calendar.') }
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(meta.language)) return { ok: false, reason: t('Choose a language from the list.') }
  return { ok: true, meta }
}

/** Whether a text is an absolute http or https address. */
export function isWebAddress(text: string): boolean {
  const protocol = URL.parse(text)?.protocol
  return protocol === 'http:' || protocol === 'https:'
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
