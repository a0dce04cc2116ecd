import { cache } from 'react'
import { readSettings } from '#/db/queries/person-settings.ts'
import type { PersonSettings } from '#/lib/person/settings.ts'
import { currentUser } from '#/server/auth/session.ts'
import { db } from '#/server/runtime.ts'

/** What who is asking has set for themselves; nothing when nobody is signed in. Asked once per request. */
export const mySettings = cache(async (): Promise<PersonSettings> => {
  const user = await currentUser()
  return user ? readSettings(db(), user.id) : {}
})
