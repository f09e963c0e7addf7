import { createHash } from 'node:crypto'
import { AwsClient } from 'aws4fetch'
import { StartProblem } from '../process/start-problem.ts'
import type { FileShelf } from './file-shelf.ts'

export interface S3Place {
  /** Address of the bucket: `https://storage.example/daqiao`. */
  bucket: string
  accessKeyId: string
  secretAccessKey: string
  /** `us-east-1` where the store knows no regions. */
  region: string
}

/** How long a store may take to answer one request (ms), after which the request fails and may be sent again. */
const patience = 30_000

/** A shelf in any store that speaks S3. Bytes that come back are checked against their hash. */
export function s3Shelf({ bucket, accessKeyId, secretAccessKey, region }: S3Place): FileShelf {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 3 })
  const addressOf = (sha256: string) => `${bucket.replace(/\/$/, '')}/${sha256.slice(0, 2)}/${sha256}`
  const ask = async (sha256: string, init: RequestInit) => {
    const answer = await client.fetch(addressOf(sha256), { ...init, signal: AbortSignal.timeout(patience) })
    if (answer.ok || answer.status === 404) return answer
    await answer.body?.cancel()
    throw new Error(`the file store answered ${answer.status} to ${init.method}`)
  }
  return {
    async put(sha256, bytes) {
      if ((await ask(sha256, { method: 'HEAD' })).ok) return
      const answer = await ask(sha256, { method: 'PUT', body: bytes as BodyInit })
      await answer.body?.cancel()
      if (!answer.ok) throw new Error('the file store has no such bucket')
    },
    async get(sha256) {
      const answer = await ask(sha256, { method: 'GET' })
      if (answer.status === 404) {
        await answer.body?.cancel()
        return null
      }
      const bytes = new Uint8Array(await answer.arrayBuffer())
      const found = createHash('sha256').update(bytes).digest('hex')
      if (found !== sha256) throw new Error(`the file store gave other bytes than ${sha256}`)
      return bytes
    },
    async remove(sha256) {
      await ask(sha256, { method: 'DELETE' })
    },
  }
}

/**
 * The S3 store that the environment names (`DAQIAO_S3_BUCKET`, `DAQIAO_S3_KEY`, `DAQIAO_S3_SECRET`,
 * `DAQIAO_S3_REGION`), or null where it names none. Throws a `StartProblem` when it names only half of one.
 */
export function s3PlaceOf(environment: NodeJS.ProcessEnv): S3Place | null {
  const {
    DAQIAO_S3_BUCKET: bucket,
    DAQIAO_S3_KEY: accessKeyId,
    DAQIAO_S3_SECRET: secretAccessKey,
  } = environment
  if (!bucket) return null
  if (!accessKeyId || !secretAccessKey || !URL.canParse(bucket)) {
    throw new StartProblem('s3-incomplete', {
      zh: '文件存储没有配全：DAQIAO_S3_BUCKET 要写完整网址（含存储桶），并同时设置 DAQIAO_S3_KEY 和 DAQIAO_S3_SECRET。',
      en: 'The file store is only half described: DAQIAO_S3_BUCKET needs the whole address with the bucket, and DAQIAO_S3_KEY and DAQIAO_S3_SECRET beside it.',
    })
  }
  return { bucket, accessKeyId, secretAccessKey, region: environment.DAQIAO_S3_REGION ?? 'us-east-1' }
}
