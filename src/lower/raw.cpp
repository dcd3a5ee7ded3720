#include "lower/raw.h"

#include "lower/transactions.h"

namespace migc::lower {
namespace {

void ReportControl(Context& context, const TransactionControl& control, source::Span place) {
  context.Report(diag::Make(diag::Kind::kTransactionControl, place, control.word)
                     .WithHelp("leave it out; `no transaction { … }` is for what cannot run inside one"));
}

}  // namespace

std::string LowerRaw(Context& context, const Written& written, std::string_view what) {
  const std::size_t errors = context.sink.errors();
  // Substituted twice: as written, so that reports point at the right characters, and without the margin, so that the lines of a
  // value are left as they are.
  std::string out = Substitute(context, written);
  const bool replaced = written.text.find("${") != std::string_view::npos;
  if (replaced) {
    diag::Sink unused;
    Context quiet{.options = context.options, .sink = unused};
    out = Substitute(quiet, {WithoutMargin(written.text), written.quoting, written.place});
  } else {
    out = WithoutMargin(out);
  }
  if (const auto control = FindTransactionControl(written.text)) {
    ReportControl(context, *control, PlaceOf(written, control->begin, control->end));
  } else if (const auto hidden = replaced ? FindTransactionControl(out) : std::nullopt) {
    ReportControl(context, *hidden, written.place);
  }
  if (out.find_first_not_of(" \t\r\n\f\v;") == std::string::npos && context.sink.errors() == errors) {
    context.Report(diag::Make(diag::Kind::kEmptyRawSql, written.place, what).WithHelp("write a statement, or leave it out"));
  }
  return out;
}

std::string LowerRaw(Context& context, const ast::RawText& raw, std::string_view what) {
  return LowerRaw(context, {raw.text, Quoting::kRaw, raw.span}, what);
}

void DropFinalSemicolon(std::string& sql) {
  const std::size_t last = sql.find_last_not_of("; \t\n");
  sql.erase(last == std::string::npos ? 0 : last + 1);
}

std::string LowerQuery(Context& context, const ast::RawText& raw, std::string_view what) {
  std::string sql = LowerRaw(context, raw, what);
  DropFinalSemicolon(sql);
  return sql;
}

std::string LowerDialectText(Context& context, const ast::DialectText& text, std::string_view what) {
  if (text.raw) return LowerRaw(context, {text.text, Quoting::kRaw, text.span}, what);
  return Substitute(context, {text.text, Quoting::kString, text.span});
}

}  // namespace migc::lower
