/** Whether what somebody typed is the name they were asked to type: white space and composition (NFC) do not matter, case does. */
export function isSameName(typed: string, name: string): boolean {
  return tidy(typed) === tidy(name)
}

function tidy(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim()
}
