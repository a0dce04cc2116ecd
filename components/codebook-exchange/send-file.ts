/** Why a file was not read, or not brought in: a word for programs and a sentence for people. */
export interface FileRefused {
  ok: false
  reason: string
  message: string
}

/** Sends a file to be read. @param broken what a person is told when the connection breaks */
export async function sendFile<T>(path: string, file: File, parameters: Record<string, string>, broken: string): Promise<T | FileRefused> {
  const body = new FormData()
  body.set('file', file, file.name)
  try {
    const response = await fetch(`${path}?${new URLSearchParams(parameters)}`, { method: 'POST', body })
    return (await response.json()) as T
  } catch {
    return { ok: false, reason: 'broken', message: broken }
  }
}
