import { codeWord } from '#/lib/annotation/code-word.ts'
import { settleThemes } from '#/lib/annotation/project.ts'
import { plainLines } from '#/lib/excerpt/citation.ts'
import type { ExchangeStatement } from '#/lib/format/project/exchange-project.ts'
import type { ProjectNames } from '#/lib/format/project/project-names.ts'
import { t } from '#/lib/message/t.ts'

/** A statement that stands in the text. */
export type Standing = ExchangeStatement & { range: { start: number; end: number } }

/** Those whose words are still there. */
export function standing(statements: readonly ExchangeStatement[]): Standing[] {
  return statements.filter((statement): statement is Standing => statement.range !== null)
}

/** One stance per theme, as excerpts have it. */
export function themesOf(statement: ExchangeStatement): { themeId: string; stance: string }[] {
  return settleThemes({ themes: [...statement.themes], by: statement.by })
}

/** All memos of a statement in order of time, with an empty line between them; line breaks are "\n". */
export function memoOf({ memos }: ExchangeStatement): string {
  return plainLines(memos.map(({ text }) => text).join('\n\n'))
}

/** What a statement says, in lines for people: who, themes, event, memos. */
export function statementLines(statement: ExchangeStatement, names: ProjectNames): string[] {
  const { actors, facts } = statement
  const who = actors.map(({ actorId, role }) => `${names.actor(actorId)} (${codeWord(role)})`).join('; ')
  const themes = themesOf(statement).map(
    ({ themeId, stance }) => names.themePath(themeId).join(' > ') + (stance === 'none' ? '' : ` (${codeWord(stance)})`),
  )
  const event = [facts.status && codeWord(facts.status), facts.certainty && codeWord(facts.certainty), facts.date?.edtf, facts.place?.name]
    .filter(Boolean)
    .join(', ')
  const reporters = facts.reportedBy.map((link) => ('actor' in link ? names.actor(link.actor) : link.name)).join(' > ')
  return [who, themes.join('; '), event, reporters && t('Reported by {reporters}', { reporters }), memoOf(statement)].filter(
    (line) => line !== '',
  )
}
