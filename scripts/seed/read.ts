import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../../db/seed')

/** A file of the example edition, parsed. Its shape is what the caller says: the files are ours. */
export function readSeed<T>(file: string): T {
  return JSON.parse(readFileSync(resolve(root, file), 'utf8')) as T
}

export function readSeedBytes(file: string): Uint8Array {
  return new Uint8Array(readFileSync(resolve(root, file)))
}
