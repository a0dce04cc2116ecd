import { t } from '#/lib/message/t.ts'

type Sort =
  | 'picture'
  | 'sound'
  | 'video'
  | 'no-text'
  | 'too-long'
  | 'uncertain'
  | 'misplaced'
  | 'empty'
  | 'area'
  | 'whole'
  | 'missing-code'
  | 'relation'
  | 'fragment'
  | 'comment'

const SENTENCES: Readonly<Record<Sort, (count: number) => string>> = {
  picture: (n) =>
    t('{count, plural, one {# picture left out: only texts are taken.} other {# pictures left out: only texts are taken.}}', { count: n }),
  sound: (n) =>
    t('{count, plural, one {# sound file left out: only texts are taken.} other {# sound files left out: only texts are taken.}}', {
      count: n,
    }),
  video: (n) =>
    t('{count, plural, one {# video left out: only texts are taken.} other {# videos left out: only texts are taken.}}', { count: n }),
  'no-text': (n) =>
    t(
      '{count, plural, one {# source left out: there is no text of it in the project.} other {# sources left out: there is no text of them in the project.}}',
      { count: n },
    ),
  'too-long': (n) =>
    t('{count, plural, one {# source left out: a text has at most 20 MB.} other {# sources left out: a text has at most 20 MB.}}', {
      count: n,
    }),
  uncertain: (n) =>
    t(
      '{count, plural, one {In # document passages begin or end within words: check where they are.} other {In # documents passages begin or end within words: check where they are.}}',
      { count: n },
    ),
  misplaced: (n) =>
    t(
      '{count, plural, one {# coded passage left out: it is not within its text.} other {# coded passages left out: they are not within their text.}}',
      { count: n },
    ),
  empty: (n) =>
    t('{count, plural, one {# passage without a code or a comment left out.} other {# passages without a code or a comment left out.}}', {
      count: n,
    }),
  area: (n) =>
    t(
      '{count, plural, one {# coding of an area of a page left out: passages of text are tagged here.} other {# codings of areas of pages left out: passages of text are tagged here.}}',
      { count: n },
    ),
  whole: (n) =>
    t(
      '{count, plural, one {# coding of a whole document becomes words in its memo: passages of text are tagged here.} other {# codings of whole documents become words in their memos: passages of text are tagged here.}}',
      { count: n },
    ),
  'missing-code': (n) =>
    t(
      '{count, plural, one {# coding left out: its code is not in the project.} other {# codings left out: their codes are not in the project.}}',
      { count: n },
    ),
  relation: (n) =>
    t('{count, plural, one {# relation between codes or passages left out.} other {# relations between codes or passages left out.}}', {
      count: n,
    }),
  comment: (n) =>
    t(
      '{count, plural, one {# comment left out: discussions stay where they were held.} other {# comments left out: discussions stay where they were held.}}',
      { count: n },
    ),
  fragment: (n) =>
    t(
      '{count, plural, one {# part of a passage in several pieces becomes a statement of its own.} other {# parts of passages in several pieces become statements of their own.}}',
      { count: n },
    ),
}

/** What of a project is left out, counted, as sentences. */
export class LostInProject {
  readonly #counts = new Map<Sort, number>()
  readonly #variables = new Set<string>()

  count(sort: Sort, by = 1): void {
    this.#counts.set(sort, (this.#counts.get(sort) ?? 0) + by)
  }

  /** A variable of documents that we have no place for. */
  variable(name: string): void {
    this.#variables.add(name)
  }

  sentences(): string[] {
    const counts = (Object.keys(SENTENCES) as Sort[]).flatMap((sort) => {
      const n = this.#counts.get(sort) ?? 0
      return n > 0 ? [SENTENCES[sort](n)] : []
    })
    const names = [...this.#variables]
    const shown = names.slice(0, 20).join(', ')
    const variables = shown ? [t('What is said of documents by these variables is left out: {names}.', { names: shown })] : []
    return [...counts, ...variables]
  }
}
