import type { Page } from '@playwright/test'

/** A network that takes everything and delivers nothing, as in a tunnel: connections look alive. */
export interface HalfOpen {
  swallow(): void
  restore(): void
}

/** Stands between the page's collaboration socket and the server; to be called before the page is opened. */
export async function halfOpen(page: Page): Promise<HalfOpen> {
  let isSwallowing = false
  await page.routeWebSocket(/\/collab\?/, (socket) => {
    // A connection that began in the tunnel never reaches the server.
    if (isSwallowing) return
    const server = socket.connectToServer()
    socket.onMessage((message) => isSwallowing || server.send(message))
    server.onMessage((message) => isSwallowing || socket.send(message))
  })
  return {
    swallow() {
      isSwallowing = true
    },
    restore() {
      isSwallowing = false
    },
  }
}
