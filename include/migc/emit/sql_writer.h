// SqlWriter: the only maker of SQL text: keywords, names and literals, each quoted and escaped as its dialect needs.
#pragma once

#include <string>
#include <string_view>

#include "migc/dialect/dialect.h"
#include "migc/ir/origin.h"

namespace migc::emit {

// Words are separated by one blank; punctuation knows which side wants one. Lines break where NewLine and Indent say.
class SqlWriter {
 public:
  explicit SqlWriter(const dialect::Dialect& dialect) : dialect_(dialect) {}

  // "ALTER TABLE": upper-case keywords or an operator, given by the printer, never by the user.
  SqlWriter& Keyword(std::string_view words);
  // Quoted when the dialect needs it: a reserved word, an odd character, a case that would be folded away.
  SqlWriter& Name(std::string_view identifier);
  SqlWriter& Name(const ir::Name& name);
  // 'it''s', as the dialect writes it.
  SqlWriter& String(std::string_view text);
  // Digits that lower has checked.
  SqlWriter& Number(std::string_view digits);
  // The author's own SQL, verbatim; a new line after it when it ends in a comment that would swallow what follows.
  SqlWriter& Raw(std::string_view sql);
  SqlWriter& Open();      // "(" ; a blank before it unless CallOpen
  SqlWriter& CallOpen();  // "(" directly after the word before
  SqlWriter& Close();
  SqlWriter& Comma();  // ", " or ",\n" when a new line follows
  SqlWriter& Dot();
  SqlWriter& Tight(std::string_view symbol);       // no blank on either side: "::"
  SqlWriter& CloseTight(std::string_view symbol);  // no blank before it: the "[]" of an array type
  SqlWriter& Words(std::string_view facts);        // a spelling from the dialect's own facts
  SqlWriter& NewLine();                            // and the indentation in force
  void Indent() { ++indent_; }
  void Dedent() { --indent_; }

  const dialect::Dialect& dialect() const { return dialect_; }
  const std::string& text() const { return text_; }
  std::string Take() { return std::move(text_); }

 private:
  void Space();
  const dialect::Dialect& dialect_;
  std::string text_;
  int indent_ = 0;
  bool glue_ = true;  // the next word needs no blank before it
};

// The identifier as it must stand in SQL; exposed for messages and tests.
std::string QuoteIdentifier(const dialect::Dialect& dialect, std::string_view identifier);
std::string QuoteName(const dialect::Dialect& dialect, const ir::Name& name);
// The string literal as it must stand in SQL.
std::string QuoteString(const dialect::Dialect& dialect, std::string_view text);

}  // namespace migc::emit
