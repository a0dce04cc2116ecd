import { placeholdersOf, pluralFormsOf } from '#/lib/message/format-message.ts'

/** What is wrong with a catalogue, a sentence each: other placeholders than the English text, plural forms that the language lacks or needs, a text that is not written well. */
export function catalogueProblems(language: string, catalogue: Readonly<Record<string, string>>): string[] {
  const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted()
  return Object.entries(catalogue).flatMap(([english, said]) => {
    try {
      const problems: string[] = []
      if (said.trim() === '') problems.push(`“${english}” is empty.`)
      if (String(placeholdersOf(english)) !== String(placeholdersOf(said)))
        problems.push(`“${english}” has other placeholders than “${said}”.`)
      for (const forms of pluralFormsOf(said)) {
        const named = forms.filter((form) => !form.startsWith('=')).toSorted()
        if (String(named) !== String(needed))
          problems.push(`“${said}” has the plural forms ${named.join(', ')}; ${language} needs ${needed.join(', ')}.`)
      }
      return problems
    } catch (error) {
      return [(error as Error).message]
    }
  })
}
