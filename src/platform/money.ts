/** Money is an integer number of đồng everywhere; there are no smaller units. */
export type Dong = number

/** `1.500.000 ₫` */
export const formatDong = (amount: Dong): string => `${amount.toLocaleString('vi-VN')} ₫`

/** `1.500.000 đồng`, for sentences and papers. */
export const formatDongWords = (amount: Dong): string => `${amount.toLocaleString('vi-VN')} đồng`
