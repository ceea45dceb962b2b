import {
  BarChart,
  Breadcrumbs,
  Button,
  ButtonRow,
  CheckAnswers,
  ClockBar,
  DefinitionList,
  Details,
  Dialog,
  DialogButton,
  DueBadge,
  Flash,
  PageHead,
  Panel,
  PrintButton,
  ProcessDiagram,
  ProcessOutline,
  ProgressBar,
  Prose,
  SignatureBlock,
  Split,
  Stat,
  Stats,
  StepList,
  Tag,
  TaskList,
  Timeline,
} from '../index.ts'
import { Example } from './example.tsx'
import { sampleOutline, samplePicture } from './sample.ts'

export function StateParts() {
  return (
    <>
      <Example name="Tag, DueBadge" use="Chữ và hình đi cùng màu: không ai phải đoán theo màu.">
        <p class="example__row">
          <DueBadge state="in-time" detail="còn 1 ngày 3 giờ làm việc" />
          <DueBadge state="near" detail="còn 3 giờ làm việc" />
          <DueBadge state="late" detail="quá 2 ngày" />
          <DueBadge state="paused" detail="chờ bổ sung từ 18/11/2026" />
          <DueBadge state="ended" detail="sớm 2 ngày" />
        </p>
        <p class="example__row">
          <Tag>Bản sao</Tag>
          <Tag tone="info">Trực tuyến toàn trình</Tag>
          <Tag tone="ok" shape="tick">
            Đủ giấy tờ
          </Tag>
          <Tag tone="late" shape="cross">
            Không hợp lệ
          </Tag>
        </p>
      </Example>

      <Example name="Flash" use="Điều vừa xảy ra, một lần, ở đầu trang; và việc tiếp theo.">
        <Flash title="Đã tiếp nhận hồ sơ H46.16-261118-0003">
          <p>Hẹn trả kết quả: thứ Sáu, 27/11/2026, 17:00.</p>
        </Flash>
        <Flash tone="notice" title="Biểu mẫu này có bản mới từ 01/12/2026" />
        <Flash tone="warning" title="Bạn cần bổ sung 2 giấy tờ trước 17:00 thứ Sáu, 27/11/2026" />
        <Flash tone="failed" title="Chưa lưu được vì mất kết nối">
          <p>Những gì bạn đã nhập vẫn còn ở đây. Hãy thử lại.</p>
        </Flash>
      </Example>

      <Example name="PageHead, ClockBar" use="Dòng tiêu đề của một hồ sơ, và thời gian đã đi về đâu.">
        <PageHead
          kicker="H46.16-261118-0003"
          title={<>Cấp thẻ hướng dẫn viên du lịch nội địa</>}
          level={4}
          state={<DueBadge state="near" detail="còn 3 giờ làm việc" />}
          facts={
            <>
              <span>Trần Văn Ví Dụ</span>
              <span>Hẹn trả 11:00, thứ Ba, 24/11/2026</span>
            </>
          }
          actions={<PrintButton what="phiếu hẹn (A5)" href="#" />}
        />
        <ClockBar
          label="Thời gian giải quyết: đã dùng 2 ngày 5 giờ trong 3 ngày"
          limitMinutes={1440}
          segments={[
            { label: 'Bộ phận Một cửa', minutes: 95 },
            { label: 'Phòng Quản lý du lịch', minutes: 760 },
            { label: 'Chờ người nộp bổ sung', minutes: 300, tone: 'paused' },
            { label: 'Lãnh đạo Sở', minutes: 405, tone: 'current' },
            { label: 'Đến hẹn', minutes: 180, tone: 'left' },
          ]}
        />
        <ClockBar
          label="Hồ sơ quá hạn"
          limitMinutes={960}
          segments={[
            { label: 'Bộ phận Một cửa', minutes: 60 },
            { label: 'Phòng Nghiệp vụ thể thao', minutes: 900 },
            { label: 'Phòng Nghiệp vụ thể thao', minutes: 240, tone: 'late' },
          ]}
        />
      </Example>

      <Example name="Timeline" use="Chuyện gì đã xảy ra, ai làm, đang ở đâu, còn gì phía trước.">
        <Timeline
          label="Quá trình giải quyết"
          entries={[
            { title: 'Đã tiếp nhận hồ sơ', when: '09:12, 18/11/2026', dateTime: '2026-11-18T09:12+07:00', who: 'Bộ phận Một cửa, Quầy 5' },
            {
              title: 'Yêu cầu bổ sung giấy tờ',
              when: '15:40, 18/11/2026',
              who: 'Phòng Quản lý du lịch',
              state: 'paused',
              body: <p>Thiếu giấy khám sức khoẻ. Thời hạn tạm dừng cho đến khi bạn bổ sung.</p>,
            },
            { title: 'Đang trình lãnh đạo ký', when: 'từ 08:05, 23/11/2026', who: 'Lãnh đạo Sở', state: 'current' },
            { title: 'Trả kết quả', when: 'hẹn 11:00, 24/11/2026', state: 'coming' },
          ]}
        />
      </Example>

      <Example
        name="ProcessDiagram, ProcessOutline"
        use="Quy trình bằng hình, cuộn trong khung của nó, và bằng chữ; đường đã đi, nơi đang đứng."
      >
        <ProcessDiagram title="Sơ đồ quy trình" description="Quy trình bốn phần tử, hồ sơ đang ở bước thẩm định" picture={samplePicture} />
        <ProcessOutline label="Các bước của quy trình" rows={sampleOutline} />
      </Example>

      <Example name="StepList, TaskList" use="Các bước theo thứ tự; các phần việc và tình trạng của chúng.">
        <StepList
          across
          label="Nộp hồ sơ"
          steps={[
            { name: 'Người nộp', state: 'done', href: '#nguoi-nop' },
            { name: 'Nội dung', state: 'done', href: '#noi-dung-khai' },
            { name: 'Giấy tờ', state: 'current' },
            { name: 'Kiểm tra và gửi', state: 'todo' },
          ]}
        />
        <StepList
          label="Quy trình"
          steps={[
            { name: 'Tiếp nhận', state: 'done', note: 'Bộ phận Một cửa, 4 giờ' },
            { name: 'Thẩm định', state: 'current', note: 'Phòng Quản lý du lịch, 2 ngày' },
            { name: 'Lấy ý kiến', state: 'skipped', note: 'Không cần với hồ sơ này' },
            { name: 'Ký kết quả', state: 'todo', note: 'Lãnh đạo Sở, 4 giờ' },
          ]}
        />
        <TaskList
          label="Việc cần làm trước khi nộp"
          tasks={[
            { title: 'Điền đơn đề nghị', href: '#dien-don', state: 'Đã xong', tone: 'ok', shape: 'tick' },
            { title: 'Đính kèm giấy tờ', href: '#dinh-kem', hint: 'Còn thiếu 2 giấy tờ.', state: 'Đang làm', tone: 'info' },
            { title: 'Kiểm tra và gửi', state: 'Chưa làm được' },
          ]}
        />
      </Example>

      <Example name="CheckAnswers, DefinitionList" use="Đọc lại trước khi gửi; mỗi dòng dẫn về chỗ sửa.">
        <CheckAnswers
          title="Người nộp"
          level={4}
          answers={[
            { question: 'Họ và tên', answer: 'Trần Văn Ví Dụ', changeHref: '#sua-ten' },
            { question: 'Số định danh cá nhân', answer: '000 088 000 123', changeHref: '#sua-so' },
            { question: 'Thư điện tử', answer: '', changeHref: '#sua-thu' },
          ]}
        />
        <DefinitionList
          columns
          rows={[
            { term: 'Thời hạn', value: '10 ngày làm việc' },
            { term: 'Lệ phí', value: '650.000 đồng' },
            { term: 'Nơi nộp', value: 'Trung tâm Phục vụ hành chính công tỉnh' },
          ]}
        />
      </Example>

      <Example name="Stat, BarChart" use="Con số nào cũng mở ra danh sách làm nên nó. Biểu đồ chính là bảng.">
        <Stats>
          <Stat label="Đang giải quyết" value={1240} href="#dang" note="từ 01/11/2026" />
          <Stat label="Trong hạn" value={1183} href="#trong-han" tone="ok" shape="circle" />
          <Stat label="Sắp đến hạn" value={45} href="#sap" tone="near" shape="triangle" note="trong 8 giờ làm việc" />
          <Stat label="Quá hạn" value={12} href="#qua" tone="late" shape="square" />
        </Stats>
        <BarChart
          caption="Đã giải quyết theo cơ quan, tháng 11/2026"
          rowHead="Cơ quan"
          series={[
            { key: 'early', label: 'Trước hạn', tone: 'ok' },
            { key: 'onTime', label: 'Đúng hạn', tone: 'plain' },
            { key: 'late', label: 'Quá hạn', tone: 'late' },
          ]}
          rows={[
            { label: 'Sở Văn hoá, Thể thao và Du lịch', href: '#svhttdl', values: { early: 412, onTime: 96, late: 18 } },
            { label: 'Sở Tư pháp', href: '#stp', values: { early: 288, onTime: 40, late: 3 } },
            { label: 'Xã Bến Hải', href: '#ben-hai', values: { early: 51, onTime: 12, late: 0 } },
          ]}
        />
      </Example>

      <Example name="ProgressBar" use="Việc gì quá một giây đều cho thấy đang đi đến đâu.">
        <ProgressBar label="Nhập danh mục thủ tục" value={1240} max={3000} detail="1.240 trong 3.000 thủ tục, còn khoảng 12 giây" />
        <ProgressBar label="Đang ký số" />
      </Example>

      <Example name="Panel, Split" use="Phần của trang; cột bên cho những gì cần nhìn cùng lúc.">
        <Split
          side={
            <Panel title="Người nộp" level={4} boxed>
              <DefinitionList
                dense
                rows={[
                  { term: 'Họ và tên', value: 'Trần Văn Ví Dụ' },
                  { term: 'Điện thoại', value: '0900 000 001' },
                ]}
              />
            </Panel>
          }
        >
          <Panel title="Việc tiếp theo" level={4} tone="near" actions={<Button small>Trình lãnh đạo ký</Button>}>
            <p>Hồ sơ đã thẩm định xong. Cần trình ký trước 16:00 hôm nay để kịp hẹn.</p>
          </Panel>
          <Panel title="Kết luận thẩm định" level={4}>
            <Prose>
              <p>Hồ sơ đủ điều kiện theo Luật Du lịch. Đề nghị cấp thẻ.</p>
              <ul>
                <li>Giấy chứng nhận nghiệp vụ còn hiệu lực.</li>
                <li>Giấy khám sức khoẻ cấp trong 6 tháng.</li>
              </ul>
            </Prose>
          </Panel>
        </Split>
      </Example>

      <Example name="Details, Dialog, PrintButton, Breadcrumbs" use="Mở khi cần; hộp thoại chỉ cho điều không thể chờ.">
        <Details summary="Vì sao hồ sơ này tính 3 ngày?">
          <p>Thời hạn theo quyết định công bố là 3 ngày làm việc, tính từ lúc tiếp nhận.</p>
        </Details>
        <ButtonRow>
          <DialogButton dialog="hop-thoai">Xem phím tắt</DialogButton>
          <PrintButton what="trang này" />
        </ButtonRow>
        <Dialog id="hop-thoai" title="Phím tắt">
          <p>Gõ / để tìm, j và k để đi giữa các dòng, Enter để mở.</p>
        </Dialog>
        <Breadcrumbs
          crumbs={[{ label: 'Trang chủ', href: '#' }, { label: 'Thủ tục', href: '#' }, { label: 'Cấp thẻ hướng dẫn viên du lịch nội địa' }]}
        />
      </Example>

      <Example name="SignatureBlock" use="Ai ký, khi nào, chữ ký còn đúng không.">
        <SignatureBlock
          state="valid"
          signer="Hoàng Văn Thí Dụ"
          position="Phó Giám đốc"
          unit="Sở Văn hoá, Thể thao và Du lịch"
          time="16:40, 23/11/2026"
          certificate="Chứng thư minh hoạ, hiệu lực đến 31/12/2027"
        />
        <SignatureBlock state="invalid" signer="Hoàng Văn Thí Dụ" time="16:40, 23/11/2026" reason="Tệp đã bị thay đổi sau khi ký." />
        <SignatureBlock state="unsigned" />
      </Example>
    </>
  )
}
