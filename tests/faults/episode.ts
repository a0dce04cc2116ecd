import { isDeepStrictEqual } from 'node:util'
import { findDocumentsBehind } from '#/db/queries/excerpt-projection.ts'
import { type Rng, rng } from '#/lib/text/testing/rng.ts'
import type { LiveDocument } from '#/tests/support/live-document.ts'
import { type TcpProxy, tcpProxy } from '#/tests/support/tcp-proxy.ts'
import { until } from '#/tests/support/until.ts'
import { type Audited, auditDocument, printRooms } from './audit-document.ts'
import { auditPeer } from './audit-peer.ts'
import type { Desk } from './desk.ts'
import { judge } from './judge.ts'
import { Ledger } from './ledger.ts'
import { emptyOutcome, type Outcome } from './outcome.ts'
import { PeerDesk } from './peer-desk.ts'
import { Person } from './person.ts'
import { ProductDesk } from './product-desk.ts'
import { SEEDED, type Stage } from './stage.ts'
import { wait } from './wait.ts'

/** How long people wait until everything is saved and seen, before the run counts as stuck, ms. */
const SETTLED_WITHIN_MS = 60_000
/** Copies that are equal and do not change for so long are settled, ms. */
const QUIET_MS = 500

/** One document and all who work on it, from its making to the verdict. */
export class Episode {
  readonly stage: Stage
  readonly document: LiveDocument
  readonly ledger = new Ledger()
  readonly rng: Rng
  people: Person[] = []
  readonly outcome: Outcome = emptyOutcome()
  /** Called when the episode is over. */
  readonly cleanups: (() => Promise<unknown>)[] = []
  readonly #passages = new Map<string, string>()
  /** Generation of the installation that the pages of new desks come from. */
  pages = 1
  #joined = 0

  constructor(stage: Stage, document: LiveDocument, seed: number) {
    this.stage = stage
    this.document = document
    this.rng = rng(seed)
  }

  /** Opens the document at so many more desks; a person may have several. @param portOf each desk's way to the server */
  async join(count: number, portOf: (index: number) => number = () => this.stage.port): Promise<Person[]> {
    const { people, origin } = this.stage.first
    const suffix = letters(this.#joined++)
    const joined = Array.from({ length: count }, (_, at) => {
      const person = people[at % people.length] as (typeof people)[number]
      const address = { url: `ws://127.0.0.1:${portOf(at)}/collab`, origin, ...person, generation: this.pages }
      const desk = this.stage.options.peer ? new PeerDesk(address, this.document) : new ProductDesk(address, this.document)
      const about = { userId: person.user.id, ledger: this.ledger, rng: this.rng, passages: this.#passages }
      return new Person(`${letters(at).toUpperCase()}${suffix}`, desk, about)
    })
    this.people.push(...joined)
    await until('the document is open', () => joined.every((person) => person.desk.isReady()), 30_000)
    return joined
  }

  /** The same with a network between each desk and the server. */
  async joinThrough(count: number, delayMs = 0): Promise<TcpProxy[]> {
    const networks = await Promise.all(Array.from({ length: count }, () => tcpProxy(this.stage.port, delayMs)))
    this.cleanups.push(...networks.map((network) => () => network.close()))
    await this.join(count, (at) => networks[at]?.port ?? 0)
    return networks
  }

  /** Ends all desks. */
  async leave(how: 'close' | 'crash'): Promise<void> {
    await Promise.all(this.people.splice(0).map((person) => person.leave(how)))
  }

  work(everyMs: number): void {
    for (const person of this.people) person.work(everyMs)
  }

  rest(): void {
    for (const person of this.people) person.rest()
  }

  /** Waits until everybody is told "Saved" and nothing is open. @returns seconds it took */
  async saved(): Promise<number> {
    const since = performance.now()
    const isSaved = ({ desk, open }: Person) => open === 0 && desk.saysSaved() && desk.isSynced()
    await until('everybody has saved', () => this.people.every((person) => desk(person) && isSaved(person)), SETTLED_WITHIN_MS)
    return (performance.now() - since) / 1000
    function desk(person: Person): Desk {
      const reason = person.desk.refused()
      if (reason) throw new Error(`The server refused a change: ${reason}`)
      return person.desk
    }
  }

  /**
   * Ends the episode: everybody saves, all copies and one that is opened last must be equal, the server ends as told, and
   * the database is read.
   */
  async finish(): Promise<Outcome> {
    this.rest()
    await this.saved()
    const [late] = await this.join(1)
    await until('the late copy is here', () => late?.desk.isSynced())
    const copies = await this.#settledCopies()
    await this.leave('close')
    this.#conclude(await this.#audit(), copies)
    return this.outcome
  }

  /** Prints of all copies once nothing changes any more: what a desk that crashed had sent may still be on its way. */
  async #settledCopies(): Promise<Set<string>> {
    const prints = () => new Set(this.people.map(({ desk }) => printRooms(desk.text, desk.layer)))
    let before = prints()
    for (let i = 0; i < 20; i++) {
      await wait(QUIET_MS)
      const after = prints()
      if (after.size === 1 && isDeepStrictEqual(before, after)) break
      before = after
    }
    return before
  }

  /**
   * Ends the server and reads the database. Excerpts that the server did not get to in the time it has to end are made at its
   * next start: they are waited for, and only then must they be right.
   */
  async #audit(): Promise<Audited> {
    const { stage, outcome } = this
    for (let waitMs = 500; ; waitMs *= 2) {
      const since = performance.now()
      const code = await stage.end('SIGTERM')
      outcome.sigtermSeconds = Math.max(outcome.sigtermSeconds ?? 0, (performance.now() - since) / 1000)
      if (code !== 0 && !stage.log.includes('stop.step-late')) outcome.failures.push(`The server ended with ${code}`)
      const { audited, isBehind } = await stage.read(async (database) => ({
        audited: await (stage.options.peer ? auditPeer : auditDocument)(database, this.document, this.#passages),
        isBehind: !stage.options.peer && (await findDocumentsBehind(database.db)).includes(this.document.id),
      }))
      if (!isBehind || waitMs > 8000) return audited
      await stage.start()
      await wait(waitMs)
    }
  }

  #conclude({ found, prints, astray, drift }: Audited, copies: Set<string>): void {
    const { outcome } = this
    const verdict = judge(this.ledger.entries, found, SEEDED)
    outcome.acknowledged += verdict.acknowledged
    outcome.lost += verdict.lost.length
    outcome.doubled += verdict.doubled.length
    copies.add(prints)
    outcome.diverged += copies.size - 1
    outcome.drift += astray.length + drift.length
    const few = (what: string, list: string[]) => list.slice(0, 3).map((item) => `${what}: ${item}`)
    outcome.failures.push(
      ...few('lost', verdict.lost),
      ...few('doubled', verdict.doubled),
      ...few('unexpected', verdict.unexpected),
      ...few('astray', astray),
      ...few('projection', drift),
      ...(copies.size > 1 || prints.includes('incomplete') ? [`copies differ: ${[...copies].join(' | ')}`] : []),
    )
  }
}

function letters(number: number): string {
  return number < 26 ? String.fromCharCode(97 + number) : letters(Math.floor(number / 26) - 1) + letters(number % 26)
}
