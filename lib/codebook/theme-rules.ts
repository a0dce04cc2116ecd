import type { Theme } from './codebook.ts'

type ThemeRules = Pick<Theme, 'definition' | 'include' | 'exclude' | 'examples'>

/** The texts that say what a theme means, without space around them and without empty examples. */
export function cleanRules({ definition = '', include = '', exclude = '', examples = [] }: Partial<ThemeRules>): ThemeRules {
  return {
    definition: definition.trim(),
    include: include.trim(),
    exclude: exclude.trim(),
    examples: examples.map((example) => example.trim()).filter(Boolean),
  }
}

/** The longest of these texts, to be checked against the limit; undefined when there is none. */
export function longestText({ definition, include, exclude, examples = [] }: Partial<ThemeRules>): string | undefined {
  const texts = [definition, include, exclude, ...examples].filter((text) => text !== undefined)
  return texts.sort((a, b) => b.length - a.length)[0]
}
