#include "integration/chain_generator.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace migc::integration {
namespace {

// Reserved words of every dialect, and what a quotation mark, a tool's own command or a variable may trip over.
const std::array<const char*, 34> kHostileNames = {"select",
                                                   "Order",
                                                   "with \"\"quotes\"\"",
                                                   "it's",
                                                   "semi;colon",
                                                   "--dash",
                                                   "/*star*/",
                                                   "$$dollar$$",
                                                   "$migc$",
                                                   "back\\slash",
                                                   "colon:USER",
                                                   "new\nline",
                                                   "tab\there",
                                                   "${elephant}",
                                                   "percent%s{}",
                                                   "back`tick]",
                                                   "level",
                                                   "rownum",
                                                   "identity",
                                                   "autoincrement",
                                                   "rlike",
                                                   "&amp &&x",
                                                   "${}{HOME}",
                                                   ":name",
                                                   "a\n/\n",
                                                   "b\nGO\n",
                                                   "c\ndelimiter //\n",
                                                   "#hash",
                                                   "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d",
                                                   "\xe2\x80\xae"
                                                   "rtl",
                                                   "a.b",
                                                   "\\",
                                                   "''",
                                                   "[x]"};

const std::array<const char*, 22> kHostileTexts = {"",
                                                   "it''s",
                                                   "back\\slash\\",
                                                   ":USER :name",
                                                   "$$; DROP TABLE x; --",
                                                   "new\nline\n.quit\n\\q\n",
                                                   "tab\there",
                                                   "🐘 é",
                                                   "\"quoted\" `ticks` [brackets]",
                                                   "/*",
                                                   "%s %% {}",
                                                   "&amp;",
                                                   "\\''; --",
                                                   "a\r\nb",
                                                   "&&x &y.",
                                                   "${}{HOME} ${}x$",
                                                   "a\n/\nb",
                                                   "a\nGO\nb",
                                                   "a\ndelimiter //\nb",
                                                   "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d \xe2\x80\xae rtl",
                                                   " blanks ",
                                                   "\\n \\0 \\'' "};

const std::array<const char*, 15> kTypes = {"integer",       "bigint", "varchar(40)",   "text",        "boolean",
                                            "decimal(10,2)", "date",   "smallint",      "varchar(80)", "double precision",
                                            "timestamp",     "blob",   "decimal(12,4)", "integer",     "varchar(40)"};

// MariaDB wants to know how much of it is in an index.
bool NeedsLength(const std::string& type) { return type == "text" || type == "blob"; }

bool IsText(const std::string& type) { return type == "text" || type.starts_with("varchar"); }

}  // namespace

std::string ChainGenerator::Name(const std::string& stem) {
  const std::string name = fmt::format("{}{}", stem, ++names_);
  if (!hostile_ || OneIn(3)) return name;
  // In front: a line of its own. Behind: the character before the closing quotation mark, which is no blank on MySQL.
  const std::string words = kHostileNames[Below(kHostileNames.size())];
  return OneIn(2) || words.ends_with('\n') ? fmt::format("\"{} {}\"", words, name) : fmt::format("\"{} {}\"", name, words);
}

std::string ChainGenerator::Literal() { return fmt::format("'{}'", kHostileTexts[Below(kHostileTexts.size())]); }

const ChainGenerator::Enum* ChainGenerator::FindEnum(const std::string& type) const {
  for (const Enum& one : enums_) {
    if (one.name == type) return &one;
  }
  return nullptr;
}

std::string ChainGenerator::Type() {
  if (!enums_.empty() && OneIn(8)) return enums_[Below(enums_.size())].name;
  return kTypes[Below(kTypes.size())];
}

std::string ChainGenerator::Value(const std::string& type) {
  if (const Enum* values = FindEnum(type); values != nullptr) return values->values[Below(values->values.size())];
  if (type == "boolean") return OneIn(2) ? "true" : "false";
  if (type == "date") return fmt::format("date '2026-01-{:02}'", 1 + Below(28));
  if (type.starts_with("timestamp")) return fmt::format("timestamp '2026-01-{:02} 12:34:{:02}'", 1 + Below(28), Below(60));
  if (type == "double precision") return fmt::format("-{}.5", Below(1000));
  if (type == "blob") return fmt::format("x'{:02x}00ff'", Below(256));
  if (IsText(type)) return Literal();
  if (type.starts_with("decimal")) return fmt::format("-{}.{:02}", Below(1000), Below(100));
  return fmt::format("{}", Below(1000));
}

std::string ChainGenerator::ColumnDefinition(Column& column) {
  std::string text = column.name + " " + column.type;
  column.has_default = OneIn(2) && column.type != "blob";
  if (column.has_default) text += " default " + DefaultOf(column.type);
  if (!column.has_default && OneIn(6)) text += " null";
  if (OneIn(5)) text += " comment " + Literal();
  return text;
}

