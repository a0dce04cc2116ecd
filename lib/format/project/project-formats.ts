/** A format that texts come in with what was coded in them, as people choose it. Readers are in read-project.ts. */
export interface ForeignFormat {
  id: 'qdpx' | 'taguette' | 'dna' | 'brat' | 'label-studio' | 'web-annotation' | 'rows'
  name: string
  /** Endings of its files. */
  extensions: readonly string[]
}

export const FOREIGN_FORMATS: readonly ForeignFormat[] = [
  { id: 'qdpx', name: 'REFI-QDA project', extensions: ['.qdpx'] },
  { id: 'taguette', name: 'Taguette project', extensions: ['.sqlite3', '.sqlite', '.db'] },
  { id: 'dna', name: 'Discourse Network Analyzer database', extensions: ['.dna'] },
  { id: 'brat', name: 'brat standoff, zipped', extensions: ['.zip'] },
  { id: 'label-studio', name: 'Label Studio export', extensions: ['.json'] },
  { id: 'web-annotation', name: 'Web Annotations (W3C, Hypothesis, Recogito)', extensions: ['.jsonld', '.json'] },
  { id: 'rows', name: 'Table of passages (CSV, XLSX)', extensions: ['.csv', '.tsv', '.xlsx'] },
]
