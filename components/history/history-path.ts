/** The address of a document's history within the product. */
export function historyPath(workspaceId: string, documentId: string): string {
  return `/w/${workspaceId}/documents/${documentId}/history`
}
