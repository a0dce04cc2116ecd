import type { PresencePerson } from '#/lib/collab/presence.ts'
import { SCHEMA } from '#/lib/collab/protocol.ts'
import { personColour } from '#/lib/person/person-colour.ts'
import { Connection, type ConnectionOptions } from './connection.ts'
import { DeviceStore } from './device-store.ts'
import { COMPARE_EVERY_MS } from './integrity.ts'
import { findLeftBehind, type LeftBehind, leftAside } from './left-behind.ts'
import { PageLock } from './page-lock.ts'
import { CollabRoom } from './room.ts'
import { OFFLINE_AFTER_MS, type SaveStatus, STALLED_AFTER_MS, saveStatus } from './save-status.ts'
import type { TroubleCause } from './trouble.ts'

/** A room nobody uses any more stays open for so long, ms, so that going back and forth costs nothing. */
const LINGER_MS = 5000
/** A browser that does not answer about its storage is not waited for longer, ms. */
const STORE_WITHIN_MS = 2000
/** How often to look for changes of pages that were closed before they could send them, ms. */
const ADOPT_EVERY_MS = 10_000

export interface ClientOptions extends ConnectionOptions {
  /** `colour`: 1 to 8; missing: the one that follows from the id. */
  user: { id: string; name: string; colour?: number }
  /** When the backup was made that the present generation came from, ms since 1970; null: none, or not known. */
  restoredFrom?: number | null
  /** false: keep nothing on this device. */
  keepOnDevice?: boolean
  /** How often a copy is compared with the server's at most, ms. */
  compareEveryMs?: number
}

interface Held {
  room: CollabRoom
  users: number
  timer: ReturnType<typeof setTimeout> | null
}

/** Everything this tab shares with others: one socket, the rooms on it, and the truth about what is saved. */
export class CollabClient {
  readonly self: PresencePerson
  /** This browser keeps changes made offline; false once that failed. */
  keepsOnDevice: boolean
  readonly #options: ClientOptions
  readonly #connection: Connection
  readonly #storeReady: Promise<DeviceStore | null>
  readonly #lock = new PageLock()
  readonly #rooms = new Map<string, Held>()
  /** Rooms that were closed a moment ago: when the server has let go of them. */
  readonly #closing = new Map<string, Promise<void>>()
  readonly #listeners = new Set<() => void>()
  readonly #sentListeners = new Set<(changes: number) => void>()
  readonly #replacedListeners = new Set<(old: CollabRoom, fresh: CollabRoom) => void>()
  #status: SaveStatus = { state: 'connecting', kept: 0 }
  #leftBehind: readonly LeftBehind[] = []
  #behindSince: number | null = performance.now()
  /** What this device keeps is not known yet: nothing may be called saved. */
  #isLooking = true
  /** Most changes that waited while offline, until they are sent. */
  #toSend = 0
  #asides = 0
  #isLeaving = false
  #timer: ReturnType<typeof setTimeout> | null = null
  readonly #adoptTimer: ReturnType<typeof setInterval>

  constructor(options: ClientOptions) {
    const { id, name, colour } = options.user
    this.#options = options
    this.self = { id, name, colour: personColour(id, colour) }
    this.#connection = new Connection(options, () => this.#evaluate())
    this.keepsOnDevice = options.keepOnDevice !== false && typeof indexedDB !== 'undefined'
    this.#storeReady = this.keepsOnDevice ? this.#openStore() : Promise.resolve(null)
    this.#adoptTimer = setInterval(() => void this.#adopt(), ADOPT_EVERY_MS)
    void this.#lookAtDevice()
    this.#evaluate()
  }

  /** The save status; a new object whenever it changes. */
  get status(): SaveStatus {
    return this.#status
  }

