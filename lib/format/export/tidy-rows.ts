import type { ActorRole } from '#/lib/codebook/codebook.ts'
import { plainLines } from '#/lib/excerpt/citation.ts'
import { differsFromOriginal, type Excerpt, type ExcerptFacts, type ExcerptTheme, isEdited, passagePath } from '#/lib/excerpt/excerpt.ts'
import type { ExportContext } from './format.ts'

export type Cell = string | number | null

/**
 * The columns of tabular exports and what they hold. One row per excerpt and tag: a row's `tag_kind` says whether it holds an actor or a
 * theme; an excerpt without tags has one row. The columns of the excerpt itself are the same in all its rows.
 */
export const TIDY_COLUMNS = [
  ['excerpt_id', 'The statement. The same in all its rows.'],
  ['row', 'Number of the row within its excerpt. Keep the rows where it is 1 to have each excerpt once.'],
  ['document', 'Title of the document.'],
  ['document_id', 'The document in Interline.'],
  ['source_url', 'Address the document was published at, if known.'],
  ['outlet', 'Who published it.'],
  ['document_author', 'Who wrote it.'],
  ['doc_date', 'Day it was published, YYYY-MM-DD.'],
  ['language', 'Language of the document, BCP 47.'],
  ['start_codepoint', 'Where the quote starts in the text, in Unicode code points from 0 (W3C, Python). Empty when detached.'],
  ['end_codepoint', 'Where it ends, exclusive.'],
  ['start_utf16', 'The same start in UTF-16 units (JavaScript, Java, Excel).'],
  ['end_utf16', 'The same end in UTF-16 units.'],
  ['quote', 'The words as the text has them now; of a detached passage the last words.'],
  ['prefix', 'Up to 32 characters before the quote.'],
  ['suffix', 'Up to 32 characters after it.'],
  ['state', 'anchored, or detached when the words were deleted from the text.'],
  ['text_edited', 'yes when the words were changed since the passage was tagged, otherwise no.'],
  ['quote_when_tagged', 'The words then (the first 512 units), where they differ.'],
  ['original_quote', 'The words of the source there, as the file was imported. Empty when none of the passage came from it.'],
  ['original_differs', 'yes when they are not the words of the quote, otherwise no.'],
  ['original_edition', 'The edition of the source they stand in: 1 is the first import. The newest one that has words of the passage.'],
  ['original_start_codepoint', 'Where they start in the text of that edition, in Unicode code points from 0.'],
  ['original_end_codepoint', 'Where they end, exclusive.'],
  ['original_start_utf16', 'The same start in UTF-16 units.'],
  ['original_end_utf16', 'The same end in UTF-16 units.'],
  ['tag_kind', 'actor or theme: what this row holds. Empty for an excerpt without tags.'],
  ['actor', 'Name of the actor.'],
  ['actor_id', 'The actor in Interline.'],
  ['actor_type', 'What the actor is.'],
  ['role', 'source (speaks or acts), recipient (is addressed or acted upon) or mentioned.'],
  ['theme_path', 'The theme from the top of the tree, with " > " between.'],
  ['theme_id', 'The theme in Interline.'],
  ['stance', 'How the source stands to the theme: supports, opposes, neutral, mixed, or none when it was not recorded.'],
  ['sources', 'All sources of the excerpt, with "; " between.'],
  ['recipients', 'All recipients.'],
  ['mentioned', 'All others mentioned.'],
  ['themes', 'All themes with their stance in brackets.'],
  ['status', 'Whether what it reports happened: asserted, negated, planned, hypothetical or historical. Empty: not said, as below.'],
  ['certainty', 'How sure the analyst is: certain, probable, possible or doubtful.'],
  ['event_date', 'When it happened, in EDTF (ISO 8601-2): 2024, 2024-11, 2024-11-30, 2024-11-27/2024-12-08; "~" is about.'],
  ['event_from', 'The first day that can mean, YYYY-MM-DD.'],
  ['event_until', 'The last day.'],
  ['place', 'Where it happened.'],
  ['place_latitude', 'Degrees, WGS 84.'],
  ['place_longitude', 'Degrees, WGS 84.'],
  ['place_precision', 'How exactly the point stands for the place: exact, near, region or country.'],
  ['reported_by', 'Who reports whom, from who tells us to who saw it, with " > " between.'],
  ['reported_by_ids', 'The same as actors in Interline, with " > " between; "_" for a name that is no actor. Empty without actors.'],
  ['memo', 'Notes on the excerpt.'],
  ['author', 'Who tagged the passage.'],
  ['author_id', 'The same person in Interline.'],
  ['created_at', 'When it was tagged, ISO 8601 in UTC.'],
  ['modified_at', 'When its tags last changed.'],
  ['codebook_version', 'How many changes the codebook had when this was exported: what actors and themes mean is what it said then.'],
  ['link', 'Opens the passage.'],
] as const satisfies readonly (readonly [string, string])[]

