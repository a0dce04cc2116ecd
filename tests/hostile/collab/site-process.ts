// The collaboration server behind the product's own HTTP server, in a process of its own, for the attacks of this folder.
// Answers site.ts from its database: what is stored, not what somebody says.
import { readFileSync } from 'node:fs'
import { openDatabase } from '#/db/client.ts'
import { findInstallation } from '#/db/queries/installation.ts'
import { findLiveSession } from '#/db/queries/sessions.ts'
import { sessionIdOf } from '#/server/auth/session-cookie.ts'
import { createCollab } from '#/server/collab/create.ts'
import { createHttpServer } from '#/server/http/http-server.ts'
import { takeUpgrades } from '#/server/http/upgrades.ts'
import { answerQuestion } from './answer-question.ts'
import { peopleTheSite } from './people-the-site.ts'
import type { SiteOptions, SiteQuestion } from './site.ts'

const options = JSON.parse(process.argv[2] ?? '{}') as SiteOptions
const origin = 'http://interline.test'
const database = await openDatabase({ dataDir: options.dataDir, snapshot: readFileSync(options.snapshot), migrate: false })
const { db } = database
const collab = createCollab({
  db,
  installation: await findInstallation(db),
  origin,
  sessionOf: async (request) => {
    const sessionId = await sessionIdOf(request)
    return sessionId ? findLiveSession(db, sessionId) : null
  },
})
const server = createHttpServer((_request, response) => response.writeHead(404).end())
takeUpgrades(server, collab)
await new Promise<void>((resolve) => server.listen(options.port, '127.0.0.1', resolve))
const people = await peopleTheSite(db, options.crowd)
process.on('message', async ({ id, question }: { id: number; question: SiteQuestion }) => {
  const answered = answerQuestion(question, { database, collab })
  process.send?.(
    await answered.then(
      (answer) => ({ id, answer }),
      (error: Error) => ({ id, failed: error.stack }),
    ),
  )
})
// Whoever started it is gone.
process.once('disconnect', () => process.exit())
process.send?.({ started: { url: `ws://127.0.0.1:${options.port}/collab`, origin, port: options.port, ...people } })
