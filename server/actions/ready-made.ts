'use server'
import { z } from 'zod'
import type { Refused } from '#/lib/codebook/refused.ts'
import { addReadyMade as add, type ReadyMadeAdded } from '#/server/usecases/add-ready-made.ts'
import { runCodebook } from './run-codebook.ts'

/** Adds a ready-made codebook in one step. */
export async function addReadyMade(workspaceId: string, id: string): Promise<ReadyMadeAdded | Refused> {
  return runCodebook(workspaceId, z.string().max(100), id, (scope, data, deps) => add(scope, data, deps))
}
