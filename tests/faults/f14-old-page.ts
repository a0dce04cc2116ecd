import { TEXT_NAME } from '#/lib/text/flat.ts'
import { until } from '#/tests/support/until.ts'
import { printRooms } from './audit-document.ts'
import type { Fault } from './fault.ts'
import { play } from './play.ts'
import { ProductDesk } from './product-desk.ts'
import { wait } from './wait.ts'

/** Addresses of pages that another build made. */
const OLD_PAGES: [what: string, readdress: (address: string) => string][] = [
  ['an older protocol', (address) => address.replace(/protocol=\d+/, 'protocol=0')],
  ['an older schema', (address) => address.replace(/schema=\d+/, 'schema=0')],
  ['no version at all', (address) => address.replace(/\?.*/, '')],
]

/** F14: pages of an older build come back with changes: they are turned away, and the document stays what it is, byte for byte. */
export const oldPage: Fault = {
  id: 'F14',
  title: 'page of an older build',
  backends: ['embedded'],
  run: (context) =>
    play(context, async (episode) => {
      const { stage, outcome, document } = episode
      const [person] = await episode.join(1)
      for (let i = 0; i < 50; i++) person?.act()
      await episode.saved()
      const print = () => person && printRooms(person.desk.text, person.desk.layer)
      const before = print()
      for (const [what, readdress] of OLD_PAGES) {
        outcome.tried++
        const [signedIn] = stage.first.people
        if (!signedIn) throw new Error('There is nobody')
        const desk = new ProductDesk({ ...stage.first, ...signedIn, readdress }, document)
        desk.text.getText(TEXT_NAME).insert(0, 'written by an older page')
        await until(`the page with ${what} is turned away`, () => desk.refused() !== null, 20_000)
        await wait(200)
        await desk.close()
        if (print() !== before) outcome.failures.push(`The page with ${what} changed the document`)
      }
    }),
}
