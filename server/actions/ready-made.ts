'use server'
import { z } from 'zod'
import type { Refused } from '#/lib/codebook/refused.ts'
import { addReadyMade as add, type ReadyMadeAdded } from '#/server/usecases/add-ready-made.ts'
import { takeBackReadyMade as takeBack } from '#/server/usecases/take-back-ready-made.ts'
import { runCodebook } from './run-codebook.ts'

/** Adds a ready-made codebook in one step. */
export async function addReadyMade(workspaceId: string, id: string): Promise<ReadyMadeAdded | Refused> {
  return runCodebook(workspaceId, z.string().max(100), id, (scope, data, deps) => add(scope, data, deps))
}

/** Takes back the adding that made a version of the codebook. */
export async function takeBackReadyMade(workspaceId: string, version: number): Promise<{ ok: true } | Refused> {
  return runCodebook(workspaceId, z.int().min(1), version, (scope, data, deps) => takeBack(scope, data, deps))
}
