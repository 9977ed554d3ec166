import 'server-only'
import { env } from '../env'
import { localFiles } from './local-files'
import { s3Files } from './s3-files'

/** Keeps files under a name that is made of their content's digest: what is there once never changes. */
export interface FileStore {
  /** Keeps it, whole and on the disk, or throws. */
  readonly put: (name: string, bytes: Uint8Array) => Promise<void>
  /** The file, or null where there is none. */
  readonly get: (name: string) => Promise<Uint8Array<ArrayBuffer> | null>
}

/** Where this installation keeps files: an S3-compatible store when S3_ENDPOINT names one, else its own disk. */
export function fileStore(): FileStore {
  const { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env()
  if (!S3_ENDPOINT) return localFiles()
  return s3Files({
    endpoint: S3_ENDPOINT,
    bucket: S3_BUCKET,
    region: S3_REGION,
    accessKeyId: S3_ACCESS_KEY_ID ?? '',
    secretAccessKey: S3_SECRET_ACCESS_KEY ?? '',
  })
}
