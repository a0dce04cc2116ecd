import type { Theme } from '#/lib/codebook/codebook.ts'
import { treeRows } from '#/lib/codebook/tree-rows.ts'
import type { WholeActor, WholeCodebook } from '#/lib/codebook/whole-codebook.ts'
import { printAlias, printDesignation, printExternalId, printMembership } from './detail-lines.ts'
import { escapeSigns } from './escapes.ts'
import { nameOfHue } from './hue-colour.ts'

/** The columns of a codebook as a table, and what they hold: one row per actor or theme, those above before those below. */
export const TABLE_COLUMNS = [
  ['type', 'actor or theme.'],
  [
    'path',
    'The name, with the names of what stands above before it: "Military action > Air strikes". Write "\\>" for a ">" within a name.',
  ],
  ['kind', 'What an actor is: the name of a kind.'],
  ['description', 'What an actor is, or what a theme means.'],
  ['include', 'When to tag with a theme.'],
  ['exclude', 'When not to.'],
  ['examples', 'Passages that show what a theme means, one per line.'],
  [
    'other_names',
    'Other names of an actor, one per line or with ";" between: name | language | preferred | from 2017-01-28. All after the name may be left out.',
  ],
  ['hotkey', 'The digit that tags with a theme.'],
  [
    'colour',
    'blue, vermilion, green, violet, amber, teal, rose, lime, indigo, magenta, cyan or ochre; or a colour such as #3D7EDE. Empty: that of the branch.',
  ],
  ['state', 'live, or archived: kept where it is tagged, not offered any more.'],
  ['member_of', 'Groups an actor belongs to beside its path, one per line: group | from 2004-03-29 | note.'],
  ['external_ids', 'One per line: wikidata | Q8682.'],
  ['designations', 'One per line: what | by whom | from 2018-05-30 | where it is written.'],
  ['id', 'The entry in Interline. A row that keeps its id changes that entry, also its name and place; without, it is found by its path.'],
] as const satisfies readonly (readonly [string, string])[]

export type TableColumn = (typeof TABLE_COLUMNS)[number][0]

type TableRow = Partial<Record<TableColumn, string>>

/** The rows of a codebook, cells in the order of the columns. */
export function tableRows(codebook: WholeCodebook): string[][] {
  const kinds = kindNames(codebook)
  const nameOf = new Map(codebook.actors.map(({ id, name }) => [id, name]))
  const rows = [
    ...inTreeOrder(codebook.actors).map(({ item, path }) => actorRow(item, path, kinds, nameOf)),
    ...inTreeOrder(codebook.themes).map(({ item, path }) => themeRow(item, path)),
  ]
  return rows.map((row) => TABLE_COLUMNS.map(([column]) => row[column] ?? ''))
}

/** A kind by its name, or by its slug where two have the same name. */
function kindNames({ kinds }: WholeCodebook): ReadonlyMap<string, string> {
  const isUnique = (name: string) => kinds.filter((kind) => kind.name === name).length === 1
  return new Map(kinds.map(({ slug, name }) => [slug, isUnique(name) ? name : slug]))
}

function inTreeOrder<T extends { id: string; parentId: string | null; name: string }>(items: readonly T[]): { item: T; path: string }[] {
  const above: string[] = []
  return treeRows(items, {}).map(({ item, level }) => {
    above.length = level - 1
    above.push(escapeSigns(item.name, '>'))
    return { item, path: above.join(' > ') }
  })
}

function actorRow(actor: WholeActor, path: string, kinds: ReadonlyMap<string, string>, nameOf: ReadonlyMap<string, string>): TableRow {
  return {
    type: 'actor',
    path,
    kind: kinds.get(actor.kind) ?? actor.kind,
    description: actor.description,
    other_names: actor.aliases.map(printAlias).join('\n'),
    colour: colour(actor.hue),
    state: actor.state,
    member_of: actor.memberships.map((member) => printMembership(nameOf.get(member.groupId) ?? member.groupId, member)).join('\n'),
    external_ids: actor.externalIds.map(printExternalId).join('\n'),
    designations: actor.designations.map(printDesignation).join('\n'),
    id: actor.id,
  }
}

function themeRow(theme: Theme, path: string): TableRow {
  return {
    type: 'theme',
    path,
    description: theme.definition,
    include: theme.include,
    exclude: theme.exclude,
    examples: theme.examples.map((example) => escapeSigns(example, '')).join('\n'),
    hotkey: theme.hotkey === null ? '' : String(theme.hotkey),
    colour: colour(theme.hue),
    state: theme.state,
    id: theme.id,
  }
}

const colour = (hue: number | null): string => (hue === null ? '' : nameOfHue(hue))
