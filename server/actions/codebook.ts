'use server'
import { actorDeletionImpact, themeDeletionImpact } from '#/db/queries/codebook-uses.ts'
import type { Actor, Theme } from '#/lib/codebook/codebook.ts'
import type { ActorChange, NewActor, NewTheme, ThemeChange, ThemeMove } from '#/lib/codebook/input.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import type { ActorUndo, ThemeUndo } from '#/lib/codebook/undo.ts'
import type { CountedCodebook, DeletionImpact } from '#/lib/codebook/uses.ts'
import { findScope } from '#/server/auth/scope.ts'
import { loadCodebook as load } from '#/server/loaders/codebook.ts'
import { memberDb } from '#/server/runtime.ts'
import { type Archiving, archiveEntries as archive } from '#/server/usecases/archive-entries.ts'
import { createActor as create } from '#/server/usecases/create-actor.ts'
import { createTheme as createThemeIn } from '#/server/usecases/create-theme.ts'
import { deleteActor as removeActor } from '#/server/usecases/delete-actor.ts'
import { deleteTheme as removeTheme } from '#/server/usecases/delete-theme.ts'
import { moveTheme as move } from '#/server/usecases/move-theme.ts'
import { restoreActor as bringActorBack } from '#/server/usecases/restore-actor.ts'
import { restoreTheme as bringThemeBack } from '#/server/usecases/restore-theme.ts'
import { updateActor as changeActor } from '#/server/usecases/update-actor.ts'
import { updateTheme as changeTheme } from '#/server/usecases/update-theme.ts'
import {
  actorChangeSchema,
  actorUndoSchema,
  archiveSchema,
  idSchema,
  newActorSchema,
  newThemeSchema,
  themeChangeSchema,
  themeMoveSchema,
  themeUndoSchema,
} from './codebook-schema.ts'
import { runCodebook } from './run-codebook.ts'

/** The codebook with counts, for open pages that were told it changed; null for who is signed out or no member. */
export async function loadCodebook(workspaceId: string): Promise<CountedCodebook | null> {
  return (await findScope(workspaceId)) ? load(workspaceId) : null
}

export async function createActor(workspaceId: string, input: NewActor): Promise<{ ok: true; actor: Actor } | Refused> {
  return runCodebook(workspaceId, newActorSchema, input, (scope, data, deps) => create(scope, data, deps))
}

export async function updateActor(workspaceId: string, id: string, change: ActorChange): Promise<{ ok: true; actor: Actor } | Refused> {
  return runCodebook(workspaceId, actorChangeSchema, change, (scope, data, deps) => changeActor(scope, id, data, deps))
}

/** What deleting an actor touches, to be said before it is done. */
export async function actorImpact(workspaceId: string, id: string): Promise<({ ok: true } & DeletionImpact) | Refused> {
  return runCodebook(workspaceId, idSchema, id, async (scope, data) => ({
    ok: true,
    ...(await actorDeletionImpact(memberDb(scope), scope, data)),
  }))
}

export async function deleteActor(workspaceId: string, id: string): Promise<{ ok: true; undo: ActorUndo } | Refused> {
  return runCodebook(workspaceId, idSchema, id, (scope, data, deps) => removeActor(scope, data, deps))
}

export async function restoreActor(workspaceId: string, undo: ActorUndo): Promise<{ ok: true } | Refused> {
  return runCodebook(workspaceId, actorUndoSchema, undo, (scope, data, deps) => bringActorBack(scope, data, deps))
}

export async function createTheme(workspaceId: string, input: NewTheme): Promise<{ ok: true; theme: Theme } | Refused> {
  return runCodebook(workspaceId, newThemeSchema, input, (scope, data, deps) => createThemeIn(scope, data, deps))
}

export async function updateTheme(workspaceId: string, id: string, change: ThemeChange): Promise<{ ok: true; theme: Theme } | Refused> {
  return runCodebook(workspaceId, themeChangeSchema, change, (scope, data, deps) => changeTheme(scope, id, data, deps))
}

export async function moveTheme(workspaceId: string, id: string, to: ThemeMove): Promise<{ ok: true; undo: ThemeMove } | Refused> {
  return runCodebook(workspaceId, themeMoveSchema, to, (scope, data, deps) => move(scope, id, data, deps))
}

/** What deleting a theme touches, to be said before it is done. */
export async function themeImpact(workspaceId: string, id: string): Promise<({ ok: true } & DeletionImpact) | Refused> {
  return runCodebook(workspaceId, idSchema, id, async (scope, data) => ({
    ok: true,
    ...(await themeDeletionImpact(memberDb(scope), scope, data)),
  }))
}

export async function deleteTheme(workspaceId: string, id: string): Promise<{ ok: true; undo: ThemeUndo } | Refused> {
  return runCodebook(workspaceId, idSchema, id, (scope, data, deps) => removeTheme(scope, data, deps))
}

export async function restoreTheme(workspaceId: string, undo: ThemeUndo): Promise<{ ok: true } | Refused> {
  return runCodebook(workspaceId, themeUndoSchema, undo, (scope, data, deps) => bringThemeBack(scope, data, deps))
}

/** Archives entries or takes them out of the archive; `ids` are those that changed, for taking it back. */
export async function archiveEntries(workspaceId: string, archiving: Archiving): Promise<{ ok: true; ids: string[] } | Refused> {
  return runCodebook(workspaceId, archiveSchema, archiving, (scope, data, deps) => archive(scope, data, deps))
}
