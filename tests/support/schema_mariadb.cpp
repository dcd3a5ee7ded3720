// MariaDB's schema, read from information_schema; in the words that ExpectedMysqlSchema uses.
#include <regex>

#include "migc/base/text.h"
#include "support/schema.h"

namespace migc::support {
namespace {

std::string Literal(const std::string& text) {
  std::string literal = "'";
  for (const char c : text) literal += c == '\'' ? "''" : std::string(1, c);
  return literal + "'";
}

class Reader {
 public:
  explicit Reader(const MariadbDatabase& database) : database_(database) {}

  Schema Read() {
    ReadSchema(database_.name(), "");
    for (const auto& row :
         database_.Rows("SELECT schema_name FROM information_schema.schemata WHERE schema_name NOT IN ('mysql', 'sys', "
                        "'information_schema', 'performance_schema') AND schema_name NOT LIKE 'test\\_%'")) {
      schema_.facts["schema " + row[0]] = "";
      ReadSchema(row[0], row[0] + ".");
    }
    return std::move(schema_);
  }

 private:
  // Rows of an information_schema view that belong to this schema.
  std::vector<std::vector<std::string>> Rows(const std::string& columns, const std::string& view, const std::string& schema_column,
                                             const std::string& rest = "") const {
    return database_.Rows("SELECT " + columns + " FROM information_schema." + view + " WHERE " + schema_column + " = " +
                          Literal(at_) + " " + rest);
  }
  static bool IsOwn(const std::string& table) { return table == "migc_version" || table == "migc_history" || table == "migc_step"; }
  std::string Plain(const std::string& text) const {
    return std::regex_replace(text, std::regex("`" + database_.name() + "`\\."), "");
  }
  std::string Shown(const std::string& schema, const std::string& name) const {
    return schema == database_.name() ? name : schema + "." + name;
  }

  void ReadSchema(const std::string& schema, const std::string& prefix) {
    at_ = schema;
    prefix_ = prefix;
    collations_.clear();
    json_.clear();
    Tables();
    Checks();
    Columns();
    Indexes();
    ForeignKeys();
    Others();
  }

  void Tables() {
    for (const auto& row : Rows("table_name, table_type, table_comment, table_collation, engine", "tables", "table_schema")) {
      if (IsOwn(row[0])) continue;
      if (row[1] == "SEQUENCE") {
        schema_.facts["sequence " + prefix_ + row[0]] = "";
        schema_.texts["sequence " + prefix_ + row[0]] = database_.Query(
            "SELECT start_value, increment, minimum_value, cache_size, cycle_option FROM `" + at_ + "`.`" + row[0] + "`");
      } else if (row[1] == "BASE TABLE") {
        schema_.facts["table " + prefix_ + row[0]] = row[2].empty() ? "" : Literal(row[2]);
        schema_.texts["table " + prefix_ + row[0]] = row[3] + " " + row[4];
        collations_[row[0]] = row[3];
      }
    }
  }

  void Checks() {
    for (const auto& row : Rows("table_name, constraint_name, level, check_clause", "check_constraints", "constraint_schema")) {
      if (row[2] == "Column" && row[3] == "json_valid(`" + row[1] + "`)") {
        json_[row[0] + "." + row[1]] = true;
        continue;
      }
      schema_.facts["constraint " + prefix_ + row[0] + "." + row[1]] = "check";
      schema_.texts["constraint " + prefix_ + row[0] + "." + row[1]] = row[3];
    }
  }

  void Columns() {
    for (const auto& row :
         Rows("table_name, column_name, column_type, is_nullable, column_default, extra, collation_name, column_comment, "
              "generation_expression",
              "columns", "table_schema", "ORDER BY table_name, ordinal_position")) {
      if (!collations_.contains(row[0])) continue;
      const std::string name = prefix_ + row[0] + "." + row[1];
      const bool json = json_.contains(row[0] + "." + row[1]);
      schema_.facts["type of " + name] = json ? "json" : row[2];
      std::string words = row[3] == "NO" ? " not null" : "";
      const bool generated = row[8] != "\\N";
      if (row[4] != "\\N" && row[4] != "NULL" && !generated) words += " default";
      if (row[5].find("auto_increment") != std::string::npos) words += " auto_increment";
      if (row[5].find("STORED") != std::string::npos) words += " generated stored";
      if (row[5].find("VIRTUAL") != std::string::npos) words += " generated virtual";
      if (!json && row[6] != "\\N" && row[6] != collations_[row[0]]) words += " collate " + row[6];
      if (!row[7].empty()) words += " comment " + Literal(row[7]);
      schema_.facts["column " + name] = words.empty() ? "" : words.substr(1);
      schema_.texts["column " + name] = row[4] + " " + row[5] + " " + row[8];
      std::string& order = schema_.orders[prefix_ + row[0]];
      order += (order.empty() ? "" : ", ") + row[1];
    }
  }

