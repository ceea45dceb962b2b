/** Every page for citizens. */
import type { Route } from '#platform/http/route.ts'
import { routes as showcase } from './he-thong-thiet-ke/page.tsx'
import { routes as language } from './ngon-ngu/page.ts'
import { routes as sitemap } from './sitemap/page.ts'
import { routes as procedure } from './thu-tuc/chi-tiet/page.tsx'
import { routes as procedures } from './thu-tuc/page.tsx'
import { routes as lookup } from './tra-cuu/page.tsx'
import { routes as home } from './trang-chu/page.tsx'
import { routes as opinion } from './y-kien/page.tsx'

export const portalRoutes: Route[] = [...home, ...procedures, ...procedure, ...sitemap, ...language, ...lookup, ...opinion, ...showcase]
