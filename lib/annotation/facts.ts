/** Whether what a statement reports happened. */
export const STATUSES = ['asserted', 'negated', 'planned', 'hypothetical', 'historical'] as const
export type Status = (typeof STATUSES)[number]

/** How sure the analyst is of it. */
export const CERTAINTIES = ['certain', 'probable', 'possible', 'doubtful'] as const
export type Certainty = (typeof CERTAINTIES)[number]

/** How exactly coordinates stand for a place. */
export const PLACE_PRECISIONS = ['exact', 'near', 'region', 'country'] as const
export type PlacePrecision = (typeof PLACE_PRECISIONS)[number]

/** A link of a chain of reported speech: an actor of the codebook, or a name nobody entered there. */
export type Reporter = { actor: string } | { name: string }
