/** S3 or anything that speaks it; the key is the hash, after `aside/` for what was set aside. S3 shows an object only when it is whole. */
import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import { fileTypes } from './file-type.ts'
import type { Area, FileDriver } from './store.ts'

export interface S3Options {
  endpoint: string
  bucket: string
  region: string
  key: string
  secret: string
}

export function s3Driver({ endpoint, bucket, region, key, secret }: S3Options): FileDriver {
  const client = new S3Client({
    endpoint,
    region,
    credentials: { accessKeyId: key, secretAccessKey: secret },
    // Own servers have no wildcard name for each bucket.
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    // Its warnings repeat the errors it throws, and would go to the console.
    logger: { trace() {}, debug() {}, info() {}, warn() {}, error() {} },
  })
  const at = (hash: string, area: Area) => ({ Bucket: bucket, Key: `${PREFIX[area]}${hash}` })
  return {
    async keep({ path, hash, size, type }) {
      await client.send(
        new PutObjectCommand({
          ...at(hash, 'kept'),
          Body: createReadStream(path),
          ContentLength: size,
          ContentType: fileTypes[type].mediaType,
        }),
      )
    },
    open: (hash, area) =>
      missingAsUndefined(async () => {
        const { Body } = await client.send(new GetObjectCommand(at(hash, area)))
        return Body as Readable
      }),
    size: (hash, area) =>
      missingAsUndefined(async () => {
        const { ContentLength } = await client.send(new HeadObjectCommand(at(hash, area)))
        return ContentLength
      }),
    async *list(area) {
      const prefix = PREFIX[area]
      for await (const { Contents } of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix }))
        for (const { Key, LastModified } of Contents ?? [])
          if (Key && LastModified) yield { hash: Key.slice(prefix.length), changedAt: LastModified }
    },
    async move(hash, to) {
      const from = at(hash, to === 'aside' ? 'kept' : 'aside')
      await missingAsUndefined(async () => {
        await client.send(new CopyObjectCommand({ ...at(hash, to), CopySource: `${bucket}/${from.Key}` }))
        await client.send(new DeleteObjectCommand(from))
      })
    },
    async remove(hash, area) {
      await client.send(new DeleteObjectCommand(at(hash, area)))
    },
  }
}

const PREFIX: Record<Area, string> = { kept: '', aside: 'aside/' }

async function missingAsUndefined<Result>(ask: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await ask()
  } catch (error) {
    // A missing bucket is a wrong setting, not a missing file.
    if (error instanceof S3ServiceException && (error.name === 'NoSuchKey' || error.name === 'NotFound')) return undefined
    throw error
  }
}
