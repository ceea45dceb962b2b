import { describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { closeProcedure, findProcedureByCode } from '../../../modules/catalogue/index.ts'
import { systemActor } from '../../../platform/actor.ts'

const { server, services } = await testApp()
const get = (url: string, cookies: Record<string, string> = {}) => server.inject({ url, cookies })

const QUESTIONS = ['Tôi có làm được không?', 'Cần những gì?', 'Mất bao lâu?', 'Bao nhiêu tiền?', 'Nộp ở đâu?']

test('three clicks from the first page, without a script', async () => {
  const home = await get('/')
  expect(home.statusCode).toBe(200)
  const field = /href="(\/thu-tuc\?linh-vuc=\d+)"/.exec(home.body)?.[1] ?? ''
  const list = await get(field.replaceAll('&amp;', '&'))
  const procedure = /href="(\/thu-tuc\/[^"]+)"/.exec(list.body)?.[1] ?? ''
  const page = await get(procedure)
  expect(page.statusCode).toBe(200)
  for (const { body } of [home, list, page]) expect(body).not.toMatch(/<script|style=/)
})

describe('the list', () => {
  test.each([
    ['marks or not', 'q=the+huong+dan+vien+du+lich+noi+dia', '1.004623'],
    ['a code', 'q=1.004628', '1.004628'],
    ['a level', 'cap=commune', '1.008901'],
    ['a service level and a word', 'muc-do=partial&q=yoga', '1.000953'],
    ['a kind of person', 'doi-tuong=business&q=karaoke', '1.001029'],
  ])('finds by %s', async (_, query, code) => {
    expect((await get(`/thu-tuc?${query}`)).body).toContain(`href="/thu-tuc/${code}"`)
  })

  test('says when it shows only what is near', async () => {
    expect((await get('/thu-tuc?q=karaoek')).body).toMatch(/gần nhất[\s\S]*\/thu-tuc\/1\.001029/)
  })

  test('says when there is nothing, and keeps what was typed', async () => {
    const { body, statusCode } = await get('/thu-tuc?q=zzzzzzqqq')
    expect(statusCode).toBe(200)
    expect(body).toContain('Không tìm thấy thủ tục nào')
    expect(body).toContain('value="zzzzzzqqq"')
  })

  test('turns pages by links that keep the filter', async () => {
    const first = await get('/thu-tuc?cap=province')
    expect(first.body).toContain('href="/thu-tuc?cap=province&amp;trang=2"')
    expect((await get('/thu-tuc?cap=province&trang=2')).body).toContain('rel="prev"')
  })

  test('takes anything as a filter without harm', async () => {
    for (const query of [
      'linh-vuc=x',
      'linh-vuc=999999',
      'trang=-1',
      'trang=99999999999999999999',
      'cap=everything',
      'q=%25_%5C',
      "q='%22<script>",
    ])
      expect((await get(`/thu-tuc?${query}`)).statusCode).toBe(200)
  })
})

describe('a procedure', () => {
  test('answers the questions, by case and way of filing, with its legal parts', async () => {
    const { body } = await get('/thu-tuc/1.004594')
    for (const question of QUESTIONS) expect(body).toContain(question)
    for (const part of [
      'Công nhận hạng 1 sao',
      'Công nhận hạng 3 sao',
      '20 ngày',
      'Đơn đề nghị công nhận hạng',
      'Trung tâm Phục vụ hành chính công tỉnh Quảng Trị',
      '34/2018/TT-BTC',
      'một phần trên mạng',
    ])
      expect(body).toContain(part)
    expect(body).toMatch(/<title>Thủ tục công nhận hạng[^<]+<\/title>/)
  })

  test('tells what is illustrative and what no source gave', async () => {
    const { body } = await get('/thu-tuc/1.004594')
    expect(body).toContain('Trang này có dữ liệu minh họa')
    expect(body).toContain('Nguồn chưa nêu: phí, lệ phí')
  })

  test('shows fees as money, free as free', async () => {
    expect((await get('/thu-tuc/1.004623')).body).toContain('650.000')
    expect((await get('/thu-tuc/1.014190')).body).toContain('Bạn không phải nộp phí, lệ phí.')
  })

  test('of the commune folds its many places away', async () => {
    const { body } = await get('/thu-tuc/1.008901')
    expect(body).toMatch(/Nộp tại một trong \d+ nơi tiếp nhận/)
    expect(body).toContain('<details')
  })

  test('is reached by any of its codes under one address', async () => {
    const { statusCode, headers } = await get('/thu-tuc/1.004623.000.00.00.H50')
    expect([statusCode, headers.location]).toEqual([303, '/thu-tuc/1.004623'])
  })

  test('speaks English where asked', async () => {
    expect((await get('/thu-tuc/1.004623', { language: 'en' })).body).toContain('What do I need?')
  })

  test('that does not exist is not found; one that was closed says so', async () => {
    expect((await get('/thu-tuc/9.999999')).statusCode).toBe(404)
    const procedure = await findProcedureByCode(services.database, '1.001837')
    await services.perform(systemActor('test'), closeProcedure, { procedureId: procedure?.id, reason: 'Bãi bỏ theo Quyết định thử nghiệm' })
    const { statusCode, body } = await get('/thu-tuc/1.001837')
    expect(statusCode).toBe(410)
    expect(body).toContain('Bãi bỏ theo Quyết định thử nghiệm')
  })
})

test('the site map lists the public procedures', async () => {
  const { body, headers } = await get('/sitemap.xml')
  expect(headers['content-type']).toContain('application/xml')
  expect(body).toContain('<loc>http://localhost/thu-tuc/1.004623</loc>')
  expect(body).not.toContain('1.001837')
  expect((await get('/robots.txt')).body).toContain('Sitemap: http://localhost/sitemap.xml')
})
