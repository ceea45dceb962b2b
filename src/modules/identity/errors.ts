import { defineErrors } from '#platform/errors.ts'

export const identityErrors = defineErrors({
  'identity.sign-in-refused': {
    status: 401,
    vi: 'Tên đăng nhập hoặc mật khẩu chưa đúng, hoặc tài khoản đang tạm khóa. Nếu vừa nhập sai nhiều lần, hãy chờ {minutes} phút rồi thử lại hoặc liên hệ quản trị đơn vị.',
    en: 'The user name or password is wrong, or the account is locked. After several wrong tries wait {minutes} minutes or ask your administrator.',
  },
  'identity.code-refused': {
    status: 401,
    vi: 'Mã xác thực chưa đúng hoặc đã dùng. Hãy nhập mã mới nhất trên ứng dụng.',
    en: 'The code is wrong or was used before. Enter the newest code of your application.',
  },
  'identity.code-expired': {
    status: 401,
    vi: 'Đã quá thời gian nhập mã xác thực. Hãy đăng nhập lại.',
    en: 'The time for the code has passed. Sign in again.',
  },
  'identity.password-wrong': { status: 422, vi: 'Mật khẩu hiện tại chưa đúng.', en: 'The present password is wrong.' },
  'identity.password-weak': { status: 422, vi: '{reason}', en: '{reason}' },
  'identity.username-taken': { status: 409, vi: 'Tên đăng nhập này đã có người dùng.', en: 'This user name is taken.' },
  'identity.role-code-taken': { status: 409, vi: 'Mã vai trò này đã có.', en: 'This role code exists already.' },
  'identity.own-account': {
    status: 403,
    vi: 'Bạn không thể tự khóa, tự giao quyền hay tự đặt lại mật khẩu cho mình ở đây. Hãy nhờ một quản trị khác.',
    en: 'You cannot lock, empower or reset yourself here. Ask another administrator.',
  },
  'identity.own-role': {
    status: 403,
    vi: 'Bạn đang giữ vai trò này nên không tự thêm quyền cho nó được. Hãy nhờ một quản trị khác.',
    en: 'You hold this role, so you cannot add rights to it. Ask another administrator.',
  },
  'identity.beyond-own-rights': {
    status: 403,
    vi: 'Vai trò hoặc tài khoản này có quyền quản trị mà bạn không có tại đơn vị đó: {rights}.',
    en: 'This role or account has administrative rights that you do not hold at that unit: {rights}.',
  },
  'identity.assignment-exists': {
    status: 409,
    vi: 'Cán bộ đã giữ vai trò này tại đơn vị trong thời gian đó.',
    en: 'The officer already holds this role at the unit in that time.',
  },
  'identity.date-order': { status: 422, vi: 'Ngày kết thúc phải từ ngày bắt đầu trở đi.', en: 'The end must not be before the start.' },
  'identity.date-past': { status: 422, vi: 'Ngày này phải từ hôm nay trở đi.', en: 'This date must not be before today.' },
  'identity.officer-inactive': { status: 409, vi: 'Tài khoản của cán bộ đang bị khóa.', en: 'The officer’s account is locked.' },
  'identity.delegate-self': { status: 422, vi: 'Người nhận ủy quyền phải là người khác.', en: 'Delegate to another person.' },
  'identity.same-unit': { status: 422, vi: 'Nơi đến phải khác đơn vị của cán bộ.', en: 'Second the officer to another unit.' },
  'identity.second-factor-on': { status: 409, vi: 'Xác thực hai lớp đã được bật.', en: 'The second factor is already on.' },
  'identity.second-factor-off': { status: 409, vi: 'Xác thực hai lớp chưa được bật.', en: 'The second factor is not on.' },
  'identity.identifier-taken': {
    status: 409,
    vi: 'Số định danh này đang thuộc về một người hoặc tổ chức có tên khác. Hãy kiểm tra lại số, hoặc chọn người đó trong kết quả tìm kiếm.',
    en: 'This number belongs to somebody of another name. Check the number, or choose that record from the search.',
  },
  'identity.absence-overlaps': {
    status: 409,
    vi: '{name} đã có thời gian vắng mặt trùng với những ngày này: từ {from} đến {to}.',
    en: '{name} is already absent in these days: {from} to {to}.',
  },
  'identity.substitute-absent': {
    status: 422,
    vi: '{name} cũng vắng mặt từ {from} đến {to} nên không làm thay được. Hãy chọn người khác.',
    en: '{name} is absent too, from {from} to {to}, and cannot stand in. Choose somebody else.',
  },
  'identity.stands-in': {
    status: 409,
    vi: '{name} đang làm thay {other} từ {from} đến {to}. Hãy đổi người làm thay của {other} trước.',
    en: '{name} stands in for {other} from {from} to {to}. Give {other} another substitute first.',
  },
  'identity.absence-too-long': {
    status: 422,
    vi: 'Một lần vắng mặt dài tối đa 366 ngày. Nếu lâu hơn, hãy bàn giao công việc.',
    en: 'An absence takes at most 366 days. For longer, hand the work over.',
  },
  'identity.setup-done': { status: 409, vi: 'Hệ thống đã được thiết lập.', en: 'The system is already set up.' },
  'identity.setup-code': {
    status: 403,
    vi: 'Mã thiết lập chưa đúng. Mã được in trên màn hình của máy chủ khi khởi động.',
    en: 'The set-up code is wrong. It is printed on the console of the server when it starts.',
  },
  'identity.lock-out': {
    status: 422,
    vi: 'Với quy tắc này, chính bạn sẽ không vào quản trị được nữa từ nơi bạn đang dùng hoặc vào giờ này.',
    en: 'With this rule you yourself could no longer administer from where you are, or at this hour.',
  },
})
