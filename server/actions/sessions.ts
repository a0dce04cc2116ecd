'use server'
import { refresh } from 'next/cache'
import { z } from 'zod'
import { t } from '#/lib/message/t.ts'
import { requireUser } from '#/server/auth/session.ts'
import { db, runtime } from '#/server/runtime.ts'
import { endSession as end, endOtherSessions as endOthers } from '#/server/usecases/end-session.ts'

const deps = () => ({ db: db(), collab: runtime().collab })

/** Ends one of the person's own sessions, not the one that asks: that is what signing out is for. */
export async function endSession(sessionId: string): Promise<{ ok: true } | { ok: false; reason: string }> {
  const user = await requireUser('/account')
  const id = z.string().max(100).parse(sessionId)
  if (id === user.sessionId) return { ok: false, reason: t('That is this browser. Sign out to end it.') }
  const ended = await end(user.id, id, deps())
  refresh()
  return ended ? { ok: true } : { ok: false, reason: t('It had ended already.') }
}

/** @returns how many ended */
export async function endOtherSessions(): Promise<{ ok: true; ended: number }> {
  const user = await requireUser('/account')
  const ended = await endOthers(user.id, user.sessionId, deps())
  refresh()
  return { ok: true, ended }
}
