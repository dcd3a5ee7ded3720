// The numbers of a column: its sequence, where the dialect has no identity, and where that goes on.
#include "emit/postgres/followed.h"
#include "emit/postgres/print.h"

namespace migc::emit::postgres {
namespace {

// Without setval: as many numbers are drawn as lie between the last one and the rows'.
void PrintCounterPastRows(Printer& printer, const ir::Name& table, const std::string& column) {
  const ir::Name sequence = SequenceOf(table, column);
  const std::string& standard = printer.dialect().default_schema;
  SqlWriter out = printer.Writer();
  out.Keyword("SELECT").Words("count").CallOpen().Words("nextval").CallOpen().String(QuoteName(printer.dialect(), sequence));
  out.Close().Close().Keyword("AS").Words("numbers_passed_over").Keyword("FROM").Words("range").CallOpen().Open();
  out.Keyword("SELECT").Words("greatest").CallOpen().Number("0").Comma();
  out.Open().Keyword("SELECT").Words("max").CallOpen().Name(column).Close().Keyword("FROM").Name(table).Close();
  // The last value is the next one after the file was opened again; at worst one number more is passed over.
  out.Words("+ 1 - coalesce").CallOpen().Words("last_value").Comma().Words("start_value").Close().Close();
  out.Keyword("FROM").Words("duckdb_sequences()").Keyword("WHERE").Words("database_name = current_database()");
  out.Keyword("AND").Words("schema_name =").String(sequence.schema.empty() ? standard : sequence.schema);
  out.Keyword("AND").Words("sequence_name =").String(sequence.name).Close().Close();
  printer.Add(out);
}

}  // namespace

void PrintDropCounter(Printer& printer, const ir::Name& table, const ir::Column& column) {
  if (!CountsBySequence(column, printer.dialect())) return;
  SqlWriter out = printer.Writer();
  out.Keyword("DROP SEQUENCE").Name(SequenceOf(table, column.name.text));
  printer.Add(out);
}

void PrintIdentityPastRows(Printer& printer, const ir::Name& table, const std::string& column, bool fresh) {
  printer.Describe("let identity of " + table.Text() + "." + column + " go on after the rows", {});
  if (!printer.dialect().Has(dialect::Capability::kIdentity)) return PrintCounterPastRows(printer, table, column);
  const auto print_sequence = [&](SqlWriter& out) {
    out.Words("pg_get_serial_sequence").CallOpen().String(QuoteName(printer.dialect(), table)).Comma().String(column).Close();
  };
  const auto print_max = [&](SqlWriter& out) {
    out.Open().Keyword("SELECT").Words("max").CallOpen().Name(column).Close().Keyword("FROM").Name(table).Close();
  };
  SqlWriter out = printer.Writer();
  out.Keyword("SELECT").Words("setval").CallOpen();
  print_sequence(out);
  out.Comma();
  if (fresh) {
    // Of no rows the maximum is null, and setval(…, null) does nothing.
    print_max(out);
  } else {
    // Never back: the sequence may be ahead of the rows.
    out.Keyword("GREATEST").CallOpen().Words("nextval").CallOpen();
    print_sequence(out);
    out.Close().Comma();
    print_max(out);
    out.Close();
  }
  out.Close();
  printer.Add(out);
}

}  // namespace migc::emit::postgres
