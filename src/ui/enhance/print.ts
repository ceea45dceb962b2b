/** A button that prints this page; it is hidden until it can. */
export function print(button: HTMLElement): void {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}
