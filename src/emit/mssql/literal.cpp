#include "emit/mssql/literal.h"

#include "migc/emit/sql_writer.h"

namespace migc::emit::mssql {
namespace {

// The offset of the line end behind a backslash, or npos.
std::size_t FindContinuation(std::string_view text) {
  for (std::size_t at = text.find('\\'); at != std::string_view::npos; at = text.find('\\', at + 1)) {
    const std::string_view rest = text.substr(at + 1);
    if (rest.starts_with('\n') || rest.starts_with("\r\n") || rest.starts_with('\r')) return at + 1;
  }
  return std::string_view::npos;
}

std::string Quoted(std::string_view text) {
  std::string literal = "N'";
  for (const char c : text) {
    literal += c;
    if (c == '\'') literal += c;
  }
  return literal + "'";
}

}  // namespace

bool IsPlainLiteral(std::string_view text) { return FindContinuation(text) == std::string_view::npos; }

std::string Literal(std::string_view text) {
  if (IsPlainLiteral(text)) return Quoted(text);
  std::string sum = "(";
  for (std::size_t end = FindContinuation(text); end != std::string_view::npos; end = FindContinuation(text)) {
    sum += Quoted(text.substr(0, end)) + " + ";
    text.remove_prefix(end);
  }
  return sum + Quoted(text) + ")";
}

ir::Name Qualified(const ir::Name& name, const dialect::Dialect& dialect) {
  ir::Name qualified = name;
  if (qualified.schema.empty()) qualified.schema = dialect.default_schema;
  return qualified;
}

std::string NameLiteral(const ir::Name& name, const dialect::Dialect& dialect) {
  return Literal(QuoteName(dialect, Qualified(name, dialect)));
}

std::string NameLiteral(const ir::Name& table, const std::string& part, const dialect::Dialect& dialect) {
  return Literal(QuoteName(dialect, Qualified(table, dialect)) + "." + QuoteIdentifier(dialect, part));
}

}  // namespace migc::emit::mssql
