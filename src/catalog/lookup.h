// Look-up: finds what an operation names, spelt as the catalog spells it, and says what is wrong when it is not there.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/application.h"

namespace migc::catalog {

enum class Found : std::uint8_t {
  kYes,
  kOutside,  // not in the catalog, but raw SQL names it: a warning was given, the operation goes on as written
  kNo,       // refused
};

// ---- parts of a table, as the rules compare names ----

// The exact name first: it is the common case, and needs no copy.
template <class Parts>
auto FindPart(const Catalog& catalog, Parts& parts, const std::string& name) -> decltype(&parts.front()) {
  if (name.empty()) return nullptr;
  auto found = std::find_if(parts.begin(), parts.end(), [&](const auto& part) { return part.name.text == name; });
  if (found == parts.end() && catalog.rules().case_insensitive_names) {
    const std::string folded = catalog.Fold(name);
    found = std::find_if(parts.begin(), parts.end(), [&](const auto& part) { return catalog.Fold(part.name.text) == folded; });
  }
  return found == parts.end() ? nullptr : &*found;
}
inline const ir::Column* FindColumn(const Catalog& catalog, const ir::Table& table, const std::string& name) {
  return FindPart(catalog, table.columns, name);
}
bool Contains(const Catalog& catalog, const std::vector<ir::Identifier>& columns, const std::string& name);
// The same columns, in whatever order.
bool SameColumns(const Catalog& catalog, const std::vector<ir::Identifier>& a, const std::vector<ir::Identifier>& b);

// ---- objects ----

struct FoundTable {
  Found found = Found::kNo;
  ObjectKey key;
  const Table* table = nullptr;  // kYes; good as long as the Application
};
FoundTable LookUpTable(Application& application, const ir::Name& name);
// As the above without a word: kNo says only that it is not there.
const Table* PeekTable(const Application& application, const ir::Name& name);

// True for views, which take data, grants and triggers as tables do.
bool IsView(const Application& application, const ir::Name& name);

// kOutside when raw SQL names it; else reports `kind` with the nearest candidate, and gives kNo. `beside` must stand in the same
// raw text; `what` is "column", "index".
Found Missing(Application& application, diag::Diagnostic diagnostic, std::string_view what, const std::string& name,
              const std::string& beside, const std::vector<std::string>& candidates);
// The warning that goes with kOutside, or nothing when no raw SQL names it.
bool IsOutside(Application& application, std::optional<source::Span> where, std::string_view what, const std::string& name,
               const std::string& beside);

// Names of objects of one kind, as they are written in the catalog.
std::vector<std::string> NamesOfKind(const Catalog& catalog, ObjectKind kind);
ir::Origin OriginOf(const Object& object);
// `name` names an object of another kind: its kind, else nothing.
std::optional<ObjectKey> OtherKind(const Catalog& catalog, const ir::Name& name, ObjectKind wanted);

// ---- columns ----

// Gives the column the catalog's spelling.
Found LookUpColumn(Application& application, const ir::Table& table, ir::Identifier& column);
// Each of them; a name that stands twice in `what` ("primary key") is an error. The worst of all.
Found LookUpColumns(Application& application, const ir::Table& table, std::vector<ir::Identifier>& columns, std::string_view what);
// Each column that the expression names outside raw SQL.
Found LookUpColumns(Application& application, const ir::Table& table, ir::Expr& expr);

// Adds the note `table "t" is created here` when its place is known.
diag::Diagnostic WithOrigin(diag::Diagnostic diagnostic, const ir::Origin& origin, std::string text);
diag::Diagnostic WithTable(diag::Diagnostic diagnostic, const ir::Table& table);
// Adds `did you mean "…"?` when a candidate is near.
diag::Diagnostic WithNearest(diag::Diagnostic diagnostic, const std::string& name, const std::vector<std::string>& candidates);

std::vector<std::string> ColumnNames(const ir::Table& table);

// ---- names that are to be given ----

// An error when the author's name is longer than the dialect lets it be.
void CheckLength(Application& application, std::string_view what, const ir::Identifier& name);
void CheckLength(Application& application, std::string_view what, const ir::Name& name);

// An error when the chain has dropped the schema; one that it never made is taken to be there.
void CheckSchema(Application& application, const ir::Name& name);

// Who has the name already, where one more would have to share it.
struct Holder {
  std::string what;  // `table "account"`
  ir::Origin origin;
};
enum class Newcomer : std::uint8_t { kRelation, kIndex, kKey, kEnum };
std::optional<Holder> HolderOf(const Catalog& catalog, Newcomer newcomer, const ir::Name& name);
void ReportTaken(Application& application, std::string_view what, const ir::Name& name, const Holder& holder);

}  // namespace migc::catalog
