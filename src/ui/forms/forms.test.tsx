import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blankForm, dateParts, Field, Form, itemCount, pressFormButton, RepeatingGroup, readDate, readMoney } from '../index.ts'
import { renderHtml } from '../render-page.ts'

describe('readDate', () => {
  it.each([
    [['5', '9', '1988'], '1988-09-05'],
    [['29', '2', '2024'], '2024-02-29'],
    [['29', '2', '2023'], 'invalid'],
    [['', '', ''], undefined],
    [['', '9', '1988'], 'invalid'],
    [['1', '1', '88'], 'invalid'],
    [['a', '1', '1988'], 'invalid'],
  ])('%j is %s', ([day, month, year], date) => {
    expect(readDate({ 'd.day': day, 'd.month': month, 'd.year': year }, 'd')).toBe(date)
  })

  it('reads back every date it writes', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }), (instant) => {
        const date = instant.toISOString().slice(0, 10)
        expect(readDate(dateParts('d', date), 'd')).toBe(date)
      }),
    )
  })
})

describe('readMoney', () => {
  it.each([
    ['1.500.000', 1_500_000],
    [' 650000 ', 650_000],
    ['1 500 000', 1_500_000],
    ['0', 0],
    ['', undefined],
    ['1,5 triệu', 'invalid'],
    ['1.50.000', 'invalid'],
    ['-5', 'invalid'],
  ])('%j is %s', (typed, amount) => expect(readMoney(typed)).toBe(amount))
})

describe('buttons inside a form', () => {
  const two = { 'people.0.name': 'An', 'people.1.name': 'Bình', note: 'x' }

  it('adds an item', () => {
    expect(itemCount(pressFormButton({ ...two, _add: 'people' }) ?? {}, 'people')).toBe(3)
  })

  it('removes one and moves the rest up', () => {
    const after = pressFormButton({ ...two, _remove: 'people.0' })
    expect(after).toEqual({ 'people.0.name': 'Bình', note: 'x', 'people.count': '1' })
  })

  it('forgets the commune of another province', () => {
    expect(pressFormButton({ 'home.province': '46', 'home.commune': 'B', _refresh: 'home' })).toEqual({
      'home.province': '46',
      'home.commune': undefined,
    })
  })

  it('leaves a form alone that was sent', () => {
    expect(pressFormButton(two)).toBeUndefined()
  })

  it('does not draw a page without end for a made-up count', () => {
    expect(itemCount({ 'people.count': '1000000000' }, 'people')).toBe(200)
    expect(itemCount({ 'people.count': 'NaN' }, 'people')).toBe(1)
  })

  it('draws as many items as there are, each with its own names', () => {
    const html = renderHtml(
      <Form state={blankForm(two)}>
        <RepeatingGroup name="people" label="Người" noun="người">
          {(item) => <Field name={`${item}.name`} label="Họ và tên" />}
        </RepeatingGroup>
      </Form>,
    )
    expect([...html.matchAll(/name="(people\.\d\.name)"/g)].map(([, name]) => name)).toEqual(['people.0.name', 'people.1.name'])
    expect(html).toContain('name="_remove" value="people.1"')
  })
})
