-- Reasons an installation begins with; the controller adds, words and retires them.
insert into reason (code, kind, vi, en, position, created_at)
select code, kind, vi, en, row_number() over (partition by kind order by n), now() from (values
  (1, 'component-missing', 'supplement', 'Thiếu giấy tờ trong thành phần hồ sơ', 'A paper of the dossier is missing'),
  (2, 'component-invalid', 'supplement', 'Giấy tờ không hợp lệ hoặc đã hết hiệu lực', 'A paper is not valid or has expired'),
  (3, 'component-illegible', 'supplement', 'Bản chụp mờ, thiếu trang hoặc không đọc được', 'A scan is blurred, incomplete or cannot be read'),
  (4, 'form-incomplete', 'supplement', 'Đơn, tờ khai ghi thiếu hoặc chưa đúng mẫu', 'The form is incomplete or not the right one'),
  (5, 'facts-disagree', 'supplement', 'Thông tin trong các giấy tờ không thống nhất', 'The papers contradict each other'),
  (6, 'authority-unproven', 'supplement', 'Chưa có giấy tờ chứng minh người nộp được ủy quyền', 'The authority to act is not proven'),
  (7, 'explanation-needed', 'supplement', 'Cần giải trình, làm rõ nội dung', 'An explanation is needed'),
  (8, 'not-competent', 'refusal', 'Không thuộc thẩm quyền giải quyết', 'Not within the competence of the agency'),
  (9, 'conditions-unmet', 'refusal', 'Không đủ điều kiện theo quy định', 'The legal conditions are not met'),
  (10, 'object-unfit', 'refusal', 'Không thuộc đối tượng thực hiện thủ tục', 'Not somebody the procedure is for'),
  (11, 'paper-forged', 'refusal', 'Giấy tờ không đúng sự thật', 'A paper is not genuine'),
  (12, 'filed-twice', 'refusal', 'Hồ sơ trùng với hồ sơ đang được giải quyết', 'The same dossier is being settled already'),
  (13, 'verification-negative', 'refusal', 'Kết quả thẩm tra, xác minh không đạt', 'The verification was negative'),
  (14, 'complex-matter', 'extension', 'Nội dung phức tạp, cần thêm thời gian thẩm định', 'The matter is complex and needs more time'),
  (15, 'opinion-awaited', 'extension', 'Chờ ý kiến của cơ quan phối hợp', 'The opinion of another agency is awaited'),
  (16, 'verification-continues', 'extension', 'Việc kiểm tra, xác minh thực tế chưa xong', 'The verification on the spot is not finished'),
  (17, 'force-majeure', 'extension', 'Thiên tai, sự cố bất khả kháng', 'Force majeure'),
  (18, 'staff-short', 'extension', 'Số lượng hồ sơ tăng đột biến', 'A sudden number of dossiers'),
  (19, 'system-fault', 'extension', 'Sự cố hệ thống, kết nối', 'A fault of a system or its connections'),
  (20, 'object-gone', 'stop', 'Đối tượng của thủ tục không còn', 'What the procedure is about no longer exists'),
  (21, 'law-changed', 'stop', 'Quy định thay đổi nên không còn căn cứ giải quyết', 'The law has changed and gives no ground any more'),
  (22, 'dispute-pending', 'stop', 'Có tranh chấp, khiếu kiện đang được giải quyết', 'A dispute is pending'),
  (23, 'applicant-died', 'stop', 'Người nộp hồ sơ đã mất, tổ chức đã giải thể', 'The applicant has died or been dissolved'),
  (24, 'no-need', 'withdrawal', 'Không còn nhu cầu thực hiện thủ tục', 'No longer needed'),
  (25, 'to-correct', 'withdrawal', 'Rút để chuẩn bị lại hồ sơ', 'To be prepared anew'),
  (26, 'withdrawal-other', 'withdrawal', 'Lý do khác', 'Another reason'),
  (27, 'withdrawal-revoked', 'withdrawal', 'Người nộp không rút hồ sơ nữa', 'The applicant no longer withdraws'),
  (28, 'decision-exists', 'withdrawal', 'Đã có quyết định giải quyết', 'A decision exists already'),
  (29, 'land-use-levy', 'payment', 'Tiền sử dụng đất, tiền thuê đất', 'Levy or rent for land'),
  (30, 'registration-levy', 'payment', 'Lệ phí trước bạ, thuế', 'Registration levy, tax'),
  (31, 'fee-due', 'payment', 'Phí, lệ phí của thủ tục', 'A fee of the procedure'),
  (32, 'no-obligation', 'payment', 'Được miễn hoặc không phát sinh nghĩa vụ', 'Exempt, or nothing is due'),
  (33, 'lost-in-house', 'loss', 'Mất khi đang ở cơ quan giải quyết', 'Lost at the agency'),
  (34, 'lost-in-post', 'loss', 'Mất, hư hỏng khi vận chuyển', 'Lost or damaged on the way'),
  (35, 'damaged', 'loss', 'Hư hỏng, không sử dụng được', 'Damaged beyond use'),
  (36, 'clerical-error', 'correction', 'Sai sót chính tả, nhầm lẫn khi ghi', 'A slip of the pen'),
  (37, 'wrong-content', 'correction', 'Nội dung kết quả không đúng hồ sơ', 'The content does not agree with the dossier'),
  (38, 'post-not-found', 'correction', 'Bưu chính không tìm được người nhận', 'The post did not find the receiver'),
  (39, 'post-refused', 'correction', 'Người nhận từ chối nhận bưu gửi', 'The receiver refused the parcel')
) given (n, code, kind, vi, en);

-- The standard roles of an installation that is already at work learn the new rights.
insert into role_right (role_id, name)
select r.id, given.name from role r
join (values
  ('receptionist', 'intake.request-supplement'), ('receptionist', 'intake.refuse'), ('receptionist', 'intake.forward'), ('receptionist', 'intake.accept-supplement'),
  ('receptionist', 'intake.confirm-payment'), ('receptionist', 'intake.request-withdrawal'),
  ('centre-head', 'intake.stop'), ('centre-head', 'intake.forward'), ('centre-head', 'intake.request-withdrawal'), ('centre-head', 'intake.accept-supplement'),
  ('centre-head', 'intake.confirm-payment'), ('centre-head', 'settlement.interoperate'), ('centre-head', 'settlement.record-loss'),
  ('specialist', 'settlement.verify'), ('specialist', 'settlement.consult'), ('specialist', 'settlement.interoperate'), ('specialist', 'settlement.request-payment'),
  ('division-head', 'settlement.consult'), ('division-head', 'settlement.interoperate'), ('division-head', 'intake.forward'),
  ('agency-leader', 'settlement.ask-supplement'), ('agency-leader', 'settlement.consult'), ('agency-leader', 'settlement.request-payment'), ('agency-leader', 'settlement.refuse'),
  ('agency-leader', 'settlement.extend'), ('agency-leader', 'settlement.stop'), ('agency-leader', 'settlement.correct-result'), ('agency-leader', 'settlement.record-loss'),
  ('clerk', 'settlement.correct-result')
) given (code, name) on given.code = r.code
on conflict do nothing;
