import type { Product } from '#/tests/support/start-product.ts'

/** Somebody with a browser that keeps cookies and says where it comes from. */
export class Visitor {
  readonly #product: Product
  readonly #jar = new Map<string, string>()

  constructor(product: Product) {
    this.#product = product
  }

  get cookie(): string {
    return Array.from(this.#jar, ([name, value]) => `${name}=${value}`).join('; ')
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { origin: this.#product.url, cookie: this.cookie, ...(init.headers as Record<string, string>) }
    const response = await fetch(`${this.#product.url}${path}`, { redirect: 'manual', ...init, headers })
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      const at = pair.indexOf('=')
      this.#jar.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return response
  }

  /** Tries to sign in; the answer's status and the address it would go to. */
  async signIn(email: string, password: string, callbackUrl = '/'): Promise<{ status: number; url: string; ms: number }> {
    const { csrfToken } = (await (await this.fetch('/api/auth/csrf')).json()) as { csrfToken: string }
    const began = performance.now()
    const response = await this.fetch('/api/auth/callback/credentials', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ csrfToken, email, password, callbackUrl, json: 'true' }).toString(),
    })
    const ms = performance.now() - began
    const body = (await response.json().catch(() => ({}))) as { url?: string }
    return { status: response.status, url: body.url ?? '', ms }
  }
}
