#include "bundle/verify_facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "migc/base/text.h"

namespace migc::bundle {
namespace {

using catalog::Catalog;

bool IsRawNull(const ir::Expr& expr) {
  return expr.kind == ir::ExprKind::kNull || expr.kind == ir::ExprKind::kRawSql || expr.kind == ir::ExprKind::kParens ||
         expr.kind == ir::ExprKind::kCast;
}

// Raw SQL can have changed its shape: a text names it beside a word that changes things, or gives its name to something that may.
// A text that only reads a table or writes rows into it leaves it as it is.
bool IsUnsure(const Catalog& catalog, const std::string& name) {
  constexpr std::array<const char*, 11> kChanging = {"alter",   "drop", "rename",  "sp_rename", "table", "exec",
                                                     "execute", "call", "perform", "pragma",    "do"};
  const auto beside = [&](const char* word) { return catalog.FindMention(name, word).has_value(); };
  return std::ranges::any_of(kChanging, beside) || catalog.FindMention("'" + name + "'") || catalog.FindMention("." + name + "'");
}

// …can have removed it.
bool MayBeGone(const Catalog& catalog, const std::string& name, const char* kind) {
  return catalog.FindMention(name, std::string("drop ") + kind).has_value();
}

class Collector {
 public:
  explicit Collector(const Engine& engine) : engine_(engine), catalog_(engine.after()) {}

  Facts Run() {
    for (const auto& [key, object] : catalog_.objects()) std::visit([this](const auto& value) { Add(value); }, *object);
    if (engine_.input().before != nullptr) AddGone(*engine_.input().before);
    facts_.push_back({"table", VersionTable(engine_.input()), "", "rows", RowsOf(engine_.input())});
    std::erase_if(facts_, [this](const Fact& fact) {
      return !engine_.CanSay(fact.name) || !engine_.CanSay(fact.part) || !engine_.CanSay(fact.expected);
    });
    return std::move(facts_);
  }

 private:
  void Put(std::string_view kind, std::string name, std::string part, std::string_view what, std::string_view expected) {
    facts_.push_back({std::string(kind), std::move(name), std::move(part), std::string(what), std::string(expected)});
  }

  void Add(const catalog::Schema& schema) { Put("schema", engine_.Stored(schema.name), "", "exists", kThere); }
  void Add(const catalog::Extension& extension) {
    if (!MayBeGone(catalog_, extension.name, "extension")) Put("extension", extension.name, "", "exists", kThere);
  }
  void Add(const catalog::Enum& value) {
    if (!IsUnsure(catalog_, value.name.name)) engine_.AddEnum(value, facts_);
  }
  void Add(const catalog::Sequence& sequence) {
    if (MayBeGone(catalog_, sequence.name.name, "sequence")) return;
    if (IsUnsure(catalog_, sequence.name.name)) {
      Put("sequence", engine_.Label(sequence.name), "", "exists", kThere);
    } else {
      engine_.AddSequence(sequence, facts_);
    }
  }

  void Add(const catalog::Table& object) {
    const ir::Table& table = object.definition;
    if (MayBeGone(catalog_, table.name.name, "table")) return;
    const std::string name = engine_.Label(table.name);
    Put("table", name, "", "exists", kThere);
    if (IsUnsure(catalog_, table.name.name)) return;
    if (engine_.KeepsComments() && table.comment && !table.comment->empty()) Put("table", name, "", "comment", *table.comment);
    for (const ir::Column& column : table.columns) AddColumn(table, name, column);
    for (const ir::Constraint& constraint : table.constraints) {
      if (!IsUnsure(catalog_, constraint.name.text)) engine_.AddConstraint(table, constraint, facts_);
    }
    for (const ir::Index& index : table.indexes) {
      if (!IsUnsure(catalog_, index.name.text)) engine_.AddIndex(table, index, facts_);
    }
  }

  void AddColumn(const ir::Table& table, const std::string& name, const ir::Column& column) {
    const std::string part = engine_.Stored(column.name.text);
    Put("column", name, part, "exists", kThere);
    if (const auto type = engine_.TypeOf(column)) Put("column", name, part, "type", *type);
    if (const auto null = engine_.NullOf(table, column)) Put("column", name, part, "null", *null);
    if (const auto value = engine_.DefaultOf(column)) Put("column", name, part, "default", *value);
    if (engine_.KeepsComments() && column.comment && !column.comment->empty()) {
      Put("column", name, part, "comment", *column.comment);
    }
    engine_.AddColumn(table, column, facts_);
  }

