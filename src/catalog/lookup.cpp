#include "catalog/lookup.h"

#include <fmt/format.h>

#include <array>

#include "catalog/expressions.h"
#include "catalog/naming.h"
#include "migc/base/nearest.h"
#include "migc/base/overloaded.h"
#include "migc/base/text.h"

namespace migc::catalog {
namespace {

// Words of SQL that stand without parentheses and are no columns of the table.
bool IsSqlWord(const std::string& name) {
  static constexpr std::array<std::string_view, 24> kWords = {"current_catalog",
                                                              "current_role",
                                                              "current_schema",
                                                              "current_time",
                                                              "current_user",
                                                              "ctid",
                                                              "excluded",
                                                              "level",
                                                              "localtime",
                                                              "localtimestamp",
                                                              "new",
                                                              "nextval",
                                                              "old",
                                                              "oid",
                                                              "rowid",
                                                              "_rowid_",
                                                              "rownum",
                                                              "session_user",
                                                              "sysdate",
                                                              "system_user",
                                                              "systimestamp",
                                                              "tableoid",
                                                              "user",
                                                              "xmin"};
  return std::find(kWords.begin(), kWords.end(), base::LowerAscii(name)) != kWords.end();
}

Found Worse(Found a, Found b) { return std::max(a, b); }

}  // namespace

bool Contains(const Catalog& catalog, const std::vector<ir::Identifier>& columns, const std::string& name) {
  return std::any_of(columns.begin(), columns.end(),
                     [&](const ir::Identifier& one) { return catalog.Fold(one.text) == catalog.Fold(name); });
}

bool SameColumns(const Catalog& catalog, const std::vector<ir::Identifier>& a, const std::vector<ir::Identifier>& b) {
  return a.size() == b.size() &&
         std::all_of(a.begin(), a.end(), [&](const ir::Identifier& one) { return Contains(catalog, b, one.text); });
}

const Table* PeekTable(const Application& application, const ir::Name& name) { return application.catalog().FindTable(name); }

bool IsView(const Application& application, const ir::Name& name) {
  const Catalog& catalog = application.catalog();
  return catalog.Find(catalog.KeyOf(ObjectKind::kView, name)) != nullptr ||
         catalog.Find(catalog.KeyOf(ObjectKind::kMaterializedView, name)) != nullptr;
}

FoundTable LookUpTable(Application& application, const ir::Name& name) {
  const Catalog& catalog = application.catalog();
  FoundTable result;
  result.key = catalog.KeyOf(ObjectKind::kTable, name);
  result.table = catalog.FindTable(name);
  if (result.table != nullptr) {
    result.found = Found::kYes;
    return result;
  }
  if (const auto other = OtherKind(catalog, name, ObjectKind::kTable)) {
    application.Report(WithOrigin(diag::Make(diag::Kind::kWrongKind, application.Where(name.origin), Describe(*other), "table"),
                                  OriginOf(*catalog.Find(*other)), Describe(*other) + " is made here"));
    return result;
  }
  result.found = Missing(application, diag::Make(diag::Kind::kUnknownTable, application.Where(name.origin), name.Text()), "table",
                         name.name, {}, NamesOfKind(catalog, ObjectKind::kTable));
  return result;
}

bool IsOutside(Application& application, std::optional<source::Span> where, std::string_view what, const std::string& name,
               const std::string& beside) {
  const auto mention = application.catalog().FindMention(name, beside);
  if (!mention) return false;
  application.Report(WithOrigin(diag::Make(diag::Kind::kKnownToRawSqlOnly, where, what, name), *mention, "this raw SQL names it")
                         .WithHelp("say what that SQL does to the schema with `effects { … }`"));
  return true;
}

Found Missing(Application& application, diag::Diagnostic diagnostic, std::string_view what, const std::string& name,
              const std::string& beside, const std::vector<std::string>& candidates) {
  if (application.catalog().WasRefused(name)) {
    application.Refuse();
    return Found::kNo;
  }
  if (IsOutside(application, diagnostic.span, what, name, beside)) return Found::kOutside;
  application.Report(WithNearest(std::move(diagnostic), name, candidates));
  return Found::kNo;
}

std::vector<std::string> NamesOfKind(const Catalog& catalog, ObjectKind kind) {
  std::vector<std::string> names;
  const auto& objects = catalog.objects();
  for (auto at = objects.lower_bound({kind, {}, {}}); at != objects.end() && at->first.kind == kind; ++at) {
    names.push_back(at->first.schema.empty() ? at->first.name : at->first.schema + "." + at->first.name);
  }
  return names;
}

ir::Origin OriginOf(const Object& object) {
  const auto first = [](const ir::Origin& name, const ir::Origin& whole) { return name.known ? name : whole; };
  return std::visit(base::Overloaded{
                        [&](const Table& table) { return first(table.definition.name.origin, table.definition.origin); },
                        [&](const Enum& one) { return first(one.name.origin, one.origin); },
                        [&](const Sequence& one) { return first(one.name.origin, one.origin); },
                        [](const Schema& one) { return one.origin; },
                        [](const Extension& one) { return one.origin; },
                        [&](const ir::Routine& one) { return first(one.name.origin, one.origin); },
                    },
                    object);
}

std::optional<ObjectKey> OtherKind(const Catalog& catalog, const ir::Name& name, ObjectKind wanted) {
  for (const ObjectKind kind :
       {ObjectKind::kTable, ObjectKind::kView, ObjectKind::kMaterializedView, ObjectKind::kSequence, ObjectKind::kEnum}) {
    const ObjectKey key = catalog.KeyOf(kind, name);
    if (kind != wanted && catalog.Find(key) != nullptr) return key;
  }
  return std::nullopt;
}

Found LookUpColumn(Application& application, const ir::Table& table, ir::Identifier& column) {
  if (const ir::Column* found = FindColumn(application.catalog(), table, column.text)) {
    column.text = found->name.text;
    return Found::kYes;
  }
  return Missing(
      application,
      WithTable(diag::Make(diag::Kind::kUnknownColumn, application.Where(column.origin), table.name.Text(), column.text), table),
      "column", column.text, table.name.name, ColumnNames(table));
}

Found LookUpColumns(Application& application, const ir::Table& table, std::vector<ir::Identifier>& columns, std::string_view what) {
  Found worst = Found::kYes;
  std::vector<ir::Identifier> seen;
  for (ir::Identifier& column : columns) {
    worst = Worse(worst, LookUpColumn(application, table, column));
    if (Contains(application.catalog(), seen, column.text)) {
      application.Report(diag::Make(diag::Kind::kRepeatedColumn, application.Where(column.origin), column.text, what));
      worst = Found::kNo;
    }
    seen.push_back(column);
  }
  return worst;
}

Found LookUpColumns(Application& application, const ir::Table& table, ir::Expr& expr) {
  Found worst = Found::kYes;
  ForEachPart(expr, [&](ir::Expr& part) {
    if (part.kind != ir::ExprKind::kColumn) return;
    const bool elsewhere =
        !part.qualifier.empty() && application.catalog().Fold(part.qualifier) != application.catalog().Fold(table.name.name);
    if (elsewhere) return;
    if (FindColumn(application.catalog(), table, part.text) == nullptr && IsSqlWord(part.text)) return;
    ir::Identifier column(part.text, part.origin);
    worst = Worse(worst, LookUpColumn(application, table, column));
    part.text = column.text;
  });
  return worst;
}

diag::Diagnostic WithOrigin(diag::Diagnostic diagnostic, const ir::Origin& origin, std::string text) {
  if (!origin.known) return diagnostic;
  return std::move(diagnostic).WithNote(origin.span, std::move(text));
}

diag::Diagnostic WithTable(diag::Diagnostic diagnostic, const ir::Table& table) {
  return WithOrigin(std::move(diagnostic), table.name.origin.known ? table.name.origin : table.origin,
                    fmt::format("table \"{}\" is created here", table.name.Text()));
}

diag::Diagnostic WithNearest(diag::Diagnostic diagnostic, const std::string& name, const std::vector<std::string>& candidates) {
  if (const auto nearest = base::NearestName(name, candidates)) {
    return std::move(diagnostic).WithHelp(fmt::format("did you mean \"{}\"?", *nearest));
  }
  return diagnostic;
}

std::vector<std::string> ColumnNames(const ir::Table& table) {
  std::vector<std::string> names;
  for (const ir::Column& column : table.columns) names.push_back(column.name.text);
  return names;
}

void CheckLength(Application& application, std::string_view what, const ir::Identifier& name) {
  const Rules& rules = application.rules();
  const std::size_t length = LengthOf(rules, name.text);
  if (length <= rules.max_identifier) return;
  application.Report(diag::Make(diag::Kind::kNameTooLong, application.Where(name.origin), what, name.text, length,
                                rules.identifier_in_characters ? "characters" : "bytes", rules.max_identifier));
}

void CheckLength(Application& application, std::string_view what, const ir::Name& name) {
  CheckLength(application, what, ir::Identifier(name.name, name.origin));
  if (!name.schema.empty()) CheckLength(application, "schema", ir::Identifier(name.schema, name.origin));
}

void CheckSchema(Application& application, const ir::Name& name) {
  const std::string schema = application.catalog().KeyOf(ObjectKind::kTable, name).schema;
  if (schema.empty() || !application.catalog().WasDropped(schema)) return;
  application.Report(diag::Make(diag::Kind::kSchemaGone, application.Where(name.origin), name.schema)
                         .WithHelp(fmt::format("`create schema {}` makes it again", name.schema)));
}

namespace {

const Table& TableAt(const Catalog& catalog, const ObjectKey& key) { return std::get<Table>(*catalog.Find(key)); }

std::optional<Holder> RelationNamed(const Catalog& catalog, const ir::Name& name) {
  for (const ObjectKind kind : {ObjectKind::kTable, ObjectKind::kView, ObjectKind::kMaterializedView, ObjectKind::kSequence}) {
    const ObjectKey key = catalog.KeyOf(kind, name);
    if (const ObjectPtr object = catalog.Find(key)) return Holder{Describe(key), OriginOf(*object)};
  }
  return std::nullopt;
}

std::optional<Holder> IndexNamed(const Catalog& catalog, const ir::Name& name) {
  for (const ObjectKey& key : catalog.TablesOfIndex(name)) {
    const auto* index = FindPart(catalog, TableAt(catalog, key).definition.indexes, name.name);
    if (index != nullptr) return Holder{fmt::format("an index of {}", Describe(key)), index->origin};
  }
  return std::nullopt;
}

std::optional<Holder> KeyNamed(const Catalog& catalog, const ir::Name& name) {
  for (const ObjectKey& key : catalog.TablesOfConstraint(name)) {
    const auto* constraint = FindPart(catalog, TableAt(catalog, key).definition.constraints, name.name);
    if (constraint == nullptr || !HasNamedIndex(*constraint)) continue;
    return Holder{fmt::format("the {} of {}", ir::KindName(*constraint), Describe(key)), constraint->origin};
  }
  return std::nullopt;
}

std::optional<Holder> EnumNamed(const Catalog& catalog, const ir::Name& name) {
  const ObjectKey key = catalog.KeyOf(ObjectKind::kEnum, name);
  if (const ObjectPtr object = catalog.Find(key)) return Holder{Describe(key), OriginOf(*object)};
  return std::nullopt;
}

}  // namespace

std::optional<Holder> HolderOf(const Catalog& catalog, Newcomer newcomer, const ir::Name& name) {
  const Rules& rules = catalog.rules();
  const bool indexes_share = !rules.index_names_per_table && !rules.index_names_apart;
  const bool one_pool = rules.keys_are_named_indexes;  // PostgreSQL: tables, indexes, keys, sequences and types
  std::optional<Holder> holder;
  const auto ask = [&](bool counts, auto&& find) {
    if (!holder && counts) holder = find(catalog, name);
  };
  const bool is_relation = newcomer == Newcomer::kRelation;
  const bool is_index = newcomer == Newcomer::kIndex;
  ask(is_relation || (is_index && indexes_share) || one_pool, RelationNamed);
  const bool is_enum = newcomer == Newcomer::kEnum;
  ask((is_relation && indexes_share) || (is_index && !rules.index_names_per_table) || (one_pool && !is_enum), IndexNamed);
  ask(one_pool && !is_enum, KeyNamed);
  ask((one_pool && is_relation) || is_enum, EnumNamed);
  return holder;
}

void ReportTaken(Application& application, std::string_view what, const ir::Name& name, const Holder& holder) {
  if (application.catalog().WasRefused(name.name)) return application.Refuse();
  application.Report(WithOrigin(diag::Make(diag::Kind::kNameTaken, application.Where(name.origin), what, name.Text(), holder.what),
                                holder.origin, "it is made here"));
}

}  // namespace migc::catalog
