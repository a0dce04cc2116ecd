'use server'
import { z } from 'zod'
import type { NewAliasProposal } from '#/lib/codebook/proposal.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import { answer, type ProposalAnswer } from '#/server/usecases/answer-proposal.ts'
import { proposeAlias as propose } from '#/server/usecases/propose-alias.ts'
import { reopenProposal as reopen } from '#/server/usecases/reopen-proposal.ts'
import { idSchema, proposalAnswerSchema, reasonSchema } from './codebook-schema.ts'
import { runCodebook } from './run-codebook.ts'

const name = z.string().max(2000)
const aliasSchema = reasonSchema.extend({ actorId: idSchema, name })

/** Proposes another name of an actor. Actors and themes are proposed by making them, see actions/codebook.ts. */
export async function proposeAlias(workspaceId: string, alias: NewAliasProposal): Promise<{ ok: true; proposalId: string } | Refused> {
  return runCodebook(workspaceId, aliasSchema, alias, (scope, data, deps) => propose(scope, data, deps))
}

export async function answerProposal(
  workspaceId: string,
  given: { proposalId: string; answer: ProposalAnswer },
): Promise<{ ok: true } | Refused> {
  return runCodebook(workspaceId, proposalAnswerSchema, given, (scope, data, deps) => answer(scope, data.proposalId, data.answer, deps))
}

/** Takes an answer back. */
export async function reopenProposal(workspaceId: string, proposalId: string): Promise<{ ok: true } | Refused> {
  return runCodebook(workspaceId, idSchema, proposalId, (scope, data, deps) => reopen(scope, data, deps))
}
