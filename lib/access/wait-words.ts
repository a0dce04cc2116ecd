/** What somebody is told who tries too often. @param seconds until the next try is looked at */
export function waitWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60)
  const wait = seconds <= 60 ? 'a minute' : `${minutes} minutes`
  return `Too many tries. Wait ${wait}, then try again.`
}
