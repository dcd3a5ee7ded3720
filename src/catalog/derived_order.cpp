#include "catalog/derived_order.h"

#include <algorithm>
#include <map>

#include "catalog/words.h"
#include "migc/base/overloaded.h"

namespace migc::catalog {
namespace {

const ir::Routine* AsRoutine(const ObjectPtr& object) {
  return object == nullptr ? nullptr : std::get_if<ir::Routine>(object.get());
}

bool IsCallable(ir::RoutineKind kind) { return kind == ir::RoutineKind::kFunction || kind == ir::RoutineKind::kProcedure; }

// As a text may have it, where a quotation mark inside of a name is doubled.
bool MentionsName(const std::string& text, const std::string& name) {
  if (Mentions(text, name)) return true;
  for (const char mark : {'"', '`', ']'}) {
    if (name.find(mark) == std::string::npos) continue;
    std::string doubled;
    for (const char c : name) doubled += std::string(c == mark ? 2 : 1, c);
    if (Mentions(text, doubled)) return true;
  }
  return false;
}

bool MentionsAny(const std::string& text, const std::vector<std::string>& names) {
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return MentionsName(text, name); });
}

// The columns that an action makes, takes away or calls otherwise; or nothing, for one that leaves every text as true as it was.
std::vector<std::string> ColumnsTouched(const ir::AlterAction& action) {
  if (const auto* add = std::get_if<ir::AddColumn>(&action.body)) return {add->column.name.text};
  if (const auto* drop = std::get_if<ir::DropColumn>(&action.body)) return {drop->column.text};
  if (const auto* rename = std::get_if<ir::RenameColumnAction>(&action.body)) return {rename->from.text, rename->to.text};
  if (const auto* set = std::get_if<ir::SetType>(&action.body)) return {set->column.text};
  return {};
}

// Whether the text holds only after the operation.
bool WaitsFor(const ir::Routine& routine, const ir::Operation& operation) {
  const std::string& text = *routine.text;
  return std::visit(base::Overloaded{
                        [&](const ir::RenameTable& rename) {
                          return MentionsAny(text, {rename.from.name, rename.to.name}) || routine.table == rename.from;
                        },
                        [&](const ir::CreateTable& create) { return MentionsName(text, create.table.name.name); },
                        [&](const ir::AlterTable& alter) {
                          return std::any_of(alter.actions.begin(), alter.actions.end(), [&](const ir::AlterAction& action) {
                            const bool moves = std::holds_alternative<ir::SetSchema>(action.body);
                            return MentionsAny(text, ColumnsTouched(action)) || (moves && MentionsName(text, alter.table.name));
                          });
                        },
                        [](const auto&) { return false; },
                    },
                    operation.body);
}

// Names alone: what stands upon the table follows.
bool OnlyRenames(const ir::Operation& operation) {
  if (std::holds_alternative<ir::RenameTable>(operation.body)) return true;
  const auto* alter = std::get_if<ir::AlterTable>(&operation.body);
  return alter != nullptr && std::all_of(alter->actions.begin(), alter->actions.end(), [](const ir::AlterAction& action) {
           return std::holds_alternative<ir::RenameColumnAction>(action.body);
         });
}

class Sorter {
 public:
  explicit Sorter(std::vector<Undoing> all) : all_(std::move(all)) {}

  std::vector<ir::Operation> Run() {
    for (std::size_t at = 0; at < all_.size(); ++at) Place(at);
    std::vector<ir::Operation> sorted;
    for (std::size_t at = 0; at < all_.size(); ++at) {
      if (!waiting_.contains(at)) {
        sorted.push_back(std::move(all_[at].operation));
      } else {
        MakeWay(at, sorted);
      }
      for (const auto& [from, wait] : waiting_) {
        if (wait.until == at) PutBack(from, wait, sorted);
      }
    }
    return sorted;
  }

 private:
  struct Wait {
    std::size_t until;       // behind this one
    bool makes_way = false;  // what is there meanwhile goes at once
    ir::Define define;
    std::vector<ir::Routine> upon;  // what stands upon a view, and goes with it; each after what it stands upon
  };

  const ir::Define* DefineAt(std::size_t at) const {
    const auto* define = std::get_if<ir::Define>(&all_[at].operation.body);
    return define != nullptr && define->routine.text ? define : nullptr;
  }

  static bool IsSame(const ir::Routine& a, ir::RoutineKind kind, const ir::Name& name) { return a.kind == kind && a.name == name; }

