#include "emit/mysql/print.h"

#include <algorithm>

#include "emit/mysql/probe.h"
#include "emit/mysql/timeouts.h"
#include "migc/base/text.h"
#include "migc/ir/spelling.h"

namespace migc::emit::mysql {
namespace {

// Each INSERT must fit into max_allowed_packet.
constexpr std::size_t kRowsPerInsert = 500;

class OperationPrinter {
 public:
  explicit OperationPrinter(Printer& printer) : printer_(printer) {}

  void operator()(const ir::CreateTable& create) const { PrintCreateTable(printer_, create); }
  void operator()(const ir::DropTable& drop) const {
    PrintRevokeAll(printer_, drop.name);
    SqlWriter out = Begin("DROP TABLE", drop.if_exists ? "IF EXISTS" : "");
    out.Name(drop.name);
    printer_.Add(out, drop.if_exists ? std::string(kHarmlessTwice) : ProbeTable(printer_.dialect(), drop.name, Wanted::kGone));
  }
  void operator()(const ir::RenameTable& rename) const {
    PrintRevokeAll(printer_, rename.from);
    PrintRename(rename.from, rename.to);
    PrintGrantAgain(printer_, rename.from, rename.to);
  }
  void operator()(const ir::AlterTable& alter) const { PrintAlterTable(printer_, alter); }
  void operator()(const ir::CreateIndex& create) const { PrintCreateIndex(printer_, create); }
  void operator()(const ir::DropIndex& drop) const { PrintDropIndex(printer_, drop); }
  void operator()(const ir::RenameIndex& rename) const {
    SqlWriter out = Begin("ALTER TABLE", "");
    out.Name(rename.table).Keyword("RENAME INDEX").Name(rename.from.name).Keyword("TO").Name(rename.to.text);
    printer_.Add(out, ProbeIndexRenamed(printer_.dialect(), rename.table, rename.from.name, rename.to.text));
  }

  void operator()(const ir::CreateSequence& create) const {
    SqlWriter out = Begin("CREATE SEQUENCE", create.if_not_exists ? "IF NOT EXISTS" : "");
    out.Name(create.name);
    PrintOptions(out, create.options);
    printer_.Add(out,
                 create.if_not_exists ? std::string(kHarmlessTwice) : ProbeTable(printer_.dialect(), create.name, Wanted::kThere));
  }
  void operator()(const ir::AlterSequence& alter) const {
    if (alter.options != ir::SequenceOptions{}) {
      SqlWriter out = Begin("ALTER SEQUENCE", "");
      out.Name(alter.name);
      PrintOptions(out, alter.options);
      printer_.Add(out, std::string(kHarmlessTwice));
    }
    if (alter.rename_to) PrintRename(alter.name, {alter.name.schema, alter.rename_to->text, {}});
  }
  void operator()(const ir::DropSequence& drop) const {
    SqlWriter out = Begin("DROP SEQUENCE", drop.if_exists ? "IF EXISTS" : "");
    out.Name(drop.name);
    printer_.Add(out, drop.if_exists ? std::string(kHarmlessTwice) : ProbeTable(printer_.dialect(), drop.name, Wanted::kGone));
  }

  void operator()(const ir::CreateEnum&) const { printer_.AddNote("its columns are ENUM (…), which has no name"); }
  void operator()(const ir::AlterEnum& alter) const { PrintAlterEnum(printer_, alter); }
  void operator()(const ir::DropEnum&) const { printer_.AddNote("no column uses it any more"); }

  void operator()(const ir::CreateSchema& create) const {
    SqlWriter out = Begin("CREATE SCHEMA", create.if_not_exists ? "IF NOT EXISTS" : "");
    out.Name(create.name.text);
    printer_.Add(out, create.if_not_exists ? std::string(kHarmlessTwice)
                                           : ProbeSchema(printer_.dialect(), create.name.text, Wanted::kThere));
  }
  void operator()(const ir::DropSchema& drop) const {
    SqlWriter out = Begin("DROP SCHEMA", drop.if_exists ? "IF EXISTS" : "");
    out.Name(drop.name.text);
    printer_.Add(out,
                 drop.if_exists ? std::string(kHarmlessTwice) : ProbeSchema(printer_.dialect(), drop.name.text, Wanted::kGone));
  }
  // CheckCapabilities lets neither pass.
  void operator()(const ir::CreateExtension&) const {}
  void operator()(const ir::DropExtension&) const {}

