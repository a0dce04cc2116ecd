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
/** What cannot be or is not safe ends the start with its sentence, not with a stack. */
function giveUp(error: Error): never {
  console.error(error.message)
  process.exit(1)
}
const env = settings()

function settings() {
  try {
    return readEnv()
  } catch (error) {
    return giveUp(error as Error)
  }
}

// These read the environment when they load.
const { default: next } = await import('next')
const { openDatabase } = await import('#/db/client.ts')
const { FacetIndexes } = await import('#/db/facet-indexes.ts')
const { findInstallation } = await import('#/db/queries/installation.ts')
const { hasRealAccounts } = await import('#/db/queries/accounts.ts')
const { liveSession } = await import('#/server/auth/live-session.ts')
const { sessionIdOf } = await import('#/server/auth/session-cookie.ts')
const { createApiLimits } = await import('#/server/api/api-limits.ts')
const { ArchiveFiles } = await import('#/server/archive/archive-files.ts')
const { createArchiveLoading } = await import('#/server/archive/archive-loading.ts')
const { createArchiveWriting } = await import('#/server/archive/write-in-process.ts')
const { startAnchoring } = await import('#/server/audit/anchor.ts')
const { startPurging } = await import('#/server/bin/purge.ts')
const { SignUpGate } = await import('#/server/auth/sign-up-gate.ts')
const { startSweeping } = await import('#/server/auth/sweep.ts')
const { createTries } = await import('#/server/auth/tries.ts')
const { startDailyBackups } = await import('#/server/backup/daily-backups.ts')
const { createCollab } = await import('#/server/collab/create.ts')
const { isCrossSite, refuseCrossSite } = await import('#/server/http/cross-site.ts')
const { secureExchange } = await import('#/server/http/headers.ts')
const { answerMetrics } = await import('#/server/http/metrics-response.ts')
const { answerInLanguage, speakByRequest } = await import('#/server/http/request-language.ts')
const { logRequest } = await import('#/server/http/request-log.ts')
const { createHttpServer } = await import('#/server/http/http-server.ts')
const { loopbackRedirect } = await import('#/server/http/loopback.ts')
const { packedFiles } = await import('#/server/http/packed-files.ts')
const { welcome } = await import('#/server/welcome.ts')
const { takeUpgrades } = await import('#/server/http/upgrades.ts')
const { createEditionComparison } = await import('#/server/jobs/compare-edition.ts')
const { createExtraction } = await import('#/server/jobs/extract.ts')
const { createMentionFinder } = await import('#/server/jobs/find-mentions.ts')
const { createHistory } = await import('#/server/jobs/history.ts')
const { createArchiveReading } = await import('#/server/jobs/prepare-archive.ts')
const { createCodebookReading } = await import('#/server/jobs/read-codebook.ts')
const { createProjectReading } = await import('#/server/jobs/read-project.ts')
const { Turns } = await import('#/server/jobs/turns.ts')
const { log } = await import('#/server/log.ts')
const { createMailer } = await import('#/server/mail/mailer.ts')
const { watchLoopLag } = await import('#/server/loop-lag.ts')
const { measureProcess } = await import('#/server/metrics.ts')
const { startOperatorChannel } = await import('#/server/operator/channel.ts')
const { setRuntime } = await import('#/server/runtime.ts')
const { startWebhooks } = await import('#/server/webhooks/start-webhooks.ts')
const { shutDownWhenTold } = await import('#/server/shut-down.ts')
const { Works } = await import('#/server/works.ts')
const { sampleSignIn } = await import('#/server/sample/sample-sign-in.ts')

