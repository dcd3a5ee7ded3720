#include "emit/postgres/print.h"

#include <algorithm>

#include "emit/postgres/followed.h"
#include "migc/base/text.h"
#include "migc/dialect/lineage.h"
#include "migc/ir/spelling.h"

namespace migc::emit::postgres {
namespace {

// One INSERT is one parse tree in memory.
constexpr std::size_t kRowsPerInsert = 1000;

class OperationPrinter {
 public:
  explicit OperationPrinter(Printer& printer) : printer_(printer) {}

  void operator()(const ir::CreateTable& create) const { PrintCreateTable(printer_, create); }
  void operator()(const ir::DropTable& drop) const {
    SqlWriter out = Begin("DROP TABLE", drop.if_exists ? "IF EXISTS" : "");
    out.Name(drop.name);
    if (drop.cascade) out.Keyword("CASCADE");
    printer_.Add(out, drop.if_exists ? kHarmlessTwice : ProbeRelation(printer_.dialect(), drop.name, Wanted::kGone));
    for (const catalog::Change& change : printer_.step().changes) {
      const auto* table = change.before && !change.after ? std::get_if<catalog::Table>(change.before.get()) : nullptr;
      if (table == nullptr) continue;
      for (const ir::Column& column : table->definition.columns) PrintDropCounter(printer_, drop.name, column);
    }
  }
  void operator()(const ir::RenameTable& rename) const { PrintRename("ALTER TABLE", rename.from, rename.to); }
  void operator()(const ir::AlterTable& alter) const { PrintAlterTable(printer_, alter); }
  void operator()(const ir::CreateIndex& create) const { PrintCreateIndex(printer_, Followed(create, printer_.dialect())); }
  void operator()(const ir::DropIndex& drop) const { PrintDropIndex(printer_, Followed(drop, printer_.dialect())); }
  void operator()(const ir::RenameIndex& rename) const { PrintRenameIndex(printer_, rename); }

  void operator()(const ir::CreateSequence& create) const {
    SqlWriter out = Begin("CREATE SEQUENCE", create.if_not_exists ? "IF NOT EXISTS" : "");
    out.Name(create.name);
    PrintSequenceOptions(out, create.options);
    printer_.Add(out, create.if_not_exists ? kHarmlessTwice : ProbeRelation(printer_.dialect(), create.name, Wanted::kThere));
  }
  void operator()(const ir::AlterSequence& alter) const {
    if (alter.options != ir::SequenceOptions{}) {
      SqlWriter out = Begin("ALTER SEQUENCE", "");
      out.Name(alter.name);
      PrintSequenceOptions(out, alter.options);
      printer_.Add(out, kHarmlessTwice);
    }
    if (alter.rename_to) PrintRename("ALTER SEQUENCE", alter.name, {alter.name.schema, alter.rename_to->text, {}});
  }
  void operator()(const ir::DropSequence& drop) const {
    Drop("DROP SEQUENCE", drop.if_exists, drop.name, ProbeRelation(printer_.dialect(), drop.name, Wanted::kGone));
  }

  void operator()(const ir::CreateEnum& create) const { PrintCreateEnum(printer_, create.name, create.values); }
  void operator()(const ir::AlterEnum& alter) const { PrintAlterEnum(printer_, alter); }
  void operator()(const ir::DropEnum& drop) const {
    Drop("DROP TYPE", drop.if_exists, drop.name, ProbeType(printer_.dialect(), drop.name, Wanted::kGone));
  }

  void operator()(const ir::CreateSchema& create) const {
    SqlWriter out = Begin("CREATE SCHEMA", create.if_not_exists ? "IF NOT EXISTS" : "");
    out.Name(create.name.text);
    printer_.Add(out, create.if_not_exists ? kHarmlessTwice : ProbeSchema(printer_.dialect(), create.name.text, Wanted::kThere));
  }
  void operator()(const ir::DropSchema& drop) const {
    Drop("DROP SCHEMA", drop.if_exists, {"", drop.name.text, {}}, ProbeSchema(printer_.dialect(), drop.name.text, Wanted::kGone));
  }
  void operator()(const ir::CreateExtension& create) const {
    SqlWriter out = Begin("CREATE EXTENSION", create.if_not_exists ? "IF NOT EXISTS" : "");
    out.Name(create.name.text);
    printer_.Add(out, create.if_not_exists ? kHarmlessTwice : ProbeExtension(printer_.dialect(), create.name.text, Wanted::kThere));
  }
  void operator()(const ir::DropExtension& drop) const {
    Drop("DROP EXTENSION", drop.if_exists, {"", drop.name.text, {}},
         ProbeExtension(printer_.dialect(), drop.name.text, Wanted::kGone));
  }

