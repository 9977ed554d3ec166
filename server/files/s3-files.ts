import 'server-only'
import { AwsClient } from 'aws4fetch'
import type { FileStore } from './file-store'

export interface S3Place {
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/**
 * Files in an S3-compatible store, by the two calls every one of them knows: PUT and GET of an object, addressed by
 * path and signed. The bucket stays private: whoever may read a file gets it from us.
 */
export function s3Files({ endpoint, bucket, region, ...keys }: S3Place): FileStore {
  const client = new AwsClient({ ...keys, region, service: 's3', retries: 3 })
  const addressOf = (name: string) => `${endpoint.replace(/\/+$/, '')}/${bucket}/${encodeURIComponent(name)}`
  return {
    put: async (name, bytes) => {
      const answer = await client.fetch(addressOf(name), { method: 'PUT', body: new Uint8Array(bytes) })
      if (!answer.ok) throw new Error(`The file store answered ${answer.status} to PUT ${name}`)
    },
    get: async (name) => {
      const answer = await client.fetch(addressOf(name))
      if (answer.status === 404) return null
      if (!answer.ok) throw new Error(`The file store answered ${answer.status} to GET ${name}`)
      return new Uint8Array(await answer.arrayBuffer())
    },
  }
}
