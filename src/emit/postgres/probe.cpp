#include "emit/postgres/probe.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "migc/base/text.h"
#include "migc/emit/sql_text.h"
#include "migc/emit/sql_writer.h"

namespace migc::emit::postgres {
namespace {

// SELECT to_regclass('shop.customer') IS NOT NULL
std::string AskName(const dialect::Dialect& dialect, std::string_view function, const std::string& name, Wanted wanted) {
  SqlWriter out(dialect);
  out.Keyword("SELECT").Words(function).CallOpen().String(name).Close();
  out.Keyword(wanted == Wanted::kThere ? "IS NOT NULL" : "IS NULL");
  return out.Take();
}

// SELECT EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass('customer') AND attname = 'nick' …)
class Row {
 public:
  Row(const dialect::Dialect& dialect, std::string_view table, Wanted wanted) : dialect_(dialect), out_(dialect) {
    out_.Keyword(wanted == Wanted::kThere ? "SELECT EXISTS" : "SELECT NOT EXISTS").Open();
    out_.Keyword("SELECT 1 FROM").Words(table).Keyword("WHERE");
  }
  Row& OfName(std::string_view column, std::string_view function, const ir::Name& name) {
    out_.Words(column).Words("=").Words(function).CallOpen().String(QuoteName(dialect_, name)).Close().Keyword("AND");
    return *this;
  }
  std::string Take(std::string_view column, const std::string& value, std::string_view more = "") {
    out_.Words(column).Words("=").String(value);
    if (!more.empty()) out_.Keyword(more);
    out_.Close();
    return out_.Take();
  }

 private:
  const dialect::Dialect& dialect_;
  SqlWriter out_;
};

// The first words in upper case, without comments.
std::vector<std::string> Words(const std::string& sql, const dialect::Dialect& dialect, std::size_t most) {
  std::vector<std::string> words;
  for (const Token& token : Tokenize(sql, dialect.lexical).tokens) {
    if (words.size() == most) break;
    if (token.kind == TokenKind::kWord) words.push_back(base::UpperAscii(sql.substr(token.begin, token.end - token.begin)));
  }
  words.resize(most);
  return words;
}

bool IsOneOf(const std::string& word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

std::string ProbeRelation(const dialect::Dialect& dialect, const ir::Name& relation, Wanted wanted) {
  return AskName(dialect, "to_regclass", QuoteName(dialect, relation), wanted);
}

std::string ProbeIndex(const dialect::Dialect& dialect, const ir::Name& table, const std::string& index, Wanted wanted) {
  return Row(dialect, "pg_index JOIN pg_class ON pg_class.oid = indexrelid", wanted)
      .OfName("indrelid", "to_regclass", table)
      .Take("relname", index);
}

std::string ProbeColumn(const dialect::Dialect& dialect, const ir::Name& table, const std::string& column, Wanted wanted) {
  return Row(dialect, "pg_attribute", wanted)
      .OfName("attrelid", "to_regclass", table)
      .Take("attname", column, "AND NOT attisdropped");
}

std::string ProbeConstraint(const dialect::Dialect& dialect, const ir::Name& table, const std::string& constraint, Wanted wanted) {
  return Row(dialect, "pg_constraint", wanted).OfName("conrelid", "to_regclass", table).Take("conname", constraint);
}

std::string ProbeTrigger(const dialect::Dialect& dialect, const ir::Name& table, const std::string& trigger, Wanted wanted) {
  return Row(dialect, "pg_trigger", wanted).OfName("tgrelid", "to_regclass", table).Take("tgname", trigger, "AND NOT tgisinternal");
}

std::string ProbeType(const dialect::Dialect& dialect, const ir::Name& type, Wanted wanted) {
  return AskName(dialect, "to_regtype", QuoteName(dialect, type), wanted);
}

std::string ProbeEnumValue(const dialect::Dialect& dialect, const ir::Name& type, const std::string& value) {
  return Row(dialect, "pg_enum", Wanted::kThere).OfName("enumtypid", "to_regtype", type).Take("enumlabel", value);
}

std::string ProbeSchema(const dialect::Dialect& dialect, const std::string& schema, Wanted wanted) {
  return AskName(dialect, "to_regnamespace", QuoteIdentifier(dialect, schema), wanted);
}

std::string ProbeExtension(const dialect::Dialect& dialect, const std::string& extension, Wanted wanted) {
  return Row(dialect, "pg_extension", wanted).Take("extname", extension);
}

std::string ProbeText(const std::string& sql, const dialect::Dialect& dialect) {
  const std::vector<std::string> words = Words(sql, dialect, 6);
  if (IsOneOf(words[0], {"COMMENT", "GRANT", "REVOKE", "REFRESH", "REINDEX", "TRUNCATE", "ANALYZE"})) return kHarmlessTwice;
  if (words[0] == "CREATE" && words[1] == "OR") return kHarmlessTwice;
  // What fails half-way leaves an index that is of no use, and IF NOT EXISTS would take it for one.
  if (words[0] == "CREATE" && std::find(words.begin(), words.begin() + 3, "INDEX") != words.begin() + 3) return "";
  const bool definition = IsOneOf(words[0], {"CREATE", "DROP"});
  return definition && std::find(words.begin(), words.begin() + 4, "IF") != words.begin() + 4 ? kHarmlessTwice : "";
}

bool StandsOutside(const std::string& sql, const dialect::Dialect& dialect) {
  return IsOneOf(Words(sql, dialect, 1).front(), {"CREATE", "ALTER", "DROP", "COMMENT", "GRANT", "REVOKE", "REFRESH", "REINDEX",
                                                  "TRUNCATE", "SECURITY", "REASSIGN", "IMPORT", "ANALYZE", "SET", "RESET"});
}

bool CreatesTrigger(const std::string& sql, const dialect::Dialect& dialect) {
  const std::vector<std::string> words = Words(sql, dialect, 5);
  return words[0] == "CREATE" && std::find(words.begin(), words.end(), "TRIGGER") != words.end();
}

}  // namespace migc::emit::postgres
