import { createTransport } from 'nodemailer'

export interface Mail {
  /** One address. */
  to: string
  subject: string
  text: string
}

/** Sends mails through the server of SMTP_URL. */
export interface Mailer {
  /** Resolves when the server has taken the mail. @throws when it did not */
  send(mail: Mail): Promise<void>
  stop(): Promise<void>
}

/** @param settings.url `smtp://user:password@host:587` (TLS when the server offers it) or `smtps://...:465` (TLS from the start) */
export function createMailer(settings: { url: string; from: string }): Mailer {
  const transport = createTransport({
    url: settings.url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    // Nothing that is ever put into a mail makes it read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send(mail) {
      const to = { name: '', address: mail.to }
      await transport.sendMail({ from: settings.from, to, subject: mail.subject, text: mail.text }).catch(({ code, responseCode }) => {
        // What the mail server says in words names the person, and would be written to the log.
        throw new Error(`The mail server did not take a mail: ${code ?? 'unknown fault'} ${responseCode ?? ''}`.trim())
      })
    },
    async stop() {
      transport.close()
    },
  }
}