  void operator()(const ir::Define& define) const { PrintDefine(printer_, define); }
  void operator()(const ir::DropRoutine& drop) const { PrintDropRoutine(printer_, drop); }
  void operator()(const ir::Grant& grant) const { PrintGrant(printer_, grant); }

  void operator()(const ir::Insert& insert) const {
    const auto statements = PrintInsert(insert, printer_.dialect(), MysqlSyntax(), kRowsPerInsert);
    for (const std::string& statement : statements) printer_.Add(StatementKind::kSql, statement, "");
    if (statements.empty()) printer_.AddNote("no rows to insert");
  }
  void operator()(const ir::Update& update) const {
    SqlWriter out = printer_.Writer();
    PrintUpdate(out, update, MysqlSyntax());
    printer_.Add(out, "");
  }
  void operator()(const ir::Delete& statement) const {
    SqlWriter out = printer_.Writer();
    PrintDelete(out, statement, MysqlSyntax());
    printer_.Add(out, "");
  }
  void operator()(const ir::RawSql& raw) const { printer_.AddRaw(raw.text, ""); }
  void operator()(const ir::SetTimeouts& set) const { PrintTimeouts(printer_, set); }
  void operator()(const ir::Require& require) const {
    const std::vector<std::string> query = SplitSql(require.query, printer_.dialect());
    printer_.Add(StatementKind::kRequire, query.empty() ? std::string() : query.front(), "").message = require.message;
  }

 private:
  SqlWriter Begin(std::string_view words, std::string_view condition) const {
    SqlWriter out = printer_.Writer();
    out.Keyword(words);
    if (!condition.empty()) out.Keyword(condition);
    return out;
  }

  // Also into another schema: RENAME TABLE moves it.
  void PrintRename(const ir::Name& from, const ir::Name& to) const {
    SqlWriter out = Begin("RENAME TABLE", "");
    ir::Name target = to;
    if (target.schema.empty()) target.schema = from.schema;
    out.Name(from).Keyword("TO").Name(target);
    printer_.Add(out, ProbeTableRenamed(printer_.dialect(), from, target));
  }

  // NOCYCLE is one word in MariaDB.
  static void PrintOptions(SqlWriter& out, ir::SequenceOptions options) {
    const std::optional<bool> cycle = std::exchange(options.cycle, std::nullopt);
    PrintSequenceOptions(out, options);
    if (cycle) out.Keyword(*cycle ? "CYCLE" : "NOCYCLE");
  }

  Printer& printer_;
};

}  // namespace

Printer::Printer(const catalog::Step& step, const dialect::Dialect& dialect) : step_(step), dialect_(dialect), enums_(step.enums) {
  for (const catalog::Change& change : step.changes) {
    if (change.key.kind == catalog::ObjectKind::kEnum && change.after != nullptr) enums_[change.key] = change.after;
  }
}

void Printer::SetEnum(const ir::Name& name, std::vector<std::string> values) {
  catalog::Enum definition;
  definition.name = name;
  definition.values = std::move(values);
  enums_[catalog::Catalog(RulesOf(dialect_)).KeyOf(catalog::ObjectKind::kEnum, name)] =
      std::make_shared<const catalog::Object>(std::move(definition));
}

void Printer::PrintType(SqlWriter& out, const ir::Type& type) const {
  emit::PrintType(out, type, MysqlSyntax(), enums_, RulesOf(dialect_));
}

void Printer::Describe(std::string summary, ir::Origin origin) {
  summary_ = ir::OneLine(summary);
  origin_ = origin.known ? origin : step_.operation.origin;
}

Statement& Printer::Add(SqlWriter& sql, std::string probe) { return Add(StatementKind::kSql, sql.Take(), std::move(probe)); }

Statement& Printer::Add(StatementKind kind, std::string sql, std::string probe) {
  Statement statement;
  statement.kind = kind;
  statement.sql = std::move(sql);
  statement.probe = std::move(probe);
  statement.summary = summary_;
  statement.origin = origin_;
  statements_.push_back(std::move(statement));
  return statements_.back();
}

void Printer::AddRaw(std::string_view sql, std::string probe) {
  for (Statement& one : SplitSqlStatements(sql, dialect_)) Add(one.kind, std::move(one.sql), std::exchange(probe, ""));
}

void Printer::AddNote(const std::string& text) { Add(StatementKind::kNote, {}, "").summary = summary_ + ": " + ir::OneLine(text); }

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

}  // namespace migc::emit::mysql
