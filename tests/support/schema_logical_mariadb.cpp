// The logical schema of a MariaDB database, from information_schema.
#include <regex>
#include <set>

#include "migc/base/text.h"
#include "support/schema_logical_reader.h"

namespace migc::support {
namespace {

// A backslash in a string is one character only when it is doubled.
std::string Literal(const std::string& text) {
  std::string literal;
  for (const char c : text) literal += c == '\\' ? "\\\\" : std::string(1, c);
  return Quoted(literal, '\'');
}

std::string TypeWord(const std::string& type) {
  if (type == "tinyint(1)") return "boolean";
  if (type == "int(11)") return "integer";
  if (type == "bigint(20)" || type == "smallint(6)") return Family(type);
  if (type.starts_with("datetime")) return "timestamp" + type.substr(8);
  if (!type.starts_with("enum(")) return type;
  // enum('a','it''s') in the words of the others
  std::string words = "enum(";
  for (std::size_t i = 5; i < type.size(); ++i) {
    if (type[i] != '\'') {
      words += type[i] == ',' ? ", " : std::string(1, type[i]);
      continue;
    }
    for (++i; i < type.size(); ++i) {
      if (type[i] == '\'' && type[i + 1] != '\'') break;
      if (type[i] == '\'' || type[i] == '\\') ++i;
      words += type[i];
    }
  }
  return words;
}

std::string Sample(const std::string& value, const LogicalColumn& column) {
  if (value.empty()) return "NULL";
  const std::string family = Family(column.type);
  if (family == "date" || family == "timestamp") return family + " " + Literal(value);
  return family == "text" || family == "varchar" ? Literal(value) : value;
}

class Reader {
 public:
  explicit Reader(const MariadbDatabase& database) : database_(database) {}

  LogicalSchema Read() {
    for (const auto& row : Rows("table_name, table_comment", "tables", "table_schema", "AND table_type = 'BASE TABLE'")) {
      schema_[row[0]].comment = row[1];
    }
    Columns();
    References();
    Keys();
    for (const auto& row : Rows("table_name, check_clause", "check_constraints", "constraint_schema", "")) {
      if (Ours(row[0])) expressions_[row[0]].push_back({LogicalExpression::Of::kCheck, 0, row[1]});
    }
    WorkOut(expressions_,
            {[&](const std::string& sql) { return database_.Rows(sql); }, Sample,
             [](const std::string& name) { return Quoted(name, '`'); }},
            schema_);
    std::erase_if(schema_, [](const auto& table) { return !Ours(table.first); });
    Others();
    return std::move(schema_);
  }

 private:
  static bool Ours(const std::string& table) { return !table.starts_with("migc_"); }
  bool IsTable(const std::string& name) const { return Ours(name) && schema_.contains(name); }
  std::vector<std::vector<std::string>> Rows(const std::string& columns, const std::string& view, const std::string& schema_column,
                                             const std::string& rest) const {
    return database_.Rows("SELECT " + columns + " FROM information_schema." + view + " WHERE " + schema_column + " = " +
                          Literal(database_.name()) + " " + rest);
  }

  void Columns() {
    std::string defaults;
    std::vector<std::pair<std::string, std::size_t>> places;
    for (const auto& row : Rows("table_name, column_name, column_type, is_nullable, column_default, extra, column_comment, "
                                "generation_expression",
                                "columns", "table_schema", "ORDER BY table_name, ordinal_position")) {
      if (!IsTable(row[0])) continue;
      LogicalTable& table = schema_[row[0]];
      table.columns.push_back(
          {row[1], TypeWord(row[2]), row[3] == "NO", row[5].find("auto_increment") != std::string::npos, "", "", row[6]});
      const std::size_t at = table.columns.size() - 1;
      if (row[7] != "\\N") {
        expressions_[row[0]].push_back({LogicalExpression::Of::kGenerated, at, row[7]});
      } else if (row[4] != "\\N" && row[4] != "NULL") {
        defaults +=
            (defaults.empty() ? "SELECT " : " UNION ALL SELECT ") + std::to_string(places.size()) + ", CONCAT(" + row[4] + ")";
        places.emplace_back(row[0], at);
      }
    }
    if (places.empty()) return;
    for (const auto& row : database_.Rows(defaults)) {
      const auto& [name, at] = places[std::stoul(row[0])];
      LogicalColumn& column = schema_[name].columns[at];
      // information_schema is in utf8mb3: a character above U+FFFF is a question mark there, and in the default of a TEXT four.
      column.default_value = "=" + std::regex_replace(CanonicalValue(row[1], column.type), std::regex(R"(\?{4})"), "?");
    }
  }

