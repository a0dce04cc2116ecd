import { createElement, Fragment, type ReactNode } from 'react'

const SLOT = /\uE000(\w+)\uE001/

/** A value for `t` that keeps a place free in the sentence; {@link Filled} puts an element there. */
export const slot = (name: string): string => `\uE000${name}\uE001`

/** A translated sentence with elements in its places, in the order its language has them: of `t('{who} left', { who: slot('who') })`, `who`. */
export function Filled({ text, parts }: { text: string; parts: Readonly<Record<string, ReactNode>> }) {
  // Splitting by a pattern with a group gives words and names of places in turn.
  const pieces = text.split(SLOT).map((piece, at) => (at % 2 === 1 ? parts[piece] : piece))
  return createElement(Fragment, null, ...pieces)
}
