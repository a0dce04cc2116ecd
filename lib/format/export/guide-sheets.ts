import { namesOf } from '#/lib/codebook/codebook.ts'
import { pathOf } from '#/lib/codebook/theme-tree.ts'
import type { Excerpt } from '#/lib/excerpt/excerpt.ts'
import type { ExportContext } from './format.ts'
import { meanStance, Network } from './network.ts'
import { type Cell, TIDY_COLUMNS } from './tidy-rows.ts'
import type { SheetColumn } from './xlsx-sheet.ts'

/** What is counted while excerpts pass: for the sheets that come after them. */
export class ExportTally {
  excerpts = 0
  readonly tags = new Map<string, number>()
  readonly network = new Network()
  readonly documents = new Map<string, { document: Excerpt['document']; excerpts: number }>()

  add(excerpt: Excerpt): void {
    this.excerpts++
    this.network.add(excerpt)
    for (const id of new Set([...excerpt.actors, ...excerpt.themes].map((tag) => tag.id))) this.tags.set(id, (this.tags.get(id) ?? 0) + 1)
    const known = this.documents.get(excerpt.document.id)
    if (known) known.excerpts++
    else this.documents.set(excerpt.document.id, { document: excerpt.document, excerpts: 1 })
  }
}

/** Hands the excerpts on and counts them. */
export async function* tallied(batches: AsyncIterable<readonly Excerpt[]>, tally: ExportTally): AsyncGenerator<readonly Excerpt[]> {
  for await (const batch of batches) {
    for (const excerpt of batch) tally.add(excerpt)
    yield batch
  }
}

/** A sheet that stands beside the excerpts. */
export interface GuideSheet {
  name: string
  columns: SheetColumn[]
  rows: Cell[][]
}

/** What the excerpts are about, one sheet after the other; ask when all excerpts have passed. */
export function* guideSheets(context: ExportContext, tally: ExportTally): Generator<GuideSheet> {
  yield { name: 'relations', columns: RELATION_COLUMNS, rows: relationRows(tally) }
  yield { name: 'codebook', columns: CODEBOOK_COLUMNS, rows: codebookRows(context.codebook, tally) }
  yield { name: 'documents', columns: DOCUMENT_COLUMNS, rows: documentRows(tally) }
  yield { name: 'readme', columns: README_COLUMNS, rows: readmeRows(context, tally) }
}

const CODEBOOK_COLUMNS: SheetColumn[] = [
  { header: 'kind', width: 10 },
  { header: 'path', width: 44 },
  { header: 'id', width: 38 },
  { header: 'actor_type', width: 20 },
  { header: 'definition', width: 60, wrap: true },
  { header: 'other_names', width: 44 },
  { header: 'excerpts_in_this_export', width: 22 },
]

/** Every actor and theme of the workspace, used here or not. A path shows what stands above, with " > " between. */
function codebookRows({ actors, themes }: ExportContext['codebook'], { tags }: ExportTally): Cell[][] {
  const names = (path: { name: string }[]) => path.map((step) => step.name).join(' > ')
  return [
    ...actors.map((actor) => [
      'actor',
      names(pathOf(actors, actor.id)),
      actor.id,
      actor.kind,
      actor.description,
      namesOf(actor).slice(1).join('; '),
      tags.get(actor.id) ?? 0,
    ]),
    ...themes.map((theme) => ['theme', names(pathOf(themes, theme.id)), theme.id, '', theme.definition, '', tags.get(theme.id) ?? 0]),
  ]
}

const RELATION_COLUMNS: SheetColumn[] = [
  { header: 'from', width: 36 },
  { header: 'relation', width: 14 },
  { header: 'to', width: 44 },
  { header: 'statements', width: 12 },
  { header: 'supports', width: 10 },
  { header: 'opposes', width: 10 },
  { header: 'neutral', width: 10 },
  { header: 'mixed', width: 10 },
  { header: 'stance', width: 10 },
  { header: 'from_id', width: 38 },
  { header: 'to_id', width: 38 },
]

/** Who addresses whom, and who speaks on what, in the excerpts of this export; the most frequent first. */
function relationRows({ network }: ExportTally): Cell[][] {
  const label = (id: string) => network.nodes.get(id)?.label ?? ''
  return network.edges
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ from, to, sort, weight, stances }) => {
      const said =
        sort === 'speaks on'
          ? [stances.supports, stances.opposes, stances.neutral, stances.mixed, meanStance(stances)]
          : Array(5).fill(null)
      return [label(from), sort, label(to), weight, ...said, from, to]
    })
}

const DOCUMENT_COLUMNS: SheetColumn[] = [
  { header: 'document_id', width: 38 },
  { header: 'title', width: 50 },
  { header: 'outlet', width: 24 },
  { header: 'author', width: 24 },
  { header: 'doc_date', width: 12 },
  { header: 'language', width: 10 },
  { header: 'source_url', width: 50 },
  { header: 'excerpts_in_this_export', width: 22 },
]

/** The documents that excerpts of this export stand in. */
function documentRows({ documents }: ExportTally): Cell[][] {
  return [...documents.values()].map(({ document, excerpts }) => [
    document.id,
    document.title,
    document.outlet,
    document.author,
    document.publishedOn ?? '',
    document.language,
    document.url,
    excerpts,
  ])
}

const README_COLUMNS: SheetColumn[] = [
  { header: 'about', width: 26 },
  { header: 'meaning', width: 100, wrap: true },
]

/** What the file is and what each column of its excerpts means. */
function readmeRows(
  { workspace, exportedAt, filter, origin, codebook, codebookName }: ExportContext,
  { excerpts, documents }: ExportTally,
): Cell[][] {
  const page = `${origin}/w/${workspace.id}/excerpts${filter && `?${filter}`}`
  return [
    ['Workspace', workspace.name],
    ['Exported', new Date(exportedAt).toISOString()],
    ['Excerpts', `${excerpts} in ${documents.size} documents`],
    ['Query', page],
    [
      'Codebook',
      `Version ${[String(codebook.version), codebookName && `“${codebookName}”`].filter(Boolean).join(', ')}, ${origin}/w/${workspace.id}/codebook`,
    ],
    [
      'Rows of the sheet excerpts',
      'One row per excerpt and tag, so an excerpt with two actors and one theme has three rows. Keep the rows where "row" is 1 to count or read each excerpt once.',
    ],
    [
      'Positions',
      'From 0, the end is not included, counted in the plain text of the document with "\\n" between paragraphs. Two units: Unicode code points and UTF-16 units; they differ after an emoji.',
    ],
    ['Line breaks', 'A line break within a paragraph is "\\n" in quotes. It has the same length as in the text.'],
    [
      'Rows of the sheet relations',
      'A source "addresses" a recipient, and "speaks on" a theme: in how many statements, with which stances. "stance" is their mean: 1 supports, 0 neutral or mixed, -1 opposes.',
    ],
    ['Long texts', 'A cell holds 32,767 characters; what is longer is cut and says so. The CSV export has all of it.'],
    ...TIDY_COLUMNS.map(([name, meaning]): Cell[] => [name, meaning]),
  ]
}
