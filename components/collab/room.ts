import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { readNotice, type WorkspaceNotice } from '#/lib/collab/notice.ts'
import type { PresencePerson, PresenceState } from '#/lib/collab/presence.ts'
import type { UnsavedRoom } from '#/lib/collab/unsaved-work.ts'
import { t } from '#/lib/message/t.ts'
import type { Connection } from './connection.ts'
import { DeviceRoom } from './device-room.ts'
import type { DeviceStore } from './device-store.ts'
import { Integrity } from './integrity.ts'
import { ADOPTED, FROM_DEVICE, SafeProvider } from './safe-provider.ts'

/** Presence is sent at most this often, ms. */
const PRESENCE_EVERY_MS = 100
const RETRY_MS = [1000, 2000, 4000, 8000]

/** What is known about a room; a new object whenever something changes. */
export interface RoomStatus {
  /** The content is here, from the server or whole from this device: it may be shown, and edited unless `readOnly`. */
  isReady: boolean
  /** In step with the server on the present connection. */
  isSynced: boolean
  /** The server takes no changes here from this person. */
  isReadOnly: boolean
  /** The person may not open the room, or it is gone. */
  isDenied: boolean
  /** Changes made here that the server has not committed, those of earlier visits included. Never 0 before all of them are. */
  kept: number
  /** Changes of this visit that the server has committed. */
  acknowledged: number
  /** Why the server refused a change, a sentence; null when it has not. The copy here then differs from everybody's. */
  refusedReason: string | null
}

const START: RoomStatus = {
  isReady: false,
  isSynced: false,
  isReadOnly: true,
  isDenied: false,
  kept: 0,
  acknowledged: 0,
  refusedReason: null,
}

interface RoomOptions {
  name: string
  self: PresencePerson
  connection: Connection
  store: Promise<DeviceStore | null>
  /** The name of this page among those of the browser. */
  page: string
  compareEveryMs: number
  onDeviceFailure(): void
  /** The copy here is not what the server has at the same state vector. */
  onDiffers(room: CollabRoom): void
  /** Resolves when the server has let go of this room as it was open before; absent: it was not. */
  previous?: Promise<void> | undefined
  /** A room that is to be here first: this one then asks for nothing before. */
  after?: CollabRoom | undefined
}

/** A shared document as this tab has it. */
export class CollabRoom {
  /** `text/<documentId>`, `layer/<layerId>` or `workspace/<workspaceId>`. */
  readonly name: string
  readonly doc = new Y.Doc()
  readonly provider: SafeProvider
  status: RoomStatus = START
  #device: DeviceRoom | null = null
  readonly #listeners = new Set<() => void>()
  readonly #noticeListeners = new Set<(notice: WorkspaceNotice) => void>()
  /** Changes of earlier visits that the server has not acknowledged. */
  #inherited: Uint8Array[] = []
  readonly #integrity: Integrity | null
  #wasSynced = false
  #retries = 0
  #presence: Partial<PresenceState> = {}
  #presenceTimer: ReturnType<typeof setTimeout> | null = null
  #isDestroyed = false

