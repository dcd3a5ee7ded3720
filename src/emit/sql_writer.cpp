#include "migc/emit/sql_writer.h"

#include "migc/base/check.h"
#include "migc/base/text.h"
#include "migc/emit/sql_text.h"

namespace migc::emit {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// A word that every dialect reads without quotation marks, in the case that its unquoted names are stored in.
bool IsPlainWord(const dialect::Dialect& dialect, std::string_view name) {
  if (name.empty() || IsDigit(name.front()) || name.front() == '$') return false;
  // Those that fold to upper case want a letter first (Oracle: SQL Language Reference, Database Object Naming Rules).
  if (dialect.case_rule == dialect::CaseRule::kUpper && name.front() == '_') return false;
  for (const char c : name) {
    const bool lower = c >= 'a' && c <= 'z';
    // Upper case only survives unquoted where the case is kept. (A name in lower case is the dialect's ordinary one, which a
    // dialect that folds to upper case stores in upper case.)
    const bool upper = c >= 'A' && c <= 'Z' && dialect.case_rule == dialect::CaseRule::kInsensitive;
    if (!lower && !upper && !IsDigit(c) && c != '_' && c != '$') return false;
  }
  return true;
}

std::string Doubled(std::string_view text, char mark) {
  std::string result;
  result.reserve(text.size() + 2);
  for (const char c : text) {
    result += c;
    if (c == mark) result += c;
  }
  return result;
}

}  // namespace

std::string QuoteIdentifier(const dialect::Dialect& dialect, std::string_view identifier) {
  if (IsPlainWord(dialect, identifier) && !dialect.reserved.contains(base::LowerAscii(identifier))) return std::string(identifier);
  return dialect.quote_open + Doubled(identifier, dialect.quote_close) + dialect.quote_close;
}

std::string QuoteName(const dialect::Dialect& dialect, const ir::Name& name) {
  std::string text = name.schema.empty() ? std::string() : QuoteIdentifier(dialect, name.schema) + ".";
  return text + QuoteIdentifier(dialect, name.name);
}

std::string QuoteString(const dialect::Dialect& dialect, std::string_view text) {
  std::string body = Doubled(text, '\'');
  if (dialect.lexical.backslash_escapes) body = Doubled(body, '\\');
  return "'" + body + "'";
}

void SqlWriter::Space() {
  if (!glue_) text_ += ' ';
  glue_ = false;
}

SqlWriter& SqlWriter::Keyword(std::string_view words) { return Words(words); }

SqlWriter& SqlWriter::Words(std::string_view facts) {
  Space();
  text_ += facts;
  return *this;
}

SqlWriter& SqlWriter::Name(std::string_view identifier) { return Words(QuoteIdentifier(dialect_, identifier)); }
SqlWriter& SqlWriter::Name(const ir::Name& name) { return Words(QuoteName(dialect_, name)); }
SqlWriter& SqlWriter::String(std::string_view text) { return Words(QuoteString(dialect_, text)); }
SqlWriter& SqlWriter::Number(std::string_view digits) { return Words(digits); }

SqlWriter& SqlWriter::Raw(std::string_view sql) {
  Words(sql);
  if (EndsInLineComment(sql, dialect_.lexical)) NewLine();
  return *this;
}

SqlWriter& SqlWriter::Open() {
  Words("(");
  glue_ = true;
  return *this;
}

SqlWriter& SqlWriter::CallOpen() {
  glue_ = true;
  return Open();
}

SqlWriter& SqlWriter::CloseTight(std::string_view symbol) {
  text_ += symbol;
  glue_ = false;
  return *this;
}

SqlWriter& SqlWriter::Close() { return CloseTight(")"); }
SqlWriter& SqlWriter::Comma() { return CloseTight(","); }

SqlWriter& SqlWriter::Dot() { return Tight("."); }

SqlWriter& SqlWriter::Tight(std::string_view symbol) {
  text_ += symbol;
  glue_ = true;
  return *this;
}

SqlWriter& SqlWriter::NewLine() {
  text_ += '\n';
  text_.append(static_cast<std::size_t>(indent_) * 2, ' ');
  glue_ = true;
  return *this;
}

}  // namespace migc::emit
