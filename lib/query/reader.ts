import { t } from '#/lib/message/t.ts'
import type { Token } from './tokens.ts'

/** Why a written query cannot be read. Offsets in UTF-16 units. */
export class ParseError extends Error {
  readonly from: number
  readonly to: number

  constructor(reason: string, from: number, to: number) {
    super(reason)
    this.from = from
    this.to = to
  }
}

/** Goes through the pieces of a written query. Words are taken in any case. */
export class Reader {
  readonly #tokens: readonly Token[]
  readonly #length: number
  #at = 0

  constructor(tokens: readonly Token[], length: number) {
    this.#tokens = tokens
    this.#length = length
  }

  atEnd(): boolean {
    return this.#at >= this.#tokens.length
  }

  /** @throws {ParseError} at the end */
  next(): Token {
    const token = this.#tokens[this.#at]
    if (!token) throw this.problem(t('Something is missing at the end.'))
    this.#at++
    return token
  }

  isMark(mark: string, ahead = 0): boolean {
    const token = this.#tokens[this.#at + ahead]
    return token?.is === 'mark' && token.text === mark
  }

  isWord(word: string, ahead = 0): boolean {
    const token = this.#tokens[this.#at + ahead]
    return token?.is === 'word' && token.text.toLowerCase() === word
  }

  takeMark(mark: string): boolean {
    return this.isMark(mark) && this.#step(1)
  }

  takeWord(word: string): boolean {
    return this.isWord(word) && this.#step(1)
  }

  /** All of them, or none. */
  takeWords(words: readonly string[]): boolean {
    return words.every((word, ahead) => this.isWord(word, ahead)) && this.#step(words.length)
  }

  /** @throws {ParseError} when something else comes */
  oneOf<const T extends string>(values: readonly T[]): T {
    const token = this.next()
    const value = values.find((known) => known === token.text.toLowerCase())
    if (value !== undefined) return value
    throw new ParseError(t('Write one of these here: {values}.', { values: values.join(', ') }), token.from, token.to)
  }

  /** A problem with what comes next. */
  problem(reason: string): ParseError {
    const token = this.#tokens[this.#at]
    return new ParseError(reason, token?.from ?? this.#length, token?.to ?? this.#length)
  }

  #step(count: number): true {
    this.#at += count
    return true
  }
}
