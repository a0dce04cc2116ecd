import { SHIPPED_KINDS } from '#/lib/codebook/actor-kinds.ts'
import type { WholeCodebook } from '#/lib/codebook/whole-codebook.ts'
import { counted } from '#/lib/counted.ts'
import { CELL_LIMIT } from '#/lib/format/export/xlsx-sheet.ts'
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
    ...(own.length > 0 ? [`The glyphs of ${counted(own.length, 'kind')} of your own.`] : []),
    ...(unused.length > 0 ? [`${counted(unused.length, 'kind')} that no actor has: ${unused.map((kind) => kind.name).join(', ')}.`] : []),
  ]
}

function cutCells(codebook: WholeCodebook): string[] {
  const long = tableRows(codebook).filter((row) => row.some((cell) => cell.length > CELL_LIMIT)).length
  if (long === 0) return []
  return [`The end of the longest cell of ${counted(long, 'entry').replace('entrys', 'entries')}: an Excel cell holds 32,767 characters.`]
}

function onlyText({ actors, themes }: WholeCodebook): string[] {
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
  const parts = [
    [sum(actors.map((actor) => actor.aliases.length)), 'other name'],
    [sum(actors.map((actor) => actor.memberships.length)), 'membership'],
    [sum(actors.map((actor) => actor.externalIds.length)), 'external id'],
    [sum(actors.map((actor) => actor.designations.length)), 'designation'],
    [themes.filter((theme) => theme.include || theme.exclude).length, 'theme with rules'],
    [sum(themes.map((theme) => theme.examples.length)), 'example'],
    [themes.filter((theme) => theme.hotkey !== null).length, 'key'],
  ] as const
  const said = parts
    .filter(([count]) => count > 0)
    .map(([count, noun]) => (noun === 'theme with rules' && count > 1 ? `${count} themes with rules` : counted(count, noun)))
  return said.length > 0
    ? [`As text below the description, which Interline reads back and other programs only show: ${said.join(', ')}.`]
    : []
}
