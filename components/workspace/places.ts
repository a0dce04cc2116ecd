export interface Place {
  label: string
  /** The folder under `/w/<workspaceId>/`. */
  segment: string
  /** Folders of pages that are reached from this one. */
  within?: readonly string[]
}

/** The pages of a workspace, in the order of the navigation. */
export const PLACES: readonly Place[] = [
  { label: 'Documents', segment: 'documents' },
  { label: 'Excerpts', segment: 'excerpts' },
  { label: 'Actors', segment: 'actors', within: ['mentions', 'proposals', 'codebook'] },
  { label: 'Themes', segment: 'themes' },
  { label: 'Claims', segment: 'claims' },
  { label: 'Memos', segment: 'memos' },
  { label: 'Settings', segment: 'settings', within: ['audit', 'bin'] },
]

export function placePath(workspaceId: string, place: Place): string {
  return `/w/${workspaceId}/${place.segment}`
}
