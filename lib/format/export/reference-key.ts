import type { ExcerptDocument } from '#/lib/excerpt/excerpt.ts'

/** Keys of references: who, year and the first word of the title, in ASCII, each given once. */
export class ReferenceKeys {
  readonly #used = new Set<string>()

  of({ author, outlet, title, publishedOn, id }: ExcerptDocument): string {
    const who =
      slug(
        author
          .split(/[,;]| and /)[0]
          ?.split(/\s+/)
          .at(-1) ?? '',
      ) || slug(outlet)
    const word =
      title
        .split(/\s+/)
        .map(slug)
        .find((part) => part.length > 3) ?? ''
    const key = who || word ? `${who}${publishedOn?.slice(0, 4) ?? ''}${word}` : `source-${id.slice(-12)}`
    let free = key
    for (let n = 2; this.#used.has(free); n++) free = `${key}-${n}`
    this.#used.add(free)
    return free
  }
}

function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]/g, '')
    .toLowerCase()
    .slice(0, 20)
}
