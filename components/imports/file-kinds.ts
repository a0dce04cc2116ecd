/** What the file picker offers first; the server looks at the bytes. */
export const ACCEPTED_FILES = '.txt,.text,.md,.markdown,.html,.htm,.xhtml,.docx,.pdf,text/plain,text/markdown,text/html,application/pdf'

/** The same for people. */
export const FILE_KINDS = 'DOCX, PDF, HTML, Markdown, TXT'
