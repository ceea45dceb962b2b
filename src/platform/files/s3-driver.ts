/** S3 or anything that speaks it; the key is the hash. S3 shows an object only when it is whole. */
import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3'
import { fileTypes } from './file-type.ts'
import type { FileDriver } from './store.ts'

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
  return {
    async keep({ path, hash, size, type }) {
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: hash,
          Body: createReadStream(path),
          ContentLength: size,
          ContentType: fileTypes[type].mediaType,
        }),
      )
    },
    open: (hash) =>
      missingAsUndefined(async () => {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: hash }))
        return Body as Readable
      }),
    size: (hash) =>
      missingAsUndefined(async () => {
        const { ContentLength } = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: hash }))
        return ContentLength
      }),
  }
}

async function missingAsUndefined<Result>(ask: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await ask()
  } catch (error) {
    // A missing bucket is a wrong setting, not a missing file.
    if (error instanceof S3ServiceException && (error.name === 'NoSuchKey' || error.name === 'NotFound')) return undefined
    throw error
  }
}
