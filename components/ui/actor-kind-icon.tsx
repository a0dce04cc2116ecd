import { type Glyph, SHIPPED_KINDS } from '#/lib/codebook/actor-kinds.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-drawings.ts'

const GLYPHS: Record<Glyph, IconName> = {
  state: 'state',
  government: 'government',
  military: 'military',
  'armed-group': 'armed',
  militia: 'armed',
  'international-organisation': 'org',
  party: 'party',
  media: 'media',
  company: 'company',
  ngo: 'group',
  civilians: 'users',
  person: 'person',
  other: 'other',
}

/** A kind by its slug, among those every workspace begins with; "Other" for what is none of them. */
const shipped = (slug: string) => SHIPPED_KINDS.find((kind) => kind.slug === slug) ?? { slug, name: 'Other', glyph: 'other' as const }

/** The words for a kind of actor, as lists and selects show them. */
export const kindName = (slug: string): string => shipped(slug).name

/** The shape that says what an actor is. Put the kind's name near it in words. */
export function ActorKindIcon({ kind }: { kind: string }) {
  return <Icon name={GLYPHS[shipped(kind).glyph]} className="kind" />
}
