/** What stands in a message's braces. Numbers are written as the language writes them, nothing as nothing. */
export type MessageValues = Readonly<Record<string, string | number | null | undefined>>

type Part = string | { name: string } | { hash: true } | { name: string; plural: Record<string, Part[]> }

const FIRST_STRONG_ISOLATE = '\u2068'
const POP_ISOLATE = '\u2069'
const parsed = new Map<string, Part[]>()

/**
 * Fills a message in. The syntax is the part of ICU MessageFormat that interfaces need: `{name}`, and
 * `{count, plural, =0 {…} one {…} other {# …}}` with `#` for the number. Apostrophes are apostrophes: nothing is quoted.
 *
 * @param locale BCP 47, for the plural forms and the numbers
 * @param isolates sets strings apart from the direction of the sentence, as names in another script need
 * @throws RangeError when the message is not written well or a value is missing: `npm run messages` finds both before
 */
export function formatMessage(message: string, values: MessageValues, locale: string, isolates = false): string {
  const write = (value: string | number | null | undefined, name: string): string => {
    if (!(name in values)) throw new RangeError(`“${message}” needs a value for ${name}`)
    if (typeof value === 'number') return numberFormat(locale).format(value)
    if (!value) return ''
    return isolates ? `${FIRST_STRONG_ISOLATE}${value}${POP_ISOLATE}` : value
  }
  const fill = (parts: readonly Part[], count: number): string =>
    parts
      .map((part) => {
        if (typeof part === 'string') return part
        if ('hash' in part) return numberFormat(locale).format(count)
        if (!('plural' in part)) return write(values[part.name], part.name)
        const number = Number(values[part.name])
        const chosen = part.plural[`=${number}`] ?? part.plural[pluralRules(locale).select(number)] ?? part.plural.other
        return fill(chosen ?? [], number)
      })
      .join('')
  return fill(parse(message), 0)
}

/** The names a message has values for, sorted. @throws RangeError when it is not written well */
export function placeholdersOf(message: string): string[] {
  const names = new Set<string>()
  const collect = (parts: readonly Part[]): void => {
    for (const part of parts) {
      if (typeof part === 'string' || 'hash' in part) continue
      names.add(part.name)
      if ('plural' in part) for (const form of Object.values(part.plural)) collect(form)
    }
  }
  collect(parse(message))
  return [...names].sort()
}

/** The forms of every plural in a message: which translators must write follows from the language. */
export function pluralFormsOf(message: string): string[][] {
  return parse(message).flatMap((part) => (typeof part === 'object' && 'plural' in part ? [Object.keys(part.plural)] : []))
}

function parse(message: string): Part[] {
  const known = parsed.get(message)
  if (known) return known
  const parts = new MessageParser(message).parts()
  parsed.set(message, parts)
  return parts
}

/** Reads a message from its start; `at` counts UTF-16 units. */
class MessageParser {
  private at = 0
  private readonly message: string

  constructor(message: string) {
    this.message = message
  }

  parts(inPlural = false): Part[] {
    const parts: Part[] = []
    for (;;) {
      const text = this.take(inPlural ? /[^{}#]*/y : /[^{}]*/y)
      if (text) parts.push(text)
      const next = this.message[this.at]
      if (next === undefined && !inPlural) return parts
      if (next === '}' && inPlural) return parts
      this.at++
      if (next === '#') parts.push({ hash: true })
      else if (next === '{') parts.push(this.argument())
      else throw new RangeError(`“${this.message}” is not written well at ${this.at}`)
    }
  }

  private argument(): Part {
    const name = this.take(/\s*\w+\s*/y).trim()
    const rest = this.take(/,\s*plural\s*,\s*/y)
    if (!rest) {
      this.expect('}')
      return { name }
    }
    const plural: Record<string, Part[]> = {}
    for (;;) {
      const form = this.take(/\s*(=\d+|zero|one|two|few|many|other)\s*/y).trim()
      if (!form) break
      this.expect('{')
      plural[form] = this.parts(true)
      this.expect('}')
    }
    this.take(/\s*/y)
    this.expect('}')
    if (!plural.other) throw new RangeError(`“${this.message}” has a plural without its form “other”`)
    return { name, plural }
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at
    const taken = pattern.exec(this.message)?.[0] ?? ''
    this.at += taken.length
    return taken
  }

  private expect(mark: string): void {
    if (this.message[this.at] !== mark) throw new RangeError(`“${this.message}” is not written well at ${this.at}`)
    this.at++
  }
}

const numberFormats = new Map<string, Intl.NumberFormat>()
function numberFormat(locale: string): Intl.NumberFormat {
  const format = numberFormats.get(locale) ?? new Intl.NumberFormat(locale)
  numberFormats.set(locale, format)
  return format
}

const rules = new Map<string, Intl.PluralRules>()
function pluralRules(locale: string): Intl.PluralRules {
  const rule = rules.get(locale) ?? new Intl.PluralRules(locale)
  rules.set(locale, rule)
  return rule
}
