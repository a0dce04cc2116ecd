import type { BookSort } from '#/lib/format/codebook/book.ts'
import type { ProjectImported, ProjectPreview } from '#/lib/format/project/project-preview.ts'
import { t } from '#/lib/message/t.ts'

export interface ProjectRefused {
  ok: false
  reason: string
  message: string
}

/** Asks what a project would bring. @param as what codes become that the file does not call actors or themes */
export function previewProject(workspaceId: string, file: File, as: BookSort): Promise<ProjectPreview | ProjectRefused> {
  return send(workspaceId, file, new URLSearchParams({ as }))
}

/** Brings what the preview for this version of the codebook said. */
export function importProject(workspaceId: string, file: File, as: BookSort, version: number): Promise<ProjectImported | ProjectRefused> {
  return send(workspaceId, file, new URLSearchParams({ as, version: String(version) }))
}

async function send<T>(workspaceId: string, file: File, query: URLSearchParams): Promise<T | ProjectRefused> {
  const body = new FormData()
  body.set('file', file, file.name)
  try {
    const response = await fetch(`/api/projects/${workspaceId}?${query}`, { method: 'POST', body })
    return (await response.json()) as T
  } catch {
    const message = t('The connection broke while sending. Look at the list of documents before you add the file again.')
    return { ok: false, reason: 'broken', message }
  }
}
