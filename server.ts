// The composition root: environment -> database -> collaboration -> sample -> Next -> listen -> shut down.
import { createServer } from 'node:http'
import { resolve } from 'node:path'
import nextEnv from '@next/env'

delete process.env.WATCH_REPORT_DEPENDENCIES // `node --watch`: Next's forked workers must not report to their parent
if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error(`Interline needs Node 24; this is ${process.version}. Start it with "npm start", which brings its own.`)
  process.exit(1)
}
const isDevelopment = process.env.NODE_ENV !== 'production'
nextEnv.loadEnvConfig(import.meta.dirname, isDevelopment)
const { readEnv } = await import('#/server/env.ts')
const env = readEnv()

// These read the environment when they load.
const { default: next } = await import('next')
const { openDatabase } = await import('#/db/client.ts')
const { findInstallation } = await import('#/db/queries/installation.ts')
const { findLiveSession } = await import('#/db/queries/sessions.ts')
const { sessionIdOf } = await import('#/server/auth/session-cookie.ts')
const { startAnchoring } = await import('#/server/audit/anchor.ts')
const { startPurging } = await import('#/server/bin/purge.ts')
const { createCollab } = await import('#/server/collab/create.ts')
const { isCrossSite, refuseCrossSite } = await import('#/server/http/cross-site.ts')
const { secureExchange } = await import('#/server/http/headers.ts')
const { createHttpServer } = await import('#/server/http/http-server.ts')
const { loopbackRedirect } = await import('#/server/http/loopback.ts')
const { takeUpgrades } = await import('#/server/http/upgrades.ts')
const { createEditionComparison } = await import('#/server/jobs/compare-edition.ts')
const { createExtraction } = await import('#/server/jobs/extract.ts')
const { createHistory } = await import('#/server/jobs/history.ts')
const { Turns } = await import('#/server/jobs/turns.ts')
const { measureProcess } = await import('#/server/metrics.ts')
const { startOperatorChannel } = await import('#/server/operator/channel.ts')
const { setRuntime } = await import('#/server/runtime.ts')
const { shutDownWhenTold } = await import('#/server/shut-down.ts')
const { sampleSignIn } = await import('#/server/sample/sample-sign-in.ts')

const database = await openDatabase({ url: env.databaseUrl, dataDir: `${env.dataDir}/pg` }).catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})
const installation = await findInstallation(database.db)
const collab = createCollab({
  db: database.db,
  installation,
  origin: env.origin,
  async sessionOf(request) {
    const sessionId = await sessionIdOf(request)
    return sessionId ? findLiveSession(database.db, sessionId) : null
  },
})
const extraction = createExtraction()
const history = createHistory(database.db)
const editions = createEditionComparison()
// One file is 50 MB at most, and there for some seconds.
const uploads = new Turns({ atOnce: 8, perPerson: 4, waiting: 32, waitingPerPerson: 8 })
measureProcess()
const anchoring = startAnchoring(database.db)
const purging = startPurging(database.db)
setRuntime({ database, installation, collab, extraction, uploads, editions, history, origin: env.origin })
const operator = await startOperatorChannel({ database, history, collab, origin: env.origin, dataDir: resolve(env.dataDir) })
const sample = env.sample ? await sampleSignIn({ db: database.db, dataDir: env.dataDir }) : null

const nextUpgrades = createServer() // never listens: Next hangs its hot-reload upgrade listener here, not on our server
const app = next({ dev: isDevelopment, hostname: env.host, port: env.port, httpServer: nextUpgrades })
await app.prepare()
const handle = app.getRequestHandler()

const server = createHttpServer((request, response) => {
  secureExchange(request, response, { isDevelopment, trustProxy: env.trustProxy, isSecure: env.origin.startsWith('https:') })
  const elsewhere = loopbackRedirect(request, env.origin)
  if (isCrossSite(request, env.origin)) refuseCrossSite(response)
  else if (elsewhere) response.writeHead(307, { Location: elsewhere }).end()
  else handle(request, response)
})
takeUpgrades(server, collab, isDevelopment ? (...upgrade) => nextUpgrades.emit('upgrade', ...upgrade) : undefined)
const stop = shutDownWhenTold({
  server,
  jobs: [...(operator ? [operator] : []), extraction, history, editions, anchoring, purging],
  collab,
  app,
  database,
})
server.on('error', (error: NodeJS.ErrnoException) => {
  console.error(error.code === 'EADDRINUSE' ? `Port ${env.port} is already in use. Set PORT to another one.` : error.message)
  stop('error', 1)
})
server.listen(env.port, env.host, () => {
  console.log(
    `Interline is ready at ${process.env.NEXTAUTH_URL}${sample ? `  ·  sample sign-in: ${sample.email} / ${sample.password}` : ''}`,
  )
})
