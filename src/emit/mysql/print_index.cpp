#include <algorithm>

#include "emit/mysql/print.h"
#include "emit/mysql/probe.h"

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

}  // namespace

void PrintCreateIndex(Printer& printer, const ir::CreateIndex& create) {
  const ir::Index& index = create.index;
  const Support support = SupportOf(printer.step(), create.table);
  SqlWriter out = printer.Writer();
  if (support.any()) {
    out.Keyword("ALTER TABLE").Name(create.table).Keyword("ADD");
    PrintIndexItem(out, index);
    PrintSupport(out, support);
    if (create.online) out.Comma().Keyword("ALGORITHM=INPLACE, LOCK=NONE");
  } else {
    out.Keyword("CREATE").Keyword(IndexWords(index));
    if (create.if_not_exists) out.Keyword("IF NOT EXISTS");
    out.Name(index.name.text).Keyword("ON").Name(create.table);
    PrintIndexKeys(out, index);
    if (create.online) out.Keyword("ALGORITHM=INPLACE LOCK=NONE");
  }
  printer.Add(out, create.if_not_exists ? std::string(kHarmlessTwice)
                                        : ProbeIndex(printer.dialect(), create.table, index.name.text, Wanted::kThere));
}

void PrintDropIndex(Printer& printer, const ir::DropIndex& drop) {
  const Support support = SupportOf(printer.step(), drop.table);
  const std::string_view words = drop.if_exists ? "DROP INDEX IF EXISTS" : "DROP INDEX";
  SqlWriter out = printer.Writer();
  if (support.any() || drop.online) {
    out.Keyword("ALTER TABLE").Name(drop.table).Keyword(words).Name(drop.name.name);
    PrintSupport(out, support);
    if (drop.online) out.Comma().Keyword("ALGORITHM=INPLACE, LOCK=NONE");
  } else {
    out.Keyword(words).Name(drop.name.name).Keyword("ON").Name(drop.table);
  }
  printer.Add(
      out, drop.if_exists ? std::string(kHarmlessTwice) : ProbeIndex(printer.dialect(), drop.table, drop.name.name, Wanted::kGone));
}

}  // namespace migc::emit::mysql
