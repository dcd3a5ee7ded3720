// SQLite's schema, read by its pragmas, and from the text that it keeps where there is no pragma.
#include <cctype>
#include <regex>

#include "migc/base/text.h"
#include "support/schema.h"

namespace migc::support {
namespace {

// The tokens of SQL: words and quoted names in lower case and without their quotation marks, strings as they are.
std::vector<std::string> Tokens(const std::string& sql) {
  std::vector<std::string> tokens;
  for (std::size_t i = 0; i < sql.size();) {
    const auto c = static_cast<unsigned char>(sql[i]);
    if (std::isspace(c) != 0) {
      ++i;
    } else if (sql.compare(i, 2, "--") == 0) {
      i = std::min(sql.find('\n', i), sql.size());
    } else if (sql.compare(i, 2, "/*") == 0) {
      i = sql.find("*/", i) + 2;
    } else if (c == '\'' || c == '"' || c == '`') {
      std::string text;
      for (++i; i < sql.size(); ++i) {
        if (sql[i] == static_cast<char>(c) && (i + 1 >= sql.size() || sql[i + 1] != static_cast<char>(c))) break;
        if (sql[i] == static_cast<char>(c)) ++i;
        text += sql[i];
      }
      ++i;
      tokens.push_back(c == '\'' ? "'" + text + "'" : base::LowerAscii(text));
    } else if (std::isalnum(c) != 0 || c == '_' || c >= 0x80) {
      std::string word;
      while (i < sql.size() && (std::isalnum(static_cast<unsigned char>(sql[i])) != 0 || sql[i] == '_' || sql[i] == '.' ||
                                static_cast<unsigned char>(sql[i]) >= 0x80)) {
        word += sql[i++];
      }
      tokens.push_back(base::LowerAscii(word));
    } else {
      tokens.emplace_back(1, sql[i++]);
    }
  }
  return tokens;
}

// The tokens from the parenthesis at `at` to the one that closes it.
std::string Parenthesised(const std::vector<std::string>& tokens, std::size_t at) {
  std::string text;
  int depth = 0;
  for (; at < tokens.size(); ++at) {
    if (tokens[at] == "(") ++depth;
    if (tokens[at] == ")") --depth;
    text += tokens[at] + " ";
    if (depth == 0) break;
  }
  return text;
}

class Reader {
 public:
  explicit Reader(const SqliteDatabase& database) : database_(database) {}

  Schema Read() {
    for (const auto& row : database_.Rows(
             "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY 1")) {
      if (row[0] != "migc_version" && row[0] != "migc_history" && row[0] != "migc_step") Table(row[0], row[1]);
    }
    for (const auto& row : database_.Rows("SELECT type, name, sql FROM sqlite_master WHERE type IN ('view', 'trigger')")) {
      const std::string key = row[0] + " " + base::LowerAscii(row[1]);
      schema_.facts[key] = "";
      schema_.texts[key] = base::Join(Tokens(row[2]), " ");
    }
    return std::move(schema_);
  }

 private:
  static std::string Quoted(const std::string& name) { return std::regex_replace(name, std::regex("'"), "''"); }

  void Table(const std::string& name, const std::string& sql) {
    const std::string table = base::LowerAscii(name);
    schema_.facts["table " + table] = "";
    std::string columns;
    std::map<int, std::string> key;
    for (const auto& row : database_.Rows("SELECT name, type, \"notnull\", dflt_value, pk, hidden FROM pragma_table_xinfo('" +
                                          Quoted(name) + "') ORDER BY cid")) {
      const std::string column = base::LowerAscii(row[0]);
      columns += (columns.empty() ? "" : ", ") + column;
      schema_.facts["type of " + table + "." + column] = base::UpperAscii(row[1]);
      std::string words = row[2] == "1" ? " not null" : "";
      if (row[3] != "\\N") words += " default";
      if (row[5] == "2") words += " generated virtual";
      if (row[5] == "3") words += " generated stored";
      schema_.facts["column " + table + "." + column] = words.empty() ? "" : words.substr(1);
      schema_.texts["default of " + table + "." + column] = base::Join(Tokens(row[3]), " ");
      if (row[4] != "0") key[std::stoi(row[4])] = column;
    }
    schema_.orders[table] = columns;
    std::string key_columns;
    for (const auto& [position, column] : key) key_columns += (key_columns.empty() ? "" : ", ") + column;
    if (!key.empty()) schema_.facts["primary key of " + table] = key_columns;
    ForeignKeys(name, table);
    Indexes(name, table);
    Named(table, Tokens(sql));
  }

