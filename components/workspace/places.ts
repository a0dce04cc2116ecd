import { t } from '#/lib/message/t.ts'

export interface Place {
  label: string
  /** The folder under `/w/<workspaceId>/`. */
  segment: string
  /** Folders of pages that are reached from this one. */
  within?: readonly string[]
}

/** The pages of a workspace, in the order of the navigation. */
export const PLACES: readonly Place[] = [
  {
    get label() {
      return t('Documents')
    },
    segment: 'documents',
  },
  {
    get label() {
      return t('Excerpts')
    },
    segment: 'excerpts',
  },
  {
    get label() {
      return t('Analysis')
    },
    segment: 'analysis',
  },
  {
    get label() {
      return t('Actors')
    },
    segment: 'actors',
    within: ['mentions', 'proposals', 'codebook'],
  },
  {
    get label() {
      return t('Themes')
    },
    segment: 'themes',
  },
  {
    get label() {
      return t('Claims')
    },
    segment: 'claims',
  },
  {
    get label() {
      return t('Memos')
    },
    segment: 'memos',
  },
  {
    get label() {
      return t('Settings')
    },
    segment: 'settings',
    within: ['audit', 'bin'],
  },
]

export function placePath(workspaceId: string, place: Place): string {
  return `/w/${workspaceId}/${place.segment}`
}
