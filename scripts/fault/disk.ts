import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

const MEGABYTE = 1024 * 1024

/** A small disk of our own that can be filled to the last byte. Only root may make one. */
export class SmallDisk {
  private constructor(readonly directory: string) {}

  static make(megabytes: number): SmallDisk {
    if (process.platform !== 'linux' || userInfo().uid !== 0)
      throw new Error('A full disk can be tried out only on Linux and as root, which may make a small one.')
    const directory = mkdtempSync(join(tmpdir(), 'apogee-disk-'))
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', directory])
    return new SmallDisk(directory)
  }

  /** A copy of a folder on this disk. */
  hold(folder: string): string {
    const copy = join(this.directory, 'data')
    mkdirSync(copy)
    cpSync(folder, copy, { recursive: true })
    return copy
  }

  fill(): void {
    const { bavail, bsize } = statfsSync(this.directory)
    try {
      writeFileSync(this.ballast, Buffer.alloc(bavail * bsize + MEGABYTE))
    } catch {
      // It is full: that was the purpose.
    }
  }

  clear(): void {
    rmSync(this.ballast, { force: true })
  }

  remove(): void {
    execFileSync('umount', [this.directory])
    rmSync(this.directory, { recursive: true, force: true })
  }

  private get ballast(): string {
    return join(this.directory, 'ballast')
  }
}
