/** Invented names, made by number so that every seed gives the same people. Any likeness is chance. */
const FAMILY = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Võ',
  'Phan',
  'Trương',
  'Bùi',
  'Đặng',
  'Đỗ',
  'Ngô',
  'Hồ',
  'Dương',
  'Đinh',
  'Mai',
  'Cao',
  'Thái',
  'Lương',
  'Đoàn',
]
const MIDDLE = {
  male: ['Văn', 'Hữu', 'Đức', 'Quang', 'Minh', 'Xuân', 'Ngọc', 'Thanh', 'Công', 'Đình'],
  female: ['Thị', 'Thị Thu', 'Ngọc', 'Thị Minh', 'Thanh', 'Thị Hồng', 'Thu', 'Thị Kim', 'Hoài', 'Thị Mỹ'],
}
const GIVEN = {
  male: [
    'An',
    'Bình',
    'Cường',
    'Dũng',
    'Đạt',
    'Hải',
    'Hiếu',
    'Hùng',
    'Khánh',
    'Kiên',
    'Lâm',
    'Long',
    'Nam',
    'Nghĩa',
    'Phong',
    'Phúc',
    'Quân',
    'Sơn',
    'Thắng',
    'Trung',
    'Tuấn',
    'Việt',
    'Vinh',
  ],
  female: [
    'Ánh',
    'Bích',
    'Chi',
    'Diệp',
    'Dung',
    'Giang',
    'Hà',
    'Hạnh',
    'Hiền',
    'Hoa',
    'Huệ',
    'Hương',
    'Lan',
    'Liên',
    'Linh',
    'Mai',
    'Nga',
    'Ngân',
    'Nhung',
    'Oanh',
    'Phương',
    'Thảo',
    'Thủy',
    'Trang',
    'Vân',
    'Yến',
  ],
}

export interface InventedPerson {
  name: string
  sex: 'female' | 'male'
}

/** The n-th invented person; the strides share no factor with the lists, so names repeat only after thousands. */
export function inventedPerson(n: number): InventedPerson {
  const sex = n % 2 === 0 ? 'female' : 'male'
  const half = Math.floor(n / 2)
  const given = GIVEN[sex]
  const name = [
    pick(FAMILY, half * 7 + n),
    pick(MIDDLE[sex], half * 3 + Math.floor(half / 10)),
    pick(given, half * 5 + Math.floor(half / given.length)),
  ].join(' ')
  return { name, sex }
}

const pick = (list: readonly string[], at: number): string => list[at % list.length] ?? ''
