/** The design system: every component in every state, in each layout. */
import { html, type Route } from '#platform/http/route.ts'
import { renderPage } from '#ui/index.ts'
import { SHOWCASE_LAYOUTS, Showcase } from '#ui/showcase/showcase.tsx'

export const routes: Route[] = [
  {
    method: 'GET',
    url: '/he-thong-thiet-ke',
    permission: 'public',
    limit: { perMinute: 60 },
    handle({ services, language, url, query }) {
      const { css, enhance, icon } = services.assets
      const layout = SHOWCASE_LAYOUTS.find((name) => name === query['bo-cuc']) ?? SHOWCASE_LAYOUTS[0]
      return html(renderPage(<Showcase language={language} assets={{ css, icon, scripts: [enhance] }} path={url} layout={layout} />))
    },
  },
]
