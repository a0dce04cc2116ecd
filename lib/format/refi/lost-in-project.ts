import { counted } from '#/lib/counted.ts'

type Sort =
  | 'picture'
  | 'sound'
  | 'video'
  | 'no-text'
  | 'too-long'
  | 'uncertain'
  | 'misplaced'
  | 'empty'
  | 'whole'
  | 'missing-code'
  | 'relation'
  | 'fragment'
  | 'comment'

const SENTENCES: Readonly<Record<Sort, (count: number) => string>> = {
  picture: (n) => `${counted(n, 'picture')} left out: only texts are taken.`,
  sound: (n) => `${counted(n, 'sound file')} left out: only texts are taken.`,
  video: (n) => `${counted(n, 'video')} left out: only texts are taken.`,
  'no-text': (n) => `${counted(n, 'source')} left out: there is no text of them in the project.`,
  'too-long': (n) => `${counted(n, 'source')} left out: a text has at most 20 MB.`,
  uncertain: (n) => `In ${counted(n, 'document')} passages begin or end within words: check where they are.`,
  misplaced: (n) => `${counted(n, 'coded passage')} left out: they are not within their text.`,
  empty: (n) => `${counted(n, 'passage')} without a code or a comment left out.`,
  whole: (n) => `${counted(n, 'coding')} of whole documents or areas of a page left out: passages of text are tagged here.`,
  'missing-code': (n) => `${counted(n, 'coding')} left out: their codes are not in the project.`,
  relation: (n) => `${counted(n, 'relation')} between codes or passages left out.`,
  comment: (n) => `${counted(n, 'comment')} left out: discussions stay where they were held.`,
  fragment: (n) => `${counted(n, 'part')} of passages in several pieces become statements of their own.`,
}

/** What of a project is left out, counted, as sentences. */
export class LostInProject {
  readonly #counts = new Map<Sort, number>()
  readonly #variables = new Set<string>()
  readonly #notes: string[] = []

  count(sort: Sort, by = 1): void {
    this.#counts.set(sort, (this.#counts.get(sort) ?? 0) + by)
  }

  /** A variable of documents that we have no place for. */
  variable(name: string): void {
    this.#variables.add(name)
  }

  projectNote(text: string): void {
    const line = text.replace(/\s+/g, ' ').trim()
    if (line) this.#notes.push(`A memo of the project is left out: “${line.length > 200 ? `${line.slice(0, 200)}…` : line}”`)
  }

  sentences(): string[] {
    const counts = (Object.keys(SENTENCES) as Sort[]).flatMap((sort) => {
      const n = this.#counts.get(sort) ?? 0
      return n > 0 ? [SENTENCES[sort](n)] : []
    })
    const names = [...this.#variables]
    const variables =
      names.length > 0 ? [`What is said of documents by these variables is left out: ${names.slice(0, 20).join(', ')}.`] : []
    return [...counts, ...variables, ...this.#notes]
  }
}
