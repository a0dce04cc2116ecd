'use client'

import { Dialog } from '#/components/ui/dialog.tsx'
import { Kbd } from '#/components/ui/kbd.tsx'
import { modKey } from './mod-key.ts'
import { useModel, useReader } from './reader-context.ts'

type Row = [what: string, ...keys: string[]]

function sections(mod: string): { title: string; rows: Row[] }[] {
  return [
    {
      title: 'Words selected, Tag mode',
      rows: [
        ['Tag the passage', 'T'],
        ['Tag with an item of the codebook', '1', '…', '9'],
        ['Tag with the armed tag, or as the last one', 'Q'],
        ['Tag all places with the same words', 'Shift A'],
        ['Widen the selection', 'W'],
      ],
    },
    {
      title: 'In the tag popover',
      rows: [
        ['Add the highlighted match', '↵'],
        ['Next role or stance', '→'],
        ['Set role or stance', 'Alt', '1', '…', '4'],
        ['Remove the last one', '⌫'],
        ['Details: status, date, place, who says so', 'Alt', '↓'],
        ['Tag and close', `${mod}↵`],
        ['Close, keep the draft', 'Esc'],
      ],
    },
    {
      title: 'Caret on an untagged name',
      rows: [
        ['Tag it', '↵'],
        ['Tag it with more', 'T'],
        ['Ignore it here', '⌫'],
      ],
    },
    {
      title: 'Statement selected',
      rows: [
        ['Next, previous', 'J', 'K'],
        ['Next overlapping one', 'O'],
        ['Edit', 'E'],
        ['Details', 'F'],
        ['Memo', 'M'],
        ['Comment', 'C'],
        ['Tag all places with its words', 'Shift A'],
        ['Supports, opposes, neutral', '+', '−', '='],
        ['Swap source and recipient', 'X'],
        ['Move the end', 'Alt', '→'],
        ['Move the start', 'Shift', 'Alt', '→'],
        ['The same by word', `${mod}Alt`, '→'],
        ['Duplicate', 'D'],
        ['Delete', 'U'],
      ],
    },
    {
      title: 'View',
      rows: [
        ['Filter the codebook', '/'],
        ['In the codebook: arm a tag, Esc puts it down', 'P'],
        ['Panels', 'H'],
        ['Marking', 'Y'],
        ['Colour by theme, actor, tagger, status', 'B'],
        ['Show new statements of others', 'L'],
        ['Text only', 'Shift F'],
        ['Original beside the text', 'S'],
        ['Next, previous difference', 'N', 'P'],
        ['Next, previous region', 'F6', 'Shift F6'],
        ['This sheet', '?'],
      ],
    },
    {
      title: 'Everywhere',
      rows: [
        ['Tag or Edit mode', `${mod}E`],
        ['Find in the text', `${mod}F`],
        ['Find and replace, Edit mode', `${mod}H`],
        ['In the find bar: next, previous', '↵', 'Shift ↵'],
        ['Undo, redo your own steps', `${mod}Z`, `Shift ${mod}Z`],
        ['Tag, comment while editing', `${mod}Alt T`, `${mod}Alt M`],
        ['Send a comment', `${mod}↵`],
        ['Bold, italic', `${mod}B`, `${mod}I`],
      ],
    },
  ]
}

/** All keys of the reader. */
export function KeyboardSheet() {
  const model = useModel()
  const open = useReader((state) => state.dialog === 'keys')
  return (
    <Dialog open={open} onClose={() => model.ui.set({ dialog: null })} title="Keyboard" wide>
      <div className="keys">
        {sections(modKey()).map(({ title, rows }) => (
          <section key={title}>
            <h3>{title}</h3>
            <ul>
              {rows.map(([what, ...keys]) => (
                <li key={what}>
                  {what}
                  <span className="ks">
                    <span className="sr">{keys.join(' ')}</span>
                    {keys.map((key) => (key === '…' ? <span key={key}>…</span> : <Kbd key={key}>{key}</Kbd>))}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <p className="muted">Letters mean the physical key when your keyboard layout is not Latin.</p>
    </Dialog>
  )
}
