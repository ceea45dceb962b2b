import { Button, DueBadge, EmptyState, Field, FilterBar, Pager, SearchBox, Select, SelectionBar, TabLinks, Table } from '../index.ts'
import { Example } from './example.tsx'
import { sampleDossiers } from './sample.ts'

export function ListParts() {
  return (
    <>
      <Example name="SearchBox" use="Một ô, nhận mọi thứ: mã, tên không dấu, số định danh, quét mã.">
        <SearchBox id="tim-mau" action="#" label="Tìm thủ tục" placeholder="Tên việc cần làm" hint="Gõ có dấu hay không dấu đều được." />
      </Example>

      <Example name="TabLinks" use="Thẻ là liên kết: mỗi thẻ một địa chỉ.">
        <TabLinks
          label="Hồ sơ"
          tabs={[
            { label: 'Nội dung', href: '#noi-dung-ho-so', current: true },
            { label: 'Thành phần', href: '#thanh-phan', count: 5 },
            { label: 'Quá trình', href: '#qua-trinh' },
            { label: 'Giấy tờ', href: '#giay-to', count: 2 },
            { label: 'Trao đổi', href: '#trao-doi' },
          ]}
        />
      </Example>

      <Example name="FilterBar" use="Biểu mẫu GET phía trên danh sách, những gì đang lọc, và bộ lọc đã lưu.">
        <FilterBar
          action="#"
          values={{ 'filter.q': 'du lich' }}
          clearHref="#"
          views={[
            { label: 'Tất cả', href: '#tat-ca', current: true, count: 128 },
            { label: 'Sắp đến hạn', href: '#sap-den-han', count: 9 },
            { label: 'Của tôi', href: '#cua-toi', count: 14 },
          ]}
          active={[{ label: 'Lĩnh vực: Du lịch', removeHref: '#bo-linh-vuc' }]}
        >
          <Field name="filter.q" type="search" label="Từ khoá" />
          <Select
            name="filter.state"
            label="Tình trạng"
            blank="Tất cả"
            options={[
              { value: 'near', label: 'Sắp đến hạn' },
              { value: 'late', label: 'Quá hạn' },
            ]}
          />
          <Field name="filter.from" type="date" label="Từ ngày" />
        </FilterBar>
      </Example>

      <Example
        name="Table, SelectionBar, Pager"
        use="Đầu bảng đứng yên, cột xếp được, cả dòng mở được; trên điện thoại mỗi dòng là một thẻ."
      >
        <form method="post" action="#">
          <Table
            caption="Hồ sơ chờ xử lý"
            dense
            rows={sampleDossiers}
            rowKey={(row) => row.code}
            rowHref={(row) => `#${row.code}`}
            rowTone={(row) => (row.state === 'late' ? 'late' : undefined)}
            selection={{ name: 'code', value: (row) => row.code, label: (row) => `Chọn hồ sơ ${row.code}` }}
            columns={[
              { key: 'code', head: 'Mã hồ sơ', cell: (row) => row.code, nowrap: true, sort: { href: '#xep-ma', direction: 'ascending' } },
              { key: 'procedure', head: 'Thủ tục', cell: (row) => row.procedure, width: 'wide', oneLine: true },
              { key: 'applicant', head: 'Người nộp', cell: (row) => row.applicant, oneLine: true, sort: { href: '#xep-nguoi-nop' } },
              { key: 'step', head: 'Bước', cell: (row) => row.step, nowrap: true },
              {
                key: 'due',
                head: 'Tình trạng',
                cell: (row) => <DueBadge state={row.state} detail={row.detail} />,
                nowrap: true,
                sort: { href: '#xep-han' },
              },
            ]}
          />
          <SelectionBar noun="hồ sơ">
            <Button small>Chuyển thẩm định</Button>
            <Button small>In phiếu kiểm soát</Button>
          </SelectionBar>
        </form>
        <Pager
          from={51}
          to={100}
          total={1240}
          noun="hồ sơ"
          previousHref="#truoc"
          nextHref="#sau"
          pages={[
            { number: 1, href: '#trang-1' },
            { number: 2, href: '#trang-2', current: true },
            { number: 3, href: '#trang-3' },
          ]}
        />
      </Example>

      <Example name="Table, số liệu" use="Số canh phải, dòng tổng, trên điện thoại kéo ngang.">
        <Table
          caption="Tình hình giải quyết, tháng 11/2026"
          phone="scroll"
          rows={[
            { unit: 'Sở Văn hoá, Thể thao và Du lịch', received: 1240, early: 980, onTime: 212, late: 48 },
            { unit: 'Sở Tư pháp', received: 865, early: 640, onTime: 214, late: 11 },
          ]}
          columns={[
            { key: 'unit', head: 'Cơ quan', cell: (row) => row.unit },
            {
              key: 'received',
              head: 'Tiếp nhận',
              align: 'end',
              cell: (row) => <a href="#tiep-nhan">{row.received.toLocaleString('vi-VN')}</a>,
            },
            { key: 'early', head: 'Trước hạn', align: 'end', cell: (row) => <a href="#truoc-han">{row.early.toLocaleString('vi-VN')}</a> },
            { key: 'onTime', head: 'Đúng hạn', align: 'end', cell: (row) => <a href="#dung-han">{row.onTime.toLocaleString('vi-VN')}</a> },
            { key: 'late', head: 'Quá hạn', align: 'end', cell: (row) => <a href="#qua-han">{row.late.toLocaleString('vi-VN')}</a> },
          ]}
          foot={{ unit: 'Cộng', received: '2.105', early: '1.620', onTime: '426', late: '59' }}
        />
      </Example>

      <Example name="EmptyState" use="Không có gì ở đây: vì sao, và làm gì tiếp.">
        <EmptyState title="Không có hồ sơ nào đang chờ bạn" action={<Button href="#">Xem hồ sơ của cả phòng</Button>}>
          Hồ sơ mới được phân công cho bạn sẽ hiện ở đây.
        </EmptyState>
      </Example>
    </>
  )
}
