#include "emit/oracle/print.h"

namespace migc::emit::oracle {
namespace {

// A name or a call stands as it is; any other expression is better read in parentheses.
bool StandsBare(const ir::Expr& expr) {
  return expr.kind == ir::ExprKind::kColumn || expr.kind == ir::ExprKind::kCall || expr.kind == ir::ExprKind::kFunction;
}

void PrintKey(SqlWriter& out, const ir::IndexKey& key) {
  if (StandsBare(key.expr)) {
    PrintValue(out, key.expr);
  } else {
    PrintInParens(out, RewriteTruth(key.expr, false, out.dialect()), OracleSyntax());
  }
  if (key.order != ir::SortOrder::kUnspecified) out.Keyword(key.order == ir::SortOrder::kAscending ? "ASC" : "DESC");
}

}  // namespace

void PrintCreateIndex(Printer& printer, const ir::CreateIndex& create) {
  const ir::Index& index = create.index;
  const ir::Name name = InSchemaOf(create.table, index.name.text);
  const Look look = LookForIndex(printer.dialect(), name);
  SqlWriter out = printer.Writer();
  out.Keyword(index.unique ? "CREATE UNIQUE" : index.method == "bitmap" ? "CREATE BITMAP" : "CREATE").Keyword("INDEX");
  if (create.if_not_exists && printer.HasIfExists()) out.Keyword("IF NOT EXISTS");
  out.Name(name).Keyword("ON").Name(create.table).Open();
  for (std::size_t i = 0; i < index.keys.size(); ++i) {
    if (i > 0) out.Comma();
    PrintKey(out, index.keys[i]);
  }
  out.Close();
  for (const std::string& option : index.options) out.Raw(option);
  if (create.online) out.Keyword("ONLINE");
  if (create.if_not_exists && !printer.HasIfExists()) {
    printer.AddOnlyWhen(look, false, out);
  } else {
    printer.Add(out, WhenThere(look));
  }
}

void PrintDropIndex(Printer& printer, const ir::DropIndex& drop) {
  const ir::Name name = drop.name.schema.empty() ? InSchemaOf(drop.table, drop.name.name) : drop.name;
  const Look look = LookForIndex(printer.dialect(), name);
  SqlWriter out = printer.Writer();
  out.Keyword("DROP INDEX");
  if (drop.if_exists && printer.HasIfExists()) out.Keyword("IF EXISTS");
  out.Name(name);
  if (drop.online) out.Keyword("ONLINE");
  if (drop.if_exists && !printer.HasIfExists()) {
    printer.AddOnlyWhen(look, true, out);
  } else {
    printer.Add(out, WhenGone(look));
  }
}

void PrintRenameIndex(Printer& printer, const ir::RenameIndex& rename) {
  const std::string& schema = rename.from.schema.empty() ? rename.table.schema : rename.from.schema;
  SqlWriter out = printer.Writer();
  out.Keyword("ALTER INDEX").Name(ir::Name{schema, rename.from.name, {}}).Keyword("RENAME TO").Name(rename.to.text);
  printer.Add(out, WhenThere(LookForIndex(printer.dialect(), {schema, rename.to.text, {}})));
}

}  // namespace migc::emit::oracle
