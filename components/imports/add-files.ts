import { imports } from './use-imports.ts'

/** Puts files on the queue of a workspace. */
export function addFiles(workspaceId: string, files: Iterable<File>): void {
  imports.add(
    workspaceId,
    Array.from(files, (file) => ({ name: file.name, body: file, pasted: false })),
  )
}
