import type { ActorKind } from '#/lib/codebook/actor-kinds.ts'
import type { Theme } from '#/lib/codebook/codebook.ts'
import { themeHues } from '#/lib/codebook/theme-hue.ts'
import { buildTree, type TreeNode } from '#/lib/codebook/theme-tree.ts'
import type { WholeActor, WholeCodebook } from '#/lib/codebook/whole-codebook.ts'
import { type DetailField, printDescribed } from './described.ts'
import { printAlias, printDesignation, printExternalId, printMembership } from './detail-lines.ts'
import { escapeSigns } from './escapes.ts'
import type { BookWriter } from './format.ts'
import { colourOfHue } from './hue-colour.ts'
import { nameGuid } from './name-guid.ts'
import { xmlAttribute, xmlText } from './xml-escape.ts'

/** The two codes that hold all others: REFI-QDA knows one tree and one sort of entries. They themselves tag nothing. */
export const ROOTS = {
  actor: { id: '0195a000-0000-7000-8000-0000ac701500', name: 'Actors' },
  theme: { id: '0195a000-0000-7000-8000-000074e3e500', name: 'Themes' },
} as const

/** What stands below the text of a code: labels of `printDescribed`. */
export const LABELS = {
  kind: 'Kind',
  alias: 'Other name',
  membership: 'Member of',
  externalId: 'External id',
  designation: 'Designation',
  include: 'Include',
  exclude: 'Exclude',
  example: 'Example',
  hotkey: 'Key',
  colour: 'Colour',
  state: 'State',
  /** Of a set that stands for a kind of actor. */
  slug: 'Slug',
  glyph: 'Glyph',
} as const

/**
 * A REFI-QDA codebook (1.0, `urn:QDA-XML:codebook:1.0`): the trees, names, ids, colours and descriptions as any program reads
 * them, the kinds of actors as sets; everything else is written below the description, to be read by people, and by us. Entries
 * that are archived tag nothing there either.
 */
export const writeQdc: BookWriter = async function* (codebook) {
  const { version } = codebook
  yield `<?xml version="1.0" encoding="utf-8"?>\n<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Interline, codebook version ${version}">`
  yield* codesXml(codebook)
  yield setsXml(codebook, 'guid')
  yield '</CodeBook>\n'
}

/** The `Codes` of a codebook: its actors below one code, its themes below another. */
export function* codesXml({ actors, themes }: WholeCodebook): Generator<string> {
  yield '<Codes>\n'
  const nameOf = new Map(actors.map(({ id, name }) => [id, name]))
  yield root(ROOTS.actor)
  for (const node of buildTree(actors)) yield* actorCode(node, nameOf)
  yield '</Code>\n'
  const colours = themeColours(themes)
  yield root(ROOTS.theme)
  for (const node of buildTree(themes)) yield* themeCode(node, colours)
  yield '</Code>\n</Codes>'
}

/** The `Sets` of a codebook, kinds of actors. @param member the attribute that names a member: codebooks and projects call it otherwise */
export function setsXml({ kinds, actors }: WholeCodebook, member: 'guid' | 'targetGUID'): string {
  const used = kinds.map((kind) => ({ kind, members: actors.filter((actor) => actor.kind === kind.slug) }))
  return used.length > 0 ? `<Sets>\n${used.map((one) => kindSet(one, member)).join('')}</Sets>` : ''
}

function root({ id, name }: { id: string; name: string }): string {
  return `<Code guid="${id}" name="${name}" isCodable="false">\n`
}

interface CodeHead {
  id: string
  name: string
  isCodable: boolean
  colour: string | null
  description: string
}

function openCode({ id, name, isCodable, colour, description }: CodeHead): string {
  const colours = colour ? ` color="${colour}"` : ''
  const head = `<Code guid="${id}" name="${xmlAttribute(name)}" isCodable="${isCodable}"${colours}>`
  return description ? `${head}<Description>${xmlText(description)}</Description>` : head
}

function* actorCode({ item, children }: TreeNode<WholeActor>, nameOf: ReadonlyMap<string, string>): Generator<string> {
  const several = <T>(label: string, items: readonly T[], print: (one: T) => string): DetailField[] =>
    items.map((one) => [label, print(one)])
  const fields: DetailField[] = [
    [LABELS.kind, item.kind],
    ...several(LABELS.alias, item.aliases, printAlias),
    ...several(LABELS.membership, item.memberships, (member) => printMembership(nameOf.get(member.groupId) ?? '', member)),
    ...several(LABELS.externalId, item.externalIds, printExternalId),
    ...several(LABELS.designation, item.designations, printDesignation),
    [LABELS.state, item.state],
  ]
  const colour = item.hue === null ? null : colourOfHue(item.hue)
  const description = printDescribed(item.description, fields)
  yield openCode({ ...item, isCodable: item.state !== 'archived', colour, description })
  for (const child of children) yield* actorCode(child, nameOf)
  yield '</Code>\n'
}

function* themeCode({ item, children }: TreeNode<Theme>, colours: ReadonlyMap<string, string>): Generator<string> {
  const fields: DetailField[] = [
    [LABELS.include, item.include],
    [LABELS.exclude, item.exclude],
    ...item.examples.map((example): DetailField => [LABELS.example, escapeSigns(example, '')]),
    [LABELS.hotkey, item.hotkey === null ? '' : String(item.hotkey)],
    [LABELS.colour, item.hue === null ? 'of the branch' : ''],
    [LABELS.state, item.state],
  ]
  const description = printDescribed(item.definition, fields)
  yield openCode({ ...item, isCodable: item.state !== 'archived', colour: colours.get(item.id) ?? null, description })
  for (const child of children) yield* themeCode(child, colours)
  yield '</Code>\n'
}

/** Other programs know no branches: a theme without a colour of its own has that of its branch written. */
function themeColours(themes: readonly Theme[]): Map<string, string> {
  return new Map(Array.from(themeHues(themes), ([id, { hue }]) => [id, colourOfHue(hue)]))
}

function kindSet({ kind, members }: { kind: ActorKind; members: WholeActor[] }, member: string): string {
  const description = printDescribed('', [
    [LABELS.slug, kind.slug],
    [LABELS.glyph, kind.glyph],
  ])
  const codes = members.map(({ id }) => `<MemberCode ${member}="${id}"/>`).join('')
  return `<Set guid="${nameGuid('kind', kind.slug)}" name="${xmlAttribute(kind.name)}"><Description>${xmlText(description)}</Description>${codes}</Set>\n`
}
