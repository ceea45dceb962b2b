import type { VNode } from 'preact'
import { drawn, renderBytes } from './render-html.ts'

const DOCTYPE = drawn('<!doctype html>')

/** A whole document in UTF-8: a layout rendered, with its doctype. */
export const renderPage = (page: VNode): Buffer => renderBytes([DOCTYPE, page])
