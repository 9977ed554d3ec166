import { Duplex } from 'node:stream'
import type { PGlite } from '@electric-sql/pglite'

/** AuthenticationOk and ReadyForQuery (idle): an embedded database asks nobody who they are. */
const WELCOME = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49])
const TERMINATE = 0x58

type Written = (error?: Error | null) => void

/**
 * The socket between node-postgres and an embedded PGlite: what one would send to a PostgreSQL server, the other
 * answers. So one driver serves both databases, with the same types, errors and prepared statements, and a query is
 * one call into the database instead of six.
 */
export class Wire extends Duplex {
  private welcomed = false

  constructor(private readonly embedded: PGlite) {
    super()
  }

  /** What node-postgres asks of a socket. */
  connect(): this {
    queueMicrotask(() => this.emit('connect'))
    return this
  }
  setNoDelay = () => this
  setKeepAlive = () => this
  ref = () => this
  unref = () => this

  override _read() {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, written: Written) {
    this.send(chunk).then(() => written(), written)
  }

  override _writev(chunks: { chunk: Buffer }[], written: Written) {
    this.send(Buffer.concat(chunks.map(({ chunk }) => chunk))).then(() => written(), written)
  }

  private async send(message: Buffer): Promise<void> {
    if (!this.welcomed) return this.welcome()
    if (message[0] === TERMINATE) return void this.push(null)
    this.push(await this.embedded.execProtocolRaw(message, { syncToFs: false }))
  }

  /** An embedded database has one session only: what the client before left in it goes. */
  private async welcome(): Promise<void> {
    await this.embedded.exec('rollback')
    await this.embedded.exec('deallocate all')
    this.welcomed = true
    this.push(WELCOME)
  }
}
