import { runtime } from '#/server/runtime.ts'
import type { WorkspaceNotice } from './collab-server.ts'

/** Tells everybody who has the workspace open which list changed, so that they fetch it again. Call it after the commit. */
export function notifyWorkspace(workspaceId: string, notice: WorkspaceNotice): void {
  runtime().collab.notifyWorkspace(workspaceId, notice)
}
