/** The sign-in of the sample workspace, as the product prints it at start. */
export function sampleSignIn(log: string): { email: string; password: string } {
  const [, email, password] = /sample sign-in: (\S+) \/ (\S+)/.exec(log) ?? []
  if (!email || !password) throw new Error(`The product printed no sample sign-in:\n${log.slice(-2000)}`)
  return { email, password }
}
