#include "emit/sqlite/print_rebuild.h"

#include <fmt/format.h>

#include "emit/sqlite/print_table.h"
#include "emit/sqlite/syntax.h"
#include "migc/base/text.h"
#include "migc/emit/sql_text.h"

namespace migc::emit::sqlite {
namespace {

class RebuildPrinter {
 public:
  RebuildPrinter(const Rebuild& rebuild, const std::string& summary, const dialect::Dialect& dialect)
      : rebuild_(rebuild), summary_(summary), dialect_(dialect) {}

  std::vector<Statement> Run(bool loses_data) {
    Renames();
    Guard();
    Conversions();
    Add("create the new table", PrintCreateTable(rebuild_.form, rebuild_.temporary, false, dialect_));
    Copy();
    Sequence();
    Add("drop the old table", Sql([&](SqlWriter& out) { out.Keyword("DROP TABLE").Name(rebuild_.form.name); }));
    statements_.back().loses_data = loses_data;
    TakeName();
    for (const ir::Index& index : rebuild_.indexes) {
      Add("index " + index.name.text + " again", PrintCreateIndex(index, rebuild_.form.name, false, dialect_));
    }
    for (const ir::Routine& trigger : rebuild_.triggers) Trigger(trigger);
    for (const std::string& view : rebuild_.tested_views) TestView(view);
    return std::move(statements_);
  }

 private:
  template <class Print>
  std::string Sql(Print print) const {
    SqlWriter out(dialect_);
    print(out);
    return out.Take();
  }

  Statement& Add(const std::string& part, std::string sql, StatementKind kind = StatementKind::kSql) {
    Statement statement;
    statement.kind = kind;
    statement.sql = std::move(sql);
    // What it is all for stands over the first statement only.
    const std::string what = statements_.empty() ? summary_ + ": rebuild of " : "rebuild of ";
    statement.summary = what + rebuild_.form.name + ": " + part;
    return statements_.emplace_back(std::move(statement));
  }

  void Renames() {
    for (const ColumnRename& rename : rebuild_.renames) {
      Add("rename column " + rename.from + " to " + rename.to, Sql([&](SqlWriter& out) {
            out.Keyword("ALTER TABLE").Name(rebuild_.form.name).Keyword("RENAME COLUMN").Name(rename.from).Keyword("TO");
            out.Name(rename.to);
          }));
    }
  }

  static void UnknownName(SqlWriter& out, std::string_view before, const std::vector<std::string>& known) {
    out.Keyword(before).Keyword("name COLLATE NOCASE NOT IN").Open();
    for (std::size_t i = 0; i < known.size(); ++i) {
      if (i > 0) out.Comma();
      out.String(known[i]);
    }
    out.Close();
  }

  void OfSchema(SqlWriter& out, std::string_view type) const {
    out.NewLine().Keyword("UNION ALL").NewLine();
    out.Keyword("SELECT name FROM sqlite_schema WHERE type =").String(type).Keyword("AND tbl_name =").String(rebuild_.form.name);
    out.Keyword("COLLATE NOCASE");
  }

  // What the catalog does not know would be lost without a word: columns, indexes, triggers, and triggers with another text.
  void Guard() {
    SqlWriter out(dialect_);
    out.Keyword("SELECT count(*) = 0 FROM").Open();
    out.Indent();
    out.NewLine().Keyword("SELECT name FROM").Words("pragma_table_xinfo").CallOpen().String(rebuild_.form.name).Close();
    UnknownName(out, "WHERE", rebuild_.known_columns);
    OfSchema(out, "index");
    out.Keyword("AND sql IS NOT NULL");
    if (!rebuild_.known_indexes.empty()) UnknownName(out, "AND", rebuild_.known_indexes);
    OfSchema(out, "trigger");
    for (const ir::Routine& trigger : rebuild_.triggers) {
      out.Keyword("AND NOT").Open().Keyword("name =").String(trigger.name.name).Keyword("COLLATE NOCASE AND");
      out.Words("replace(replace(replace(replace(sql, ' ', ''), char(9), ''), char(10), ''), char(13), '')").Keyword("=");
      out.String(StoredTriggerText(*trigger.text, dialect_)).Close();
    }
    out.Dedent();
    out.NewLine().Close();
    Add("nothing on it that the migrations do not know", out.Take(), StatementKind::kRequire).message = fmt::format(
        "table {} has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it",
        rebuild_.form.name);
  }

  void Conversions() {
    for (const Conversion& conversion : rebuild_.conversions) {
      SqlWriter out(dialect_);
      out.Keyword("SELECT count(*) = 0 FROM").Name(rebuild_.form.name).Keyword("WHERE CAST").CallOpen().Name(conversion.column);
      out.Keyword("AS").Keyword(conversion.target).Close().Keyword("<>").Name(conversion.column);
      Add("every value of " + conversion.column + " converts", out.Take(), StatementKind::kRequire).message =
          fmt::format("column {} of table {} has values that {} cannot hold as they are", conversion.column, rebuild_.form.name,
                      conversion.target);
    }
  }

