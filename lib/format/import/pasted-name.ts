/** The name of pasted text that nobody named. In a file of its own: the browser needs it without the readers. */
export const PASTED_NAME = 'Pasted text'
