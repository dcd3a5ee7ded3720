#include <fmt/format.h>

#include "emit/postgres/print.h"
#include "migc/base/text.h"
#include "migc/dialect/lineage.h"

namespace migc::emit::postgres {
namespace {

// A name or a call stands as it is; any other expression needs parentheses (index_elem in gram.y).
bool StandsBare(const ir::Expr& expr) {
  return expr.kind == ir::ExprKind::kColumn || expr.kind == ir::ExprKind::kCall ||
         (expr.kind == ir::ExprKind::kFunction && !expr.operands.empty());
}

void PrintKey(SqlWriter& out, const ir::IndexKey& key) {
  if (StandsBare(key.expr)) {
    PrintExpr(out, key.expr, PostgresSyntax());
  } else {
    PrintInParens(out, key.expr, PostgresSyntax());
  }
  if (key.collation) out.Keyword("COLLATE").Name(*key.collation);
  if (key.opclass) out.Raw(*key.opclass);
  if (key.order != ir::SortOrder::kUnspecified) out.Keyword(key.order == ir::SortOrder::kAscending ? "ASC" : "DESC");
  if (key.nulls != ir::NullsOrder::kUnspecified) out.Keyword(key.nulls == ir::NullsOrder::kFirst ? "NULLS FIRST" : "NULLS LAST");
}

void PrintIndexOptions(SqlWriter& out, const std::vector<std::string>& options) {
  std::vector<std::string> parameters;
  for (const std::string& option : options) {
    if (IsStorageParameter(option, out.dialect())) parameters.push_back(option);
  }
  if (!parameters.empty()) out.Keyword("WITH").Open().Raw(base::Join(parameters, ", ")).Close();
  for (const std::string& option : options) {
    if (!IsStorageParameter(option, out.dialect())) out.Raw(option);
  }
}

std::string DropWords(const dialect::Dialect& dialect) {
  return dialect.Has(dialect::Capability::kOnlineIndexDrop) ? "DROP INDEX CONCURRENTLY" : "DROP INDEX";
}

// An index lies in the schema of its table.
ir::Name IndexName(const ir::Name& name, const ir::Name& table) {
  return name.schema.empty() ? ir::Name{table.schema, name.name, name.origin} : name;
}

// CockroachDB v25.4, "CREATE INDEX": an index's name "must be unique to its table"; "DROP INDEX": table_name@index_name.
std::string OfTable(const dialect::Dialect& dialect, const ir::Name& table, const std::string& index) {
  return QuoteName(dialect, table) + "@" + QuoteIdentifier(dialect, index);
}

}  // namespace

void PrintCreateIndex(Printer& printer, const ir::CreateIndex& create) {
  const ir::Index& index = create.index;
  SqlWriter out = printer.Writer();
  out.Keyword(index.unique ? "CREATE UNIQUE INDEX" : "CREATE INDEX");
  if (create.online) out.Keyword("CONCURRENTLY");
  if (create.if_not_exists) out.Keyword("IF NOT EXISTS");
  out.Name(index.name.text).Keyword("ON").Name(create.table);
  if (!index.method.empty()) out.Keyword("USING").Name(index.method);
  out.Open();
  for (std::size_t i = 0; i < index.keys.size(); ++i) {
    if (i > 0) out.Comma();
    PrintKey(out, index.keys[i]);
  }
  out.Close();
  if (!index.include.empty()) {
    out.Keyword("INCLUDE");
    PrintColumnList(out, index.include);
  }
  if (index.nulls_not_distinct) out.Keyword("NULLS NOT DISTINCT");
  PrintIndexOptions(out, index.options);
  if (index.where) {
    out.Keyword("WHERE");
    PrintExpr(out, *index.where, PostgresSyntax());
  }
  // It is built by a job, of which nothing is left when it fails ("Online Schema Changes").
  if (dialect::IsCockroachdb(printer.dialect())) {
    printer.Add(
        out, create.if_not_exists ? kHarmlessTwice : ProbeIndex(printer.dialect(), create.table, index.name.text, Wanted::kThere));
    return;
  }
  // Outside of a transaction YugabyteDB builds every index concurrently (its CREATE INDEX, "Concurrent index creation").
  if (!create.online && printer.dialect().Has(dialect::Capability::kTransactionalDdl)) {
    printer.Add(out);
    return;
  }
  // "Building Indexes Concurrently": what fails half-way leaves an invalid index of that name.
  const std::string name = QuoteName(printer.dialect(), IndexName({"", index.name.text, {}}, create.table));
  const std::string drop = DropWords(printer.dialect()) + " IF EXISTS " + name;
  if (create.if_not_exists)
    printer.AddNote("if the next statement fails it leaves an invalid index: " + drop + " before it is run again");
  Statement& statement = printer.Add(out);
  statement.no_transaction = true;
  if (create.if_not_exists) return;  // whose index it is cannot be known
  statement.again = {drop, statement.sql};
  statement.probe = fmt::format("SELECT to_regclass({}) IS NOT NULL", QuoteString(printer.dialect(), name));
}

void PrintRenameIndex(Printer& printer, const ir::RenameIndex& rename) {
  const dialect::Dialect& dialect = printer.dialect();
  SqlWriter out = printer.Writer();
  out.Keyword("ALTER INDEX");
  if (dialect::IsCockroachdb(dialect) && !rename.table.name.empty()) {
    out.Words(OfTable(dialect, rename.table, rename.from.name)).Keyword("RENAME TO").Name(rename.to.text);
    printer.Add(out, ProbeIndex(dialect, rename.table, rename.to.text, Wanted::kThere));
    return;
  }
  const ir::Name from = IndexName(rename.from, rename.table);
  out.Name(ir::Name{from.schema, from.name, {}}).Keyword("RENAME TO").Name(rename.to.text);
  printer.Add(out, ProbeRelation(dialect, {from.schema, rename.to.text, {}}, Wanted::kThere));
}

void PrintDropUnique(Printer& printer, const ir::Name& table, const ir::DropConstraint& drop) {
  SqlWriter out = printer.Writer();
  out.Keyword("DROP INDEX").Words(OfTable(printer.dialect(), table, drop.name.text)).Keyword("CASCADE");
  printer.Add(out, ProbeConstraint(printer.dialect(), table, drop.name.text, Wanted::kGone));
}

void PrintDropIndex(Printer& printer, const ir::DropIndex& drop) {
  SqlWriter out = printer.Writer();
  out.Keyword("DROP INDEX");
  if (drop.online) out.Keyword("CONCURRENTLY");
  if (drop.if_exists) out.Keyword("IF EXISTS");
  if (dialect::IsCockroachdb(printer.dialect()) && !drop.table.name.empty()) {
    out.Words(OfTable(printer.dialect(), drop.table, drop.name.name));
    printer.Add(out, drop.if_exists ? kHarmlessTwice : ProbeIndex(printer.dialect(), drop.table, drop.name.name, Wanted::kGone));
    return;
  }
  out.Name(IndexName(drop.name, drop.table));
  const ir::Name name = IndexName(drop.name, drop.table);
  Statement& statement = printer.Add(out, drop.if_exists ? kHarmlessTwice : ProbeRelation(printer.dialect(), name, Wanted::kGone));
  if (!drop.online) return;
  statement.no_transaction = true;
  statement.again = {
      fmt::format("DROP INDEX CONCURRENTLY IF EXISTS {}", QuoteName(printer.dialect(), IndexName(drop.name, drop.table)))};
}

}  // namespace migc::emit::postgres
