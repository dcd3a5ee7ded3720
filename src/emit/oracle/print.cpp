#include "emit/oracle/print.h"

#include "migc/base/text.h"
#include "migc/emit/print.h"
#include "migc/ir/spelling.h"

namespace migc::emit::oracle {
namespace {

// A word of the language for everybody; in quotation marks it would be somebody's name.
constexpr std::string_view kPublic = "public";

class OperationPrinter {
 public:
  explicit OperationPrinter(Printer& printer) : printer_(printer) {}

  void operator()(const ir::CreateTable& create) const { PrintCreateTable(printer_, create); }
  // The rows and indexes stay in the recycle bin, under names of its own.
  void operator()(const ir::DropTable& drop) const {
    Drop("DROP TABLE", drop.if_exists, drop.name, LookForTable(printer_.dialect(), drop.name),
         drop.cascade ? "CASCADE CONSTRAINTS" : "");
  }
  void operator()(const ir::RenameTable& rename) const { PrintRenameTable(printer_, rename); }
  void operator()(const ir::AlterTable& alter) const { PrintAlterTable(printer_, alter); }
  void operator()(const ir::CreateIndex& create) const { PrintCreateIndex(printer_, create); }
  void operator()(const ir::DropIndex& drop) const { PrintDropIndex(printer_, drop); }
  void operator()(const ir::RenameIndex& rename) const { PrintRenameIndex(printer_, rename); }

  void operator()(const ir::CreateSequence& create) const {
    const Look look = LookForSequence(printer_.dialect(), create.name);
    SqlWriter out = printer_.Writer();
    out.Keyword("CREATE SEQUENCE");
    if (create.if_not_exists && printer_.HasIfExists()) out.Keyword("IF NOT EXISTS");
    out.Name(create.name);
    PrintSequence(out, create.options);
    if (create.if_not_exists && !printer_.HasIfExists()) {
      printer_.AddOnlyWhen(look, false, out);
    } else {
      printer_.Add(out, WhenThere(look));
    }
  }
  void operator()(const ir::AlterSequence& alter) const {
    if (alter.options != ir::SequenceOptions{}) {
      SqlWriter out = printer_.Writer();
      out.Keyword("ALTER SEQUENCE").Name(alter.name);
      if (alter.options.restart) out.Keyword("RESTART");
      PrintSequence(out, alter.options);
      printer_.Add(out, kNoHarmTwice);
    }
    if (!alter.rename_to) return;
    SqlWriter out = printer_.Writer();
    out.Keyword("RENAME").Name(alter.name).Keyword("TO").Name(alter.rename_to->text);
    printer_.Add(out, WhenThere(LookForSequence(printer_.dialect(), {alter.name.schema, alter.rename_to->text, {}})));
  }
  void operator()(const ir::DropSequence& drop) const {
    Drop("DROP SEQUENCE", drop.if_exists, drop.name, LookForSequence(printer_.dialect(), drop.name), "");
  }

  void operator()(const ir::CreateEnum&) const { printer_.AddNote("the columns that use it are a checked VARCHAR2"); }
  void operator()(const ir::AlterEnum& alter) const { PrintAlterEnum(printer_, alter); }
  void operator()(const ir::DropEnum&) const { printer_.AddNote("no column uses it any more"); }

  void operator()(const ir::Define& define) const { PrintDefine(printer_, define); }
  void operator()(const ir::DropRoutine& drop) const { PrintDropRoutine(printer_, drop); }
  void operator()(const ir::Grant& grant) const { PrintGrant(grant); }

  void operator()(const ir::Insert& insert) const { PrintInsertInto(printer_, insert); }
  void operator()(const ir::Update& update) const { PrintUpdateOf(printer_, update); }
  void operator()(const ir::Delete& statement) const { PrintDeleteFrom(printer_, statement); }
  void operator()(const ir::RawSql& raw) const { printer_.AddRaw(raw.text); }
  void operator()(const ir::SetTimeouts& set) const {
    if (set.lock_ms) {
      SqlWriter out = printer_.Writer();
      out.Keyword("ALTER SESSION SET DDL_LOCK_TIMEOUT =").Number(std::to_string((*set.lock_ms + 999) / 1000));
      printer_.Add(out, kNoHarmTwice);
    }
    if (set.statement_ms) printer_.AddNote("Oracle has no limit on how long a statement runs");
  }
  void operator()(const ir::Require& require) const {
    const std::vector<std::string> query = SplitSql(require.query, printer_.dialect());
    const std::string text = query.empty() ? std::string() : RewriteRequire(query.front(), printer_.dialect());
    printer_.Add(StatementKind::kRequire, text, {}).message = require.message;
  }

