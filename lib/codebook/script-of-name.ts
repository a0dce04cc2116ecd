const SCRIPTS = [
  ['Latn', /\p{Script=Latin}/u],
  ['Arab', /\p{Script=Arabic}/u],
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Hebr', /\p{Script=Hebrew}/u],
  ['Grek', /\p{Script=Greek}/u],
  ['Hani', /\p{Script=Han}/u],
  ['Deva', /\p{Script=Devanagari}/u],
  ['Hang', /\p{Script=Hangul}/u],
] as const

/** A writing system by its ISO 15924 code; null when the name has letters of none of these. */
export type NameScript = (typeof SCRIPTS)[number][0]

/** The script most letters of a name are in. */
export function scriptOfName(name: string): NameScript | null {
  let best: NameScript | null = null
  let most = 0
  for (const [script, letters] of SCRIPTS) {
    const count = Array.from(name).filter((letter) => letters.test(letter)).length
    if (count > most) {
      best = script
      most = count
    }
  }
  return best
}