  void Others() {
    for (const auto& row : Rows("trigger_name, event_object_table", "triggers", "trigger_schema", "ORDER BY trigger_name")) {
      schema_[row[1]].triggers.push_back(row[0]);
    }
    for (const auto& row :
         Rows("table_name, column_name", "columns c JOIN information_schema.views v USING (table_schema, table_name)",
              "table_schema", "ORDER BY table_name, ordinal_position")) {
      schema_[row[0]].kind = LogicalTable::Kind::kView;
      schema_[row[0]].outputs.push_back(row[1]);
    }
    for (const auto& row : Rows("table_name", "tables", "table_schema", "AND table_type = 'SEQUENCE'")) {
      schema_[row[0]].kind = LogicalTable::Kind::kSequence;
      const auto options = database_.Rows("SELECT start_value, increment FROM " + Quoted(row[0], '`')).at(0);
      schema_[row[0]].options = "start " + options[0] + " increment " + options[1];
    }
    for (const auto& row : Rows("routine_name, routine_type", "routines", "routine_schema", "")) {
      schema_[row[0]].kind = LogicalTable::Kind::kRoutine;
      schema_[row[0]].options = base::LowerAscii(row[1]);
    }
  }

  void References() {
    std::map<std::pair<std::string, std::string>, LogicalReference> keys;  // by table and name
    for (const auto& row :
         Rows("table_name, constraint_name, column_name, referenced_table_name, referenced_column_name", "key_column_usage",
              "table_schema", "AND referenced_table_name IS NOT NULL ORDER BY ordinal_position")) {
      LogicalReference& key = keys[{row[0], row[1]}];
      key.columns.push_back(row[2]);
      key.table = row[3];
      key.referred.push_back(row[4]);
    }
    for (const auto& row :
         Rows("table_name, constraint_name, update_rule, delete_rule", "referential_constraints", "constraint_schema", "")) {
      LogicalReference& key = keys[{row[0], row[1]}];
      key.on_update = base::LowerAscii(row[2]);
      key.on_delete = base::LowerAscii(row[3]);
      schema_[row[0]].references.push_back(key);
      references_.insert({row[0], row[1]});
    }
  }

  std::string TypeOf(const std::string& table, const std::string& name) const {
    for (const LogicalColumn& column : schema_.at(table).columns) {
      if (column.name == name) return column.type;
    }
    return "";
  }

  void Keys() {
    std::map<std::pair<std::string, std::string>, LogicalKey> keys;
    for (const auto& row : Rows("table_name, index_name, non_unique, column_name, collation, sub_part", "statistics",
                                "table_schema", "ORDER BY table_name, index_name, seq_in_index")) {
      if (!Ours(row[0])) continue;
      LogicalKey& key = keys[{row[0], row[1]}];
      key.name = row[1];
      key.unique = row[2] == "0";
      // A TEXT or BLOB is in an index with its start alone, which must be said; the others keep all of it.
      const std::string type = TypeOf(row[0], row[3]);
      const bool start = row[5] != "\\N" && type != "text" && type != "blob";
      key.columns.push_back(row[3] + (start ? " length " + row[5] : "") + (row[4] == "D" ? " desc" : ""));
    }
    for (auto& [place, key] : keys) {
      if (key.name == "PRIMARY") {
        schema_[place.first].primary_key = key.columns;
      } else if (!references_.contains(place)) {
        // InnoDB wants an index under a foreign key; it has the key's name.
        schema_[place.first].keys.push_back(std::move(key));
      }
    }
  }

  const MariadbDatabase& database_;
  LogicalSchema schema_;
  LogicalExpressions expressions_;
  std::set<std::pair<std::string, std::string>> references_;  // by table and name
};

}  // namespace

LogicalSchema ReadLogical(const MariadbDatabase& database) { return Reader(database).Read(); }

}  // namespace migc::support