const PATH_SEPARATOR = ' > '
const LIST_SEPARATOR = '; '

type TidyContext = Pick<ExportContext, 'workspace' | 'origin' | 'codebook'>

/** An excerpt cut as its rows need it: `about` and `rest` stand in every row, around the cells of one tag. */
export interface TidyExcerpt {
  id: string
  about: Cell[]
  tags: Cell[][]
  rest: Cell[]
}

/** The rows of an excerpt, cells in the order of TIDY_COLUMNS. */
export function tidyRows(excerpt: Excerpt, context: TidyContext): Cell[][] {
  const { id, about, tags, rest } = tidyExcerpt(excerpt, context)
  return tags.map((tag, i) => [id, i + 1, ...about, ...tag, ...rest])
}

/** What the rows of an excerpt are made of. */
export function tidyExcerpt(excerpt: Excerpt, { workspace, origin, codebook }: TidyContext): TidyExcerpt {
  const { document } = excerpt
  const about: Cell[] = [
    document.title,
    document.id,
    document.url,
    document.outlet,
    document.author,
    document.publishedOn ?? '',
    document.language,
    excerpt.startPoint,
    excerpt.endPoint,
    excerpt.startUtf16,
    excerpt.endUtf16,
    plainLines(excerpt.quote),
    plainLines(excerpt.prefix),
    plainLines(excerpt.suffix),
    excerpt.state === 'orphan' ? 'detached' : 'anchored',
    isEdited(excerpt) ? 'yes' : 'no',
    isEdited(excerpt) ? plainLines(excerpt.taggedQuote) : '',
    excerpt.originalQuote === null ? '' : plainLines(excerpt.originalQuote),
    excerpt.originalQuote === null ? '' : differsFromOriginal(excerpt) ? 'yes' : 'no',
    excerpt.originalEdition,
    excerpt.originalStartPoint,
    excerpt.originalEndPoint,
    excerpt.originalStart,
    excerpt.originalEnd,
  ]
  const rest: Cell[] = [
    namesOf(excerpt, 'source'),
    namesOf(excerpt, 'recipient'),
    namesOf(excerpt, 'mentioned'),
    excerpt.themes.map(themeWithStance).join(LIST_SEPARATOR),
    ...factCells(excerpt.facts),
    plainLines(excerpt.memo),
    excerpt.tagger.name,
    excerpt.tagger.id,
    new Date(excerpt.createdAt).toISOString(),
    new Date(excerpt.modifiedAt).toISOString(),
    codebook.version,
    origin + passagePath(workspace.id, document.id, excerpt.annotationId),
  ]
  return { id: excerpt.annotationId, about, tags: tagCells(excerpt), rest }
}

/** tag_kind, actor, actor_id, actor_type, role, theme_path, theme_id, stance. */
function tagCells({ actors, themes }: Excerpt): Cell[][] {
  const cells: Cell[][] = [
    ...actors.map((actor) => ['actor', actor.name, actor.id, actor.kind, actor.role, '', '', '']),
    ...themes.map((theme) => ['theme', '', '', '', '', theme.path.join(PATH_SEPARATOR), theme.id, theme.stance]),
  ]
  return cells.length ? cells : [['', '', '', '', '', '', '', '']]
}

/** status to reported_by_ids. */
function factCells({ status, certainty, date, place, reportedBy }: ExcerptFacts): Cell[] {
  return [
    status,
    certainty,
    date?.edtf ?? null,
    date?.from ?? null,
    date?.until ?? null,
    place?.name ?? null,
    place?.point?.latitude ?? null,
    place?.point?.longitude ?? null,
    place?.precision ?? null,
    reportedBy.map(({ name }) => name).join(PATH_SEPARATOR),
    reportedBy.some(({ id }) => id !== null) ? reportedBy.map(({ id }) => id ?? '_').join(PATH_SEPARATOR) : null,
  ]
}

function namesOf({ actors }: Excerpt, role: ActorRole): string {
  return actors
    .filter((actor) => actor.role === role)
    .map((actor) => actor.name)
    .join(LIST_SEPARATOR)
}

function themeWithStance({ path, stance }: ExcerptTheme): string {
  return stance === 'none' ? path.join(PATH_SEPARATOR) : `${path.join(PATH_SEPARATOR)} (${stance})`
}
