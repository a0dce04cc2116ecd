export const PROPOSAL_KINDS = ['actor', 'alias', 'theme'] as const
export type ProposalKind = (typeof PROPOSAL_KINDS)[number]

export const PROPOSAL_STATES = ['open', 'accepted', 'mapped', 'declined'] as const
export type ProposalState = (typeof PROPOSAL_STATES)[number]

/** Why something is proposed, and a passage that shows it. */
export interface ProposalReason {
  note?: string
  example?: { documentId: string; annotationId?: string; quote: string }
}

/** Another name that is proposed for an actor. */
export type NewAliasProposal = ProposalReason & { actorId: string; name: string }

/** What somebody without the right to manage the codebook would like to see in it. */
export interface Proposal {
  id: string
  kind: ProposalKind
  /** The proposed actor or theme, or the actor that the name is for. */
  entryId: string
  /** The proposed name. */
  name: string
  note: string
  /** The passage that shows it: its document when that is still there, its annotation when it was tagged, its words. */
  document: { id: string; title: string } | null
  annotationId: string | null
  quote: string
  proposedBy: { id: string; name: string }
  /** ms since 1970. */
  at: number
  state: ProposalState
  decidedBy: string | null
  decidedAt: number | null
  /** The entry it was mapped to. */
  mappedTo: string | null
  answer: string
}

/** What an editor changes in a proposal before accepting it; what is absent stays. */
export interface ProposalEdit {
  name?: string
  /** `slug` of a kind; actors only. */
  kind?: string
  parentId?: string | null
  /** Description of an actor, definition of a theme. */
  text?: string
}
