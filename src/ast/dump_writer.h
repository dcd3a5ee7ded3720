// Writer: the lines of a dump, and one function per part of the tree that puts itself into them.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "migc/ast/ast.h"

namespace migc::ast {

class Writer {
 public:
  // Two blanks more for every line until it is gone.
  class Level {
   public:
    explicit Level(Writer& writer) : writer_(writer) { ++writer_.level_; }
    ~Level() { --writer_.level_; }
    Level(const Level&) = delete;
    Level& operator=(const Level&) = delete;

   private:
    Writer& writer_;
  };

  void Line(std::string_view text) {
    text_.append(2 * level_, ' ');
    text_ += text;
    text_ += '\n';
  }
  std::string Take() && { return std::move(text_); }

 private:
  std::string text_;
  std::size_t level_ = 0;
};

// As written, on one line: quotes doubled, control characters and backslashes as \n, \t, \x01, \\.
std::string Show(const Ident& ident);
std::string Show(const Name& name);
std::string Show(const String& string);
std::string Show(const RawText& raw);
std::string ShowString(std::string_view text);
std::string ShowRaw(std::string_view text);
// Control characters and backslashes as escapes; `quote`, where it is not 0, is doubled.
std::string Escaped(std::string_view text, char quote);
std::string Show(const std::vector<Ident>& idents);  // joined by ", "

// " word" when set, otherwise nothing.
std::string Flag(bool set, std::string_view word);
inline std::string IfExists(bool set) { return Flag(set, "if exists"); }
inline std::string IfNotExists(bool set) { return Flag(set, "if not exists"); }

void Write(Writer& writer, std::string_view label, const Expr& expr);
void Write(Writer& writer, std::string_view label, const TypeRef& type);
void Write(Writer& writer, const DialectText& text);
void Write(Writer& writer, const WithOption& option);
void Write(Writer& writer, const Option& option);
void Write(Writer& writer, const Identity& identity);
void Write(Writer& writer, const Reference& reference);
void Write(Writer& writer, const Column& column);
void Write(Writer& writer, const Constraint& constraint);
void Write(Writer& writer, const Index& index);
void Write(Writer& writer, const CreateTable& table);
void Write(Writer& writer, const AlterTable& table);
void Write(Writer& writer, const std::vector<Statement>& statements);

}  // namespace migc::ast
