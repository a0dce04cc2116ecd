import { makeActor, makeCodebook, makeTheme } from '#/lib/codebook/testing/entries.ts'
import type { ExportContext } from '#/lib/format/export/format.ts'

/** The context of an export of the sample excerpts. */
export const EXPORT_CONTEXT: ExportContext = {
  workspace: { id: '0195a000-0000-7000-8000-00000000000a', name: 'Syria desk' },
  origin: 'https://interline.example',
  exportedAt: Date.UTC(2026, 10, 22, 10, 30),
  filter: 'stance=supports',
  codebook: makeCodebook({
    version: 7,
    actors: [
      makeActor('0195a000-0000-7000-8000-000000000065', 'Russian MoD', ['МО РФ', 'MoD'], { kind: 'military', description: 'Ministry' }),
    ],
    themes: [
      makeTheme('0195a000-0000-7000-8000-0000000000c8', 'Deconfliction', { hue: 1 }),
      makeTheme('0195a000-0000-7000-8000-0000000000c9', 'Hotline', {
        parentId: '0195a000-0000-7000-8000-0000000000c8',
        definition: 'The phone line',
      }),
    ],
  }),
  codebookName: 'Pilot',
  escapeFormulas: true,
}
