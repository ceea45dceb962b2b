/** The built style sheet, script, fonts and icon. Their names hold a hash of their content, so browsers may keep them for ever. */
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const PREFIX = '/tai-nguyen'

export const assetRoutes =
  (folder: string) =>
  async (server: FastifyInstance): Promise<void> => {
    await server.register(fastifyStatic, { root: folder, serve: false })
    server.get<{ Params: { name: string } }>(`${PREFIX}/:name`, { config: { permission: 'public' } }, (request, reply) =>
      reply.sendFile(request.params.name, { maxAge: '365d', immutable: true, index: false, dotfiles: 'ignore' }),
    )
  }
