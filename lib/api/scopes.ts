/** What a personal token may be used for. The role of its person in a workspace bounds every one of them. */
export const TOKEN_SCOPES = ['read', 'write', 'export'] as const
export type TokenScope = (typeof TOKEN_SCOPES)[number]

/** Whoever finds one knows what it is; scanners of repositories look for such beginnings. */
export const TOKEN_START = 'ilt_'
const FORM = /^ilt_[A-Za-z0-9_-]{43}$/

/** Whether a text could be a token, without asking anybody. */
export function isTokenForm(text: string): boolean {
  return FORM.test(text)
}

/** The token of an Authorization header (RFC 6750); null when there is none, or it is of another kind. */
export function bearerToken(header: string | null): string | null {
  const token = /^Bearer +([A-Za-z0-9._~+/-]+=*) *$/i.exec(header ?? '')?.[1]
  return token ?? null
}
