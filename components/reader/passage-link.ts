/** The address that opens a document, at a statement's words when one is given. In the browser only. */
export function passageLink({ workspaceId, documentId }: { workspaceId: string; documentId: string }, annotationId?: string): string {
  const query = annotationId === undefined ? '' : `?annotation=${annotationId}`
  return `${location.origin}/w/${workspaceId}/documents/${documentId}${query}`
}
