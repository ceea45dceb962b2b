import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createContext, useContext } from './context.ts'
import { renderHtml } from './render-html.ts'

const read = (html: string): string => html.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&')

it('lets no text become markup, and changes none', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (text) => {
      const [, title = '', inside = ''] = /^<p title="([^"]*)">([^<]*)<\/p>$/.exec(renderHtml(<p title={text}>{text}</p>)) ?? []
      expect([read(title), read(inside)]).toEqual([text, text])
    }),
  )
})

it('writes attributes as HTML wants them', () => {
  expect(renderHtml(<input tabIndex={-1} maxLength={9} required disabled={false} spellcheck={false} aria-invalid={true} value="" />)).toBe(
    '<input tabindex="-1" maxlength="9" required spellcheck="false" aria-invalid="true" value/>',
  )
  expect(renderHtml(<svg viewBox="0 0 1 1" />)).toBe('<svg viewBox="0 0 1 1"></svg>')
})

it('shows numbers and lists, and nothing for what is absent', () => {
  expect(
    renderHtml(
      <>
        {0}
        {null}
        {undefined}
        {false}
        {['a', <b key="b">b</b>]}
      </>,
    ),
  ).toBe('0a<b>b</b>')
})

it('tells components what stands around them, also after one has failed', () => {
  const place = createContext('nowhere')
  const Here = () => <i>{useContext(place)}</i>
  const Failing = () => {
    throw new Error('broken')
  }
  const inside = (
    <place.Provider value="inside">
      <Here />
    </place.Provider>
  )
  expect(renderHtml([inside, <Here key="out" />])).toBe('<i>inside</i><i>nowhere</i>')
  expect(() =>
    renderHtml(
      <place.Provider value="inside">
        <Failing />
      </place.Provider>,
    ),
  ).toThrow('broken')
  expect(renderHtml(<Here />)).toBe('<i>nowhere</i>')
})