std::string ChainGenerator::DefaultOf(const std::string& type) {
  if (type == "timestamp" && !for_reruns_ && OneIn(2)) return OneIn(2) ? "now()" : "current_timestamp";
  if (type == "integer" && OneIn(4)) return "sql (postgres $q$ 1 + 1 $q$, else $q$ (1 + 1) $q$)";
  return Value(type);
}

ChainGenerator::Column* ChainGenerator::PlainColumn(Table& table, bool sortable) {
  std::vector<Column*> plain;
  for (Column& column : table.columns) {
    if (column.plain && !(sortable && NeedsLength(column.type))) plain.push_back(&column);
  }
  return plain.empty() ? nullptr : plain[Below(plain.size())];
}

ChainGenerator::Table* ChainGenerator::TableWithId() {
  std::vector<Table*> found;
  for (Table& table : tables_) {
    if (table.identity) found.push_back(&table);
  }
  return found.empty() ? nullptr : found[Below(found.size())];
}

std::string ChainGenerator::CreateTable() {
  Table table;
  table.name = Name("t");
  table.identity = !OneIn(4);
  table.columns.push_back({"id", "bigint", false, true, false, false, false});
  table.counts = !table.identity || !OneIn(4);
  table.always = table.identity && table.counts && OneIn(4);
  std::string text = std::string("create table ") + (OneIn(6) ? "if not exists " : "") + table.name + " (\n    id bigint" +
                     (!table.identity || !table.counts ? " not null" : " identity") + (table.always ? " always" : "") +
                     (table.identity ? " primary key" : "");
  if (!table.identity) {
    table.columns.push_back({Name("key"), "varchar(40)", false, true, false, false, false});
    text += ",\n    " + table.columns.back().name + " varchar(40) not null";
  }
  const std::uint32_t count = 1 + Below(4);
  for (std::uint32_t i = 0; i < count; ++i) {
    Column column{Name("c"), Type()};
    text += ",\n    " + ColumnDefinition(column);
    table.columns.push_back(std::move(column));
  }
  if (!table.identity) text += ",\n    constraint " + Name("p") + " primary key (id, " + table.columns[1].name + ")";
  if (OneIn(2)) text += TableItems(table);
  text += "\n  )";
  if (OneIn(3)) text += " comment " + Literal();
  table.options = OneIn(3);
  if (table.options) text += " with postgres 'FILLFACTOR=70', mysql 'ROW_FORMAT=DYNAMIC'";
  tables_.push_back(std::move(table));
  return text + ";";
}

std::string ChainGenerator::DropTable(Table& table) {
  if (table.referenced || tables_.size() < 3) return RenameTable(table);
  std::string text = WithoutTable(table, std::string("drop table ") + (OneIn(3) ? "if exists " : "") + table.name + ";");
  tables_.erase(tables_.begin() + (&table - tables_.data()));
  return text;
}

std::string ChainGenerator::RenameTable(Table& table) {
  const std::string from = table.name;
  table.name = Name("t");
  const std::string rename = "rename table " + from + " to " + table.name + ";";
  const std::vector<std::size_t> users = Users(from, "");
  return users.empty() ? rename : AroundRename(users, from, table.name, rename);
}

std::string ChainGenerator::CommentOn(Table& table) {
  const std::string comment = OneIn(4) ? "no comment" : Literal();
  if (OneIn(2)) return "comment on table " + table.name + " " + comment + ";";
  return "comment on column " + table.name + "." + table.columns[Below(table.columns.size())].name + " " + comment + ";";
}

// MariaDB has no partial indexes, and wants to know how much of a text is in an index.
std::string ChainGenerator::CreateIndex(Table& table) {
  if (OneIn(2)) return OneIn(4) ? ExpressionIndex(table) : IndexWithOptions(table);
  Column* column = PlainColumn(table);
  if (column == nullptr) return CommentOn(table);
  column->plain = false;
  const std::string name = Name("i");
  table.indexes.push_back(name);
  const bool unique = table.identity && !NeedsLength(column->type) && OneIn(3);
  const std::string start = std::string("create ") + (unique ? "unique " : "") + "index " + name + " on " + table.name + " (";
  const std::string options = OneIn(3) ? " desc" : "";
  const std::string end = unique ? ", id)" : ")";
  const std::string where = OneIn(3) ? " where (id > 3)" : "";
  std::string text = start + column->name + options + end + where + ";";
  if (where.empty() && !NeedsLength(column->type)) return text;
  const std::string length = NeedsLength(column->type) ? " length 20" : "";
  return "for mariadb { " + start + column->name + length + options + end + "; } else { " + text + " }";
}

