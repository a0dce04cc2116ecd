/** A stretch of two texts laid over each other. */
export interface DiffPart {
  kind: 'same' | 'removed' | 'added'
  text: string
}
