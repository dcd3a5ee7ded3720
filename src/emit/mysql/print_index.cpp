#include <algorithm>

#include "emit/mysql/print.h"
#include "emit/mysql/probe.h"
#include "migc/dialect/lineage.h"

namespace migc::emit::mysql {
namespace {

// What must go with the index: those that foreign keys need, and need no more, or need instead.
struct Support {
  std::vector<SupportIndex> dropped;
  std::vector<SupportIndex> added;
  bool any() const { return !dropped.empty() || !added.empty(); }
};

std::vector<SupportIndex> Without(const std::vector<SupportIndex>& all, const std::vector<SupportIndex>& others) {
  std::vector<SupportIndex> rest;
  for (const SupportIndex& one : all) {
    if (std::find(others.begin(), others.end(), one) == others.end()) rest.push_back(one);
  }
  return rest;
}

Support SupportOf(const catalog::Step& step, const ir::Name& table) {
  const TableChange change = ChangeOf(step, table);
  if (change.before == nullptr || change.after == nullptr) return {};
  const std::vector<SupportIndex> before = SupportIndexesOf(*change.before);
  const std::vector<SupportIndex> after = SupportIndexesOf(*change.after);
  return {Without(before, after), Without(after, before)};
}

void PrintSupport(SqlWriter& out, const Support& support) {
  for (const SupportIndex& index : support.added) {
    out.Comma().Keyword("ADD");
    PrintSupportIndex(out, index);
  }
  for (const SupportIndex& index : support.dropped) out.Comma().Keyword("DROP INDEX").Name(index.name);
}

void PrintApart(Printer& printer, const ir::Name& table, const std::vector<SupportIndex>& indexes, Wanted wanted) {
  for (const SupportIndex& index : indexes) {
    SqlWriter out = printer.Writer();
    out.Keyword("ALTER TABLE").Name(table);
    if (wanted == Wanted::kThere) {
      PrintSupportIndex(out.Keyword("ADD"), index);
    } else {
      out.Keyword("DROP INDEX").Name(index.name);
    }
    printer.Add(out, ProbeIndex(printer.dialect(), table, index.name, wanted));
  }
}

}  // namespace

void PrintCreateIndex(Printer& printer, const ir::CreateIndex& create) {
  const ir::Index& index = create.index;
  const Support support = SupportOf(printer.step(), create.table);
  const bool combined = printer.Has(dialect::Capability::kCombinedAlter);
  // TiDB changes every schema while rows are written, and warns of an algorithm that is not the one it takes ("ALTER TABLE").
  const bool online = create.online && !dialect::IsTidb(printer.dialect());
  SqlWriter out = printer.Writer();
  if (support.any() && combined) {
    out.Keyword("ALTER TABLE").Name(create.table).Keyword("ADD");
    PrintIndexItem(out, index);
    PrintSupport(out, support);
    if (online) out.Comma().Keyword("ALGORITHM=INPLACE, LOCK=NONE");
  } else {
    out.Keyword("CREATE").Keyword(IndexWords(index));
    if (create.if_not_exists) out.Keyword("IF NOT EXISTS");
    out.Name(index.name.text).Keyword("ON").Name(create.table);
    PrintIndexKeys(out, index);
    if (online) out.Keyword("ALGORITHM=INPLACE LOCK=NONE");
  }
  printer.Add(out, create.if_not_exists ? std::string(kHarmlessTwice)
                                        : ProbeIndex(printer.dialect(), create.table, index.name.text, Wanted::kThere));
  if (!combined) PrintApart(printer, create.table, support.dropped, Wanted::kGone);
}

void PrintDropIndex(Printer& printer, const ir::DropIndex& drop) {
  const Support support = SupportOf(printer.step(), drop.table);
  const bool combined = printer.Has(dialect::Capability::kCombinedAlter);
  const bool online = drop.online && !dialect::IsTidb(printer.dialect());
  if (!combined) PrintApart(printer, drop.table, support.added, Wanted::kThere);
  const std::string_view words = drop.if_exists ? "DROP INDEX IF EXISTS" : "DROP INDEX";
  SqlWriter out = printer.Writer();
  if ((support.any() && combined) || online) {
    out.Keyword("ALTER TABLE").Name(drop.table).Keyword(words).Name(drop.name.name);
    PrintSupport(out, support);
    if (online) out.Comma().Keyword("ALGORITHM=INPLACE, LOCK=NONE");
  } else {
    out.Keyword(words).Name(drop.name.name).Keyword("ON").Name(drop.table);
  }
  printer.Add(
      out, drop.if_exists ? std::string(kHarmlessTwice) : ProbeIndex(printer.dialect(), drop.table, drop.name.name, Wanted::kGone));
}

}  // namespace migc::emit::mysql
