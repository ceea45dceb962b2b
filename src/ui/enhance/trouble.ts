import { type Language, words } from '#platform/language.ts'

const copy = words({
  vi: {
    dropped: 'Chưa gửi được vì mất kết nối. Những gì đã nhập vẫn còn ở đây; khi có mạng lại, hãy bấm lại.',
    signedOut: 'Chưa gửi được vì phiên làm việc đã hết. Những gì đã nhập vẫn còn ở đây.',
    signIn: 'Đăng nhập ở thẻ mới, rồi quay lại bấm tiếp',
  },
  en: {
    dropped: 'Not sent: the line dropped. What you entered is still here; press again when it is back.',
    signedOut: 'Not sent: your session has ended. What you entered is still here.',
    signIn: 'Sign in in a new tab, then come back and press again',
  },
})

/** Says beside the button why the form was not sent; the form stays as it was typed. */
export function tellTrouble(form: HTMLFormElement, button: HTMLElement | null, kind: 'dropped' | 'signedOut'): void {
  const text = copy(document.documentElement.lang as Language)
  form.querySelector('.form__trouble')?.remove()
  const box = document.createElement('div')
  box.className = 'flash flash--failed form__trouble'
  box.setAttribute('role', 'alert')
  box.append(line(text[kind]))
  if (kind === 'signedOut') {
    const link = document.createElement('a')
    Object.assign(link, { href: '/dang-nhap', target: '_blank', rel: 'noopener', textContent: text.signIn })
    box.append(link)
  }
  const place = button?.closest('.button-row') ?? button
  if (place) place.before(box)
  else form.append(box)
}

function line(words: string): HTMLElement {
  const paragraph = document.createElement('p')
  paragraph.className = 'flash__title'
  paragraph.textContent = words
  return paragraph
}