  static std::string_view KindOf(ir::RoutineKind kind) {
    switch (kind) {
      case ir::RoutineKind::kView:
        return "view";
      case ir::RoutineKind::kMaterializedView:
        return "materialized view";
      case ir::RoutineKind::kFunction:
        return "function";
      case ir::RoutineKind::kProcedure:
        return "procedure";
      case ir::RoutineKind::kTrigger:
        return "trigger";
    }
    return "";
  }

  void PutRoutine(const ir::Routine& routine, std::string_view expected) {
    if (routine.kind == ir::RoutineKind::kTrigger) {
      Put("trigger", engine_.Label(routine.table), engine_.Stored(routine.name.name), "exists", expected);
    } else {
      Put(KindOf(routine.kind), engine_.Label(routine.name), "", "exists", expected);
    }
  }

  void Add(const ir::Routine& routine) {
    if (!routine.text || !engine_.Knows(routine.kind) || IsUnsure(catalog_, routine.name.name)) return;
    PutRoutine(routine, kThere);
  }

  // ---- what was there before ----

  void AddGone(const Catalog& before) {
    for (const auto& [key, object] : before.objects()) {
      const catalog::ObjectPtr now = catalog_.Find(key);
      const auto* table = std::get_if<catalog::Table>(object.get());
      if (table != nullptr && now != nullptr) AddGoneColumns(table->definition, std::get<catalog::Table>(*now).definition);
      if (now != nullptr || catalog_.FindMention(NameOf(*object))) continue;
      if (table != nullptr) Put("table", engine_.Label(table->definition.name), "", "exists", kNothing);
      const auto* routine = std::get_if<ir::Routine>(object.get());
      if (routine == nullptr || !routine->text || !engine_.Knows(routine->kind)) continue;
      // Another of the same name may be there, with other arguments.
      const bool callable = routine->kind == ir::RoutineKind::kFunction || routine->kind == ir::RoutineKind::kProcedure;
      if (!callable) PutRoutine(*routine, kNothing);
    }
  }

  void AddGoneColumns(const ir::Table& before, const ir::Table& now) {
    if (IsUnsure(catalog_, now.name.name)) return;
    for (const ir::Column& column : before.columns) {
      const auto same = [&](const ir::Column& other) { return catalog_.Fold(other.name.text) == catalog_.Fold(column.name.text); };
      if (std::ranges::any_of(now.columns, same)) continue;
      Put("column", engine_.Label(now.name), engine_.Stored(column.name.text), "exists", kNothing);
    }
  }

  static std::string NameOf(const catalog::Object& object) {
    if (const auto* table = std::get_if<catalog::Table>(&object)) return table->definition.name.name;
    if (const auto* routine = std::get_if<ir::Routine>(&object)) return routine->name.name;
    return "";
  }

