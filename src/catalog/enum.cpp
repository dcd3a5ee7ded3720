// create enum, alter enum, drop enum: and what becomes of the columns that have the type.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "catalog/expressions.h"
#include "catalog/lookup.h"
#include "catalog/operations.h"

namespace migc::catalog {
namespace {

using Values = std::vector<std::string>;

bool Has(const Values& values, const std::string& value) { return std::find(values.begin(), values.end(), value) != values.end(); }

// One `alter enum`, on its way.
struct EnumChange {
  Application& application;
  const ir::Origin& where;
  const ObjectKey& key;
  const Enum& before;
};

void ReportUnknownValue(const EnumChange& change, const std::string& value) {
  change.application.Report(WithNearest(
      WithOrigin(
          diag::Make(diag::Kind::kUnknownEnumValue, change.application.Where(change.where), change.before.name.Text(), value),
          change.before.origin, fmt::format("enum \"{}\" is created here", change.before.name.Text())),
      value, change.before.values));
}

void ReportDuplicate(Application& application, const ir::Origin& where, const ir::Name& name, const std::string& value) {
  application.Report(diag::Make(diag::Kind::kDuplicateEnumValue, application.Where(where), name.Text(), value));
}

bool CheckDistinct(Application& application, const ir::Origin& where, const ir::Name& name, const Values& values) {
  if (values.empty()) {
    application.Report(diag::Make(diag::Kind::kEnumWithoutValues, application.Where(where), name.Text()));
    return false;
  }
  for (auto one = values.begin(); one != values.end(); ++one) {
    if (std::find(values.begin(), one, *one) == one) continue;
    ReportDuplicate(application, where, name, *one);
    return false;
  }
  return true;
}

void SetValues(const EnumChange& change, Values values) {
  Enum after = change.before;
  after.values = std::move(values);
  change.application.Set(change.key, std::make_shared<const Object>(std::move(after)));
}

// Every literal default of a column of the enum, as `visit(table name, column)`; true from it: the column was changed.
template <class Visit>
void ForEachDefault(const EnumChange& change, const Visit& visit) {
  const Catalog& catalog = change.application.catalog();
  for (const ObjectKey& user : catalog.UsersOf(change.key)) {
    const ObjectPtr object = catalog.Find(user);
    Table table = std::get<Table>(*object);
    bool changed = false;
    for (ir::Column& column : table.definition.columns) {
      if (column.type.kind != ir::TypeKind::kNamed || catalog.KeyOf(ObjectKind::kEnum, column.type.name) != change.key) continue;
      if (!column.default_value || WithoutParens(*column.default_value).kind != ir::ExprKind::kString) continue;
      changed = visit(table.definition.name, column) || changed;
    }
    if (changed) change.application.SetTable(user, std::move(table));
  }
}

void SetDefaultText(ir::Column& column, const std::string& text) {
  ir::Expr* expr = &*column.default_value;
  while (expr->kind == ir::ExprKind::kParens) expr = &expr->operands.front();
  expr->text = text;
}

void Alter(const EnumChange& change, ir::AddEnumValue& add) {
  Values values = change.before.values;
  if (Has(values, add.value)) return ReportDuplicate(change.application, change.where, change.before.name, add.value);
  const std::optional<std::string>& anchor = add.before ? add.before : add.after;
  auto place = values.end();
  if (anchor) {
    place = std::find(values.begin(), values.end(), *anchor);
    if (place == values.end()) return ReportUnknownValue(change, *anchor);
    if (!add.before) ++place;
  }
  values.insert(place, add.value);
  SetValues(change, std::move(values));
  if (!change.application.rules().enum_values_removable) {
    return change.application.CannotUndo("this database cannot take a value out of an enum");
  }
  change.application.Undo(ir::AlterEnum{change.before.name, ir::SetEnumValues{change.before.values, {}}});
}

void Alter(const EnumChange& change, ir::RenameEnumValue& rename) {
  Values values = change.before.values;
  const auto place = std::find(values.begin(), values.end(), rename.from);
  if (place == values.end()) return ReportUnknownValue(change, rename.from);
  if (Has(values, rename.to)) return ReportDuplicate(change.application, change.where, change.before.name, rename.to);
  *place = rename.to;
  SetValues(change, std::move(values));
  ForEachDefault(change, [&](const ir::Name&, ir::Column& column) {
    const bool fits = WithoutParens(*column.default_value).text == rename.from;
    if (fits) SetDefaultText(column, rename.to);
    return fits;
  });
  change.application.Undo(ir::AlterEnum{change.before.name, ir::RenameEnumValue{rename.to, rename.from}});
}

void RenameTypes(const Catalog& catalog, const ObjectKey& from, const ir::Name& to, ir::Type& type) {
  if (type.kind != ir::TypeKind::kNamed || catalog.KeyOf(ObjectKind::kEnum, type.name) != from) return;
  type.name.schema = to.schema;
  type.name.name = to.name;
}

void Alter(const EnumChange& change, ir::RenameEnum& rename) {
  Application& application = change.application;
  const Catalog& catalog = application.catalog();
  Enum after = change.before;
  after.name.name = rename.to.text;
  const ObjectKey key = catalog.KeyOf(ObjectKind::kEnum, after.name);
  CheckLength(application, "enum", rename.to);
  const ir::Name wanted{after.name.schema, rename.to.text, rename.to.origin};
  if (const auto holder = key == change.key ? std::nullopt : HolderOf(catalog, Newcomer::kEnum, wanted)) {
    return ReportTaken(application, "enum", wanted, *holder);
  }
  if (application.refused()) return;
  const ir::Name name = after.name;
  const std::vector<ObjectKey> users = catalog.UsersOf(change.key);
  application.Set(change.key, nullptr);
  application.Set(key, std::make_shared<const Object>(std::move(after)));
  for (const ObjectKey& user : users) {
    const ObjectPtr object = catalog.Find(user);
    Table table = std::get<Table>(*object);
    for (ir::Column& column : table.definition.columns) RenameTypes(catalog, change.key, name, column.type);
    ForEachTableExpr(table.definition, [&](ir::Expr& expr) {
      ForEachPart(expr, [&](ir::Expr& part) {
        for (ir::Type& type : part.types) RenameTypes(catalog, change.key, name, type);
      });
    });
    application.SetTable(user, std::move(table));
  }
  application.Undo(ir::AlterEnum{name, ir::RenameEnum{ir::Identifier(change.before.name.name)}});
}

// What stands in the place of each value that goes away; nothing for one that only goes.
std::map<std::string, std::string> CheckMappings(const EnumChange& change, const ir::SetEnumValues& set) {
  std::map<std::string, std::string> mapped;
  const auto wrong = [&](const ir::EnumMapping& one, std::string_view why) {
    change.application.Report(diag::Make(diag::Kind::kEnumMapping, change.application.Where(change.where), one.from, one.to, why));
  };
  for (const ir::EnumMapping& one : set.mappings) {
    if (!Has(change.before.values, one.from)) {
      ReportUnknownValue(change, one.from);
    } else if (Has(set.values, one.from)) {
      wrong(one, "the enum keeps the first value");
    } else if (!Has(set.values, one.to)) {
      wrong(one, "the enum will not have the second value");
    } else if (!mapped.emplace(one.from, one.to).second) {
      wrong(one, "the first value is mapped twice");
    }
  }
  return mapped;
}

// The mappings that take back those that only renamed a value: it came from nowhere else, and was not there before.
std::vector<ir::EnumMapping> MappingsBack(const EnumChange& change, const std::map<std::string, std::string>& mapped) {
  std::vector<ir::EnumMapping> back;
  for (const auto& [from, to] : mapped) {
    const auto same =
        std::count_if(mapped.begin(), mapped.end(), [&, &target = to](const auto& one) { return one.second == target; });
    if (same == 1 && !Has(change.before.values, to)) back.push_back({to, from});
  }
  return back;
}

void Alter(const EnumChange& change, ir::SetEnumValues& set) {
  Application& application = change.application;
  if (!CheckDistinct(application, change.where, change.before.name, set.values)) return;
  const std::map<std::string, std::string> mapped = CheckMappings(change, set);
  if (application.refused()) return;
  const std::vector<ir::EnumMapping> back = MappingsBack(change, mapped);
  if (mapped.size() != back.size()) application.LosesData();
  ForEachDefault(change, [&](const ir::Name& table, ir::Column& column) {
    const std::string value = WithoutParens(*column.default_value).text;
    if (Has(set.values, value)) return false;
    const auto other = mapped.find(value);
    if (other == mapped.end()) {
      application.Report(diag::Make(diag::Kind::kDefaultOfRemovedValue, application.Where(change.where), value,
                                    fmt::format("{}.{}", table.Text(), column.name.text)));
      return false;
    }
    const bool comes_back = std::any_of(back.begin(), back.end(), [&](const ir::EnumMapping& one) { return one.to == value; });
    if (!comes_back) application.UndoAction(table, ir::SetDefault{column.name, *column.default_value});
    SetDefaultText(column, other->second);
    return true;
  });
  SetValues(change, set.values);
  application.Undo(ir::AlterEnum{change.before.name, ir::SetEnumValues{change.before.values, back}});
}

}  // namespace

void Apply(Application& application, ir::CreateEnum& create) {
  const Catalog& catalog = application.catalog();
  const ObjectKey key = catalog.KeyOf(ObjectKind::kEnum, create.name);
  if (const Enum* there = catalog.FindEnum(create.name); there != nullptr && create.if_not_exists) {
    if (there->values == create.values) return;
    application.Report(
        WithOrigin(diag::Make(diag::Kind::kExistsDifferently, application.Where(create.name.origin), Describe(key), "its values"),
                   there->origin, Describe(key) + " is created here"));
    return;
  }
  CheckLength(application, "enum", create.name);
  CheckSchema(application, create.name);
  if (const auto holder = HolderOf(catalog, Newcomer::kEnum, create.name)) {
    return ReportTaken(application, "enum", create.name, *holder);
  }
  if (!CheckDistinct(application, create.name.origin, create.name, create.values) || application.refused()) return;
  ir::Name name = create.name;
  if (key.schema.empty()) name.schema.clear();
  application.Set(key, std::make_shared<const Object>(Enum{name, create.values, application.operation().origin}));
  application.Undo(ir::DropEnum{name, false});
}

namespace {

// Null when it is not there: reported, or known to raw SQL only.
ObjectPtr LookUpEnum(Application& application, const ir::Name& name) {
  const Catalog& catalog = application.catalog();
  if (ObjectPtr object = catalog.Find(catalog.KeyOf(ObjectKind::kEnum, name))) return object;
  const Found found =
      Missing(application, diag::Make(diag::Kind::kUnknownObject, application.Where(name.origin), "enum", name.Text()), "enum",
              name.name, {}, NamesOfKind(catalog, ObjectKind::kEnum));
  if (found == Found::kOutside) application.CannotUndo(fmt::format("raw SQL made enum \"{}\"", name.Text()));
  return nullptr;
}

}  // namespace

void Apply(Application& application, ir::AlterEnum& alter) {
  const ObjectPtr held = LookUpEnum(application, alter.name);
  if (held == nullptr) return;
  const ObjectKey key = application.catalog().KeyOf(ObjectKind::kEnum, alter.name);
  const EnumChange change{application, alter.name.origin, key, std::get<Enum>(*held)};
  std::visit([&](auto& action) { Alter(change, action); }, alter.action);
  if (application.refused()) return;
  ir::Name now = change.before.name;
  if (const auto* rename = std::get_if<ir::RenameEnum>(&alter.action)) now.name = rename->to.text;
  const std::vector<ObjectKey> users = application.catalog().UsersOf(application.catalog().KeyOf(ObjectKind::kEnum, now));
  for (const ObjectKey& user : users) application.AddDependent(application.catalog().Find(user));
  AddDependents(application, users);
}

void Apply(Application& application, ir::DropEnum& drop) {
  const Catalog& catalog = application.catalog();
  const ObjectKey key = catalog.KeyOf(ObjectKind::kEnum, drop.name);
  if (drop.if_exists && catalog.Find(key) == nullptr) return;
  const ObjectPtr held = LookUpEnum(application, drop.name);
  if (held == nullptr) return;
  const std::vector<ObjectKey> users = catalog.UsersOf(key);
  if (!users.empty()) {
    diag::Diagnostic in_use = diag::Make(diag::Kind::kInUse, application.Where(drop.name.origin), Describe(key));
    for (const ObjectKey& user : users) {
      for (const ir::Column& column : std::get<Table>(*catalog.Find(user)).definition.columns) {
        if (column.type.kind != ir::TypeKind::kNamed || catalog.KeyOf(ObjectKind::kEnum, column.type.name) != key) continue;
        const ir::Origin& made = column.name.origin.known ? column.name.origin : column.origin;
        in_use.notes.push_back({made.known ? std::optional(made.span) : std::nullopt,
                                fmt::format("column \"{}\" of {} has the type", column.name.text, Describe(user))});
      }
    }
    return application.Report(std::move(in_use).WithHelp("change the type of those columns first"));
  }
  const Enum& former = std::get<Enum>(*held);
  application.Undo(ir::CreateEnum{former.name, former.values, false});
  application.Set(key, nullptr);
}

}  // namespace migc::catalog
