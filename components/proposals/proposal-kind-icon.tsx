import { ActorKindIcon } from '#/components/ui/actor-kind-icon.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import type { Codebook } from '#/lib/codebook/codebook.ts'
import type { Proposal } from '#/lib/codebook/proposal.ts'

/** The glyph of what is proposed. */
export function ProposalKindIcon({ proposal: { kind, entryId }, codebook }: { proposal: Proposal; codebook: Pick<Codebook, 'actors'> }) {
  if (kind === 'theme') return <Icon name="tag" />
  const actor = codebook.actors.find(({ id }) => id === entryId)
  return <ActorKindIcon kind={actor?.kind ?? 'other'} />
}
