// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML 1.0 forbids
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** A text as the content of an element (XML 1.0, 2.4). Characters that XML forbids are left out. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(FORBIDDEN, '')
    .replace(/[&<>\r]/g, (sign) => SIGNS[sign] ?? sign)
}

/** A text as the value of an attribute between quotation marks: line ends and tabs, which would become spaces, are kept. */
export function xmlAttribute(text: string): string {
  return text
    .toWellFormed()
    .replace(FORBIDDEN, '')
    .replace(/[&<>"\t\n\r]/g, (sign) => SIGNS[sign] ?? sign)
}
