import type { ReadyMade } from './ready-made.ts'

/**
 * The eight types of actors that the Armed Conflict Location & Event Data project tells apart in its interaction codes, as kinds.
 * The names are ACLED's (ACLED Codebook, acleddata.com); its data and texts have terms of their own, and none of them are here.
 */
export const ACLED: ReadyMade = {
  id: 'acled',
  name: 'ACLED actor types',
  what: 'Eight kinds of actors, as ACLED tells them apart: state forces, rebel groups, political and identity militias, rioters, protesters, civilians and external forces.',
  source: {
    name: 'Names after the ACLED Codebook; Interline is not connected with ACLED',
    url: 'https://acleddata.com/',
    licence: 'names only, no ACLED data',
  },
  themes: [],
  kinds: [
    { slug: 'state-forces', name: 'State forces', glyph: 'military' },
    { slug: 'rebel-group', name: 'Rebel group', glyph: 'armed-group' },
    { slug: 'political-militia', name: 'Political militia', glyph: 'militia' },
    { slug: 'identity-militia', name: 'Identity militia', glyph: 'militia' },
    { slug: 'rioters', name: 'Rioters', glyph: 'civilians' },
    { slug: 'protesters', name: 'Protesters', glyph: 'civilians' },
    { slug: 'civilians', name: 'Civilians', glyph: 'civilians' },
    { slug: 'external-forces', name: 'External or other forces', glyph: 'other' },
  ],
}
