'use server'
import { refresh } from 'next/cache'
import { z } from 'zod'
import type { Scope } from '#/db/scope.ts'
import { noMemberWords } from '#/lib/access/member.ts'
import { newWebhook } from '#/lib/api/schemas/webhook.ts'
import type { ChosenEvent } from '#/lib/api/webhook-events.ts'
import { t } from '#/lib/message/t.ts'
import { findScope } from '#/server/auth/scope.ts'
import { memberDb } from '#/server/runtime.ts'
import { addWebhook, editWebhook, pingReceiver, removeWebhook, showSecret } from '#/server/usecases/edit-webhooks.ts'

interface Refused {
  ok: false
  reason: string
}
type Done = { ok: true } | Refused

const idSchema = z.uuid()

/** Tells an address of what happens in the workspace from now on. */
export async function createWebhook(workspaceId: string, input: { url: string; events: ChosenEvent[] }): Promise<Done> {
  const scope = await findScope(workspaceId)
  if (!scope) return { ok: false, reason: noMemberWords() }
  const parsed = newWebhook.safeParse(input)
  if (!parsed.success) return { ok: false, reason: t('Give an address that begins with https://, and choose what to tell it of.') }
  return told(await addWebhook(scope, parsed.data, depsOf(scope)))
}

/** Switches a webhook on or off. */
export async function switchWebhook(workspaceId: string, webhookId: string, active: boolean): Promise<Done> {
  const [id, isActive] = [idSchema.parse(webhookId), z.boolean().parse(active)]
  const scope = await findScope(workspaceId)
  return scope ? told(await editWebhook(scope, id, { active: isActive }, depsOf(scope))) : { ok: false, reason: noMemberWords() }
}

export async function deleteWebhook(workspaceId: string, webhookId: string): Promise<Done> {
  const id = idSchema.parse(webhookId)
  const scope = await findScope(workspaceId)
  return scope ? told(await removeWebhook(scope, id, depsOf(scope))) : { ok: false, reason: noMemberWords() }
}

/** Sends something that says nothing. */
export async function pingWebhook(workspaceId: string, webhookId: string): Promise<Done> {
  const id = idSchema.parse(webhookId)
  const scope = await findScope(workspaceId)
  return scope ? told(await pingReceiver(scope, id, depsOf(scope))) : { ok: false, reason: noMemberWords() }
}

/** What deliveries are signed with; kept out of the page until somebody asks for it. */
export async function showWebhookSecret(workspaceId: string, webhookId: string): Promise<{ ok: true; secret: string } | Refused> {
  const id = idSchema.parse(webhookId)
  const scope = await findScope(workspaceId)
  if (!scope) return { ok: false, reason: noMemberWords() }
  const shown = await showSecret(scope, id, { db: memberDb(scope), secret: process.env.NEXTAUTH_SECRET ?? '' })
  return shown.ok ? shown : { ok: false, reason: shown.reason }
}

const depsOf = (scope: Scope) => ({ db: memberDb(scope), now: Date.now() })

/** What pages are told of it: they draw the list anew. */
function told(done: Done): Done {
  refresh()
  return done.ok ? { ok: true } : { ok: false, reason: done.reason }
}
