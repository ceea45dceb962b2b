import type { Child } from 'hono/jsx'

/** TSX as escaped text. Our components never wait, so there is nothing to wait for. */
export const renderHtml = (node: Child): string => String(node)

/** A whole document as text: a layout rendered, with its doctype. */
export const renderPage = (page: Child): string => `<!doctype html>${renderHtml(page)}`
