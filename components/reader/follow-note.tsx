'use client'

import { useEffect } from 'react'
import type { CollabRoom } from '#/components/collab/room.ts'
import { IconButton } from '#/components/ui/icon-button.tsx'
import { t } from '#/lib/message/t.ts'
import { followPerson } from './follow-person.ts'
import { useModel, useReader } from './reader-context.ts'
import { usePeople } from './use-people.ts'

/** Says whom this reader follows through the text, and follows them as long as it is there. */
export function FollowNote({ room }: { room: CollabRoom }) {
  const following = useReader((state) => state.following)
  return following && <Following key={following} id={following} room={room} />
}

function Following({ id, room }: { id: string; room: CollabRoom }) {
  const model = useModel()
  const { name } = usePeople()(id)
  useEffect(() => followPerson(model, room, { id, name }), [model, room, id, name])
  return (
    <span className="focusnote" role="status">
      {t('Following')} <b dir="auto">{name}</b>
      <IconButton icon="x" label={t('Stop following {name}', { name })} small onClick={() => model.ui.set({ following: null })} />
    </span>
  )
}