  const Engine& engine_;
  const Catalog& catalog_;
  Facts facts_;
};

}  // namespace

std::optional<std::string> Engine::NullOf(const ir::Table& /*table*/, const ir::Column& column) const {
  return column.not_null ? "not null" : "null";
}

std::optional<std::string> Engine::DefaultOf(const ir::Column& column) const {
  if (column.generated) return "generated";
  if (column.identity) return "identity";
  if (!column.default_value) return "none";
  // A default that is null is none to some; in raw SQL it may be that.
  if (IsRawNull(*column.default_value)) return std::nullopt;
  return "default";
}

void Engine::AddSequence(const catalog::Sequence& sequence, Facts& facts) const {
  facts.push_back({"sequence", Label(sequence.name), "", "exists", std::string(kThere)});
}

bool Engine::CanSay(std::string_view text) const {
  return text.size() <= 4000 &&
         std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

std::string Engine::Label(const ir::Name& name) const {
  const bool here = name.schema.empty() || after().Fold(name.schema) == after().Fold(after().rules().default_schema);
  return (here ? "" : Stored(name.schema) + ".") + Stored(name.name);
}

std::string Engine::Columns(const std::vector<ir::Identifier>& columns) const {
  std::vector<std::string> names;
  for (const ir::Identifier& column : columns) names.push_back(Stored(column.text));
  return base::Join(names, ", ");
}

std::string_view Engine::Action(ir::ReferenceAction action) const {
  switch (action) {
    case ir::ReferenceAction::kNone:
    case ir::ReferenceAction::kNoAction:
      return "";
    case ir::ReferenceAction::kRestrict:
      return "restrict";
    case ir::ReferenceAction::kCascade:
      return "cascade";
    case ir::ReferenceAction::kSetNull:
      return "set null";
    case ir::ReferenceAction::kSetDefault:
      return "set default";
  }
  return "";
}

std::string Engine::References(const ir::ForeignKey& key) const {
  std::string text = "(" + Columns(key.columns) + ") references " + Label(key.table) + " (" + Columns(key.referred_columns) + ")";
  if (const std::string_view action = Action(key.on_delete); !action.empty()) text += " on delete " + std::string(action);
  if (const std::string_view action = Action(key.on_update); !action.empty()) text += " on update " + std::string(action);
  return text;
}

std::string Engine::Keys(const ir::Index& index, bool descending) const {
  std::vector<std::string> keys;
  for (const ir::IndexKey& key : index.keys) {
    std::string text = key.expr.kind == ir::ExprKind::kColumn ? Stored(key.expr.text) : "(expression)";
    if (descending && key.order == ir::SortOrder::kDescending) text += " desc";
    keys.push_back(std::move(text));
  }
  return std::string(index.unique ? "unique " : "") + "(" + base::Join(keys, ", ") + ")";
}

Facts ExpectedFacts(const Engine& engine) { return Collector(engine).Run(); }

std::string OnlyLookedFor(const Engine& engine) {
  std::vector<std::string> names;
  for (const auto& [key, object] : engine.after().objects()) {
    const auto* table = std::get_if<catalog::Table>(object.get());
    if (table == nullptr || !IsUnsure(engine.after(), table->definition.name.name)) continue;
    const std::string name = engine.Label(table->definition.name);
    if (engine.CanSay(name)) names.push_back(name);
  }
  return base::Join(names, ", ");
}

std::set<std::string> OtherSchemas(const Engine& engine) {
  std::set<std::string> schemas;
  for (const Catalog* catalog : {engine.input().before, engine.input().after}) {
    if (catalog == nullptr) continue;
    for (const auto& [key, object] : catalog->objects()) {
      // The key's schema is folded; the name has it as it was written.
      std::string schema;
      if (const auto* table = std::get_if<catalog::Table>(object.get())) schema = table->definition.name.schema;
      if (const auto* value = std::get_if<catalog::Enum>(object.get())) schema = value->name.schema;
      if (const auto* sequence = std::get_if<catalog::Sequence>(object.get())) schema = sequence->name.schema;
      if (const auto* routine = std::get_if<ir::Routine>(object.get())) {
        schema = routine->kind == ir::RoutineKind::kTrigger ? routine->table.schema : routine->name.schema;
      }
      if (!key.schema.empty() && !schema.empty() && engine.CanSay(schema)) schemas.insert(engine.Stored(schema));
    }
  }
  return schemas;
}

std::string RowsOf(const VerifyInput& input) {
  std::vector<std::string> heads = input.frame.to;
  std::ranges::sort(heads);
  return heads.empty() ? "base" : base::Join(heads, ", ");
}

std::string VersionTable(const VerifyInput& input) {
  const script::Bookkeeping& bookkeeping = input.frame.bookkeeping;
  const bool schema = !bookkeeping.version_schema.empty() && input.frame.dialect->Has(dialect::Capability::kSchemas);
  return (schema ? bookkeeping.version_schema + "." : "") + bookkeeping.version_table;
}

std::string SummaryOf(const VerifyInput& input) {
  // As the receipt writes them.
  const auto word = [](std::string_view text) {
    std::string one;
    for (const char c : text) {
      const bool plain =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
      one += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return one;
  };
  std::vector<std::string> heads;
  for (const std::string& head : input.frame.to) heads.push_back(word(head));
  std::ranges::sort(heads);
  return fmt::format("MIGC-VERIFY 1 {} {}", word(input.frame.dialect->name), heads.empty() ? "base" : base::Join(heads, ","));
}

std::string VerifyHeader(const Engine& engine, const std::vector<std::string>& how) {
  std::vector<std::string> lines = {
      "Verify: does this database have everything that it should have after the upgrade, in the right shape?", "",
      "It changes nothing, and asks everything even when something is wrong: a row for each thing that it asks, those that are",
      "MISSING or DIFFERENT last, then MIGC-VERIFY with the number of checks and of those that failed."};
  lines.insert(lines.end(), how.begin(), how.end());
  lines.emplace_back();
  for (const std::string& line : engine.input().frame.header) lines.push_back(line);
  if (const std::string names = OnlyLookedFor(engine); !names.empty()) {
    lines.emplace_back();
    lines.push_back("Only looked for, because raw SQL may have given them another shape: " + names);
  }
  std::string text;
  for (const std::string& line : lines) text += line.empty() ? "--\n" : "-- " + line + "\n";
  return text + "\n";
}

}  // namespace migc::bundle
