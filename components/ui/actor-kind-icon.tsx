import type { ActorKind } from '#/lib/codebook/codebook.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-drawings.ts'

const GLYPHS: Record<ActorKind, IconName> = {
  state: 'state',
  government: 'government',
  military: 'military',
  'armed-group': 'armed',
  'international-organisation': 'org',
  party: 'party',
  media: 'media',
  company: 'company',
  'civil-society': 'group',
  population: 'users',
  person: 'person',
  other: 'other',
}

/** The words for a kind of actor, as lists and selects show them. */
export const ACTOR_KIND_NAMES: Record<ActorKind, string> = {
  state: 'State',
  government: 'Government body',
  military: 'Military',
  'armed-group': 'Armed group',
  'international-organisation': 'International organisation',
  party: 'Political party',
  media: 'Media',
  company: 'Company',
  'civil-society': 'Civil society',
  population: 'Population',
  person: 'Person',
  other: 'Other',
}

/** The shape that says what an actor is. Put the kind's name near it in words. */
export function ActorKindIcon({ kind }: { kind: ActorKind }) {
  return <Icon name={GLYPHS[kind]} className="kind" />
}
