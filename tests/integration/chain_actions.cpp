// The actions of `alter table` in random chains.
#include <fmt/format.h>

#include "integration/chain_generator.h"

namespace migc::integration {
namespace {

constexpr const char* kRules[] = {"", " on delete cascade", " on delete set null", " on update cascade",
                                  " on update cascade on delete restrict"};

// True of every value that a chain writes.
std::string AlwaysTrue(const std::string& column, const std::string& type) {
  if (type == "date") return column + " >= date '2000-01-01'";
  if (type == "boolean") return column + " is null or " + column + " in (true, false)";
  if (type == "text" || type.starts_with("varchar")) return "length(" + column + ") < 500 and " + column + " <> 'it''s\\ not'";
  if (type.starts_with("timestamp")) return column + " > timestamp '1990-01-01 00:00:00'";
  if (type == "blob") return column + " is null or " + column + " <> x'00'";
  if (type.starts_with("decimal") || type == "double precision") return column + " between -5000.5 and 5000";
  return "not (" + column + " <= -1 or " + column + " * 2 > 100000)";
}

}  // namespace

std::string ChainGenerator::AddColumn(Table& table) {
  Column column{Name("c"), Type()};
  std::string text = OneIn(4) ? "add " : "add column ";
  if (OneIn(3) && column.type != "blob") {
    column.not_null = column.has_default = true;
    text += column.name + " " + column.type + " not null default " + DefaultOf(column.type);
  } else {
    text += ColumnDefinition(column);
  }
  if (OneIn(8)) text += Position(table);
  table.columns.push_back(std::move(column));
  return text;
}

// A column that must have a value, and has no default, could not come back beside rows.
std::string ChainGenerator::DropColumn(Table& table) {
  Column* column = PlainColumn(table);
  if (column == nullptr || table.columns.size() < 4 || (column->not_null && !column->has_default)) return AddColumn(table);
  if (IsUsed(column->name)) return AddColumn(table);
  std::string text = (OneIn(4) ? "drop " : "drop column ") + column->name;
  table.columns.erase(table.columns.begin() + (column - table.columns.data()));
  return text;
}

std::string ChainGenerator::RenameColumn(Table& table) {
  Column* column = PlainColumn(table);
  if (column == nullptr || IsUsed(column->name)) return AddColumn(table);
  const std::string to = Name("c");
  std::string text = "rename column " + column->name + " to " + to;
  column->name = to;
  return text;
}

std::string ChainGenerator::ChangeType(Column& column) {
  const std::string to = column.type == "smallint"      ? "integer"
                         : column.type == "integer"     ? "bigint"
                         : column.type == "varchar(40)" ? "varchar(80)"
                         : column.type == "varchar(80)" ? "text"
                                                        : "";
  if (to.empty()) return "";
  column.type = to;
  return "alter column " + column.name + " type " + to + (OneIn(3) ? Using(column) : "");
}

std::string ChainGenerator::ChangeColumn(Table& table) {
  Column* column = PlainColumn(table);
  if (column == nullptr) return AddColumn(table);
  const std::string alter = "alter column " + column->name;
  switch (Below(6)) {
    case 0:
      if (column->type == "blob") break;
      column->has_default = true;
      return alter + " set default " + DefaultOf(column->type);
    case 1:
      column->has_default = false;
      return alter + " drop default";
    case 2:
      column->not_null = true;
      return alter + " set not null fill " + Value(column->type);
    case 3:
      column->not_null = false;
      return alter + " drop not null";
    case 4:
      return alter + (OneIn(2) ? " comment " + Literal() : " no comment");
    default:
      break;
  }
  std::string text = ChangeType(*column);
  return text.empty() ? alter + " comment " + Literal() : text;
}

std::string ChainGenerator::AddConstraint(Table& table) {
  const bool unique = OneIn(2);
  Column* column = PlainColumn(table, unique);
  // An enum's own check is over it already, and its values change.
  if (column == nullptr || (!unique && FindEnum(column->type) != nullptr)) return AddColumn(table);
  column->plain = false;
  const std::string name = Name("k");
  table.constraints.push_back(name);
  if (unique) return "add constraint " + name + " unique (" + column->name + ", id)";
  return "add constraint " + name + " check (" + AlwaysTrue(column->name, column->type) + ")";
}

std::string ChainGenerator::DropOrRenameConstraint(Table& table) {
  if (table.constraints.empty()) return AddConstraint(table);
  const std::size_t at = Below(table.constraints.size());
  const std::string name = table.constraints[at];
  if (OneIn(2)) {
    table.constraints.erase(table.constraints.begin() + static_cast<std::ptrdiff_t>(at));
    return "drop constraint " + name;
  }
  table.constraints[at] = Name("k");
  return "rename constraint " + name + " to " + table.constraints[at];
}

std::string ChainGenerator::AddReference(Table& table) {
  Table* other = TableWithId();
  if (other == nullptr) return AddColumn(table);
  const Column column{Name("ref"), "bigint", false, false, false, false, true};
  other->referenced = true;
  if (OneIn(3)) {
    table.columns.push_back(column);
    table.shapes.push_back("foreign key (" + column.name + ")");
    const std::string rule = kRules[Below(std::size(kRules))];
    if (OneIn(2)) return "add column " + column.name + " bigint references " + other->name + rule;
    return "add column " + column.name + " bigint, add foreign key (" + column.name + ") references " + other->name + " (id)" +
           rule;
  }
  const std::string name = Name("f");
  table.constraints.push_back(name);
  table.columns.push_back(column);
  return "add column " + column.name + " bigint constraint " + name + " references " + other->name + " (id)" +
         kRules[Below(std::size(kRules))];
}

std::string ChainGenerator::AddGenerated(Table& table) {
  Column* column = PlainColumn(table);
  if (column == nullptr || (column->type != "integer" && !column->type.starts_with("varchar"))) return AddColumn(table);
  column->plain = false;
  const bool number = column->type == "integer";
  const std::string expression = number ? column->name + " * 2 + 1" : "upper(" + column->name + ") || '\\it''s'";
  table.columns.push_back({Name("g"), number ? "integer" : "text", false, false, false, true, false});
  return "add column " + table.columns.back().name + " " + table.columns.back().type + " generated as (" + expression + ") stored";
}

std::string ChainGenerator::Action(Table& table) {
  switch (Below(16)) {
    case 11:
      return AddUnnamed(table);
    case 12:
      return DropShape(table);
    case 13:
      return OneIn(2) ? ChangeKey(table) : ChangeIdentity(table);
    case 14:
      return NotValid(table);
    case 15:
      if (table.options && OneIn(2)) return "with postgres 'FILLFACTOR=80', mysql 'ROW_FORMAT=COMPACT'";
      return OneIn(3) ? "no comment" : "comment " + Literal();
    case 0:
      return AddColumn(table);
    case 1:
      return DropColumn(table);
    case 2:
      return RenameColumn(table);
    case 3:
      return AddConstraint(table);
    case 4:
      return DropOrRenameConstraint(table);
    case 5:
      return AddReference(table);
    case 6:
      return AddGenerated(table);
    default:
      return ChangeColumn(table);
  }
}

std::string ChainGenerator::AlterTable(Table& table) {
  std::string text = "alter table " + table.name + " " + Action(table);
  while (OneIn(2)) text += ", " + Action(table);
  return text + ";" + StarViewsAgain(table);
}

}  // namespace migc::integration
