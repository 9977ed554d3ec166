import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Job, KeptSheet } from '@/domain/judging/device-sheet'
import { Mirror } from './mirror'

interface Schema extends DBSchema {
  /** What waits to be told, each under the seat it was given from. */
  jobs: { key: string; value: Job & { readonly juror: string }; indexes: { juror: string } }
  /** Each seat's sheet as it was last shown. */
  sheets: { key: string; value: KeptSheet & { readonly juror: string } }
}

/**
 * What waits to be told, and the sheet it belongs to, kept in this browser: in its database, mirrored in localStorage.
 * Kept apart by seat, so that who signs in next on this device neither sees nor sends it.
 */
export class KeptJobs {
  readonly mirror: Mirror
  private readonly database: Promise<IDBPDatabase<Schema> | null>

  constructor(private readonly juror: string) {
    this.mirror = new Mirror(juror)
    this.database = open()
  }

  async all(): Promise<Job[]> {
    const stored = await this.attempt((database) => database.getAllFromIndex('jobs', 'juror', this.juror))
    const jobs = (stored ?? []).map(({ juror: _, ...job }) => job as Job)
    return [...new Map([...jobs, ...this.mirror.all()].map((job) => [job.id, job])).values()]
  }

  /** Whether it is kept already, in the mirror; and, once the browser's database has answered, whether it is anywhere. */
  keep(job: Job): { readonly mirrored: boolean; readonly kept: Promise<boolean> } {
    const mirrored = this.mirror.keep(job)
    return { mirrored, kept: this.store(job).then((stored) => mirrored || stored) }
  }

  private async store(job: Job): Promise<boolean> {
    const stored = await this.attempt(async (database) => {
      const writing = database.transaction('jobs', 'readwrite', { durability: 'strict' })
      await writing.store.put({ ...job, juror: this.juror })
      await writing.done
      return true
    })
    if (stored) this.mirror.trim()
    return stored === true
  }

  async forget(ids: readonly string[]): Promise<void> {
    this.mirror.forget(ids)
    await this.attempt(async (database) => {
      const writing = database.transaction('jobs', 'readwrite')
      await Promise.all([...ids.map((id) => writing.store.delete(id)), writing.done])
    })
  }

  sheet = async (): Promise<KeptSheet | null> =>
    (await this.attempt((database) => database.get('sheets', this.juror))) ?? null

  async keepSheet(kept: KeptSheet): Promise<void> {
    await this.attempt((database) => database.put('sheets', { ...kept, juror: this.juror }))
  }

  private async attempt<T>(act: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T | null> {
    const database = await this.database
    return database && act(database).catch(() => null)
  }
}

/** How long a browser may think about whether it gives us its database. */
const PATIENCE_MS = 3_000

/** Null in private windows that refuse it, and where another tab holds an older one open. */
function open(): Promise<IDBPDatabase<Schema> | null> {
  const opened = Promise.resolve()
    .then(() =>
      openDB<Schema>('apogee', 1, {
        upgrade(database) {
          database.createObjectStore('jobs', { keyPath: 'id' }).createIndex('juror', 'juror')
          database.createObjectStore('sheets', { keyPath: 'juror' })
        },
      }),
    )
    .catch(() => null)
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS))
  return Promise.race([opened, late])
}
