import { SHIPPED_KINDS } from '#/lib/codebook/actor-kinds.ts'
import type { WholeCodebook } from '#/lib/codebook/whole-codebook.ts'
import { counted } from '#/lib/counted.ts'
import { CELL_LIMIT } from '#/lib/format/export/xlsx-sheet.ts'
import { t } from '#/lib/message/t.ts'
import type { CodebookFormat } from './codebook-formats.ts'
import { tableRows } from './table.ts'

/** What of this very codebook a file of a format does not hold, or holds so that only people and Interline read it; one sentence each. */
export function codebookLosses(codebook: WholeCodebook, format: CodebookFormat['id']): string[] {
  return LOSSES[format](codebook)
}

const LOSSES: Record<CodebookFormat['id'], (codebook: WholeCodebook) => string[]> = {
  json: () => [],
  csv: (codebook) => lostKinds(codebook),
  xlsx: (codebook) => cutCells(codebook),
  qdc: (codebook) => onlyText(codebook),
}

/** A table names the kinds of its actors and says no more of them. */
function lostKinds({ kinds, actors }: WholeCodebook): string[] {
  const used = new Set(actors.map((actor) => actor.kind))
  const isShipped = (slug: string, name: string, glyph: string) =>
    SHIPPED_KINDS.some((kind) => kind.slug === slug && kind.name === name && kind.glyph === glyph)
  const own = kinds.filter(({ slug, name, glyph }) => !isShipped(slug, name, glyph))
  const unused = own.filter(({ slug }) => !used.has(slug))
  return [
    ...(own.length > 0 ? [t('The glyphs of {kinds} of your own.', { kinds: counted(own.length, 'kind') })] : []),
    ...(unused.length > 0
      ? [
          t('{kinds} that no actor has: {names}.', {
            kinds: counted(unused.length, 'kind'),
            names: unused.map((kind) => kind.name).join(', '),
          }),
        ]
      : []),
  ]
}

function cutCells(codebook: WholeCodebook): string[] {
  const long = tableRows(codebook).filter((row) => row.some((cell) => cell.length > CELL_LIMIT)).length
  if (long === 0) return []
  return [
    t('The end of the longest cell of {entries}: an Excel cell holds 32,767 characters.', { entries: counted(long, 'entry', 'entries') }),
  ]
}

function onlyText({ actors, themes }: WholeCodebook): string[] {
  const count = <T>(of: readonly T[], words: (count: number) => string) => (of.length > 0 ? [words(of.length)] : [])
  const parts = [
    ...count(
      actors.flatMap((actor) => actor.aliases),
      (n) => counted(n, 'other name'),
    ),
    ...count(
      actors.flatMap((actor) => actor.memberships),
      (n) => counted(n, 'membership'),
    ),
    ...count(
      actors.flatMap((actor) => actor.externalIds),
      (n) => counted(n, 'external id'),
    ),
    ...count(
      actors.flatMap((actor) => actor.designations),
      (n) => counted(n, 'designation'),
    ),
    ...count(
      themes.filter((theme) => theme.include || theme.exclude),
      (n) => counted(n, 'theme with rules', 'themes with rules'),
    ),
    ...count(
      themes.flatMap((theme) => theme.examples),
      (n) => counted(n, 'example'),
    ),
    ...count(
      themes.filter((theme) => theme.hotkey !== null),
      (n) => counted(n, 'key'),
    ),
  ]
  return parts.length > 0
    ? [t('As text below the description, which Interline reads back and other programs only show: {what}.', { what: parts.join(t(', ')) })]
    : []
}
