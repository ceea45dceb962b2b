import pg from 'pg'

/** `copy … from stdin` of prepared text, which `pg` can do but offers no method for. */
export function copyIn(client: pg.PoolClient, sql: string, rows: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const query = Object.assign(new pg.Query(sql, undefined, (error?: Error) => (error ? reject(error) : resolve())), {
      handleCopyInResponse(connection: { sendCopyFromChunk(chunk: Buffer): void; endCopyFrom(): void }) {
        connection.sendCopyFromChunk(rows)
        connection.endCopyFrom()
      },
    })
    client.query(query)
  })
}
