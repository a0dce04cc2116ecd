/** The shapes an actor can be drawn with, without colour (see components/ui/actor-kind-icon.tsx). */
export const GLYPHS = [
  'state',
  'government',
  'military',
  'armed-group',
  'militia',
  'international-organisation',
  'party',
  'media',
  'company',
  'ngo',
  'civilians',
  'person',
  'other',
] as const
export type Glyph = (typeof GLYPHS)[number]

/** What an actor can be: an entry of the workspace's own list. */
export interface ActorKind {
  /** What actors refer to; it never changes. */
  slug: string
  name: string
  glyph: Glyph
}

/** The kinds a workspace begins with, in order. The last one is for what fits no other. */
export const SHIPPED_KINDS: readonly ActorKind[] = [
  { slug: 'state', name: 'State', glyph: 'state' },
  { slug: 'government', name: 'Government body', glyph: 'government' },
  { slug: 'military', name: 'Military', glyph: 'military' },
  { slug: 'armed-group', name: 'Armed group', glyph: 'armed-group' },
  { slug: 'militia', name: 'Militia', glyph: 'militia' },
  { slug: 'international-organisation', name: 'International organisation', glyph: 'international-organisation' },
  { slug: 'party', name: 'Party', glyph: 'party' },
  { slug: 'media', name: 'Media', glyph: 'media' },
  { slug: 'company', name: 'Company', glyph: 'company' },
  { slug: 'ngo', name: 'NGO', glyph: 'ngo' },
  { slug: 'civilians', name: 'Civilians', glyph: 'civilians' },
  { slug: 'person', name: 'Person', glyph: 'person' },
  { slug: 'other', name: 'Other', glyph: 'other' },
]

/** What actors become whose kind goes and nobody says what they are: the kind for what fits no other, or the last one. */
export function restKind(kinds: readonly ActorKind[]): ActorKind | undefined {
  return kinds.find(({ slug }) => slug === 'other') ?? kinds.at(-1)
}
