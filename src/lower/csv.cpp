#include "lower/csv.h"

#include <algorithm>

#include "lower/text.h"
#include "migc/base/text.h"

namespace migc::lower {
namespace {

struct Field {
  std::string text;
  bool quoted = false;
};

struct Record {
  std::vector<Field> fields;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool IsBlank() const { return fields.size() == 1 && !fields[0].quoted && fields[0].text.empty(); }
};

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

// Reads one record after another; what is malformed is kept as a place and a sentence.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {
    if (text_.starts_with(kByteOrderMark)) at_ = kByteOrderMark.size();
  }

  bool AtEnd() const { return at_ >= text_.size(); }
  bool Failed() const { return !failure_.empty(); }
  const std::string& failure() const { return failure_; }
  std::uint32_t failed_at() const { return static_cast<std::uint32_t>(failed_at_); }

  Record Next() {
    Record record;
    record.begin = static_cast<std::uint32_t>(at_);
    do {
      record.fields.push_back(NextField());
    } while (!Failed() && Skip(","));
    record.end = static_cast<std::uint32_t>(at_);
    if (!Failed() && !AtEnd() && !Skip("\r\n") && !Skip("\n")) Fail(at_, "text after the closing quote of a field");
    return record;
  }

 private:
  bool Skip(std::string_view wanted) {
    if (text_.substr(at_, wanted.size()) != wanted) return false;
    at_ += wanted.size();
    return true;
  }

  void Fail(std::size_t place, std::string_view why) {
    if (Failed()) return;  // the first is what the rest comes of
    failed_at_ = place;
    failure_ = why;
  }

  Field NextField() {
    if (Skip("\"")) return NextQuoted();
    const std::size_t begin = at_;
    while (!AtEnd() && text_[at_] != ',' && text_[at_] != '\n' && text_.substr(at_, 2) != "\r\n") {
      if (text_[at_] == '"') Fail(at_, "a quote inside of a field that does not begin with one");
      ++at_;
    }
    return {std::string(text_.substr(begin, at_ - begin)), false};
  }

  Field NextQuoted() {
    const std::size_t begin = at_ - 1;
    Field field{"", true};
    while (!AtEnd()) {
      const std::size_t quote = std::min(text_.find('"', at_), text_.size());
      field.text += text_.substr(at_, quote - at_);
      at_ = quote;
      if (AtEnd()) break;
      ++at_;
      if (!Skip("\"")) return field;
      field.text += '"';
    }
    Fail(begin, "a field whose closing quote is missing");
    return field;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t failed_at_ = 0;
  std::string failure_;
};

class CsvLowerer {
 public:
  CsvLowerer(Context& context, const source::Buffer& buffer, source::Span statement, const std::vector<ir::Identifier>& columns)
      : context_(context), buffer_(buffer), statement_(statement), columns_(columns) {}

  std::vector<std::vector<ir::Expr>> Lower() {
    Reader reader(buffer_.text());
    std::vector<std::vector<ir::Expr>> rows;
    // Blank lines between rows are rows of one field, but at the end of a file they say nothing.
    std::vector<Record> blank;
    bool first = true;
    while (!reader.AtEnd()) {
      const Record record = reader.Next();
      if (reader.Failed()) {
        ReportQuote(reader.failed_at(), reader.failure());
        return rows;
      }
      if (record.IsBlank()) {
        blank.push_back(record);
        continue;
      }
      for (const Record& line : blank) AddRow(line, rows);
      blank.clear();
      if (!first || !IsHeader(record)) AddRow(record, rows);
      first = false;
    }
    if (rows.empty() && !failed_) {
      Report(diag::Make(diag::Kind::kCsvEmpty, Place(0, 0), buffer_.path()), "add a row, or leave the insert out");
    }
    return rows;
  }

 private:
  static constexpr std::size_t kMostReports = 20;  // of one file, which may be wrong in every line

  source::Span Place(std::uint32_t begin, std::uint32_t end) const { return {buffer_.id(), begin, end}; }
  std::uint32_t LineOf(std::uint32_t offset) const { return buffer_.Locate(offset).line; }

