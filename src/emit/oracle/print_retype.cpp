#include <utility>

#include "emit/oracle/literal.h"
#include "emit/oracle/print.h"
#include "emit/oracle/retype.h"
#include "emit/oracle/value_check.h"
#include "migc/base/check.h"
#include "migc/emit/print.h"

namespace migc::emit::oracle {
namespace {

class Retyper {
 public:
  Retyper(Printer& printer, const TableState& state, const ir::Column& column, const ir::SetType& set, bool with_default)
      : printer_(printer),
        state_(state),
        column_(column),
        set_(set),
        with_default_(with_default),
        summary_(printer.summary()),
        way_(WayOf(column.type, set.type, printer.enums(), printer.dialect())) {
    if (WrittenUsing(set) != nullptr && (way_ == Way::kNone || way_ == Way::kModify)) way_ = Way::kHelper;
  }

  void Run() {
    const auto former = Check(column_.type);
    const auto check = Check(set_.type);
    CollectInTheWay();
    if (way_ == Way::kNone && former == check) return printer_.AddNote("Oracle spells both types the same");
    for (const ir::Index& index : indexes_) {
      Say("drop index " + index.name.text);
      PrintDropIndex(printer_, {{"", index.name.text, {}}, state_.name(), false, false});
    }
    for (const ir::Constraint& constraint : constraints_) {
      Say("drop constraint " + constraint.name.text);
      PrintDropConstraint(printer_, state_.name(), constraint.name.text);
    }
    if (former && former != check && way_ != Way::kNewColumn) {
      Say("drop constraint " + former->name.text);
      PrintDropConstraint(printer_, state_.name(), former->name.text);
    }
    Convert();
    if (check && (former != check || way_ == Way::kNewColumn)) {
      Say("add constraint " + check->name.text);
      PrintAddConstraint(printer_, state_.name(), *check);
    }
    for (const ir::Constraint& constraint : constraints_) {
      Say("put back constraint " + constraint.name.text);
      PrintAddConstraint(printer_, state_.name(), constraint);
    }
    for (const ir::Index& index : indexes_) {
      Say("put back index " + index.name.text);
      PrintCreateIndex(printer_, {state_.name(), index, false, false});
    }
  }

 private:
  std::optional<ir::Constraint> Check(const ir::Type& type) const {
    ir::Column column = column_;
    column.type = type;
    return ValueCheckOf(state_.name(), column, printer_.enums(), printer_.dialect());
  }

  void Say(const std::string& what) { printer_.Describe(summary_ + ": " + what, origin_); }

  // While the column is empty a unique key would have equal values and a foreign key another type; an index that computes with it
  // refuses any change (ORA-30556).
  void CollectInTheWay() {
    const bool moves = way_ == Way::kHelper || way_ == Way::kNewColumn;
    for (const ir::Constraint& constraint : state_.table().constraints) {
      if (moves && NamesColumn(constraint, column_.name.text, printer_.dialect())) constraints_.push_back(constraint);
    }
    for (const ir::Index& index : state_.table().indexes) {
      const bool computed = IsComputedFrom(index, column_.name.text, printer_.dialect());
      if (computed || (moves && NamesColumn(index, column_.name.text, printer_.dialect()))) indexes_.push_back(index);
    }
  }

  SqlWriter Alter() const {
    SqlWriter out = printer_.Writer();
    out.Keyword("ALTER TABLE").Name(state_.name());
    return out;
  }

  void Convert() {
    switch (way_) {
      case Way::kNone:
        return;
      case Way::kModify: {
        Say("the type");
        SqlWriter out = Alter();
        out.Keyword("MODIFY").Open().Name(column_.name.text);
        PrintColumnType(out, set_.type, printer_.enums());
        printer_.Add(out.Close(), kNoHarmTwice).loses_data = printer_.step().loses_data;
        return;
      }
      case Way::kHelper:
        return ThroughHelper();
      case Way::kNewColumn:
        return ByNewColumn();
    }
  }

  void AddHelper(const std::string& helper) {
    Say("a column for the new values");
    SqlWriter out = Alter();
    out.Keyword("ADD").Open().Name(helper);
    PrintColumnType(out, set_.type, printer_.enums());
    printer_.Add(out.Close(), WhenThere(LookForColumn(printer_.dialect(), state_.name(), helper)));
  }

  // At once: what is written to the column after this is not lost, for it then is not empty.
  void ConvertAndEmpty(const std::string& helper) {
    Say("convert the values");
    const ir::Expr* written = WrittenUsing(set_);
    const auto conversion = written != nullptr ? std::optional<ir::Expr>(RewriteTruth(*written, false, printer_.dialect()))
                                               : ConversionOf(column_.name.text, column_.type, set_.type, printer_.dialect());
    CHECK(conversion.has_value() && "CheckSteps refuses what only the author can convert");
    Update({{ir::Identifier(helper), *conversion}, {column_.name, ir::Expr{}}}, std::nullopt);
  }

