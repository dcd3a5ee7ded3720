#include "squash/piece.h"

#include <algorithm>

#include "migc/base/text.h"

namespace migc::squash {
namespace {

bool IsWordByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$' ||
         static_cast<unsigned char>(c) >= 0x80;
}

source::Span SpanOf(const ast::TableItem& item) {
  return std::visit([](const auto& each) { return each.span; }, item);
}

Item MakeItem(const Input& input, const ast::TableItem& item) {
  if (const auto* column = std::get_if<ast::Column>(&item)) return ColumnItem(input, *column);
  if (const auto* constraint = std::get_if<ast::Constraint>(&item)) return ConstraintItem(input, *constraint);
  Item index;
  index.text = Slice(input, SpanOf(item));
  return index;
}

// Without the comma that separates two items; a comma inside a comment stays.
std::string WithoutComma(std::string_view between) {
  std::string text(between);
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.compare(at, 2, "--") == 0) {
      at = std::min(text.find('\n', at), text.size());
    } else if (text.compare(at, 2, "/*") == 0) {
      at = std::min(text.find("*/", at), text.size());
    } else if (text[at] == ',') {
      return text.erase(at, 1);
    }
  }
  return text;
}

}  // namespace

std::string Item::Text() const {
  if (!is_column) return text;
  std::string whole = spelled_name + " " + type;
  for (const Attribute& attribute : attributes) whole += " " + attribute.text;
  return whole;
}

void Item::Remove(ast::AttributeKind kind) {
  std::erase_if(attributes, [&](const Attribute& attribute) { return attribute.kind == kind; });
}

void Item::Set(ast::AttributeKind kind, std::string attribute) {
  Remove(kind);
  attributes.push_back({kind, std::move(attribute)});
}

std::string TableText::Text() const {
  std::string text = before;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += ",";
    text += items[i].before + items[i].Text();
  }
  return text + after;
}

Item* TableText::Find(std::string_view name, bool column) {
  for (Item& item : items) {
    if (item.is_column == column && !item.name.empty() && item.name == name) return &item;
  }
  return nullptr;
}

bool TableText::Mentioned(std::string_view column, const Item* except) const {
  return std::any_of(items.begin(), items.end(),
                     [&](const Item& item) { return &item != except && Mentions(item.Text(), column); }) ||
         Mentions(after, column);
}

std::string_view Piece::Source() const { return Slice(*input, statement->span); }

std::string_view Slice(const Input& input, const source::Span& span) {
  return std::string_view(input.buffer->text()).substr(span.begin, span.end - span.begin);
}

Item ColumnItem(const Input& input, const ast::Column& column) {
  Item item;
  item.is_column = true;
  item.before = "\n    ";
  item.name = Word(column.name);
  item.spelled_name = Slice(input, column.name.span);
  item.type = Slice(input, column.type.span);
  for (const ast::Attribute& attribute : column.attributes) {
    item.attributes.push_back({attribute.kind, std::string(Slice(input, attribute.span))});
  }
  return item;
}

Item ConstraintItem(const Input& input, const ast::Constraint& constraint) {
  Item item;
  item.before = "\n    ";
  if (constraint.name) item.name = Word(*constraint.name);
  item.text = Slice(input, constraint.span);
  return item;
}

TableText SplitTable(const Input& input, const ast::Statement& statement, const ast::CreateTable& table) {
  TableText text;
  std::uint32_t at = statement.span.begin;
  for (const ast::TableItem& each : table.items) {
    const source::Span span = SpanOf(each);
    Item item = MakeItem(input, each);
    const std::string_view between = Slice(input, {span.file, at, span.begin});
    if (text.items.empty()) {
      const std::size_t open = between.rfind('(') + 1;
      text.before = between.substr(0, open);
      item.before = between.substr(open);
    } else {
      item.before = WithoutComma(between);
    }
    text.items.push_back(std::move(item));
    at = span.end;
  }
  text.after = Slice(input, {statement.span.file, at, statement.span.end});
  return text;
}

bool Mentions(std::string_view text, std::string_view word) {
  const std::string haystack = base::LowerAscii(text);
  const std::string needle = base::LowerAscii(word);
  for (std::size_t at = haystack.find(needle); at != std::string::npos; at = haystack.find(needle, at + 1)) {
    const bool starts = at == 0 || !IsWordByte(haystack[at - 1]);
    const bool ends = at + needle.size() == haystack.size() || !IsWordByte(haystack[at + needle.size()]);
    if (starts && ends) return true;
  }
  return false;
}

std::string Word(const ast::Ident& ident) { return ident.text; }

std::string Word(const ast::Name& name) { return name.parts.empty() ? std::string() : name.parts.back().text; }

}  // namespace migc::squash
