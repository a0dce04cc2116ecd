import { shortDate } from '#/lib/date/short-date.ts'
import { differsFromOriginal, type Excerpt } from '#/lib/excerpt/excerpt.ts'
import { LINE_BREAK } from '#/lib/text/block.ts'

type Cited = Pick<Excerpt, 'quote' | 'startPoint' | 'endPoint' | 'state' | 'originalQuote' | 'originalEdition'> & {
  document: Excerpt['document']
}

/** Quotation marks by language; English for others. */
const MARKS: Record<string, [open: string, close: string]> = {
  ar: ['«', '»'],
  be: ['«', '»'],
  de: ['„', '“'],
  fa: ['«', '»'],
  fr: ['« ', ' »'],
  he: ['”', '”'],
  pl: ['„', '”'],
  ru: ['«', '»'],
  uk: ['«', '»'],
}
const ENGLISH: [string, string] = ['“', '”']

/**
 * One excerpt as it is cited in plain text: the quote in its language's quotation marks, then author, title, outlet, day, where it stands
 * in the text (code points), and the addresses of the source and of the passage. What is unknown is left out. Where the original says
 * something else, its words follow the quote: a reader with the source at hand looks for those.
 *
 * @param link absolute address that opens the passage
 */
export function citeExcerpt(excerpt: Cited, link: string): string {
  const { document } = excerpt
  const [open, close] = MARKS[document.language.split('-')[0] ?? ''] ?? ENGLISH
  const quoted = (words: string) => `${open}${plainLines(words)}${close}`
  const place =
    excerpt.state === 'anchored' && excerpt.startPoint !== null
      ? `characters ${excerpt.startPoint}–${excerpt.endPoint}`
      : 'passage no longer in the text'
  const day = document.publishedOn ? shortDate(document.publishedOn) : ''
  const source = [document.author, document.title, document.outlet, day, place].filter(Boolean).join(', ')
  const original =
    differsFromOriginal(excerpt) && excerpt.originalQuote !== null ? `(original: ${quoted(excerpt.originalQuote.trim())})` : ''
  return [quoted(excerpt.quote), original, `— ${source}.`, document.url, link].filter(Boolean).join(' ')
}

/** A text of ours as other programs expect it: hard line breaks as "\n". Same length, so offsets stay true. */
export function plainLines(text: string): string {
  return text.replaceAll(LINE_BREAK, '\n')
}