  void Report(diag::Diagnostic diagnostic, std::string help) {
    failed_ = true;
    if (++reports_ > kMostReports) return;
    context_.Report(std::move(diagnostic).WithNote(statement_, "it is read here").WithHelp(std::move(help)));
  }

  void ReportQuote(std::uint32_t offset, const std::string& why) {
    Report(diag::Make(diag::Kind::kCsvQuote, Place(offset, offset + 1), buffer_.path(), LineOf(offset), why),
           "put the whole field in quotes, and double those inside of it");
  }

  // Exactly the columns, in their order. In another order it would be a row of names, or values in the wrong columns.
  bool IsHeader(const Record& record) {
    std::vector<std::string> names;
    std::vector<std::string> wanted;
    for (const Field& field : record.fields) names.push_back(field.text);
    for (const ir::Identifier& column : columns_) wanted.push_back(column.text);
    if (names == wanted) return true;
    std::sort(names.begin(), names.end());
    std::sort(wanted.begin(), wanted.end());
    if (names != wanted) return false;
    Report(diag::Make(diag::Kind::kCsvHeader, Place(record.begin, record.end), buffer_.path()),
           "name the columns in the statement in the order of the file");
    return true;
  }

  void AddRow(const Record& record, std::vector<std::vector<ir::Expr>>& rows) {
    if (record.fields.size() != columns_.size()) {
      const std::size_t fields = record.fields.size();
      const source::Span place = Place(record.begin, record.end);
      Report(diag::Make(diag::Kind::kCsvFields, place, buffer_.path(), LineOf(record.begin), fields, Plural(fields),
                        columns_.size(), Plural(columns_.size())),
             fields > columns_.size() ? "put a field with a comma in quotes, or name more columns"
                                      : "write an empty field for a null, or name fewer columns");
      return;
    }
    std::vector<ir::Expr>& row = rows.emplace_back();
    row.reserve(record.fields.size());
    for (const Field& field : record.fields) {
      ir::Expr& value = row.emplace_back();
      value.kind = field.text.empty() && !field.quoted ? ir::ExprKind::kNull : ir::ExprKind::kString;
      value.text = field.text;
      value.origin = Place(record.begin, record.end);
      CheckNul(field, record);
    }
  }

  void CheckNul(const Field& field, const Record& record) {
    if (field.text.find('\0') == std::string::npos) return;
    Report(diag::Make(diag::Kind::kNulCharacter, Place(record.begin, record.end)), "leave it out");
  }

  Context& context_;
  const source::Buffer& buffer_;
  source::Span statement_;
  const std::vector<ir::Identifier>& columns_;
  std::size_t reports_ = 0;
  bool failed_ = false;
};

}  // namespace

const source::Buffer* ReadTextFile(Context& context, const std::string& path, source::Span statement) {
  const base::Result<const source::Buffer*> file = context.options.read_file(path);
  if (!file) {
    const std::string name = file.error().path.empty() ? path : file.error().path;
    context.Report(diag::Make(diag::Kind::kCannotRead, statement, name, file.error().reason)
                       .WithHelp("the path counts from the directory of migc.yaml"));
    return nullptr;
  }
  const source::Buffer& buffer = *file.value();
  const std::optional<std::size_t> invalid = base::FindInvalidUtf8(buffer.text());
  if (!invalid) return &buffer;
  const auto offset = static_cast<std::uint32_t>(*invalid);
  context.Report(diag::Make(diag::Kind::kNotUtf8, source::Span{buffer.id(), offset, offset + 1}, *invalid)
                     .WithNote(statement, "it is read here")
                     .WithHelp("save the file as UTF-8"));
  return nullptr;
}

std::vector<std::vector<ir::Expr>> LowerCsv(Context& context, const ast::String& path, const std::vector<ir::Identifier>& columns) {
  const std::string name = LowerString(context, path);
  const source::Buffer* buffer = ReadTextFile(context, name, path.span);
  if (buffer == nullptr) return {};
  return CsvLowerer(context, *buffer, path.span, columns).Lower();
}

}  // namespace migc::lower
