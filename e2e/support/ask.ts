import type { APIResponse, Page } from '@playwright/test'

/** Asks with the cookies of a page. A connection that the server closed in the moment it was used again is no answer: asked anew. */
export function ask(page: Page, path: string, headers: Record<string, string> = {}): Promise<APIResponse> {
  return page.request.get(path, { headers, maxRetries: 2 })
}
