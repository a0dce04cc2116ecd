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
      await transport.sendMail({ from: settings.from, to: { name: '', address: mail.to }, subject: mail.subject, text: mail.text })
    },
    async stop() {
      transport.close()
    },
  }
}
