import type { VNode } from 'preact'
import { renderHtml } from './render-html.ts'

/** A whole document as text: a layout rendered, with its doctype. */
export const renderPage = (page: VNode): string => `<!doctype html>${renderHtml(page)}`
