import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** A whole document as text: a layout rendered, with its doctype. */
export const renderPage = (page: VNode): string => `<!doctype html>${renderToString(page)}`
