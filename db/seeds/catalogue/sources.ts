/** Where the facts of the demonstration catalogue were read. */
export const XUAN_HOA = 'Phường Xuân Hòa: danh mục thủ tục phi địa giới, 05/2026 (github.com/NghiaNguyen090499/web-ttpvhcc-xuanhoa)'
export const PHU_THO = 'Phú Thọ: danh mục một cửa có mã quốc gia, 07/2022 (github.com/SanNT98/map_thu_tuc)'
export const PORTAL = 'Cổng Dịch vụ công quốc gia, 17/07/2026 (github.com/quangha-dev/SP_Dich_Vu_Cong)'
export const TT_33_2018: [string, string] = [
  '33/2018/TT-BTC',
  'Thông tư quy định phí thẩm định cấp giấy phép kinh doanh dịch vụ lữ hành, thẻ hướng dẫn viên du lịch và giấy phép văn phòng đại diện',
]
export const LAW_TOURISM: [string, string] = ['09/2017/QH14', 'Luật Du lịch']
export const TT_06_2017: [string, string] = ['06/2017/TT-BVHTTDL', 'Thông tư quy định chi tiết một số điều của Luật Du lịch']
export const TT_13_2019: [string, string] = ['13/2019/TT-BVHTTDL', 'Thông tư sửa đổi, bổ sung Thông tư số 06/2017/TT-BVHTTDL']
export const ND_168_2017: [string, string] = ['168/2017/NĐ-CP', 'Nghị định quy định chi tiết một số điều của Luật Du lịch']

export const CULTURE = 'Sở Văn hóa, Thể thao và Du lịch'
export const PROVINCE = 'Ủy ban nhân dân tỉnh'
export const COMMUNE = 'Ủy ban nhân dân cấp xã'

export const PEOPLE = ['Công dân Việt Nam']
export const FIRMS = ['Doanh nghiệp']
export const ANYONE = ['Công dân Việt Nam', 'Doanh nghiệp', 'Hợp tác xã', 'Tổ chức (không bao gồm doanh nghiệp, HTX)']
export const ORGANISATIONS = ['Tổ chức (không bao gồm doanh nghiệp, HTX)']
export const FOREIGN_FIRMS = ['Tổ chức nước ngoài', 'Doanh nghiệp có vốn đầu tư nước ngoài']