  void Update(std::vector<ir::Assignment> assignments, std::optional<ir::Expr> where) {
    SqlWriter out = printer_.Writer();
    PrintUpdate(out, ir::Update{state_.name(), std::move(assignments), std::move(where), true}, OracleSyntax());
    printer_.Add(out, kNoHarmTwice);
  }

  static ir::Expr ColumnExpr(const std::string& name) {
    ir::Expr expr;
    expr.kind = ir::ExprKind::kColumn;
    expr.text = name;
    return expr;
  }

  static ir::Expr IsNull(const std::string& name) {
    ir::Expr expr;
    expr.kind = ir::ExprKind::kIsNull;
    expr.operands = {ColumnExpr(name)};
    return expr;
  }

  // What the column has besides its type is taken off, or put on again.
  void Trim(bool on) {
    const bool has_default = column_.default_value.has_value();
    const bool default_on = on && has_default && with_default_;
    if (!column_.not_null && !(on ? default_on : has_default)) return;
    Say(on ? "what else the column has" : "nothing that keeps the column from being empty");
    SqlWriter out = Alter();
    out.Keyword("MODIFY").Open().Name(column_.name.text);
    if (on && default_on) PrintDefault(out, *column_.default_value, set_.type);
    if (!on && has_default) out.Keyword("DEFAULT NULL");
    if (column_.not_null) out.Keyword(on ? "NOT NULL" : "NULL");
    std::string probe(kNoHarmTwice);
    const Look look = LookForNotNull(printer_.dialect(), state_.name(), column_.name.text);
    if (column_.not_null) probe = on ? WhenThere(look) : WhenGone(look);
    printer_.Add(out.Close(), std::move(probe));
  }

  void Drop(const std::string& column, const std::string& what) {
    Say(what);
    SqlWriter out = Alter();
    out.Keyword("DROP COLUMN").Name(column);
    printer_.Add(out, WhenGone(LookForColumn(printer_.dialect(), state_.name(), column)));
  }

  void ThroughHelper() {
    const std::string helper = HelperOf(column_.name.text, printer_.dialect());
    AddHelper(helper);
    Trim(false);
    ConvertAndEmpty(helper);
    Say("the type");
    SqlWriter out = Alter();
    out.Keyword("MODIFY").Open().Name(column_.name.text);
    PrintColumnType(out, set_.type, printer_.enums());
    printer_.Add(out.Close(), kNoHarmTwice).loses_data = printer_.step().loses_data;
    Say("the new values");
    Update({{column_.name, ColumnExpr(helper)}}, IsNull(column_.name.text));
    Trim(true);
    Drop(helper, "drop the column beside it");
  }

  // Whoever writes to the table meanwhile must not lose it.
  void RequireEmpty() {
    Say("nobody has written to it meanwhile");
    SqlWriter out = printer_.Writer();
    out.Keyword("SELECT CASE WHEN COUNT(*) = 0 THEN 1 ELSE 0 END FROM").Name(state_.name()).Keyword("WHERE");
    out.Name(column_.name.text).Keyword("IS NOT NULL");
    printer_.Add(StatementKind::kRequire, out.Take(), {}).message =
        "column " + state_.name().Text() + "." + column_.name.text + " was written to while its type was changed";
  }

  void ByNewColumn() {
    const std::string helper = HelperOf(column_.name.text, printer_.dialect());
    AddHelper(helper);
    Trim(false);
    ConvertAndEmpty(helper);
    RequireEmpty();
    Drop(column_.name.text, "drop the former column");
    Say("the name");
    SqlWriter out = Alter();
    out.Keyword("RENAME COLUMN").Name(helper).Keyword("TO").Name(column_.name.text);
    printer_.Add(out, WhenThere(LookForColumn(printer_.dialect(), state_.name(), column_.name.text)));
    Trim(true);
    if (!column_.comment) return;
    Say("its comment");
    PrintColumnComment(printer_, state_.name(), column_.name.text, column_.comment);
  }

  Printer& printer_;
  const TableState& state_;
  const ir::Column& column_;
  const ir::SetType& set_;
  bool with_default_;
  std::string summary_;
  Way way_;
  ir::Origin origin_ = set_.column.origin;
  std::vector<ir::Constraint> constraints_;
  std::vector<ir::Index> indexes_;
};

}  // namespace

void PrintRetype(Printer& printer, const TableState& state, const ir::Column& column, const ir::SetType& set, bool with_default) {
  Retyper(printer, state, column, set, with_default).Run();
}

}  // namespace migc::emit::oracle
