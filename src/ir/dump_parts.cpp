#include "ir/dump_parts.h"

#include <fmt/format.h>

#include "migc/base/overloaded.h"
#include "migc/base/text.h"
#include "migc/ir/spelling.h"

namespace migc::ir {
namespace {

std::string_view NameOf(ReferenceAction action) {
  switch (action) {
    case ReferenceAction::kNone:
      return "";
    case ReferenceAction::kNoAction:
      return "no action";
    case ReferenceAction::kRestrict:
      return "restrict";
    case ReferenceAction::kCascade:
      return "cascade";
    case ReferenceAction::kSetNull:
      return "set null";
    case ReferenceAction::kSetDefault:
      return "set default";
  }
  return "";
}

std::string DumpKey(const IndexKey& key) {
  const bool bare = key.expr.kind == ExprKind::kColumn || key.expr.kind == ExprKind::kParens;
  std::string out = bare ? Describe(key.expr) : "(" + Describe(key.expr) + ")";
  if (key.collation) out += " collate " + SpellString(*key.collation);
  if (key.opclass) out += " ops " + SpellString(*key.opclass);
  if (key.length) out += fmt::format(" length {}", *key.length);
  if (key.order == SortOrder::kAscending) out += " asc";
  if (key.order == SortOrder::kDescending) out += " desc";
  if (key.nulls == NullsOrder::kFirst) out += " nulls first";
  if (key.nulls == NullsOrder::kLast) out += " nulls last";
  return out;
}

std::string DumpForeignKey(const ForeignKey& key) {
  std::string out = fmt::format("foreign key ({}) references {}", SpellNames(key.columns), SpellName(key.table));
  if (!key.referred_columns.empty()) out += " (" + SpellNames(key.referred_columns) + ")";
  if (key.match_full) out += " match full";
  if (key.on_delete != ReferenceAction::kNone) out += fmt::format(" on delete {}", NameOf(key.on_delete));
  if (key.on_update != ReferenceAction::kNone) out += fmt::format(" on update {}", NameOf(key.on_update));
  if (key.deferrable) out += *key.deferrable ? " deferrable" : " not deferrable";
  if (key.initially_deferred) out += *key.initially_deferred ? " initially deferred" : " initially immediate";
  return out;
}

std::string DumpExclude(const Exclude& exclude) {
  std::vector<std::string> elements;
  for (const ExcludeElement& element : exclude.elements) elements.push_back(Describe(element.expr) + " with " + element.op);
  std::string out = fmt::format("exclude using {} ({})", SpellName(exclude.method), base::Join(elements, ", "));
  if (exclude.where) out += " where (" + Describe(*exclude.where) + ")";
  return out;
}

std::string NullsNotDistinct(bool on) { return on ? " nulls not distinct" : ""; }

}  // namespace

void Lines::Add(int depth, std::string_view line) {
  text_.append(static_cast<std::size_t>(depth) * 2, ' ').append(OneLine(line)).append("\n");
}

void Lines::AddText(int depth, std::string_view text) {
  for (const std::string_view line : base::SplitLines(text)) Add(depth, line.empty() ? "|" : "| " + std::string(line));
}

std::string DumpOptions(const std::vector<std::string>& options) {
  std::vector<std::string> parts;
  for (const std::string& option : options) parts.push_back(SpellString(option));
  return parts.empty() ? "" : " with " + base::Join(parts, ", ");
}

std::string DumpLine(const SequenceOptions& options) {
  std::vector<std::string> parts;
  const auto number = [&](std::string_view key, const std::optional<std::int64_t>& value) {
    if (value) parts.push_back(fmt::format("{} {}", key, *value));
  };
  number("start", options.start);
  number("increment", options.increment);
  number("min value", options.min_value);
  if (options.no_min_value) parts.emplace_back("no min value");
  number("max value", options.max_value);
  if (options.no_max_value) parts.emplace_back("no max value");
  number("cache", options.cache);
  if (options.cycle) parts.emplace_back(*options.cycle ? "cycle" : "no cycle");
  number("restart", options.restart);
  return base::Join(parts, ", ");
}

std::string DumpLine(const Identity& identity) {
  const std::string options = DumpLine(identity.options);
  return std::string(identity.always ? "identity always" : "identity") + (options.empty() ? "" : " (" + options + ")");
}

std::string DumpLine(const Column& column) {
  std::string out = SpellName(column.name.text) + " " + Describe(column.type);
  if (column.not_null) out += " not null";
  if (column.default_value) out += " default " + Describe(*column.default_value);
  if (column.identity) out += " " + DumpLine(*column.identity);
  if (column.generated) {
    out += " generated as (" + Describe(column.generated->expr) + ")";
    if (column.generated->storage == Storage::kStored) out += " stored";
    if (column.generated->storage == Storage::kVirtual) out += " virtual";
  }
  if (column.character_set) out += " character set " + SpellString(*column.character_set);
  if (column.collation) out += " collate " + SpellString(*column.collation);
  if (column.comment) out += " comment " + SpellString(*column.comment);
  if (column.renamed_from) out += " renamed from " + SpellName(column.renamed_from->text);
  return out;
}

std::string DumpLine(const Constraint& constraint) {
  std::string out = constraint.name.empty() ? "" : "constraint " + SpellName(constraint.name.text) + " ";
  out += std::visit(
      base::Overloaded{
          [](const PrimaryKey& key) { return "primary key (" + SpellNames(key.columns) + ")"; },
          [](const Unique& unique) {
            return fmt::format("unique{} ({})", NullsNotDistinct(unique.nulls_not_distinct), SpellNames(unique.columns));
          },
          // The column makes no difference to what the check means, but to the name that it will be given.
          [](const Check& check) {
            return "check (" + Describe(check.expr) + ")" + (check.column.empty() ? "" : " of column " + SpellName(check.column));
          },
          [](const ForeignKey& key) { return DumpForeignKey(key); },
          [](const Exclude& exclude) { return DumpExclude(exclude); },
      },
      constraint.body);
  return out + (constraint.not_valid ? " not valid" : "");
}

std::string DumpLine(const Index& index) {
  std::string out = index.unique ? "unique index" : "index";
  if (!index.name.empty()) out += " " + SpellName(index.name.text);
  if (!index.method.empty()) out += " using " + SpellName(index.method);
  std::vector<std::string> keys;
  for (const IndexKey& key : index.keys) keys.push_back(DumpKey(key));
  out += " (" + base::Join(keys, ", ") + ")";
  if (!index.include.empty()) out += " include (" + SpellNames(index.include) + ")";
  out += NullsNotDistinct(index.nulls_not_distinct);
  if (index.where) out += " where (" + Describe(*index.where) + ")";
  out += DumpOptions(index.options);
  if (index.renamed_from) out += " renamed from " + SpellName(index.renamed_from->text);
  return out;
}

std::string IfExists(bool on) { return on ? "if exists " : ""; }

void DumpTable(Lines& lines, int depth, std::string_view head, const Table& table) {
  std::string first = std::string(head) + SpellName(table.name);
  if (table.comment) first += " comment " + SpellString(*table.comment);
  first += DumpOptions(table.options);
  if (table.renamed_from) first += " renamed from " + SpellName(table.renamed_from->text);
  lines.Add(depth, first);
  for (const Column& column : table.columns) lines.Add(depth + 1, "column " + DumpLine(column));
  for (const Constraint& constraint : table.constraints) lines.Add(depth + 1, DumpLine(constraint));
  for (const Index& index : table.indexes) lines.Add(depth + 1, DumpLine(index));
}

}  // namespace migc::ir