const database = await openDatabase({ url: env.databaseUrl, dataDir: `${env.dataDir}/pg` }).catch(giveUp)
const installation = await findInstallation(database.db)
const collab = createCollab({
  db: database.db,
  installation,
  origin: env.origin,
  async sessionOf(request) {
    const sessionId = await sessionIdOf(request)
    return sessionId ? liveSession(database.db, sessionId) : null
  },
})
const extraction = createExtraction()
const history = createHistory(database.db)
const editions = createEditionComparison()
const mentions = createMentionFinder(database.db)
const codebooks = createCodebookReading()
const projects = createProjectReading()
const archiveReading = createArchiveReading()
const archiveWriting = createArchiveWriting({ dataDir: resolve(env.dataDir) })
const archiveFiles = new ArchiveFiles(resolve(env.dataDir))
const works = new Works()
const secret = process.env.NEXTAUTH_SECRET ?? ''
// One file is 50 MB at most, and there for some seconds.
const uploads = new Turns({ atOnce: 8, perPerson: 4, waiting: 32, waitingPerPerson: 8 })
measureProcess()
watchLoopLag()
const anchoring = startAnchoring(database.db)
const purging = startPurging(database.db)
if (!database.hasMemberWall)
  log.warn('database.no-second-wall', {
    why: 'the database user may not create the role interline_member; see docs/adr/0019-row-level-security.md',
  })
const sweeping = startSweeping(database.db)
const webhooks = startWebhooks({ db: database.db, secret })
const signUpGate = new SignUpGate(env.signUp)
const mailer = env.mail && createMailer(env.mail)
const auth = { tries: createTries(), signUpGate, mailer }
setRuntime({
  facets: new FacetIndexes(),
  database,
  installation,
  collab,
  extraction,
  codebooks,
  projects,
  archiveLoading: createArchiveLoading({ db: database.db, read: archiveReading.read, collab, works, secret }),
  archiveWriting,
  archiveFiles,
  works,
  uploads,
  editions,
  mentions,
  history,
  apiLimits: createApiLimits(),
  ...auth,
  origin: env.origin,
  dataDir: resolve(env.dataDir),
})
speakByRequest()
const operator = await startOperatorChannel({ database, history, collab, origin: env.origin, dataDir: resolve(env.dataDir) })
const sample = env.sample ? await sampleSignIn({ db: database.db, dataDir: env.dataDir, isExposed: env.isExposed }).catch(giveUp) : null
const backups = await startDailyBackups({ db: database.db, dataDir: resolve(env.dataDir), backupDir: process.env.BACKUP_DIR || undefined })
const isSetUp = signUpGate.isOpen || (await hasRealAccounts(database.db))

const nextUpgrades = createServer() // never listens: Next hangs its hot-reload upgrade listener here, not on our server
const app = next({ dev: isDevelopment, hostname: env.host, port: env.port, httpServer: nextUpgrades })
await app.prepare()
const handle = app.getRequestHandler()
const answerPacked = packedFiles(isDevelopment ? '' : resolve(import.meta.dirname, '.next/static'))

const server = createHttpServer((request, response) => {
  logRequest(request, response)
  if (answerMetrics(request, response, { token: env.metricsToken, isExposed: env.isExposed })) return
  secureExchange(request, response, { isDevelopment, trustedProxies: env.trustedProxies, isSecure: env.origin.startsWith('https:') })
  const elsewhere = loopbackRedirect(request, env.origin)
  if (isCrossSite(request, env.origin)) refuseCrossSite(response)
  else if (elsewhere) response.writeHead(307, { Location: elsewhere }).end()
  else if (!answerPacked(request, response)) void answerInLanguage(database.db, request, response, () => handle(request, response))
})
takeUpgrades(server, collab, isDevelopment ? (...upgrade) => nextUpgrades.emit('upgrade', ...upgrade) : undefined)
const stop = shutDownWhenTold({
  server,
  jobs: [
    ...(operator ? [operator] : []),
    extraction,
    history,
    editions,
    mentions,
    codebooks,
    projects,
    archiveReading,
    archiveWriting,
    archiveFiles,
    anchoring,
    purging,
    sweeping,
    webhooks,
    backups,
    ...(mailer ? [mailer] : []),
  ],
  collab,
  app,
  database,
})
server.on('error', (error: NodeJS.ErrnoException) => {
  console.error(error.code === 'EADDRINUSE' ? `Port ${env.port} is already in use. Set PORT to another one.` : error.message)
  stop('error', 1)
})
server.listen(env.port, env.host, () => {
  for (const line of welcome({ env, sample, setupToken: isSetUp ? null : signUpGate.makeSetupToken() })) console.log(line)
})
