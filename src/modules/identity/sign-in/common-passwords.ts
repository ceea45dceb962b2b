/** Passwords that are tried first everywhere and in Vietnam, folded to small letters and digits. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `password passw0rd p4ssword matkhau matkhaumoi matkhaucu admin administrator quantri quantrivien root user guest welcome letmein
  qwerty qwertyuiop qwerty123 qwe123 asdfgh asdfghjkl zxcvbnm 1q2w3e4r 1qaz2wsx q1w2e3r4 abc abcd abcdef abc123 abcd1234 aabbcc
  123 1234 12345 123456 1234567 12345678 123456789 1234567890 0123456789 0987654321 987654321 87654321 654321 123123 123321 111111 000000 666666 888888 999999 11111111 88888888
  iloveyou anhyeuem emyeuanh yeuem yeuanh maiyeuem vietnam vietnam1 vietnamvodich hanoi saigon tphcm hcm danang hue quangtri quangbinh dongha donghoi
  motcua hanhchinhcong dichvucong trungtam congchuc canbo hoso ubnd ubndtinh
  changeme default test test123 demo secret monkey dragon sunshine princess football bongda master hello xinchao
  mothaibabon mothaiba nguyen nguyenvan tran pham thang tuan hung nam linh huong`
    .split(/\s+/)
    .filter(Boolean),
)
