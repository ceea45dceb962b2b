import { blankForm } from '../forms/form-state.ts'
import {
  AddressField,
  Button,
  ButtonRow,
  Checkbox,
  Checkboxes,
  DateField,
  ErrorSummary,
  Field,
  FieldRow,
  FileSlot,
  Form,
  IdNumberField,
  MoneyField,
  Radios,
  RepeatingGroup,
  Select,
} from '../index.ts'
import { Example } from './example.tsx'
import { wrongForm } from './sample.ts'

const MEGABYTE = 1024 ** 2
const PROVINCES = [
  { value: '44', label: 'Tỉnh Quảng Trị' },
  { value: '46', label: 'Thành phố Huế' },
]
const COMMUNES = [
  { value: 'A', label: 'Phường Đông Hà' },
  { value: 'B', label: 'Xã Bến Hải' },
  { value: 'C', label: 'Đặc khu Cồn Cỏ' },
]

const filled = blankForm({
  'filled.name': 'Trần Văn Ví Dụ',
  'filled.birthDate.day': '5',
  'filled.birthDate.month': '9',
  'filled.birthDate.year': '1988',
  'filled.channel': 'online',
  'filled.papers': ['form', 'photo'],
  'filled.address.province': '44',
  'filled.address.commune': 'B',
  'people.count': '2',
  'people.0.name': 'Lê Thị Thí Dụ',
})

