import type * as Y from 'yjs'
import { type AliasLog, readAliases } from '#/lib/anchor/alias.ts'
import { splitsPair } from '#/lib/anchor/capture.ts'
import { buildIdIndex, type IdIndex } from '#/lib/anchor/id-index.ts'
import { resolveRuns } from '#/lib/anchor/resolve.ts'
import { readAnnotations } from '#/lib/annotation/layer.ts'
import type { Annotation } from '#/lib/annotation/model.ts'
import { settleThemes } from '#/lib/annotation/project.ts'
import { resolveTags } from '#/lib/annotation/resolve-tags.ts'
import type { Merged } from '#/lib/codebook/resolve-id.ts'
import { ALIAS_NAME, canonicalText, readBlocks, TEXT_NAME } from '#/lib/text/flat.ts'
import type { PlacedStatement, PointState } from '#/lib/version/history.ts'

/** The documents (Yjs) of a text and those of its layers that count, at one point. */
export interface DocumentState {
  text: Y.Doc
  layers: readonly Y.Doc[]
  /** Of the codebook as it is now: tags are named by what stands for them. */
  merged?: Merged
}

/** A statement with where it stands. */
export interface Placed extends PlacedStatement {
  annotation: Annotation
  /** Share of its characters that are alive, 0 to 1. */
  survival: number
}

/** Text and statements of a state, as they are shown. */
export function readState(state: DocumentState, seq: number): PointState {
  return {
    seq,
    blocks: readBlocks(state.text.getText(TEXT_NAME)),
    statements: placeStatements(state).map(({ annotation: _, survival: __, ...shown }) => shown),
  }
}

/** All statements of a state that are not deleted, in order of the text, orphans last. Those whose text has not arrived are left out. */
export function placeStatements({ text, layers, merged = {} }: DocumentState): Placed[] {
  const canonical = canonicalText(text.getText(TEXT_NAME))
  const index = buildIdIndex(text.getText(TEXT_NAME))
  const aliases = readAliases(text.getMap(ALIAS_NAME))
  return layers
    .flatMap((layer) => readAnnotations(layer))
    .map((annotation) => placeAnnotation(resolveTags(annotation, merged), index, aliases, canonical))
    .filter((placed) => placed !== null)
    .sort(inOrder)
}

/** Where a statement stands, in a text's canonical form with its index and alias log; null when its text has not arrived. */
export function placeAnnotation(annotation: Annotation, index: IdIndex, aliases: AliasLog, canonical: string): Placed | null {
  const placement = resolveRuns(index, annotation.runs, aliases)
  if (placement.state === 'pending') return null
  const { id: annotationId, by } = annotation
  const actors = annotation.actors.map(({ actorId, role }) => `${actorId}|${role}`).sort()
  const themes = settleThemes(annotation)
    .map(({ themeId, stance }) => `${themeId}|${stance}`)
    .sort()
  const common = { annotationId, by, actors, themes, annotation }
  if (placement.state === 'orphan') return { ...common, start: null, end: null, survival: 0 }
  const { start, end, survival } = placement
  return { ...common, start: splitsPair(canonical, start) ? start - 1 : start, end: splitsPair(canonical, end) ? end + 1 : end, survival }
}

function inOrder(a: PlacedStatement, b: PlacedStatement): number {
  const last = Number.POSITIVE_INFINITY
  return (a.start ?? last) - (b.start ?? last) || (a.end ?? last) - (b.end ?? last) || (a.annotationId < b.annotationId ? -1 : 1)
}