  // CheckSteps lets none of these pass: a schema is a user, and there are no extensions.
  void operator()(const ir::CreateSchema&) const {}
  void operator()(const ir::DropSchema&) const {}
  void operator()(const ir::CreateExtension&) const {}
  void operator()(const ir::DropExtension&) const {}

 private:
  void Drop(std::string_view words, bool if_exists, const ir::Name& name, const Look& look, std::string_view after) const {
    SqlWriter out = printer_.Writer();
    out.Keyword(words);
    if (if_exists && printer_.HasIfExists()) out.Keyword("IF EXISTS");
    out.Name(name);
    if (!after.empty()) out.Keyword(after);
    if (if_exists && !printer_.HasIfExists()) {
      printer_.AddOnlyWhen(look, true, out);
    } else {
      printer_.Add(out, WhenGone(look));
    }
  }

  void PrintGrant(const ir::Grant& grant) const {
    SqlWriter out = printer_.Writer();
    out.Keyword(grant.revoke ? "REVOKE" : "GRANT");
    for (std::size_t i = 0; i < grant.privileges.size(); ++i) {
      if (i > 0) out.Comma();
      out.Keyword(base::UpperAscii(grant.privileges[i]));
    }
    out.Keyword("ON").Name(grant.table).Keyword(grant.revoke ? "FROM" : "TO");
    for (std::size_t i = 0; i < grant.roles.size(); ++i) {
      if (i > 0) out.Comma();
      const std::string& role = grant.roles[i].text;
      role == kPublic ? out.Keyword("PUBLIC") : out.Name(role);
    }
    // Granting twice does no harm; revoking twice is ORA-01927.
    printer_.Add(out, grant.revoke ? std::string() : std::string(kNoHarmTwice));
  }

  Printer& printer_;
};

}  // namespace

void Printer::Describe(std::string summary, ir::Origin origin) {
  summary_ = ir::OneLine(summary);
  origin_ = origin.known ? origin : step_.operation.origin;
}

Statement& Printer::Add(StatementKind kind, std::string sql, std::string probe) {
  Statement statement;
  statement.kind = kind;
  statement.sql = std::move(sql);
  statement.probe = std::move(probe);
  if (condition_ && (kind == StatementKind::kSql || kind == StatementKind::kBody)) {
    statement.kind = StatementKind::kBody;
    statement.sql = OnlyWhen(*condition_, true, statement.sql, dialect_);
  }
  statement.summary = summary_;
  statement.origin = origin_;
  // Not no_transaction: there is no transaction around it to be left out of.
  statements_.push_back(std::move(statement));
  return statements_.back();
}

Statement& Printer::AddOnlyWhen(const Look& look, bool there, SqlWriter& statement) {
  return Add(StatementKind::kBody, OnlyWhen(look, there, statement.Take(), dialect_), std::string(kNoHarmTwice));
}

void Printer::AddRaw(std::string_view sql) {
  for (Statement& one : SplitSqlStatements(sql, dialect_)) Add(one.kind, std::move(one.sql), {});
}

void Printer::AddNote(std::string text) { Add(StatementKind::kNote, {}, {}).summary = summary_ + ": " + ir::OneLine(text); }

ir::Name InSchemaOf(const ir::Name& table, const std::string& name) { return {table.schema, name, {}}; }

std::vector<Statement> Print(const catalog::Step& step, const dialect::Dialect& dialect) {
  Printer printer(step, dialect);
  printer.Describe(ir::Summary(step.operation), step.operation.origin);
  std::visit(OperationPrinter(printer), step.operation.body);
  std::vector<Statement> statements = printer.Take();
  // Which action of an alter table it was is known where that is printed.
  if (step.loses_data && !std::holds_alternative<ir::AlterTable>(step.operation.body)) {
    for (Statement& statement : statements) {
      statement.loses_data = statement.kind == StatementKind::kSql || statement.kind == StatementKind::kBody;
    }
  }
  return statements;
}

}  // namespace migc::emit::oracle
