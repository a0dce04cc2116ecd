import { type FileRefused, sendFile } from '#/components/codebook-exchange/send-file.ts'
import type { BookSort } from '#/lib/format/codebook/book.ts'
import type { ProjectImported, ProjectPreview } from '#/lib/format/project/project-preview.ts'
import { t } from '#/lib/message/t.ts'

/** Asks what a project would bring. @param as what codes become that the file does not call actors or themes */
export function previewProject(workspaceId: string, file: File, as: BookSort): Promise<ProjectPreview | FileRefused> {
  return send(workspaceId, file, { as })
}

/** Brings what the preview for this version of the codebook said. */
export function importProject(workspaceId: string, file: File, as: BookSort, version: number): Promise<ProjectImported | FileRefused> {
  return send(workspaceId, file, { as, version: String(version) })
}

function send<T>(workspaceId: string, file: File, parameters: Record<string, string>): Promise<T | FileRefused> {
  const broken = t('The connection broke while sending. Look at the list of documents before you add the file again.')
  return sendFile(`/api/projects/${workspaceId}`, file, parameters, broken)
}