  // The next operation on the same object, or the end.
  std::size_t NextOfSame(std::size_t at, const ir::Routine& routine) const {
    for (std::size_t next = at + 1; next < all_.size(); ++next) {
      const ir::Operation::Body& body = all_[next].operation.body;
      const auto* define = std::get_if<ir::Define>(&body);
      const auto* drop = std::get_if<ir::DropRoutine>(&body);
      if (define != nullptr && IsSame(routine, define->routine.kind, define->routine.name)) return next;
      if (drop != nullptr && IsSame(routine, drop->kind, drop->name)) return next;
    }
    return all_.size();
  }

  void Place(std::size_t at) {
    const ir::Define* define = DefineAt(at);
    if (define == nullptr) return;
    const std::size_t end = NextOfSame(at, define->routine);
    std::size_t until = at;
    for (std::size_t next = at + 1; next < end; ++next) {
      if (WaitsFor(define->routine, all_[next].operation)) until = next;
    }
    // What it names must be there before it.
    for (const auto& [from, wait] : waiting_) {
      const bool names = MentionsName(*define->routine.text, wait.define.routine.name.name);
      if (names && wait.until > until && wait.until < end) until = wait.until;
    }
    if (until == at) return;
    Wait wait{until, false, *define, {}};
    wait.makes_way = Replaces(at) && !IsCallable(define->routine.kind) && !OnlyRenamesBetween(at, until);
    if (wait.makes_way) wait.upon = Upon(at);
    for (std::size_t next = at + 1; next <= until; ++next) Follow(wait.define.routine.table, all_[next].operation);
    waiting_.emplace(at, std::move(wait));
  }

  bool Replaces(std::size_t at) const { return std::holds_alternative<ir::Define>(all_[at].step->operation.body); }

  bool OnlyRenamesBetween(std::size_t at, std::size_t until) const {
    return std::all_of(all_.begin() + static_cast<std::ptrdiff_t>(at) + 1, all_.begin() + static_cast<std::ptrdiff_t>(until) + 1,
                       [](const Undoing& one) { return OnlyRenames(one.operation); });
  }

  // Those that the revision does not change itself.
  std::vector<ir::Routine> Upon(std::size_t at) const {
    std::vector<ir::Routine> upon;
    for (const ObjectPtr& object : all_[at].step->dependents) {
      const ir::Routine* routine = AsRoutine(object);
      if (routine == nullptr || !routine->text || routine->name == DefineAt(at)->routine.name) continue;
      const bool changed = std::any_of(all_.begin(), all_.end(), [&](const Undoing& one) {
        const auto* define = std::get_if<ir::Define>(&one.operation.body);
        const auto* drop = std::get_if<ir::DropRoutine>(&one.operation.body);
        return (define != nullptr && IsSame(*routine, define->routine.kind, define->routine.name)) ||
               (drop != nullptr && IsSame(*routine, drop->kind, drop->name));
      });
      if (!changed) upon.push_back(*routine);
    }
    return upon;
  }

  // The table of a trigger has another name by then.
  static void Follow(ir::Name& table, const ir::Operation& operation) {
    const auto* rename = std::get_if<ir::RenameTable>(&operation.body);
    if (rename != nullptr && table == rename->from) table.name = rename->to.name;
    const auto* alter = std::get_if<ir::AlterTable>(&operation.body);
    if (alter == nullptr || table != alter->table) return;
    for (const ir::AlterAction& action : alter->actions) {
      if (const auto* set = std::get_if<ir::SetSchema>(&action.body)) table.schema = set->schema.text;
    }
  }

  ir::Operation Like(std::size_t at, ir::Operation::Body body) const {
    return {std::move(body), all_[at].operation.no_transaction, {}, all_[at].operation.origin};
  }

  void MakeWay(std::size_t at, std::vector<ir::Operation>& sorted) const {
    const Wait& wait = waiting_.at(at);
    if (!wait.makes_way) return;
    const auto drop = [&](const ir::Routine& one) {
      sorted.push_back(Like(at, ir::DropRoutine{one.kind, one.name, one.arguments, one.table, false}));
    };
    std::for_each(wait.upon.rbegin(), wait.upon.rend(), drop);
    drop(DefineAt(at)->routine);
  }

  void PutBack(std::size_t from, const Wait& wait, std::vector<ir::Operation>& sorted) const {
    sorted.push_back(Like(from, wait.define));
    for (const ir::Routine& one : wait.upon) sorted.push_back(Like(from, ir::Define{one}));
  }

  std::vector<Undoing> all_;
  std::map<std::size_t, Wait> waiting_;
};

}  // namespace

std::vector<ir::Operation> InDerivedOrder(std::vector<Undoing> undoings) { return Sorter(std::move(undoings)).Run(); }

}  // namespace migc::catalog