std::string ChainGenerator::DropOrRenameIndex(Table& table) {
  if (table.indexes.empty()) return CreateIndex(table);
  if (OneIn(3)) return DropIndexWithOptions(table);
  const std::size_t at = Below(table.indexes.size());
  const std::string name = table.indexes[at];
  if (OneIn(2)) {
    table.indexes.erase(table.indexes.begin() + static_cast<std::ptrdiff_t>(at));
    return "drop index " + name + (OneIn(2) ? " on " + table.name : "") + ";";
  }
  table.indexes[at] = Name("i");
  return "rename index " + name + (OneIn(3) ? " on " + table.name : "") + " to " + table.indexes[at] + ";";
}

std::string ChainGenerator::EnumStatement() {
  if (enums_.size() < 2) {
    const std::vector<std::string> values = {"'v1'", "'it''s \"v2\"'", "'back\\slash'"};
    enums_.push_back({Name("e"), values, {}, values});
    return "create enum " + enums_.back().name + " (" + fmt::format("{}", fmt::join(values, ", ")) + ");";
  }
  Enum& changed = enums_[Below(enums_.size())];
  if (OneIn(2)) return ChangeEnumNames(changed);
  const std::string fresh = fmt::format("'value {}'", ++names_);
  std::string& value = changed.values[Below(changed.values.size())];
  const std::string former = value;
  value = fresh;
  std::ranges::replace(changed.order, former, fresh);
  if (OneIn(2)) return "alter enum " + changed.name + " rename " + former + " to " + fresh + ";";
  std::swap(changed.order.front(), changed.order[Below(changed.order.size())]);
  return "alter enum " + changed.name + " set (" + fmt::format("{}", fmt::join(changed.order, ", ")) + ") map " + former + " to " +
         fresh + ";";
}

std::string ChainGenerator::Insert(Table& table) {
  if (table.always) return InsertCsv(table);
  std::string columns = "id";
  std::string rows[2] = {fmt::format("{}", 1 + ++names_), fmt::format("{}", 1 + ++names_)};
  for (std::size_t i = 1; i < table.columns.size(); ++i) {
    const Column& column = table.columns[i];
    if (column.reference || column.generated) continue;
    columns += ", " + column.name;
    for (std::string& row : rows) row += ", " + Value(column.type);
  }
  return "insert into " + table.name + " (" + columns + ") values (" + rows[0] + "), (" + rows[1] + ");";
}

std::string ChainGenerator::Update(Table& table) {
  if (OneIn(2)) return UpdateWithExpressions(table);
  const Column* column = PlainColumn(table);
  if (column == nullptr) return Insert(table);
  return "update " + table.name + " set " + column->name + " = " + Value(column->type) + " where id > " +
         fmt::format("{}", Below(20)) + " undo nothing;";
}

std::string ChainGenerator::Statement() {
  if (tables_.empty() || OneIn(7)) return CreateTable();
  if (objects_too_ && OneIn(2)) return ObjectStatement();
  Table& table = tables_[Below(tables_.size())];
  switch (Below(18)) {
    case 14:
      return OptionStatement(table);
    case 15:
      return OneIn(2) ? InsertSelect(table) : InsertCsv(table);
    case 16:
      return RawStatement();
    case 0:
      return CreateIndex(table);
    case 1:
      return DropOrRenameIndex(table);
    case 2:
      return EnumStatement();
    case 3:
    case 4:
      return Insert(table);
    case 5:
      return Update(table);
    case 6:
      return CommentOn(table);
    case 7:
      return RenameTable(table);
    case 8:
      return DropTable(table);
    default:
      return AlterTable(table);
  }
}

std::map<std::string, std::string> ChainGenerator::Files(int count, const std::string& dialect) {
  std::map<std::string, std::string> files;
  for (int i = 1; i <= count; ++i) {
    outside_ = OneIn(12) && !for_reruns_;
    std::string text = fmt::format("revision r{} 'Revision {}'\n  revises {};\n{}\nupgrade {{\n", i, i,
                                   i == 1 ? "base" : fmt::format("r{}", i - 1), outside_ ? "no transaction;\n" : "");
    const std::uint32_t statements = 1 + Below(6);
    for (std::uint32_t n = 0; n < statements; ++n) text += "  " + Statement() + "\n";
    files[fmt::format("migrations/r{:03}.mig", i)] = text + "}\n";
  }
  files.insert(more_files_.begin(), more_files_.end());
  files["migc.yaml"] =
      "migrations: migrations\ndialects:\n  postgres: 15\n  mariadb: 10.11\n  sqlite: 3.40\nvariables:\n  elephant: '" +
      Elephant(dialect) + "'\n";
  return files;
}

}  // namespace migc::integration
