#include "emit/mssql/print.h"

#include <fmt/format.h>

#include "emit/mssql/condition.h"
#include "emit/mssql/literal.h"
#include "emit/mssql/procedure.h"
#include "emit/mssql/routine_text.h"
#include "migc/base/check.h"
#include "migc/base/text.h"
#include "migc/ir/spelling.h"

namespace migc::emit::mssql {
namespace {

class OperationPrinter {
 public:
  explicit OperationPrinter(Printer& printer) : printer_(printer) {}

  void operator()(const ir::CreateTable& create) const { PrintCreateTable(printer_, create); }
  void operator()(const ir::DropTable& drop) const { Drop("DROP TABLE", drop.if_exists, drop.name); }
  void operator()(const ir::RenameTable& rename) const { PrintRenameTable(printer_, rename); }
  void operator()(const ir::AlterTable& alter) const { PrintAlterTable(printer_, alter); }
  void operator()(const ir::CreateIndex& create) const { PrintCreateIndex(printer_, create); }
  void operator()(const ir::DropIndex& drop) const { PrintDropIndex(printer_, drop); }
  void operator()(const ir::RenameIndex& rename) const {
    Sql(RenamePart(Renamed::kIndex, rename.table, rename.from.name, rename.to.text, printer_.dialect()));
  }

  void operator()(const ir::CreateSequence& create) const {
    SqlWriter out = printer_.Writer();
    if (create.if_not_exists) {
      out.Keyword("IF OBJECT_ID(").Tight("").Words(printer_.NameLiteral(create.name)).Comma().Words("N'SO') IS NULL").NewLine();
    }
    out.Keyword("CREATE SEQUENCE").Name(printer_.Qualified(create.name)).Keyword("AS BIGINT");
    PrintSequence(out, WithDefaults(create.options));
    printer_.Add(out);
  }
  void operator()(const ir::AlterSequence& alter) const {
    ir::SequenceOptions options = alter.options;
    // The first value of a sequence is never asked again but by RESTART, which says one.
    options.start.reset();
    if (options != ir::SequenceOptions{}) {
      SqlWriter out = printer_.Writer();
      out.Keyword("ALTER SEQUENCE").Name(printer_.Qualified(alter.name));
      PrintSequence(out, options);
      printer_.Add(out);
    } else if (alter.options.start) {
      printer_.AddNote("SQL Server asks for the start of a sequence once, when it is made");
    }
    if (alter.rename_to) Sql(RenameObject(alter.name, alter.rename_to->text, printer_.dialect()));
  }
  void operator()(const ir::DropSequence& drop) const { Drop("DROP SEQUENCE", drop.if_exists, drop.name); }

  void operator()(const ir::CreateEnum&) const { printer_.AddNote("the columns that use it are a checked NVARCHAR"); }
  void operator()(const ir::AlterEnum& alter) const { PrintAlterEnum(printer_, alter); }
  void operator()(const ir::DropEnum&) const { printer_.AddNote("no column uses it any more"); }

  void operator()(const ir::CreateSchema& create) const {
    SqlWriter out = printer_.Writer();
    out.Keyword("CREATE SCHEMA").Name(create.name.text);
    if (!create.if_not_exists) {
      printer_.Add(out);
      return;
    }
    // CREATE SCHEMA is the first statement of its batch, which no IF can stand before.
    Sql(fmt::format("IF SCHEMA_ID({}) IS NULL\n  EXEC ({})", Literal(create.name.text), Literal(out.Take())));
  }
  void operator()(const ir::DropSchema& drop) const {
    SqlWriter out = printer_.Writer();
    out.Keyword(drop.if_exists ? "DROP SCHEMA IF EXISTS" : "DROP SCHEMA").Name(drop.name.text);
    printer_.Add(out);
  }
  void operator()(const ir::CreateExtension&) const { CHECK(false && "CheckCapabilities refuses extensions"); }
  void operator()(const ir::DropExtension&) const { CHECK(false && "CheckCapabilities refuses extensions"); }

  void operator()(const ir::Define& define) const { PrintDefine(printer_, define); }
  void operator()(const ir::DropRoutine& drop) const { PrintDropRoutine(printer_, drop); }
  void operator()(const ir::Grant& grant) const { PrintGrant(grant); }

