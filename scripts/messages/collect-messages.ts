import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'

const FLOORS = '{app,components,lib,server}/**/*.{ts,tsx}'
const TEXT = String.raw`'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"`
const SAID = new RegExp(String.raw`(?<![\w.$])(?:t|said)\(\s*(${TEXT})`, 'g')
const COUNTED = /(?<![\w.$])counted\(/g
const NOUNS = new RegExp(String.raw`(${TEXT})(?:,\s*(${TEXT}))?,?\s*$`)

/** All texts of the interface, sorted: the first arguments of `t` and `said` and the nouns of `counted`, which are literals. @param root absolute path of the repository */
export async function collectMessages(root: string): Promise<string[]> {
  const texts = new Set<string>()
  for await (const path of glob(FLOORS, { cwd: root })) {
    if (/\.test\.tsx?$/.test(path)) continue
    for (const text of messagesIn(await readFile(join(root, path), 'utf8'))) texts.add(text)
  }
  return [...texts].sort((a, b) => (a < b ? -1 : 1))
}

/** The texts one file says. */
export function messagesIn(source: string): string[] {
  const said = [...source.matchAll(SAID)].map((match) => unquote(match[1]!))
  for (const { index } of source.matchAll(COUNTED)) {
    const [, noun, plural] = NOUNS.exec(argumentsAt(source, index + 'counted'.length)) ?? []
    if (!noun) continue // the noun is handed on: whoever named it is found there
    const one = unquote(noun)
    said.push(`{count, plural, one {# ${one}} other {# ${plural ? unquote(plural) : `${one}s`}}}`)
  }
  return said
}

/** What stands between the bracket at `start` and the one that closes it. */
function argumentsAt(source: string, start: number): string {
  let depth = 0
  for (let at = start; at < source.length; at++) {
    if (source[at] === '(') depth++
    if (source[at] === ')' && --depth === 0) return source.slice(start + 1, at)
  }
  return ''
}

function unquote(literal: string): string {
  const inside = literal.slice(1, -1).replaceAll("\\'", "'")
  return JSON.parse(`"${literal.startsWith("'") ? inside.replaceAll('"', '\\"') : inside}"`)
}
