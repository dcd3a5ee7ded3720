#include <algorithm>

#include "emit/mysql/print.h"
#include "emit/mysql/probe.h"
#include "migc/dialect/lineage.h"

namespace migc::emit::mysql {
namespace {

using dialect::Capability;

void PrintGenerated(SqlWriter& out, const ir::Generated& generated) {
  out.Keyword("GENERATED ALWAYS AS");
  PrintInParens(out, generated.expr, MysqlSyntax());
  out.Keyword(generated.storage == ir::Storage::kStored ? "STORED" : "VIRTUAL");
}

// A functional key part has parentheses of its own.
void PrintKey(SqlWriter& out, const ir::IndexKey& key) {
  if (key.expr.kind == ir::ExprKind::kColumn) {
    PrintExpr(out, key.expr, MysqlSyntax());
    if (key.length) out.CallOpen().Number(std::to_string(*key.length)).Close();
  } else {
    PrintInParens(out, key.expr, MysqlSyntax());
  }
  if (key.order == ir::SortOrder::kAscending) out.Keyword("ASC");
  // Before there were any, DESC was parsed and forgotten.
  if (key.order == ir::SortOrder::kDescending && out.dialect().Has(Capability::kDescendingIndexes)) out.Keyword("DESC");
}

// Each item on a line of its own.
class Items {
 public:
  explicit Items(SqlWriter& out) : out_(out) {
    out_.Open();
    out_.Indent();
  }
  SqlWriter& Next() {
    if (any_) out_.Comma();
    any_ = true;
    return out_.NewLine();
  }
  void Close() {
    out_.Dedent();
    if (any_) out_.NewLine();
    out_.Close();
  }

 private:
  SqlWriter& out_;
  bool any_ = false;
};

}  // namespace

void PrintColumn(const Printer& printer, SqlWriter& out, const ir::Column& column) {
  out.Name(column.name.text);
  printer.PrintType(out, column.type);
  if (column.character_set) out.Keyword("CHARACTER SET").Name(*column.character_set);
  if (column.collation) out.Keyword("COLLATE").Name(*column.collation);
  if (column.generated) PrintGenerated(out, *column.generated);
  if (column.not_null) {
    out.Keyword("NOT NULL");
  } else if (IsTimestamp(column.type)) {
    // Left out, it would be NOT NULL where explicit_defaults_for_timestamp is off.
    out.Keyword("NULL");
  }
  if (column.default_value) {
    out.Keyword("DEFAULT");
    PrintDefault(out, *column.default_value, column.type);
  }
  if (column.identity) out.Keyword("AUTO_INCREMENT");
  if (column.comment) out.Keyword("COMMENT").String(*column.comment);
}

void PrintTableConstraint(SqlWriter& out, const ir::Constraint& constraint) {
  ir::Constraint printed = constraint;
  if (std::holds_alternative<ir::PrimaryKey>(constraint.body)) printed.name = {};  // it is PRIMARY, whatever is written
  if (auto* key = std::get_if<ir::ForeignKey>(&printed.body)) {
    // Checked at once, as NOT DEFERRABLE says: there is no other way here, and no words for it.
    key->deferrable.reset();
    key->initially_deferred.reset();
  }
  PrintConstraint(out, printed, MysqlSyntax());
}

std::string_view IndexWords(const ir::Index& index) {
  if (index.method == "fulltext") return "FULLTEXT INDEX";
  if (index.method == "spatial") return "SPATIAL INDEX";
  return index.unique ? "UNIQUE INDEX" : "INDEX";
}

void PrintIndexKeys(SqlWriter& out, const ir::Index& index) {
  out.Open();
  for (std::size_t i = 0; i < index.keys.size(); ++i) {
    if (i > 0) out.Comma();
    PrintKey(out, index.keys[i]);
  }
  out.Close();
  if (index.method == "hash" || index.method == "btree") out.Keyword("USING").Keyword(index.method == "hash" ? "HASH" : "BTREE");
  for (const std::string& option : index.options) out.Raw(option);
}

void PrintIndexItem(SqlWriter& out, const ir::Index& index) {
  out.Keyword(IndexWords(index)).Name(index.name.text);
  PrintIndexKeys(out, index);
}

void PrintSupportIndex(SqlWriter& out, const SupportIndex& index) {
  out.Keyword("INDEX").Name(index.name);
  PrintColumnList(out, index.columns);
}

void RequireExplicitTimestamp(Printer& printer, const ir::Table& table, const std::vector<const ir::Column*>& columns) {
  // "only ON is currently supported" ("MySQL Compatibility", Default differences).
  if (dialect::IsTidb(printer.dialect())) return;
  for (const ir::Column* column : columns) {
    if (!IsTimestamp(column->type) || !column->not_null || column->default_value || column->generated) continue;
    Statement& require = printer.Add(StatementKind::kRequire, "SELECT @@explicit_defaults_for_timestamp", "");
    require.message = "column " + table.name.Text() + "." + column->name.text +
                      " is to have no default, and the server would give it one: set explicit_defaults_for_timestamp = ON";
    require.up_front = true;
    return;
  }
}

// "Constraints", CHECK: "disabled by default"; it is asked before the first change.
void RequireChecks(Printer& printer, const std::vector<ir::Constraint>& constraints) {
  if (!dialect::IsTidb(printer.dialect())) return;
  for (const ir::Constraint& constraint : constraints) {
    if (!std::holds_alternative<ir::Check>(constraint.body)) continue;
    Statement& require =
        printer.Add(StatementKind::kRequire, "SELECT CAST(@@GLOBAL.tidb_enable_check_constraint AS CHAR) IN ('1', 'ON')", "");
    require.message = "check " + constraint.name.text +
                      " would be read and forgotten: SET GLOBAL tidb_enable_check_constraint = ON, and run the script again";
    require.up_front = true;
    return;
  }
}

void PrintCreateTable(Printer& printer, const ir::CreateTable& create) {
  const ir::Table& table = create.table;
  std::vector<const ir::Column*> columns;
  for (const ir::Column& column : table.columns) columns.push_back(&column);
  RequireExplicitTimestamp(printer, table, columns);
  RequireChecks(printer, table.constraints);
  SqlWriter out = printer.Writer();
  out.Keyword(create.if_not_exists ? "CREATE TABLE IF NOT EXISTS" : "CREATE TABLE").Name(table.name);
  Items items(out);
  for (const ir::Column& column : table.columns) PrintColumn(printer, items.Next(), column);
  for (const ir::Constraint& constraint : table.constraints) PrintTableConstraint(items.Next(), constraint);
  for (const SupportIndex& index : SupportIndexesOf(table)) PrintSupportIndex(items.Next(), index);
  for (const ir::Index& index : table.indexes) PrintIndexItem(items.Next(), index);
  items.Close();
  if (table.comment) out.Keyword("COMMENT =").String(*table.comment);
  for (const ir::Column& column : table.columns) {
    if (column.identity && column.identity->options.start)
      out.Keyword("AUTO_INCREMENT =").Number(std::to_string(*column.identity->options.start));
  }
  for (const std::string& option : table.options) out.Raw(option);
  printer.Add(out, create.if_not_exists ? std::string(kHarmlessTwice) : ProbeTable(printer.dialect(), table.name, Wanted::kThere));
}

}  // namespace migc::emit::mysql
