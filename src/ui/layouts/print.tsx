import { HtmlDocument } from './document.tsx'
import type { PageProps } from './page-props.ts'

/** A paper to read or print: black on white, no band, nothing around it but what `children` holds. */
export function PrintLayout(props: PageProps) {
  return (
    <HtmlDocument page={props} look="paper">
      <main id="noi-dung" tabIndex={-1}>
        {props.children}
      </main>
    </HtmlDocument>
  )
}