  void operator()(const ir::Insert& insert) const { PrintInsertInto(printer_, insert); }
  void operator()(const ir::Update& update) const {
    ir::Update printed = update;
    printed.table = printer_.Qualified(update.table);
    for (ir::Assignment& assignment : printed.assignments) assignment.value = AsValue(assignment.value);
    if (printed.where) printed.where = AsCondition(*printed.where);
    SqlWriter out = printer_.Writer();
    PrintUpdate(out, printed, MssqlSyntax());
    printer_.Add(out);
  }
  void operator()(const ir::Delete& statement) const {
    ir::Delete printed = statement;
    printed.table = printer_.Qualified(statement.table);
    if (printed.where) printed.where = AsCondition(*printed.where);
    SqlWriter out = printer_.Writer();
    PrintDelete(out, printed, MssqlSyntax());
    printer_.Add(out);
  }
  // A raw text is a batch: a variable that it declares is there to its end. Lines of GO in it separate batches.
  void operator()(const ir::RawSql& raw) const {
    for (std::string& batch : SplitBatches(raw.text, printer_.dialect())) {
      const bool several = batch.find(';') != std::string::npos;
      printer_.Add(several ? StatementKind::kBody : StatementKind::kSql, std::move(batch));
    }
  }
  void operator()(const ir::SetTimeouts& set) const {
    if (set.lock_ms) Sql("SET LOCK_TIMEOUT " + std::to_string(*set.lock_ms));
    if (set.statement_ms) printer_.AddNote("SQL Server limits no statement; sqlcmd -t SECONDS does");
  }
  void operator()(const ir::Require& require) const { PrintRequire(printer_, require); }

 private:
  void Sql(std::string sql) const { printer_.Add(StatementKind::kSql, std::move(sql)); }

  void Drop(std::string_view words, bool if_exists, const ir::Name& name) const {
    SqlWriter out = printer_.Writer();
    out.Keyword(words);
    if (if_exists) out.Keyword("IF EXISTS");
    out.Name(printer_.Qualified(name));
    printer_.Add(out);
  }

  // Left to itself a sequence starts at the smallest BIGINT, and comes back to it ("CREATE SEQUENCE (Transact-SQL)").
  static ir::SequenceOptions WithDefaults(ir::SequenceOptions options) {
    const bool down = options.increment.value_or(1) < 0;
    if (!options.increment) options.increment = 1;
    if (!options.start) options.start = down ? options.max_value.value_or(-1) : options.min_value.value_or(1);
    if (options.cycle.value_or(false)) {
      if (!down && !options.min_value && !options.no_min_value) options.min_value = 1;
      if (down && !options.max_value && !options.no_max_value) options.max_value = -1;
    }
    return options;
  }

  static void PrintSequence(SqlWriter& out, const ir::SequenceOptions& options) {
    const auto number = [&](std::string_view words, const std::optional<std::int64_t>& value) {
      if (value) out.Keyword(words).Number(std::to_string(*value));
    };
    number("START WITH", options.start);
    number("RESTART WITH", options.restart);
    number("INCREMENT BY", options.increment);
    number("MINVALUE", options.min_value);
    if (options.no_min_value) out.Keyword("NO MINVALUE");
    number("MAXVALUE", options.max_value);
    if (options.no_max_value) out.Keyword("NO MAXVALUE");
    if (options.cycle) out.Keyword(*options.cycle ? "CYCLE" : "NO CYCLE");
    number("CACHE", options.cache);
  }

  void PrintGrant(const ir::Grant& grant) const {
    std::vector<std::string> privileges;
    for (const std::string& privilege : grant.privileges) privileges.push_back(base::UpperAscii(privilege));
    SqlWriter out = printer_.Writer();
    out.Keyword(grant.revoke ? "REVOKE" : "GRANT").Keyword(base::Join(privileges, ", ")).Keyword("ON OBJECT").Tight("::");
    out.Name(printer_.Qualified(grant.table)).Keyword(grant.revoke ? "FROM" : "TO");
    for (std::size_t i = 0; i < grant.roles.size(); ++i) {
      if (i > 0) out.Comma();
      out.Name(grant.roles[i].text);
    }
    printer_.Add(out);
  }

  Printer& printer_;
};

}  // namespace

ir::Name Printer::Qualified(const ir::Name& name) const { return mssql::Qualified(name, dialect_); }
std::string Printer::NameLiteral(const ir::Name& name) const { return mssql::NameLiteral(name, dialect_); }

void Printer::Describe(std::string summary, ir::Origin origin) {
  summary_ = ir::OneLine(summary);
  origin_ = origin.known ? origin : step_.operation.origin;
}

Statement& Printer::Add(StatementKind kind, std::string sql) {
  Statement statement;
  statement.kind = kind;
  statement.sql = std::move(sql);
  statement.summary = summary_;
  statement.origin = origin_;
  statement.no_transaction = step_.operation.no_transaction;
  statements_.push_back(std::move(statement));
  return statements_.back();
}

void Printer::AddNote(std::string text) { Add(StatementKind::kNote, {}).summary = summary_ + ": " + ir::OneLine(text); }

std::vector<Statement> Print(const catalog::Step& step, const dialect::Dialect& dialect) {
  Printer printer(step, dialect);
  printer.Describe(ir::Summary(step.operation), step.operation.origin);
  std::visit(OperationPrinter(printer), step.operation.body);
  std::vector<Statement> statements = printer.Take();
  // Which action of an alter table it was is known where that is printed.
  if (step.loses_data && !std::holds_alternative<ir::AlterTable>(step.operation.body)) {
    for (Statement& statement : statements) statement.loses_data = statement.kind == StatementKind::kSql;
  }
  return statements;
}

}  // namespace migc::emit::mssql
