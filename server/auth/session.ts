import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import type { LiveSession } from '#/db/queries/sessions.ts'
import { db } from '#/server/runtime.ts'
import { liveSession } from './live-session.ts'
import { sessionIdOfCookies } from './session-cookie.ts'

export interface CurrentUser {
  id: string
  name: string
  email: string
  /** Person colour, 1 to 8. */
  colour: number
  sessionId: string
}

function toUser(session: LiveSession): CurrentUser {
  return { id: session.userId, name: session.name, email: session.email, colour: session.colour, sessionId: session.sessionId }
}

/** Who is asking, or null. Asked once per request. */
export const currentUser = cache(async (): Promise<CurrentUser | null> => {
  const jar = await cookies()
  const sessionId = await sessionIdOfCookies(Object.fromEntries(jar.getAll().map(({ name, value }) => [name, value])))
  const session = sessionId ? await liveSession(db(), sessionId) : null
  return session && toUser(session)
})

/** Who is asking; somebody who is not signed in is sent to the sign-in page and comes back to `returnTo` (a path). */
export async function requireUser(returnTo = '/'): Promise<CurrentUser> {
  return (await currentUser()) ?? redirect(`/sign-in?callbackUrl=${encodeURIComponent(returnTo)}`)
}