  void operator()(const ir::Define& define) const { PrintDefine(printer_, define); }
  void operator()(const ir::DropRoutine& drop) const { PrintDropRoutine(printer_, drop); }
  void operator()(const ir::Grant& grant) const { PrintGrant(grant); }

  void operator()(const ir::Insert& insert) const { PrintInsertInto(insert); }
  void operator()(const ir::Update& update) const {
    SqlWriter out = printer_.Writer();
    PrintUpdate(out, update, PostgresSyntax());
    printer_.Add(out);
  }
  void operator()(const ir::Delete& statement) const {
    SqlWriter out = printer_.Writer();
    PrintDelete(out, statement, PostgresSyntax());
    printer_.Add(out);
  }
  void operator()(const ir::RawSql& raw) const { printer_.AddRaw(raw.text); }
  void operator()(const ir::SetTimeouts& set) const {
    PrintTimeout("lock_timeout", set.lock_ms, dialect::Capability::kLockTimeout);
    PrintTimeout("statement_timeout", set.statement_ms, dialect::Capability::kStatementTimeout);
  }
  void operator()(const ir::Require& require) const {
    const std::vector<std::string> query = SplitSql(require.query, printer_.dialect());
    printer_.Add(StatementKind::kRequire, query.empty() ? std::string() : query.front()).message = require.message;
  }

 private:
  SqlWriter Begin(std::string_view words, std::string_view condition) const {
    SqlWriter out = printer_.Writer();
    out.Keyword(words);
    if (!condition.empty()) out.Keyword(condition);
    return out;
  }

  void Drop(std::string_view words, bool if_exists, const ir::Name& name, std::string probe) const {
    SqlWriter out = Begin(words, if_exists ? "IF EXISTS" : "");
    out.Name(name);
    printer_.Add(out, if_exists ? kHarmlessTwice : std::move(probe));
  }

  // RENAME TO takes a bare name; another schema is a statement of its own.
  void PrintRename(std::string_view words, ir::Name from, const ir::Name& to) const {
    const std::string& standard = printer_.dialect().default_schema;
    const auto schema = [&](const ir::Name& name) { return name.schema.empty() ? standard : name.schema; };
    const bool moves = !to.schema.empty() && schema(to) != schema(from);
    if (from.name != to.name) {
      SqlWriter out = Begin(words, "");
      out.Name(from).Keyword("RENAME TO").Name(to.name);
      printer_.Add(out, ProbeRelation(printer_.dialect(), {from.schema, to.name, {}}, Wanted::kThere));
      from.name = to.name;
    }
    if (!moves) return;
    SqlWriter out = Begin(words, "");
    out.Name(from).Keyword("SET SCHEMA").Name(to.schema);
    printer_.Add(out, ProbeRelation(printer_.dialect(), {to.schema, from.name, {}}, Wanted::kThere));
  }

  void PrintGrant(const ir::Grant& grant) const {
    std::vector<std::string> privileges;
    for (const std::string& privilege : grant.privileges) privileges.push_back(base::UpperAscii(privilege));
    SqlWriter out = Begin(grant.revoke ? "REVOKE" : "GRANT", "");
    out.Keyword(base::Join(privileges, ", ")).Keyword("ON TABLE").Name(grant.table).Keyword(grant.revoke ? "FROM" : "TO");
    for (std::size_t i = 0; i < grant.roles.size(); ++i) {
      if (i > 0) out.Comma();
      const std::string& role = grant.roles[i].text;
      // Words that stand for whoever runs the script; in quotation marks they would be somebody's name.
      const bool word = role == "current_user" || role == "session_user";
      word ? out.Keyword(base::UpperAscii(role)) : out.Name(role);
    }
    printer_.Add(out);
  }

  void PrintInsertInto(const ir::Insert& insert) const {
    const ir::Column* identity = WrittenIdentity(insert);
    const std::vector<std::string> statements = PrintInsert(insert, printer_.dialect(), PostgresSyntax(), kRowsPerInsert);
    for (const std::string& statement : statements) printer_.Add(StatementKind::kSql, statement);
    if (statements.empty()) return printer_.AddNote("no rows to insert");
    // Values that were given do not move the sequence, and the next generated one would be there already.
    const bool counts_up = identity != nullptr && identity->identity->options.increment.value_or(1) > 0;
    if (counts_up) PrintIdentityPastRows(printer_, insert.table, identity->name.text, false);
  }