export function FormParts() {
  return (
    <>
      <Example name="Button" use="Động từ và đối tượng của nó. Mỗi trang một nút chính.">
        <ButtonRow>
          <Button look="primary">Tiếp nhận hồ sơ</Button>
          <Button>Lưu nháp</Button>
          <Button look="danger" confirm="Từ chối tiếp nhận hồ sơ này? Người nộp sẽ nhận phiếu từ chối có lý do.">
            Từ chối tiếp nhận
          </Button>
          <Button look="link" href="#">
            Quay lại danh sách
          </Button>
          <Button disabled describedBy="why-disabled">
            Chuyển thẩm định
          </Button>
        </ButtonRow>
        <p id="why-disabled" class="field__hint">
          Chưa chuyển được: còn thiếu bản chính “Giấy chứng nhận chuyên môn”.
        </p>
        <ButtonRow>
          <Button small>Nhận việc</Button>
          <Button small look="link" href="#">
            Xem
          </Button>
        </ButtonRow>
      </Example>

      <Example name="ErrorSummary" use="Đầu trang, trước tiêu đề. Mỗi câu dẫn tới chỗ cần sửa.">
        <ErrorSummary state={wrongForm} />
      </Example>

      <Example name="Field" use="Nhãn, gợi ý, lỗi, ô nhập. Những gì đã gõ luôn được giữ lại.">
        <Form state={filled} label="Ô nhập mẫu">
          <Field name="filled.name" label="Họ và tên" hint="Viết đầy đủ như trên giấy tờ tuỳ thân." autocomplete="name" width="long" />
          <FieldRow>
            <Field name="filled.phone" type="tel" label="Số điện thoại" hint="Để báo khi có kết quả." autocomplete="tel" width="medium" />
            <Field name="filled.email" type="email" label="Thư điện tử" optional autocomplete="email" />
          </FieldRow>
          <FieldRow>
            <Field name="filled.copies" type="number" label="Số bản" width="short" suffix="bản" value="2" />
            <Field name="filled.password" type="password" label="Mật khẩu" autocomplete="current-password" width="medium" />
            <Field name="filled.day" type="date" label="Từ ngày" width="medium" />
          </FieldRow>
          <Field name="filled.locked" label="Mã hồ sơ" value="H46.16-261118-0003" readOnly code width="medium" />
          <Field name="filled.off" label="Số quyết định" hint="Chưa có: văn thư cấp khi phát hành." disabled width="medium" />
          <Field name="filled.note" type="textarea" label="Ghi chú cho người thẩm định" optional />
        </Form>
      </Example>

      <Example name="DateField, IdNumberField, MoneyField" use="Ngày ba ô (kèm lịch khi có thể), số định danh, số tiền.">
        <Form state={filled} label="Ngày, số, tiền">
          <DateField name="filled.birthDate" label="Ngày sinh" hint="Ví dụ: 27 11 1990." birthday />
          <IdNumberField name="filled.idNumber" />
          <IdNumberField name="filled.taxCode" kind="organisation" />
          <MoneyField name="filled.fee" label="Lệ phí đã thu" most={2_000_000} />
        </Form>
      </Example>

      <Example name="Radios, Checkboxes, Select" use="Chọn một, chọn nhiều, chọn trong danh sách dài. Câu hỏi thêm chỉ hiện khi được chọn.">
        <Form state={filled} label="Lựa chọn">
          <Radios
            name="filled.channel"
            label="Bạn muốn nhận kết quả ở đâu?"
            options={[
              { value: 'counter', label: 'Tại quầy', hint: 'Mang theo giấy hẹn và giấy tờ tuỳ thân.' },
              { value: 'post', label: 'Qua bưu điện', more: <Field name="filled.postAddress" label="Địa chỉ nhận" /> },
              {
                value: 'online',
                label: 'Bản điện tử',
                more: <Field name="filled.resultEmail" type="email" label="Thư điện tử nhận kết quả" />,
              },
            ]}
          />
          <Radios
            name="filled.inline"
            label="Bạn nộp cho mình hay nộp thay?"
            inline
            options={[
              { value: 'self', label: 'Cho mình' },
              { value: 'other', label: 'Nộp thay' },
            ]}
          />
          <Checkboxes
            name="filled.papers"
            label="Giấy tờ đã có"
            options={[
              { value: 'form', label: 'Đơn đề nghị (Mẫu số 01)' },
              { value: 'photo', label: 'Ảnh 3 × 4', hint: 'Chụp trong 6 tháng gần đây, nền trắng.' },
              { value: 'health', label: 'Giấy khám sức khoẻ', disabled: true },
            ]}
          />
          <Checkbox name="filled.pledge" label="Tôi cam đoan nội dung khai là đúng." />
          <Select
            name="filled.field"
            label="Lĩnh vực"
            width="long"
            options={[
              { value: 'culture', label: 'Văn hoá', group: 'Sở Văn hoá, Thể thao và Du lịch' },
              { value: 'sport', label: 'Thể dục thể thao', group: 'Sở Văn hoá, Thể thao và Du lịch' },
              { value: 'civil', label: 'Hộ tịch', group: 'Cấp xã' },
            ]}
          />
        </Form>
      </Example>

      <Example name="AddressField" use="Hai cấp, từ 01/7/2025: tỉnh, rồi xã; kèm số nhà, đường, thôn.">
        <Form state={filled} defaultAction="save" label="Địa chỉ">
          <AddressField name="filled.address" label="Nơi ở hiện tại" provinces={PROVINCES} communes={COMMUNES} line="optional" />
        </Form>
      </Example>

      <Example name="FileSlot" use="Nói trước nhận loại tệp nào, lớn bao nhiêu. Kéo thả được khi có thể.">
        <Form files label="Tệp">
          <FileSlot
            name="filled.form"
            label="Đơn đề nghị (Mẫu số 01)"
            hint="Bản có chữ ký."
            maxBytes={20 * MEGABYTE}
            multiple
            removeName="_removeFile"
            files={[
              { id: 'a', name: 'don-de-nghi-trang-1.pdf', href: '#', bytes: 1_258_291 },
              { id: 'b', name: 'Đơn đề nghị cấp giấy chứng nhận đủ điều kiện kinh doanh, trang 2.pdf', href: '#', bytes: 845_000 },
            ]}
          />
          <FileSlot name="filled.photo" label="Ảnh 3 × 4" accept={['png', 'jpeg']} maxBytes={5 * MEGABYTE} optional />
        </Form>
      </Example>

      <Example name="RepeatingGroup" use="Vài ô lặp lại: người cùng khai, giấy tờ kèm theo. Không cần script.">
        <Form state={filled} defaultAction="save" label="Nhóm lặp">
          <RepeatingGroup name="people" label="Người cùng đề nghị" noun="người" hint="Nhiều nhất 5 người." most={5}>
            {(item) => (
              <FieldRow>
                <Field name={`${item}.name`} label="Họ và tên" />
                <IdNumberField name={`${item}.idNumber`} optional />
              </FieldRow>
            )}
          </RepeatingGroup>
        </Form>
      </Example>

      <Example name="Form, có lỗi" use="Lỗi đứng ngay tại ô, nói sai gì và sửa thế nào, kèm ví dụ.">
        <Form state={wrongForm} files label="Biểu mẫu có lỗi">
          <Field name="wrong.name" label="Họ và tên" width="long" />
          <IdNumberField name="wrong.idNumber" />
          <DateField name="wrong.birthDate" label="Ngày sinh" />
          <MoneyField name="wrong.fee" label="Lệ phí đã thu" />
          <Radios
            name="wrong.channel"
            label="Cách nộp hồ sơ"
            options={[
              { value: 'counter', label: 'Tại quầy' },
              { value: 'online', label: 'Trực tuyến' },
            ]}
          />
          <Checkboxes
            name="wrong.papers"
            label="Giấy tờ đã có"
            options={[
              { value: 'form', label: 'Đơn đề nghị' },
              { value: 'photo', label: 'Ảnh 3 × 4' },
            ]}
          />
          <Select name="wrong.commune" label="Xã, phường nơi bạn ở" options={COMMUNES} width="long" />
          <FileSlot name="wrong.file" label="Ảnh hiện trạng" accept={['jpeg']} maxBytes={5 * MEGABYTE} />
          <Field name="wrong.reason" type="textarea" label="Lý do cấp lại" />
          <Checkbox name="wrong.pledge" label="Tôi cam đoan nội dung khai là đúng." />
        </Form>
      </Example>
    </>
  )
}
