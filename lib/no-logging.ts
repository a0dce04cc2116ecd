/**
 * Stands for lib0's logging in browsers, of which Yjs asks for three warnings to developers: see next.config.ts. Its own
 * colours them, for which it brings a writer of HTML and a validator of schemas.
 */
export const print = (...words: readonly unknown[]): void => console.log(...words.filter((word) => word !== STYLE))

export const warn = (...words: readonly unknown[]): void => console.warn(...words)

/** What the words between are to look like; left out. */
const STYLE = Symbol('style')

export { STYLE as BOLD, STYLE as ORANGE, STYLE as RED, STYLE as UNBOLD }