  /** Work on this device that will not be sent any more; a new array whenever it changes. */
  get leftBehind(): readonly LeftBehind[] {
    return this.#leftBehind
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Calls back when changes that waited offline have all been saved, with their number. */
  onSent(listener: (changes: number) => void): () => void {
    this.#sentListeners.add(listener)
    return () => this.#sentListeners.delete(listener)
  }

  /** Calls back when a room was loaded anew from the server: the old one is gone, its users have the fresh one now. */
  onReplaced(listener: (old: CollabRoom, fresh: CollabRoom) => void): () => void {
    this.#replacedListeners.add(listener)
    return () => this.#replacedListeners.delete(listener)
  }

  /** Opens a room, or joins it when this tab has it open. Give it back with `release`. `after`: a room whose content matters more. */
  openRoom(name: string, after?: CollabRoom): CollabRoom {
    let held = this.#rooms.get(name)
    if (!held) {
      held = { room: this.#makeRoom(name, after), users: 0, timer: null }
      this.#rooms.set(name, held)
      this.#evaluate()
    }
    held.users++
    if (held.timer) clearTimeout(held.timer)
    held.timer = null
    return held.room
  }

  /** The caller does not need the room any more. It is closed once nobody does and all its changes are saved. */
  release(room: CollabRoom): void {
    const held = this.#rooms.get(room.name)
    if (!held || held.room !== room || --held.users > 0) return
    held.timer = setTimeout(() => this.#closeIdle(room.name), LINGER_MS)
  }

  /** Rooms with changes that the server has not taken. */
  unsavedRooms(): CollabRoom[] {
    return [...this.#rooms.values()].map(({ room }) => room).filter(({ status }) => status.kept > 0)
  }

  /**
   * Gives up sending what the server refused, or what belongs to rooms that are closed now. The copies stay on this device
   * until the person discards them. Reload the page afterwards when a refused room is open.
   */
  async setAside(cause: TroubleCause): Promise<void> {
    const isMeant = ({ status }: CollabRoom) => (cause === 'denied' ? status.isDenied : status.refusedReason !== null && !status.isDenied)
    for (const room of this.unsavedRooms().filter(isMeant)) {
      this.#rooms.delete(room.name)
      await this.#putAside(room, cause)
    }
    this.#evaluate()
  }

  /** Removes what was left behind, for good. */
  async discard(left: LeftBehind): Promise<void> {
    this.#leftBehind = this.#leftBehind.filter((each) => each !== left)
    this.#notify()
    await left.discard()
  }

  /** Whether leaving the page now would lose something, or might: the browser then asks. */
  get wouldLose(): boolean {
    if (this.#leftBehind.some(({ isStored }) => !isStored)) return true
    return this.#status.kept > 0 && !this.#isLeaving
  }

  /** The page is about to be loaded anew because we asked for it: what this device keeps needs no question. */
  async prepareToLeave(): Promise<void> {
    await this.flush()
    this.#isLeaving = this.keepsOnDevice
  }

  /** Writes to this device what waits; for a page that is being left. */
  async flush(): Promise<void> {
    await Promise.all([...this.#rooms.values()].map(({ room }) => room.flush()))
  }

  async destroy(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer)
    clearInterval(this.#adoptTimer)
    const rooms = [...this.#rooms.values()]
    this.#rooms.clear()
    for (const { timer } of rooms) if (timer) clearTimeout(timer)
    await Promise.all(rooms.map(({ room }) => room.destroy()))
    this.#connection.destroy()
    this.#lock.release()
    ;(await this.#storeReady)?.close()
    this.#listeners.clear()
  }

  /** Signing out: closes everything and removes what this device keeps for the person. */
  async forget(): Promise<void> {
    await this.destroy()
    if (typeof indexedDB !== 'undefined') await DeviceStore.remove(this.self.id, this.#options.generation).catch(() => {})
  }

  #makeRoom(name: string, after?: CollabRoom): CollabRoom {
    const room = new CollabRoom({
      name,
      self: this.self,
      connection: this.#connection,
      store: this.#storeReady,
      page: this.#lock.page,
      compareEveryMs: this.#options.compareEveryMs ?? COMPARE_EVERY_MS,
      onDeviceFailure: () => this.#deviceFailed(),
      onDiffers: (differing) => void this.#replace(differing),
      previous: this.#closing.get(name),
      after,
    })
    let wasSynced = false
    room.subscribe(() => {
      if (room.status.isSynced && !wasSynced) void this.#adopt()
      wasSynced = room.status.isSynced
      this.#evaluate()
    })
    return room
  }

  async #openStore(): Promise<DeviceStore | null> {
    const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('The browser does not answer')), STORE_WITHIN_MS))
    try {
      return await Promise.race([DeviceStore.open(this.self.id, this.#options.generation), late])
    } catch {
      this.#deviceFailed()
      return null
    }
  }

  #deviceFailed(): void {
    this.keepsOnDevice = false
    this.#notify()
  }

  /** What earlier visits left: changes to send, also of rooms that are not open now, and work that cannot be sent any more. */
  async #lookAtDevice(): Promise<void> {
    const store = await this.#storeReady
    const of = { userId: this.self.id, generation: this.#options.generation, schema: SCHEMA, page: this.#lock.page }
    const { restoredFrom = null } = this.#options
    try {
      if (!store) return
      const past = await findLeftBehind(store, { ...of, restoredFrom })
      const aside = await store.aside()
      this.#leftBehind = [...past, ...aside.map(({ key, copy }) => leftAside(store, key, copy))]
      for (const name of (await store.roomsWithKept()).keys()) this.release(this.openRoom(name))
    } catch {
      this.#deviceFailed()
    } finally {
      this.#isLooking = false
      this.#notify()
      this.#evaluate()
    }
  }

  /** Sends what pages of this browser kept that were closed meanwhile. */
  async #adopt(): Promise<void> {
    const store = await this.#storeReady
    const kept = await store?.roomsWithKept().catch(() => null)
    if (!kept || kept.size === 0) return
    const alive = await this.#lock.alive()
    if (!alive) return
    for (const [name, pages] of kept) {
      if ([...pages].every((page) => alive.has(page))) continue
      const held = this.#rooms.get(name)
      if (held) await held.room.adopt((page) => !alive.has(page))
      else this.release(this.openRoom(name))
    }
  }

  /** Loads a room anew whose copy here is not what the server has; the copy is put aside. */
  async #replace(room: CollabRoom): Promise<void> {
    const held = this.#rooms.get(room.name)
    if (held?.room !== room) return
    this.#rooms.delete(room.name)
    await this.#putAside(room, 'differed')
    const fresh = this.#makeRoom(room.name)
    this.#rooms.set(room.name, { ...held, room: fresh })
    for (const listener of this.#replacedListeners) listener(room, fresh)
    this.#evaluate()
  }

  /** Closes a room and keeps its copy beside the others, so that it is neither sent nor lost. */
  async #putAside(room: CollabRoom, cause: TroubleCause): Promise<void> {
    const store = await this.#storeReady
    const copy = { ...room.unsaved(), cause, reason: room.status.refusedReason }
    await this.#close(room)
    const key = await store?.forget(room.name, room.storedKeys, copy).catch(() => undefined)
    const isStored = key !== undefined
    this.#leftBehind = [...this.#leftBehind, leftAside(isStored ? (store ?? null) : null, key ?? --this.#asides, copy)]
    this.#notify()
  }

  /** Closes a room that may be opened again. */
  #close(room: CollabRoom): Promise<void> {
    const closed = room.provider.isAttached ? this.#connection.closed(room.name) : Promise.resolve()
    const closing = closed.then(() => {
      if (this.#closing.get(room.name) === closing) this.#closing.delete(room.name)
    })
    this.#closing.set(room.name, closing)
    return room.destroy()
  }

  #closeIdle(name: string): void {
    const held = this.#rooms.get(name)
    if (!held || held.users > 0) return
    if (held.room.status.kept > 0) {
      held.timer = setTimeout(() => this.#closeIdle(name), LINGER_MS)
      return
    }
    this.#rooms.delete(name)
    void this.#close(held.room)
    this.#evaluate()
  }

  #evaluate(): void {
    const now = performance.now()
    const rooms = [...this.#rooms.values()].map(({ room }) => room.status)
    const connection = this.#connection.status
    const isBehind = connection !== 'open' || this.#isLooking || rooms.some((room) => !room.isSynced && !room.isDenied)
    this.#behindSince = isBehind ? (this.#behindSince ?? now) : null
    const behindMs = this.#behindSince === null ? null : now - this.#behindSince
    this.#schedule(behindMs)
    this.#tell(saveStatus({ connection, stopped: this.#connection.stopped, rooms, behindMs }))
  }

  /** Time alone changes the status twice: when waiting becomes "offline". */
  #schedule(behindMs: number | null): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    const next = behindMs === null ? undefined : [OFFLINE_AFTER_MS, STALLED_AFTER_MS].find((at) => at > behindMs)
    if (next !== undefined) this.#timer = setTimeout(() => this.#evaluate(), next - (behindMs ?? 0))
  }

  #tell(status: SaveStatus): void {
    const before = this.#status
    const isSameTrouble = before.trouble?.cause === status.trouble?.cause && before.trouble?.reason === status.trouble?.reason
    if (before.state === status.state && before.kept === status.kept && isSameTrouble) return
    this.#status = status
    if (status.kept > 0) this.#lock.hold()
    else this.#lock.release()
    if (status.state === 'offline') this.#toSend = status.kept
    this.#notify()
    if (status.state !== 'saved' || this.#toSend === 0) return
    const sent = this.#toSend
    this.#toSend = 0
    for (const listener of this.#sentListeners) listener(sent)
  }

  #notify(): void {
    for (const listener of this.#listeners) listener()
  }
}