  void Indexes() {
    std::map<std::string, std::string> keys;
    std::map<std::string, std::string> kinds;
    for (const auto& row : Rows("table_name, index_name, non_unique, column_name, sub_part, collation, index_type", "statistics",
                                "table_schema", "ORDER BY table_name, index_name, seq_in_index")) {
      if (!collations_.contains(row[0])) continue;
      const std::string key = prefix_ + row[0] + "." + row[1];
      std::string& columns = keys[key];
      columns +=
          (columns.empty() ? "" : ", ") + row[3] + (row[4] == "\\N" ? "" : "(" + row[4] + ")") + (row[5] == "D" ? " desc" : "");
      kinds[key] = row[1] == "PRIMARY" ? "primary" : row[6] == "FULLTEXT" ? "fulltext" : row[2] == "0" ? "unique" : "";
    }
    for (const auto& [key, columns] : keys) {
      schema_.facts["index " + key] = (kinds[key].empty() ? "" : kinds[key] + " ") + "(" + columns + ")";
    }
  }

  void ForeignKeys() {
    std::map<std::string, std::vector<std::string>> keys;  // from, table, to
    for (const auto& row : Rows("table_name, constraint_name, column_name, referenced_table_schema, referenced_table_name, "
                                "referenced_column_name",
                                "key_column_usage", "table_schema",
                                "AND referenced_table_name IS NOT NULL ORDER BY table_name, constraint_name, ordinal_position")) {
      auto& key = keys[row[0] + "." + row[1]];
      key.resize(3);
      key[0] += (key[0].empty() ? "" : ", ") + row[2];
      key[1] = Shown(row[3], row[4]);
      key[2] += (key[2].empty() ? "" : ", ") + row[5];
    }
    for (const auto& row :
         Rows("table_name, constraint_name, update_rule, delete_rule", "referential_constraints", "constraint_schema")) {
      const auto& key = keys[row[0] + "." + row[1]];
      const auto rule = [](const std::string& event, const std::string& word) {
        return word == "RESTRICT" || word == "NO ACTION" ? std::string() : " on " + event + " " + base::LowerAscii(word);
      };
      schema_.facts["constraint " + prefix_ + row[0] + "." + row[1]] =
          "foreign key (" + key[0] + ") -> " + key[1] + " (" + key[2] + ")" + rule("update", row[2]) + rule("delete", row[3]);
    }
  }

  void Others() {
    for (const auto& row : Rows("table_name, view_definition", "views", "table_schema")) {
      schema_.facts["view " + prefix_ + row[0]] = "";
      schema_.texts["view " + prefix_ + row[0]] = Plain(row[1]);
    }
    for (const auto& row : Rows("event_object_table, trigger_name, action_timing, event_manipulation, action_statement", "triggers",
                                "trigger_schema")) {
      schema_.facts["trigger " + prefix_ + row[0] + "." + row[1]] = "";
      schema_.texts["trigger " + prefix_ + row[0] + "." + row[1]] = row[2] + " " + row[3] + " " + row[4];
    }
    for (const auto& row : Rows("routine_type, routine_name, routine_definition", "routines", "routine_schema")) {
      const std::string key = base::LowerAscii(row[0]) + " " + prefix_ + row[1];
      schema_.facts[key] = "";
      schema_.texts[key] = row[2];
    }
    for (const auto& row : Rows("table_name, privilege_type, grantee", "table_privileges", "table_schema")) {
      std::string role = row[2].substr(1, row[2].find("'", 1) - 1);
      schema_.facts["privilege " + prefix_ + row[0] + " " + base::LowerAscii(row[1]) + " " + role] = "";
    }
  }

  const MariadbDatabase& database_;
  std::string at_;                                 // the schema that is read
  std::string prefix_;                             // of names in it
  std::map<std::string, std::string> collations_;  // of tables
  std::map<std::string, bool> json_;
  Schema schema_;
};

}  // namespace

Schema ReadSchema(const MariadbDatabase& database) { return Reader(database).Read(); }

}  // namespace migc::support
