'use client'

import type { Glyph } from '#/lib/codebook/actor-kinds.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-drawings.ts'
import { useKind } from './kinds-context.ts'

const GLYPHS: Record<Glyph, IconName> = {
  state: 'state',
  government: 'government',
  military: 'military',
  'armed-group': 'armed',
  militia: 'militia',
  'international-organisation': 'org',
  party: 'party',
  media: 'media',
  company: 'company',
  ngo: 'group',
  civilians: 'users',
  person: 'person',
  other: 'other',
}

/** The shape that says what an actor is. Put the kind's name near it in words. */
export function ActorKindIcon({ kind }: { kind: string }) {
  return <GlyphIcon glyph={useKind(kind).glyph} />
}

/** One of the shapes an actor can be drawn with. */
export function GlyphIcon({ glyph }: { glyph: Glyph }) {
  return <Icon name={GLYPHS[glyph]} className="kind" />
}
