#include "catalog/naming.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

#include "catalog/expressions.h"
#include "migc/base/overloaded.h"
#include "migc/base/text.h"
#include "migc/catalog/replay.h"

namespace migc::catalog {
namespace {

// A piece of a pattern: a literal, or a part that may be cut.
struct Piece {
  std::string text;
  bool may_be_cut = false;
  bool is_number = false;
};

std::vector<Piece> SplitPattern(const std::string& pattern, const std::map<std::string, std::string>& parts) {
  std::vector<Piece> pieces;
  std::string literal;
  bool swallow = false;  // the part before was empty at the beginning of the name: the "_" after it goes with it
  const auto flush = [&] {
    if (swallow && literal.starts_with('_')) literal.erase(0, 1);
    swallow = false;
    if (!literal.empty()) pieces.push_back({literal});
    literal.clear();
  };
  for (std::size_t at = 0; at < pattern.size();) {
    const std::size_t close = pattern[at] == '{' ? pattern.find('}', at) : std::string::npos;
    if (close == std::string::npos) {
      literal += pattern[at++];
      continue;
    }
    const std::string key = pattern.substr(at + 1, close - at - 1);
    at = close + 1;
    if (key == "n") {
      flush();
      pieces.push_back({"", false, true});
      continue;
    }
    const auto found = parts.find(key);
    const std::string value = found == parts.end() ? "" : found->second;
    if (value.empty()) {
      if (literal.ends_with('_')) {
        literal.pop_back();
      } else if (literal.empty() && pieces.empty()) {
        swallow = true;
      }
      continue;
    }
    flush();
    pieces.push_back({value, true});
  }
  flush();
  return pieces;
}

std::string Clip(const Rules& rules, const std::string& text, std::size_t limit) {
  if (!rules.identifier_in_characters) return std::string(base::ClipUtf8(text, limit));
  std::size_t end = 0;
  for (std::size_t count = 0; end < text.size() && count < limit; ++count) {
    ++end;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
  }
  return text.substr(0, end);
}

// What PostgreSQL's FigureIndexColname makes of an index key (src/backend/parser/parse_target.c): a column's or function's name,
// else the type of a cast, else "expr".
std::string_view InternalName(const ir::Type& type) {
  switch (type.kind) {
    case ir::TypeKind::kBoolean:
      return "bool";
    case ir::TypeKind::kSmallint:
      return "int2";
    case ir::TypeKind::kInteger:
      return "int4";
    case ir::TypeKind::kBigint:
      return "int8";
    case ir::TypeKind::kDecimal:
      return "numeric";
    case ir::TypeKind::kReal:
      return "float4";
    case ir::TypeKind::kDouble:
      return "float8";
    case ir::TypeKind::kChar:
    case ir::TypeKind::kNchar:
      return "bpchar";
    case ir::TypeKind::kNvarchar:
      return "varchar";
    case ir::TypeKind::kBinary:
    case ir::TypeKind::kVarbinary:
    case ir::TypeKind::kBlob:
      return "bytea";
    case ir::TypeKind::kTimestamp:
      return type.with_time_zone ? "timestamptz" : "timestamp";
    case ir::TypeKind::kVarchar:
    case ir::TypeKind::kText:
    case ir::TypeKind::kDate:
    case ir::TypeKind::kTime:
    case ir::TypeKind::kInterval:
    case ir::TypeKind::kUuid:
    case ir::TypeKind::kJson:
    case ir::TypeKind::kJsonb:
    case ir::TypeKind::kXml:
      return ir::KeywordOf(type.kind);
    case ir::TypeKind::kNamed:
      return type.name.name;
    case ir::TypeKind::kNative:
      return "expr";
  }
  return "expr";
}

struct KeyName {
  std::string name;
  bool strong = false;  // a name of the author's, not a type
};

KeyName NameOfKey(const ir::Expr& written) {
  const ir::Expr& expr = WithoutParens(written);
  if (expr.kind == ir::ExprKind::kColumn) return {expr.text, true};
  if (expr.kind == ir::ExprKind::kCall) return {base::LowerAscii(expr.text), true};
  if (expr.kind == ir::ExprKind::kFunction) {
    return {expr.function == ir::Function::kUuid ? "gen_random_uuid" : std::string(ir::NameOf(expr.function)), true};
  }
  if (expr.kind == ir::ExprKind::kCast && expr.operands.size() == 1 && expr.types.size() == 1) {
    KeyName inner = NameOfKey(expr.operands.front());
    return inner.strong ? inner : KeyName{std::string(InternalName(expr.types.front())), false};
  }
  if (expr.kind == ir::ExprKind::kCase) {
    if (expr.has_else) {
      KeyName inner = NameOfKey(expr.operands.back());
      if (inner.strong) return inner;
    }
    return {"case", false};
  }
  return {"expr", false};
}

// PostgreSQL's ChooseIndexColumnNames: one that was there before gets a number.
std::vector<std::string> DistinctNames(const std::vector<std::string>& names) {
  std::vector<std::string> result;
  for (const std::string& name : names) {
    std::string candidate = name;
    for (int i = 1; std::find(result.begin(), result.end(), candidate) != result.end(); ++i)
      candidate = fmt::format("{}{}", name, i);
    result.push_back(std::move(candidate));
  }
  return result;
}

std::vector<std::string> Texts(const std::vector<ir::Identifier>& identifiers) {
  std::vector<std::string> texts;
  for (const ir::Identifier& one : identifiers) texts.push_back(one.text);
  return texts;
}

// PostgreSQL names a check after its column when it uses exactly one. What raw SQL hides is taken from where the check stood.
std::string ColumnOfCheck(const ir::Check& check) {
  const std::vector<ir::Identifier> columns = ir::ColumnsOf(check.expr);
  if (ir::HasRawSql(check.expr)) return check.column;
  return columns.size() == 1 ? columns.front().text : "";
}

std::string FirstFree(const Rules& rules, const std::string& pattern, const std::map<std::string, std::string>& parts,
                      const IsTaken& is_taken) {
  int n = pattern.find("{n}") == std::string::npos ? 0 : 1;
  std::string name = MakeName(rules, pattern, parts, n);
  while (is_taken(name)) name = MakeName(rules, pattern, parts, ++n);
  return name;
}

}  // namespace

std::size_t LengthOf(const Rules& rules, const std::string& name) {
  return rules.identifier_in_characters ? base::CountCodePoints(name) : name.size();
}

std::string MakeName(const Rules& rules, const std::string& pattern, const std::map<std::string, std::string>& parts, int n) {
  std::vector<Piece> pieces = SplitPattern(pattern, parts);
  const auto number = std::find_if(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.is_number; });
  if (number != pieces.end()) {
    number->text = fmt::format("{}", n);
  } else if (n > 0) {
    pieces.push_back({fmt::format("{}", n)});
  }
  std::size_t fixed = 0;
  std::vector<std::size_t> room(pieces.size());
  std::size_t wanted = 0;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const std::size_t length = LengthOf(rules, pieces[i].text);
    if (pieces[i].may_be_cut) {
      room[i] = length;
      wanted += length;
    } else {
      fixed += length;
    }
  }
  const std::size_t available = rules.max_identifier > fixed ? rules.max_identifier - fixed : 0;
  while (wanted > available) {
    // The longest loses one; of equally long ones the later, as in makeObjectName.
    std::size_t longest = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      if (room[i] >= room[longest]) longest = i;
    }
    --room[longest];
    --wanted;
  }
  std::string name;
  for (std::size_t i = 0; i < pieces.size(); ++i)
    name += pieces[i].may_be_cut ? Clip(rules, pieces[i].text, room[i]) : pieces[i].text;
  if (LengthOf(rules, name) <= rules.max_identifier) return name;
  // A pattern whose own letters are too many; the number still makes the difference.
  const std::string digits = n > 0 ? fmt::format("{}", n) : "";
  return Clip(rules, name, rules.max_identifier - std::min(digits.size(), rules.max_identifier)) + digits;
}