  // The identity column that the rows bring values for.
  const ir::Column* WrittenIdentity(const ir::Insert& insert) const {
    for (const catalog::ObjectPtr& object : printer_.step().dependents) {
      const auto* table = object ? std::get_if<catalog::Table>(object.get()) : nullptr;
      if (table == nullptr || table->definition.name.name != insert.table.name) continue;
      for (const ir::Identifier& name : insert.columns) {
        const ir::Column* column = ir::FindColumn(table->definition, name.text);
        if (column != nullptr && column->identity) return column;
      }
    }
    return nullptr;
  }

  void PrintTimeout(std::string_view parameter, const std::optional<std::int64_t>& milliseconds,
                    dialect::Capability capability) const {
    if (!milliseconds) return;
    if (!printer_.dialect().Has(capability))
      return printer_.AddNote(printer_.dialect().title + " has no " + std::string(parameter));
    SqlWriter out = printer_.Writer();
    out.Keyword(printer_.context().session_timeouts ? "SET" : "SET LOCAL").Words(parameter).Keyword("=");
    // r_statement_timeout in Amazon Redshift's Developer Guide: "x milliseconds".
    if (dialect::IsRedshift(printer_.dialect())) {
      out.Number(std::to_string(*milliseconds));
      printer_.Add(out);
      return;
    }
    // CockroachDB takes an interval, and gives none in minutes as an example ("Session Variables", statement_timeout).
    const bool minutes = !dialect::IsCockroachdb(printer_.dialect()) && *milliseconds != 0 && *milliseconds % 60000 == 0;
    const bool seconds = *milliseconds % 1000 == 0;
    const std::int64_t unit = minutes ? 60000 : seconds ? 1000 : 1;
    out.String(std::to_string(*milliseconds / unit) + (minutes ? "min" : seconds ? "s" : "ms"));
    printer_.Add(out);
  }

  Printer& printer_;
};

}  // namespace

void Printer::Describe(std::string summary, ir::Origin origin) {
  summary_ = ir::OneLine(summary);
  origin_ = origin.known ? origin : step_.operation.origin;
}

Statement& Printer::Add(SqlWriter& sql, std::string probe) {
  Statement& statement = Add(sql);
  if (!dialect_.Has(dialect::Capability::kTransactionalDdl)) statement.probe = std::move(probe);
  return statement;
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

void Printer::AddRaw(std::string_view sql, const ir::Routine* trigger) {
  const bool rolled_back = dialect_.Has(dialect::Capability::kTransactionalDdl);
  for (Statement& one : SplitSqlStatements(sql, dialect_)) {
    Statement& statement = Add(one.kind, std::move(one.sql));
    if (rolled_back || trigger == nullptr || !CreatesTrigger(statement.sql, dialect_)) continue;
    statement.probe = ProbeTrigger(dialect_, trigger->table, trigger->name.name, Wanted::kThere);
  }
}

// Where DDL is a transaction of its own, it stands outside of those around rows.
std::vector<Statement> Printer::Take() {
  if (!dialect_.Has(dialect::Capability::kTransactionalDdl)) {
    for (Statement& statement : statements_) {
      const bool sql = statement.kind == StatementKind::kSql || statement.kind == StatementKind::kBody;
      if (!sql || !StandsOutside(statement.sql, dialect_)) continue;
      statement.no_transaction = true;
      if (statement.probe.empty() && statement.again.empty()) statement.probe = ProbeText(statement.sql, dialect_);
    }
  }
  return std::move(statements_);
}

void Printer::AddNote(std::string text) { Add(StatementKind::kNote, {}).summary = summary_ + ": " + ir::OneLine(text); }

std::vector<Statement> Print(const catalog::Step& step, const dialect::Dialect& dialect, const Context& context) {
  Printer printer(step, dialect, context);
  printer.Describe(ir::Summary(step.operation), step.operation.origin);
  std::visit(OperationPrinter(printer), step.operation.body);
  std::vector<Statement> statements = printer.Take();
  // Which action of an alter table it was is known where that is printed.
  if (step.loses_data && !std::holds_alternative<ir::AlterTable>(step.operation.body)) {
    for (Statement& statement : statements) statement.loses_data = statement.kind == StatementKind::kSql;
  }
  return statements;
}

}  // namespace migc::emit::postgres
