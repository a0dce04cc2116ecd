'use client'

import { usePresence } from '#/components/collab/use-presence.ts'
import { useRoom } from '#/components/collab/use-room.ts'
import { Avatar } from '#/components/ui/avatar.tsx'

/** At most so many faces; the rest becomes a number. */
const FACES = 5

/** Colleagues who have the workspace open now. */
export function WorkspacePeople({ workspaceId }: { workspaceId: string }) {
  const others = usePresence(useRoom(`workspace/${workspaceId}`)).filter((person) => !person.isSelf)
  if (others.length === 0) return null
  const label = others.length === 1 ? '1 colleague in this workspace now' : `${others.length} colleagues in this workspace now`
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls
    <span className="avatars" role="group" aria-label={label}>
      {others.slice(0, FACES).map((person) => (
        <Avatar key={person.id} person={person} detail="here now" />
      ))}
      {others.length > FACES && <span className="avatar">+{others.length - FACES}</span>}
    </span>
  )
}
