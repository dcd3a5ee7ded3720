// Piece: one statement of the revisions that are squashed, with what was made of it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "migc/squash/squash.h"

namespace migc::squash {

// A column, constraint or index of a `create table`, as text. A column is kept in parts, so that one can be replaced.
struct Item {
  struct Attribute {
    ast::AttributeKind kind{};
    std::string text;
  };

  std::string before;  // what lies between the item before it and this one: blanks and comments, without the comma
  std::string name;    // of a column or constraint, without quotes; empty: it has none
  bool is_column = false;
  std::string text;  // of what is no column
  std::string spelled_name;
  std::string type;
  std::vector<Attribute> attributes;

  std::string Text() const;
  void Remove(ast::AttributeKind kind);
  void Set(ast::AttributeKind kind, std::string attribute);
};

// The items of a `create table`, and what stands before and after them.
struct TableText {
  std::string before;
  std::vector<Item> items;
  std::string after;
  bool changed = false;

  std::string Text() const;
  Item* Find(std::string_view name, bool column);
  // Whether an item other than `except` may name the column.
  bool Mentioned(std::string_view column, const Item* except) const;
};

struct Piece {
  const Input* input = nullptr;
  const ast::Statement* statement = nullptr;
  bool gone = false;
  std::optional<TableText> table;  // of a `create table`

  std::string_view Source() const;
};

std::string_view Slice(const Input& input, const source::Span& span);
Item ColumnItem(const Input& input, const ast::Column& column);
Item ConstraintItem(const Input& input, const ast::Constraint& constraint);
TableText SplitTable(const Input& input, const ast::Statement& statement, const ast::CreateTable& table);

// Whether the text has the word, in quotes or not, in whatever case.
bool Mentions(std::string_view text, std::string_view word);
// The last part of a name, as it is compared.
std::string Word(const ast::Name& name);
std::string Word(const ast::Ident& ident);

}  // namespace migc::squash
