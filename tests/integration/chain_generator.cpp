#include "integration/chain_generator.h"

#include <fmt/format.h>

#include <array>

namespace migc::integration {
namespace {

const std::array<const char*, 16> kHostileNames = {
    "select", "Order",       "with \"\"quotes\"\"", "it's",      "semi;colon", "--dash", "/*star*/",    "$$dollar$$",
    "$migc$", "back\\slash", "colon:USER",          "new\nline", "tab\there",  "🐘",      "percent%s{}", "back`tick]"};

const std::array<const char*, 14> kHostileTexts = {"",
                                                   "it''s",
                                                   "back\\slash\\",
                                                   ":USER",
                                                   "$$; DROP TABLE x; --",
                                                   "new\nline\n.quit\n\\q\n",
                                                   "tab\there",
                                                   "🐘 é",
                                                   "\"quoted\"",
                                                   "/*",
                                                   "%s %% {}",
                                                   "&amp;",
                                                   "\\''; --",
                                                   "a\r\nb"};

const std::array<const char*, 8> kTypes = {"integer", "bigint",        "varchar(40)", "text",
                                           "boolean", "decimal(10,2)", "date",        "smallint"};

}  // namespace

std::string ChainGenerator::Name(const std::string& stem) {
  const std::string name = fmt::format("{}{}", stem, ++names_);
  if (!hostile_ || Below(3) == 0) return name;
  return fmt::format("\"{} {}\"", kHostileNames[Below(kHostileNames.size())], name);
}

std::string ChainGenerator::Literal() { return fmt::format("'{}'", kHostileTexts[Below(kHostileTexts.size())]); }

std::string ChainGenerator::Value(const std::string& type) {
  if (type == "boolean") return Below(2) == 0 ? "true" : "false";
  if (type == "date") return fmt::format("date '2026-01-{:02}'", 1 + Below(28));
  if (type == "text" || type.starts_with("varchar")) return Literal();
  if (type.starts_with("decimal")) return fmt::format("-{}.{:02}", Below(1000), Below(100));
  return fmt::format("{}", Below(1000));
}

std::string ChainGenerator::ColumnDefinition(const Column& column) {
  std::string text = column.name + " " + column.type;
  if (Below(2) == 0) text += " default " + Value(column.type);
  if (Below(5) == 0) text += " comment " + Literal();
  return text;
}

ChainGenerator::Column* ChainGenerator::PlainColumn(Table& table) {
  std::vector<Column*> plain;
  for (std::size_t i = 1; i < table.columns.size(); ++i) {
    if (table.columns[i].plain) plain.push_back(&table.columns[i]);
  }
  return plain.empty() ? nullptr : plain[Below(plain.size())];
}

std::string ChainGenerator::CreateTable() {
  Table table;
  table.name = Name("t");
  table.columns.push_back({"id", "bigint", false});
  const std::uint32_t count = 1 + Below(4);
  for (std::uint32_t i = 0; i < count; ++i) table.columns.push_back({Name("c"), kTypes[Below(kTypes.size())], true});
  std::string text = "create table " + table.name + " (\n    id bigint identity primary key";
  for (std::size_t i = 1; i < table.columns.size(); ++i) text += ",\n    " + ColumnDefinition(table.columns[i]);
  text += "\n  )";
  if (Below(3) == 0) text += " comment " + Literal();
  tables_.push_back(std::move(table));
  return text + ";";
}

std::string ChainGenerator::AddColumns(Table& table) {
  const Column first{Name("c"), kTypes[Below(kTypes.size())], true};
  std::string text = "alter table " + table.name + " add " + ColumnDefinition(first);
  table.columns.push_back(first);
  if (Below(2) == 0) {
    const Column second{Name("c"), kTypes[Below(kTypes.size())], true};
    text += ", add column " + second.name + " " + second.type + " not null default " + Value(second.type);
    table.columns.push_back(second);
  }
  return text + ";";
}

std::string ChainGenerator::DropColumn(Table& table) {
  Column* column = PlainColumn(table);
  if (column == nullptr) return AddColumns(table);
  std::string text = "alter table " + table.name + " drop column " + column->name + ";";
  table.columns.erase(table.columns.begin() + (column - table.columns.data()));
  return text;
}

std::string ChainGenerator::RenameColumn(Table& table) {
  Column* column = PlainColumn(table);
  if (column == nullptr) return AddColumns(table);
  const std::string to = Name("c");
  std::string text = "alter table " + table.name + " rename column " + column->name + " to " + to + ";";
  column->name = to;
  return text;
}

std::string ChainGenerator::ChangeColumn(Table& table) {
  Column* column = PlainColumn(table);
  if (column == nullptr) return AddColumns(table);
  const std::string alter = "alter table " + table.name + " alter column " + column->name;
  switch (Below(4)) {
    case 0:
      return alter + " set default " + Value(column->type) + ";";
    case 1:
      return alter + " drop default;";
    case 2:
      return alter + " set not null fill " + Value(column->type) + ";";
    default:
      break;
  }
  if (column->type == "integer" || column->type == "smallint") {
    column->type = "bigint";
    return alter + " drop default, alter column " + column->name + " type bigint;";
  }
  return alter + " drop not null;";
}

std::string ChainGenerator::Index(Table& table) {
  if (!table.indexes.empty() && Below(3) == 0) {
    std::string text = "drop index " + table.indexes.back() + ";";
    table.indexes.pop_back();
    return text;
  }
  Column* column = PlainColumn(table);
  if (column == nullptr) return AddColumns(table);
  column->plain = false;
  table.indexes.push_back(Name("i"));
  const std::string options = Below(3) == 0 ? " desc" : "";
  const std::string where = Below(3) == 0 ? " where (id > 3)" : "";
  return "create index " + table.indexes.back() + " on " + table.name + " (" + column->name + options + ")" + where + ";";
}

std::string ChainGenerator::Check(Table& table) {
  if (!table.checks.empty() && Below(2) == 0) {
    std::string text = "alter table " + table.name + " drop constraint " + table.checks.back() + ";";
    table.checks.pop_back();
    return text;
  }
  Column* column = PlainColumn(table);
  if (column == nullptr) return AddColumns(table);
  column->plain = false;
  table.checks.push_back(Name("k"));
  // True of every row that can be there.
  return "alter table " + table.name + " add constraint " + table.checks.back() + " check (" + column->name +
         " is null or id > -1);";
}

std::string ChainGenerator::Reference(Table& table) {
  Table& other = tables_[Below(tables_.size())];
  const Column column{Name("ref"), "bigint", false};
  other.referenced = true;
  const std::string rule = Below(2) == 0 ? " on delete cascade" : "";
  std::string text =
      "alter table " + table.name + " add " + column.name + " bigint references " + other.name + " (id)" + rule + ";";
  table.columns.push_back(column);
  return text;
}

std::string ChainGenerator::Insert(Table& table) {
  std::string columns = "id";
  std::string first = fmt::format("{}", 1 + ++names_);
  std::string second = fmt::format("{}", 1 + ++names_);
  for (const Column& column : table.columns) {
    if (column.name == "id" || column.type == "bigint") continue;  // a bigint may be a reference
    columns += ", " + column.name;
    first += ", " + Value(column.type);
    second += ", " + Value(column.type);
  }
  return "insert into " + table.name + " (" + columns + ") values (" + first + "), (" + second + ");";
}

std::string ChainGenerator::Statement() {
  if (tables_.empty() || Below(6) == 0) return CreateTable();
  Table& table = tables_[Below(tables_.size())];
  switch (Below(9)) {
    case 0:
      return AddColumns(table);
    case 1:
      return DropColumn(table);
    case 2:
      return RenameColumn(table);
    case 3:
      return ChangeColumn(table);
    case 4:
      return Index(table);
    case 5:
      return Check(table);
    case 6:
      return Reference(table);
    case 7:
      return Insert(table);
    default:
      break;
  }
  const std::string to = Name("t");
  std::string text = "rename table " + table.name + " to " + to + ";";
  table.name = to;
  return text;
}

std::map<std::string, std::string> ChainGenerator::Files(int count) {
  std::map<std::string, std::string> files;
  for (int i = 1; i <= count; ++i) {
    std::string text =
        fmt::format("revision r{} 'Revision {}'\n  revises {};\n\nupgrade {{\n", i, i, i == 1 ? "base" : fmt::format("r{}", i - 1));
    const std::uint32_t statements = 1 + Below(5);
    for (std::uint32_t n = 0; n < statements; ++n) text += "  " + Statement() + "\n";
    files[fmt::format("migrations/r{:03}.mig", i)] = text + "}\n";
  }
  return files;
}

}  // namespace migc::integration