  void Copy() {
    SqlWriter out(dialect_);
    out.Keyword("INSERT INTO").Name(rebuild_.temporary).Open();
    for (std::size_t i = 0; i < rebuild_.copy.size(); ++i) {
      if (i > 0) out.Comma();
      out.Name(rebuild_.copy[i].to);
    }
    out.Close().NewLine().Keyword("SELECT");
    for (std::size_t i = 0; i < rebuild_.copy.size(); ++i) {
      if (i > 0) out.Comma();
      PrintExpr(out, rebuild_.copy[i].value, SqliteSyntax());
    }
    out.NewLine().Keyword("FROM").Name(rebuild_.form.name);
    Add("copy the rows", out.Take());
  }

  // DROP TABLE forgets the highest number that AUTOINCREMENT gave; it is more than the highest one in use when rows were deleted.
  void Sequence() {
    if (!rebuild_.keeps_sequence && !rebuild_.starts_after) return;
    Add("forget the count of the copy",
        Sql([&](SqlWriter& out) { out.Keyword("DELETE FROM sqlite_sequence WHERE name =").String(rebuild_.temporary); }));
    Add("keep the count", Sql([&](SqlWriter& out) {
          out.Keyword("INSERT INTO sqlite_sequence (name, seq)");
          if (rebuild_.keeps_sequence) {
            out.Keyword("SELECT").String(rebuild_.temporary).Comma().Keyword("seq FROM sqlite_sequence WHERE name =");
            out.String(rebuild_.form.name);
          } else {
            out.Keyword("VALUES").Open().String(rebuild_.temporary).Comma().Number(std::to_string(*rebuild_.starts_after)).Close();
          }
        }));
  }

  void TakeName() {
    Add("leave what names the table alone", "PRAGMA legacy_alter_table = ON");
    Add("take the name", Sql([&](SqlWriter& out) {
          out.Keyword("ALTER TABLE").Name(rebuild_.temporary).Keyword("RENAME TO").Name(rebuild_.form.name);
        }));
    Add("renames follow again", "PRAGMA legacy_alter_table = OFF");
  }

  void Trigger(const ir::Routine& trigger) {
    for (Statement& statement : SplitSqlStatements(*trigger.text, dialect_)) {
      Add("trigger " + trigger.name.name + " again", std::move(statement.sql), statement.kind);
    }
  }

  void TestView(const std::string& view) {
    SqlWriter out(dialect_);
    out.Keyword("SELECT count(*) = 0 FROM").Open().Keyword("SELECT * FROM").Name(view).Keyword("LIMIT 0").Close();
    Add("view " + view + " still works", out.Take(), StatementKind::kRequire).message =
        fmt::format("view {} names a column of table {} that is gone", view, rebuild_.form.name);
  }

  const Rebuild& rebuild_;
  const std::string& summary_;
  const dialect::Dialect& dialect_;
  std::vector<Statement> statements_;
};

bool IsWord(std::string_view text, const Token& token, std::string_view word) {
  return token.kind == TokenKind::kWord && base::UpperAscii(text.substr(token.begin, token.end - token.begin)) == word;
}

// CREATE [TEMP] TRIGGER [IF NOT EXISTS]
bool IsBeforeTriggerName(std::string_view text, const Token& token) {
  for (const std::string_view word : {"CREATE", "TEMP", "TEMPORARY", "TRIGGER", "IF", "NOT", "EXISTS"}) {
    if (IsWord(text, token, word)) return true;
  }
  return false;
}

}  // namespace

std::vector<Statement> PrintRebuild(const Rebuild& rebuild, const std::string& summary, bool loses_data,
                                    const dialect::Dialect& dialect) {
  return RebuildPrinter(rebuild, summary, dialect).Run(loses_data);
}

// sqlite3FinishTrigger in SQLite's trigger.c keeps "CREATE TRIGGER " and the text from the trigger's name, without its schema, to
// END.
std::string StoredTriggerText(const std::string& text, const dialect::Dialect& dialect) {
  std::vector<Token> tokens = Tokenize(text, dialect.lexical).tokens;
  std::erase_if(tokens, [](const Token& token) { return token.kind == TokenKind::kComment; });
  std::size_t name = 0;
  while (name < tokens.size() && IsBeforeTriggerName(text, tokens[name])) ++name;
  if (name + 2 < tokens.size() && text[tokens[name + 1].begin] == '.') name += 2;
  const std::size_t begin = name < tokens.size() ? tokens[name].begin : text.size();
  std::size_t end = text.size();
  for (const Token& token : tokens) {
    if (IsWord(text, token, "END")) end = token.end;
  }
  std::string stored = "CREATETRIGGER";
  for (const char c : text.substr(begin, end - begin)) {
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r') stored += c;
  }
  return stored;
}

}  // namespace migc::emit::sqlite