std::string ChooseName(const Rules& rules, const ir::Table& table, const ir::Constraint& constraint, const IsTaken& is_taken) {
  std::map<std::string, std::string> parts = {{"table", table.name.name}};
  if (const auto* columns = KeyColumns(constraint); columns != nullptr && !columns->empty()) {
    parts["columns"] = base::Join(Texts(*columns), "_");
    parts["column"] = columns->front().text;
  }
  const std::string& pattern = std::visit(base::Overloaded{
                                              [&](const ir::PrimaryKey&) -> const std::string& { return rules.naming.primary_key; },
                                              [&](const ir::Unique&) -> const std::string& { return rules.naming.unique; },
                                              [&](const ir::Check& check) -> const std::string& {
                                                parts["column"] = parts["columns"] = ColumnOfCheck(check);
                                                return rules.naming.check;
                                              },
                                              [&](const ir::ForeignKey& key) -> const std::string& {
                                                parts["referred_table"] = key.table.name;
                                                return rules.naming.foreign_key;
                                              },
                                              [&](const ir::Exclude& exclude) -> const std::string& {
                                                std::vector<std::string> names;
                                                for (const ir::ExcludeElement& element : exclude.elements)
                                                  names.push_back(NameOfKey(element.expr).name);
                                                parts["columns"] = base::Join(DistinctNames(names), "_");
                                                parts["column"] = names.empty() ? "" : names.front();
                                                return rules.naming.exclude;
                                              },
                                          },
                                          constraint.body);
  return FirstFree(rules, pattern, parts, is_taken);
}

std::string ChooseName(const Rules& rules, const ir::Table& table, const ir::Index& index, const IsTaken& is_taken) {
  std::vector<std::string> names;
  for (const ir::IndexKey& key : index.keys) names.push_back(NameOfKey(key.expr).name);
  // PostgreSQL counts the included columns too (DefineIndex gives ChooseIndexColumnNames all of them).
  for (const ir::Identifier& column : index.include) names.push_back(column.text);
  std::map<std::string, std::string> parts = {{"table", table.name.name}, {"columns", base::Join(DistinctNames(names), "_")}};
  parts["column"] = names.empty() ? "" : names.front();
  return FirstFree(rules, rules.naming.index, parts, is_taken);
}

}  // namespace migc::catalog
