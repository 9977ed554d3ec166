import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

export interface KeptTap {
  readonly id: string
  readonly registration: string
  readonly present: boolean
  /** In milliseconds of the server's clock. */
  readonly at: number
}

interface Schema extends DBSchema {
  taps: { key: string; value: KeptTap & { readonly door: string }; indexes: { door: string } }
}

/**
 * The taps that wait to be told, in this browser's database: ids and instants, no name. Kept apart by door (an event
 * and the helper), so that nobody who signs in next on this device sends them as their own.
 */
export class KeptTaps {
  private readonly database: Promise<IDBPDatabase<Schema> | null>

  constructor(private readonly door: string) {
    this.database = openDB<Schema>('apogee-door', 1, {
      upgrade: (database) => {
        database.createObjectStore('taps', { keyPath: 'id' }).createIndex('door', 'door')
      },
    }).catch(() => null)
  }

  /** In the order they were made. */
  async all(): Promise<KeptTap[]> {
    const kept = await this.attempt((database) => database.getAllFromIndex('taps', 'door', this.door))
    return (kept ?? []).map(({ door: _, ...tap }) => tap).sort((one, other) => one.at - other.at)
  }

  async keep(tap: KeptTap): Promise<void> {
    await this.attempt((database) => database.put('taps', { ...tap, door: this.door }))
  }

  async forget(ids: readonly string[]): Promise<void> {
    await this.attempt(async (database) => {
      const writing = database.transaction('taps', 'readwrite')
      await Promise.all([...ids.map((id) => writing.store.delete(id)), writing.done])
    })
  }

  private async attempt<T>(act: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T | null> {
    const database = await this.database
    return database && act(database).catch(() => null)
  }
}