  constructor(options: RoomOptions) {
    const { name, self, connection } = options
    this.name = name
    this.provider = new SafeProvider(
      { name, document: this.doc, websocketProvider: connection.websocket },
      {
        onProgress: () => this.#onProgress(),
        onAcknowledged: () => this.#onAcknowledged(),
        onRefused: (reason) => this.#onRefused(reason),
      },
    )
    this.provider.on('synced', () => this.#onSynced())
    this.provider.on('close', () => this.#update({ isSynced: false }))
    this.provider.on('authenticated', ({ scope }: { scope: string }) => this.#update({ isReadOnly: scope === 'readonly', isDenied: false }))
    this.provider.on('authenticationFailed', ({ reason }: { reason: string }) => this.#onDenied(reason))
    this.provider.on('stateless', ({ payload }: { payload: string }) => this.#onStateless(payload))
    this.awareness.setLocalState({ user: self })
    // A workspace room has no content.
    this.#integrity = name.startsWith('workspace/') ? null : this.#watch(options)
    void this.#start(options)
  }

  get awareness(): Awareness {
    return this.provider.awareness as Awareness
  }

  /** Calls back whenever `status` changes. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Calls back with what the server tells everybody in a workspace room. */
  onNotice(listener: (notice: WorkspaceNotice) => void): () => void {
    this.#noticeListeners.add(listener)
    return () => this.#noticeListeners.delete(listener)
  }

  /** Shows something of this person to the others here (their name and colour the server adds). */
  setPresence(fields: Partial<Omit<PresenceState, 'user'>>): void {
    this.#presence = { ...this.#presence, ...fields }
    if (this.#presenceTimer) return
    this.#sendPresence()
    this.#presenceTimer = setTimeout(() => {
      this.#presenceTimer = null
      if (!this.#isDestroyed) this.#sendPresence()
    }, PRESENCE_EVERY_MS)
  }

  /** What the server has not taken, with the whole room as it is here. */
  unsaved(): UnsavedRoom {
    const changes = [...this.#inherited, ...this.provider.unsaved]
    return { room: this.name, changes, state: Y.encodeStateAsUpdate(this.doc) }
  }

  /** Keys of what this device stores of the copy here. */
  get storedKeys(): readonly number[] {
    return this.#device?.storedKeys ?? []
  }

  /** Sends what other pages of this browser, which are gone, made here and could not send. */
  async adopt(gone: (page: string) => boolean): Promise<void> {
    if (!this.status.isSynced) return
    await this.#device?.adopt(gone, (bytes) => {
      Y.applyUpdate(this.doc, bytes, ADOPTED)
      return this.provider.made
    })
  }

  /** Writes to this device what waits; for a page that is being left. */
  async flush(): Promise<void> {
    await this.#device?.flush()
  }

  async destroy(): Promise<void> {
    this.#isDestroyed = true
    // Rooms that wait for this one wait no longer.
    for (const listener of this.#listeners) listener()
    this.#listeners.clear()
    this.#integrity?.destroy()
    this.provider.destroy()
    await this.#device?.close()
    this.doc.destroy()
  }

  /** Resolves when the content is here, or will not come. */
  #settled(): Promise<void> {
    const isSettled = () => this.status.isReady || this.status.isDenied || this.#isDestroyed
    if (isSettled()) return Promise.resolve()
    return new Promise((resolve) => {
      this.#listeners.add(() => isSettled() && resolve())
    })
  }

  async #start(options: RoomOptions): Promise<void> {
    const store = await options.store
    if (options.after) await options.after.#settled()
    await options.previous
    if (this.#isDestroyed) return
    if (store && this.#integrity) await this.#load(new DeviceRoom(store, options.page, this.name, this.doc, options.onDeviceFailure))
    if (!this.#isDestroyed) this.provider.attach()
  }

  async #load(device: DeviceRoom): Promise<void> {
    try {
      const { kept, isComplete, isReadOnly } = await device.load(FROM_DEVICE)
      this.#inherited = kept
      this.#update({ kept: kept.length + this.provider.made, isReady: isComplete, isReadOnly })
    } catch {
      // The device's copy only saves time and covers for a lost connection; the server has the room.
      return
    }
    this.#device = device
    this.doc.on('update', (bytes: Uint8Array, origin: unknown) => {
      if (origin === FROM_DEVICE || origin === ADOPTED) return
      device.add(bytes, origin === this.provider ? 0 : this.provider.made)
    })
  }

  #watch({ compareEveryMs, onDiffers }: RoomOptions): Integrity {
    return new Integrity({
      doc: this.doc,
      everyMs: compareEveryMs,
      isSettled: () => this.status.isSynced && this.status.kept === 0,
      say: (notice) => this.provider.sendStateless(JSON.stringify(notice)),
      resync: () => this.provider.forceSync(),
      onDiffers: () => onDiffers(this),
    })
  }

  #onProgress(): void {
    const { made, acknowledged } = this.provider
    this.#update({ kept: this.#inherited.length + made - acknowledged, acknowledged })
  }

  #onAcknowledged(): void {
    // The first answer of a connection carries everything, also what an earlier visit left and what was refused before.
    this.#inherited = []
    this.#device?.acknowledge(this.provider.acknowledged)
    this.#update({ refusedReason: null })
    this.#onProgress()
  }

  #onRefused(reason: string): void {
    this.#update({
      refusedReason: reason
        ? t(reason)
        : this.status.isReadOnly
          ? t('Your role allows no changes here.')
          : t('The server did not take the change.'),
    })
  }

  #onSynced(): void {
    this.#retries = 0
    if (!this.#wasSynced) this.#device?.markComplete(this.status.isReadOnly)
    this.#wasSynced = true
    this.#update({ isReady: true, isSynced: true })
  }

  #onDenied(reason: string): void {
    if (reason === 'not-found') {
      this.#update({ isDenied: true, isReady: false, isSynced: false })
      return
    }
    const wait = RETRY_MS[Math.min(this.#retries++, RETRY_MS.length - 1)] as number
    setTimeout(() => !this.#isDestroyed && this.provider.retry(), wait)
  }

  #onStateless(payload: string): void {
    const notice = readNotice(payload)
    if (notice?.type === 'changed') for (const listener of this.#noticeListeners) listener(notice)
    else if (notice?.type === 'state') this.#integrity?.hear(notice)
    else if (notice?.type === 'differs') this.#integrity?.differs()
  }

  #sendPresence(): void {
    this.awareness.setLocalState({ ...this.awareness.getLocalState(), ...this.#presence })
  }

  #update(change: Partial<RoomStatus>): void {
    const keys = Object.keys(change) as (keyof RoomStatus)[]
    if (keys.every((key) => this.status[key] === change[key])) return
    this.status = { ...this.status, ...change }
    for (const listener of this.#listeners) listener()
  }
}
