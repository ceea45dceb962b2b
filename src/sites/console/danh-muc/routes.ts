/** Every page of the catalogue's administration. */
import type { Route } from '#platform/http/route.ts'
import { routes as version } from './ban/page.tsx'
import { routes as publication } from './cong-khai/page.tsx'
import { routes as oneImport } from './nhap/lan-nhap/page.tsx'
import { routes as imports } from './nhap/page.tsx'
import { routes as offers } from './noi-tiep-nhan/page.tsx'
import { routes as list } from './page.tsx'
import { routes as draft } from './soan/page.tsx'
import { routes as oneCase } from './soan/truong-hop/page.tsx'
import { routes as addition } from './them/page.tsx'
import { routes as procedure } from './thu-tuc/page.tsx'

export const routes: Route[] = [
  ...list,
  ...addition,
  ...imports,
  ...oneImport,
  ...procedure,
  ...version,
  ...draft,
  ...oneCase,
  ...publication,
  ...offers,
]
