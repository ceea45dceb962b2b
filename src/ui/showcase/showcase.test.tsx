import { describe, expect, it } from 'vitest'
import { renderPage } from '../index.ts'
import { renderHtml } from '../render-page.ts'
import { SHOWCASE_LAYOUTS, Showcase } from './showcase.tsx'

const assets = { css: '/tai-nguyen/a.css', scripts: ['/tai-nguyen/a.js'] }

describe.each(SHOWCASE_LAYOUTS.flatMap((layout) => (['vi', 'en'] as const).map((language) => [layout, language] as const)))(
  'every part in the %s layout, in %s',
  (layout, language) => {
    const html = renderPage(<Showcase language={language} assets={assets} path="/he-thong-thiet-ke" layout={layout} />).toString()
    const tags = allTags(html)
    const ids = tags.flatMap((tag) => tag.attributes.id ?? [])

    it('needs no inline style, script or handler', () => {
      expect(tags.filter((tag) => 'style' in tag.attributes || Object.keys(tag.attributes).some((name) => name.startsWith('on')))).toEqual(
        [],
      )
      expect(tags.filter((tag) => tag.name === 'style' || (tag.name === 'script' && !tag.attributes.src))).toEqual([])
    })

    it('gives each id once', () => {
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    })

    it('labels every control', () => {
      const labelled = new Set(tags.flatMap((tag) => (tag.name === 'label' ? (tag.attributes.for ?? []) : [])))
      const controls = tags.filter(
        (tag) =>
          ['input', 'select', 'textarea'].includes(tag.name) &&
          tag.attributes.type !== 'hidden' &&
          tag.attributes['aria-hidden'] !== 'true',
      )
      const unlabelled = controls.filter((tag) => !labelled.has(tag.attributes.id ?? '') && !tag.insideLabel)
      expect(controls.length).toBeGreaterThan(40)
      expect(unlabelled.map((tag) => tag.attributes)).toEqual([])
    })

    it('points only at what is there', () => {
      const pointed = tags.flatMap((tag) =>
        ['for', 'aria-describedby', 'aria-labelledby', 'commandfor'].flatMap((name) => tag.attributes[name]?.split(' ') ?? []),
      )
      const anchors = tags.flatMap((tag) => (/^#f-/.test(tag.attributes.href ?? '') ? (tag.attributes.href?.slice(1) ?? []) : []))
      expect(anchors).toHaveLength(9)
      expect([...pointed, ...anchors].filter((id) => !ids.includes(id))).toEqual([])
    })

    it('is a whole document in its language, with one main and one first heading', () => {
      expect(html).toMatch(new RegExp(`^<!doctype html><html lang="${language}">`))
      expect(tags.filter((tag) => tag.name === 'main')).toHaveLength(1)
      expect(tags.filter((tag) => tag.name === 'h1')).toHaveLength(1)
      expect(html).toContain('href="#noi-dung"')
    })
  },
)

it('says owner, responsible person, address, telephone and e-mail at the foot, and switches the language back to this page', () => {
  const html = renderHtml(<Showcase language="vi" assets={assets} path="/he-thong-thiet-ke?bo-cuc=portal" />)
  const foot = html.slice(html.indexOf('<footer'))
  for (const word of ['Cơ quan chủ quản', 'Chịu trách nhiệm chính', 'Địa chỉ', 'Điện thoại', 'Thư điện tử']) expect(foot).toContain(word)
  expect(html).toContain('/ngon-ngu?den=en&amp;ve=%2Fhe-thong-thiet-ke%3Fbo-cuc%3Dportal')
})

/** The tags of a page as this renderer writes them: attributes in double quotes, text escaped. */
function allTags(html: string): Tag[] {
  const tags: Tag[] = []
  let labels = 0
  for (const [, closing, name = '', rest = ''] of html.matchAll(/<(\/?)([a-z][\w-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>/g)) {
    if (name === 'label') labels += closing ? -1 : 1
    if (closing) continue
    const attributes = Object.fromEntries([...rest.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [key, value]))
    tags.push({ name, attributes, insideLabel: labels > 0 })
  }
  return tags
}

interface Tag {
  name: string
  attributes: Record<string, string>
  insideLabel: boolean
}
