import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { expect, test } from 'vitest'
import { createMailer } from './mailer.ts'

test('what a mail server says of a person stays out of the fault, which is logged', async () => {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => done(Object.assign(new Error(`no mailbox ${address}`), { responseCode: 550 })),
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  const mailer = createMailer({ url: `smtp://127.0.0.1:${port}`, from: 'Interline <interline@interline.example>' })
  const fault = await mailer.send({ to: 'nour@interline.example', subject: 'A link', text: 'Here it is.' }).catch((error: unknown) => error)
  expect(fault).toBeInstanceOf(Error)
  expect((fault as Error).message).toBe('The mail server did not take a mail: EENVELOPE 550')
  expect((fault as Error).stack).not.toContain('nour@')
  await mailer.stop()
  await new Promise<void>((resolve) => server.close(resolve))
})
