#include "emit/postgres/enum_swap.h"
#include "emit/postgres/print.h"
#include "migc/base/overloaded.h"

namespace migc::emit::postgres {
namespace {

SqlWriter AlterType(const Printer& printer, const ir::Name& name) {
  SqlWriter out = printer.Writer();
  out.Keyword("ALTER TYPE").Name(name);
  return out;
}

// A value can be added inside a transaction, but not be used in it ("unsafe use of new value", 12 and later). Where something
// later in the revision names it, it is therefore committed on its own, and may be there already when the script runs again.
void PrintAddValue(Printer& printer, const ir::Name& name, const ir::AddEnumValue& add) {
  const bool alone = printer.context().enum_value_used_later;
  SqlWriter out = AlterType(printer, name);
  out.Keyword("ADD VALUE");
  if (alone) out.Keyword("IF NOT EXISTS");
  out.String(add.value);
  if (add.before) {
    out.Keyword("BEFORE").String(*add.before);
  } else if (add.after) {
    out.Keyword("AFTER").String(*add.after);
  }
  Statement& statement = printer.Add(out, ProbeEnumValue(printer.dialect(), name, add.value));
  if (!alone) return;
  statement.probe.clear();
  statement.no_transaction = true;
  statement.again = {statement.sql};
}

}  // namespace

void PrintCreateEnum(Printer& printer, const ir::Name& name, const std::vector<std::string>& values) {
  SqlWriter out = printer.Writer();
  out.Keyword("CREATE TYPE").Name(name).Keyword("AS ENUM").Open();
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) out.Comma();
    out.String(values[i]);
  }
  out.Close();
  printer.Add(out, ProbeType(printer.dialect(), name, Wanted::kThere));
}

void PrintAlterEnum(Printer& printer, const ir::AlterEnum& alter) {
  std::visit(base::Overloaded{
                 [&](const ir::AddEnumValue& add) { PrintAddValue(printer, alter.name, add); },
                 [&](const ir::RenameEnumValue& rename) {
                   SqlWriter out = AlterType(printer, alter.name);
                   out.Keyword("RENAME VALUE").String(rename.from).Keyword("TO").String(rename.to);
                   printer.Add(out, ProbeEnumValue(printer.dialect(), alter.name, rename.to));
                 },
                 [&](const ir::RenameEnum& rename) {
                   SqlWriter out = AlterType(printer, alter.name);
                   out.Keyword("RENAME TO").Name(rename.to.text);
                   printer.Add(out, ProbeType(printer.dialect(), {alter.name.schema, rename.to.text, {}}, Wanted::kThere));
                 },
                 [&](const ir::SetEnumValues& set) { PrintEnumSwap(printer, alter.name, set); },
             },
             alter.action);
}

}  // namespace migc::emit::postgres
