import type { WorkspaceNotice } from '#/server/collab/collab-server.ts'

export type CollabCall =
  | ['closeSession', sessionId: string]
  | ['closeUser', workspaceId: string, userId: string]
  | ['closeDocument', documentId: string]
  | ['notifyWorkspace', workspaceId: string, notice: WorkspaceNotice]

/** Writes down what a use case asks of the collaboration server. What that does with sockets is tested in tests/collab. */
export function recordingCollab() {
  const calls: CollabCall[] = []
  const collab = {
    closeSession(sessionId: string): number {
      calls.push(['closeSession', sessionId])
      return 0
    },
    closeUser(workspaceId: string, userId: string): number {
      calls.push(['closeUser', workspaceId, userId])
      return 0
    },
    closeDocument(documentId: string): number {
      calls.push(['closeDocument', documentId])
      return 0
    },
    async settleExcerpts(): Promise<void> {},
    notifyWorkspace(workspaceId: string, notice: WorkspaceNotice): void {
      calls.push(['notifyWorkspace', workspaceId, notice])
    },
  }
  return { collab, calls }
}
