// The catalog's objects made in an empty database, straight and without history.
#include <algorithm>
#include <stdexcept>

#include "migc/script/script.h"
#include "support/schema.h"

namespace migc::support {
namespace {

// What must be there first comes first; foreign keys come after all tables, and views and triggers last.
int RankOf(const catalog::Object& object) {
  if (std::holds_alternative<catalog::Schema>(object)) return 0;
  if (std::holds_alternative<catalog::Extension>(object)) return 1;
  if (std::holds_alternative<catalog::Enum>(object)) return 2;
  if (std::holds_alternative<catalog::Sequence>(object)) return 3;
  const auto* routine = std::get_if<ir::Routine>(&object);
  if (routine == nullptr) return 5;
  const bool callable = routine->kind == ir::RoutineKind::kFunction || routine->kind == ir::RoutineKind::kProcedure;
  return callable ? 4 : routine->kind == ir::RoutineKind::kTrigger ? 8 : 7;
}

class Fresh {
 public:
  explicit Fresh(const SchemaAt& at) : at_(at) {}

  std::vector<ir::Operation> Operations() {
    std::vector<std::pair<int, const catalog::Object*>> objects;
    for (const auto& [key, object] : at_.catalog.objects()) objects.emplace_back(RankOf(*object), object.get());
    std::ranges::stable_sort(objects, [](const auto& a, const auto& b) { return a.first < b.first; });
    // Where a foreign key can neither come later nor before its table, tables come in the order that they ask for.
    if (at_.dialect.Has(dialect::Capability::kHeldTables)) SortTables(objects);
    SortViews(objects);
    for (const auto& [rank, object] : objects) {
      if (rank >= 7) Flush();
      std::visit([&](const auto& value) { Add(value); }, *object);
    }
    Flush();
    return std::move(operations_);
  }

 private:
  using Ranked = std::pair<int, const catalog::Object*>;

  static void SortTables(std::vector<Ranked>& objects) {
    const auto refers = [](const Ranked& from, const Ranked& to) {
      const auto* table = std::get_if<catalog::Table>(from.second);
      const auto* other = std::get_if<catalog::Table>(to.second);
      if (table == nullptr || other == nullptr || table == other) return false;
      return std::ranges::any_of(table->definition.constraints, [&](const ir::Constraint& constraint) {
        const auto* key = std::get_if<ir::ForeignKey>(&constraint.body);
        return key != nullptr && key->table.name == other->definition.name.name;
      });
    };
    for (std::size_t at = 0; at < objects.size(); ++at) {
      // The first of the rest that refers to none of them.
      const auto rest = objects.begin() + static_cast<std::ptrdiff_t>(at);
      const auto next = std::find_if(rest, objects.end(), [&](const Ranked& one) {
        return std::none_of(rest, objects.end(), [&](const Ranked& other) { return refers(one, other); });
      });
      if (next != objects.end()) std::rotate(rest, next, next + 1);
    }
  }

  // As a text in whatever dialect has it: a quotation mark in it is doubled.
  static bool Names(const std::string& text, const std::string& name) {
    const auto doubled = [&](char mark) {
      std::string all;
      for (const char c : name) all += std::string(c == mark ? 2 : 1, c);
      return all;
    };
    return text.find(doubled('"')) != std::string::npos || text.find(doubled('`')) != std::string::npos;
  }

  // One that reads another comes after it.
  static void SortViews(std::vector<Ranked>& objects) {
    const auto begin = std::ranges::find(objects, 7, &Ranked::first);
    const auto end = std::ranges::find(begin, objects.end(), 8, &Ranked::first);
    const auto reads = [](const Ranked& from, const Ranked& to) {
      const auto& view = std::get<ir::Routine>(*from.second);
      return from.second != to.second && view.text && Names(*view.text, std::get<ir::Routine>(*to.second).name.name);
    };
    for (auto at = begin; at != end; ++at) {
      const auto next = std::find_if(at, end, [&](const Ranked& one) {
        return std::none_of(at, end, [&](const Ranked& other) { return reads(one, other); });
      });
      if (next != end) std::rotate(at, next, next + 1);
    }
  }

  void Emit(ir::Operation::Body body) {
    ir::Operation operation;
    operation.body = std::move(body);
    operations_.push_back(std::move(operation));
  }
  void Add(const catalog::Schema& schema) { Emit(ir::CreateSchema{schema.name, false}); }
  void Add(const catalog::Extension& extension) { Emit(ir::CreateExtension{extension.name, false}); }
  void Add(const catalog::Enum& value) { Emit(ir::CreateEnum{value.name, value.values, false}); }
  void Add(const catalog::Sequence& sequence) { Emit(ir::CreateSequence{sequence.name, sequence.options, false}); }
  void Add(const ir::Routine& routine) {
    if (routine.text) Emit(ir::Define{routine});
  }
  void Add(const catalog::Table& table) {
    ir::CreateTable create{table.definition, false};
    if (at_.dialect.Has(dialect::Capability::kAlterConstraints)) {
      ir::AlterTable later;
      later.table = table.definition.name;
      // What refers to other tables, or was added without looking at the rows, comes afterwards.
      std::erase_if(create.table.constraints, [&](const ir::Constraint& constraint) {
        if (!constraint.not_valid && !std::holds_alternative<ir::ForeignKey>(constraint.body)) return false;
        ir::AlterAction action;
        action.body = ir::AddConstraint{constraint, false};
        later.actions.push_back(std::move(action));
        return true;
      });
      if (!later.actions.empty()) later_.emplace_back(std::move(later));
    }
    Emit(std::move(create));
    for (const catalog::Privilege& privilege : table.privileges) {
      later_.emplace_back(ir::Grant{false, {privilege.privilege}, table.definition.name, {privilege.role}});
    }
  }
  void Flush() {
    for (ir::Operation::Body& body : later_) Emit(std::move(body));
    later_.clear();
  }

  const SchemaAt& at_;
  std::vector<ir::Operation> operations_;
  std::vector<ir::Operation::Body> later_;
};

}  // namespace

std::string FreshScript(const SchemaAt& at) {
  catalog::Catalog catalog(at.catalog.rules());
  diag::Sink sink;
  const auto steps = catalog::ApplyOperations(catalog, Fresh(at).Operations(), sink);
  if (!steps) throw std::runtime_error("the catalog cannot be made afresh: " + sink.diagnostics().front().message);
  source::Buffers buffers;
  script::Input input;
  input.dialect = &at.dialect;
  input.buffers = &buffers;
  script::RevisionPart part;
  part.id = "fresh";
  part.path = "fresh";
  part.sql = at.backend->Emit(*steps, at.dialect);
  if (at.dialect.name == "postgres") {
    // A function is made before the tables that its text names.
    emit::Statement unchecked;
    unchecked.sql = "SET check_function_bodies = off";
    unchecked.summary = "functions come first";
    part.sql.statements.insert(part.sql.statements.begin(), std::move(unchecked));
  }
  // The origins are of another run's files.
  for (emit::Statement& statement : part.sql.statements) statement.origin = {};
  input.revisions.push_back(std::move(part));
  input.options.bookkeeping.history = false;
  return script::AssembleScript(input);
}

}  // namespace migc::support
