import { passagePath } from '#/lib/excerpt/excerpt.ts'

/** The address that opens a document, at a statement's words when one is given. In the browser only. */
export function passageLink({ workspaceId, documentId }: { workspaceId: string; documentId: string }, annotationId?: string): string {
  const path = annotationId === undefined ? `/w/${workspaceId}/documents/${documentId}` : passagePath(workspaceId, documentId, annotationId)
  return location.origin + path
}