  void ForeignKeys(const std::string& name, const std::string& table) {
    struct Key {
      std::string from, to, parent, rules;
    };
    std::map<std::string, Key> keys;
    for (const auto& row : database_.Rows(
             "SELECT id, \"table\", \"from\", coalesce(\"to\", ''), on_update, on_delete FROM pragma_foreign_key_list('" +
             Quoted(name) + "') ORDER BY id, seq")) {
      Key& key = keys[row[0]];
      key.from += (key.from.empty() ? "" : ", ") + row[2];
      key.to += (key.to.empty() ? "" : ", ") + row[3];
      key.parent = row[1];
      key.rules = (row[4] == "NO ACTION" ? "" : "on update " + row[4]) +
                  (row[4] == "NO ACTION" || row[5] == "NO ACTION" ? "" : " ") +
                  (row[5] == "NO ACTION" ? "" : "on delete " + row[5]);
    }
    for (const auto& [id, key] : keys) {
      schema_.facts[base::LowerAscii("foreign key " + table + " (" + key.from + ") -> " + key.parent + " (" + key.to + ")")] =
          base::LowerAscii(key.rules);
    }
  }

  void Indexes(const std::string& name, const std::string& table) {
    for (const auto& row :
         database_.Rows("SELECT name, \"unique\", origin, partial FROM pragma_index_list('" + Quoted(name) + "')")) {
      if (row[2] == "pk") continue;
      std::string columns;
      for (const auto& key : database_.Rows("SELECT coalesce(name, '(expression)'), \"desc\" FROM pragma_index_xinfo('" +
                                            Quoted(row[0]) + "') WHERE key ORDER BY seqno")) {
        columns += (columns.empty() ? "" : ", ") + base::LowerAscii(key[0]) + (key[1] == "1" ? " desc" : "");
      }
      if (row[2] == "u") {
        schema_.facts["unique " + table + " (" + columns + ")"] = "";
        continue;
      }
      const std::string key = "index " + table + "." + base::LowerAscii(row[0]);
      schema_.facts[key] = std::string(row[1] == "1" ? "unique " : "") + "(" + columns + ")" + (row[3] == "1" ? " where" : "");
      schema_.texts[key] =
          base::Join(Tokens(database_.Rows("SELECT sql FROM sqlite_master WHERE name = '" + Quoted(row[0]) + "'")[0][0]), " ");
    }
  }

  // CONSTRAINT n kind …; and the texts of checks and generated columns. A check without a name is known by its text.
  void Named(const std::string& table, const std::vector<std::string>& tokens) {
    int generated = 0;
    for (std::size_t i = 0; i + 2 < tokens.size(); ++i) {
      if (tokens[i] == "constraint" && (tokens[i + 2] == "primary" || tokens[i + 2] == "unique" || tokens[i + 2] == "check" ||
                                        tokens[i + 2] == "foreign" || tokens[i + 2] == "references")) {
        const std::string key = "constraint " + table + "." + tokens[i + 1];
        schema_.facts[key] = tokens[i + 2] == "references" ? "foreign" : tokens[i + 2];
        if (tokens[i + 2] == "check") schema_.texts[key] = Parenthesised(tokens, i + 3);
      }
      if (tokens[i] == "check" && tokens[i + 1] == "(" && (i < 2 || tokens[i - 2] != "constraint")) {
        schema_.facts["check of " + table + ": " + Parenthesised(tokens, i + 1)] = "";
      }
      if (tokens[i] == "generated" && tokens[i + 1] == "always" && tokens[i + 2] == "as") {
        schema_.texts["generated column " + std::to_string(generated++) + " of " + table] = Parenthesised(tokens, i + 3);
      }
      if (tokens[i] == "autoincrement" || tokens[i + 1] == "autoincrement") schema_.texts["autoincrement of " + table] = "";
    }
  }

  const SqliteDatabase& database_;
  Schema schema_;
};

}  // namespace

Schema ReadSchema(const SqliteDatabase& database) { return Reader(database).Read(); }

}  // namespace migc::support
