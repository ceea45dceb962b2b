import type { Child } from 'hono/jsx'
import { words } from '#platform/language.ts'
import { LanguageContext } from '../language.ts'
import type { PageProps } from './page-props.ts'

const copy = words({
  vi: { skip: 'Đến nội dung chính', error: 'Lỗi: ' },
  en: { skip: 'Skip to main content', error: 'Error: ' },
})

/** The document around every page: head, skip link, language. No inline script or style, so the strictest policy holds. */
export function HtmlDocument({ page, look, enhance, children }: HtmlDocumentProps) {
  const text = copy(page.language)
  const whole = page.title === page.office.name ? page.title : `${page.title} – ${page.office.name}`
  return (
    <html lang={page.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#9f1d20" />
        <meta name="format-detection" content="telephone=no, date=no, address=no" />
        <title>{(page.hasErrors ? text.error : '') + whole}</title>
        <link rel="stylesheet" href={page.assets.css} />
        {page.assets.icon && <link rel="icon" href={page.assets.icon} type="image/svg+xml" />}
        {page.assets.scripts.map((src) => (
          <script key={src} type="module" src={src} />
        ))}
      </head>
      <body class={look} data-enhance={enhance}>
        <LanguageContext.Provider value={page.language}>
          <a class="skip-link" href="#noi-dung">
            {text.skip}
          </a>
          {children}
        </LanguageContext.Provider>
      </body>
    </html>
  )
}

interface HtmlDocumentProps {
  page: PageProps
  look: string
  enhance?: string
  children: Child
}
