// Application: one operation on its way into the catalog: what it changed so far, what undoes that, and what was wrong with it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "migc/catalog/replay.h"

namespace migc::catalog {

// Tables that later operations of the same list create.
using Upcoming = std::map<ObjectKey, const ir::Table*>;

// A foreign key that must wait until its referred table is made.
struct Deferred {
  ObjectKey referred;
  ir::Name table;
  ir::Constraint constraint;
  bool no_transaction = false;
};

// A column whose type has changed: its foreign keys are looked at again when all operations of the revision have run.
struct LaterCheck {
  ObjectKey table;
  std::string column;
  std::optional<source::Span> where;
};

class Application {
 public:
  Application(Catalog& catalog, const ir::Operation& operation, diag::Sink& sink, const Upcoming& upcoming);

  const Catalog& catalog() const { return catalog_; }
  const Rules& rules() const { return catalog_.rules(); }
  // To be completed where it stands.
  ir::Operation& operation() { return step_.operation; }
  const ir::Table* FindUpcoming(const ObjectKey& key) const;

  // The place of a value, or of the operation when the value has none.
  std::optional<source::Span> Where(const ir::Origin& origin) const;
  // A warning leaves the operation standing; an error refuses it.
  void Report(diag::Diagnostic diagnostic);
  // Refused without a word: what it rests on was refused before.
  void Refuse() { refused_ = true; }
  bool refused() const { return refused_; }
  bool ExchangeRefused(bool refused) { return std::exchange(refused_, refused); }
  void RememberRefused(const std::string& name) { catalog_.RememberRefused(name); }

  void Set(const ObjectKey& key, ObjectPtr object);
  void SetTable(const ObjectKey& key, Table table) { Set(key, std::make_shared<const Object>(std::move(table))); }

  // What undoes the change just made. Recorded last, it runs first; several are given in the order to run.
  void Undo(ir::Operation::Body body);
  void Undo(std::vector<ir::Operation> operations);
  void UndoAction(const ir::Name& table, decltype(ir::AlterAction::body) body);
  void CannotUndo(std::string reason);
  void LosesData() { step_.loses_data = true; }
  void AddDependent(ObjectPtr object);
  void Defer(Deferred deferred) { deferred_.push_back(std::move(deferred)); }
  void CheckLater(LaterCheck check) { later_.push_back(std::move(check)); }
  void Remember(std::string raw_sql, ir::Origin origin) { catalog_.RememberRawSql(std::move(raw_sql), origin); }

  // Applies the effects of raw SQL one after the other; nothing when one was refused. Their changes are this operation's.
  std::optional<std::vector<Step>> ApplyEffects(const std::vector<ir::Operation>& effects);

  // The step; or nothing, with the catalog as it was before.
  std::optional<Step> Finish();
  std::vector<Deferred> TakeDeferred() { return std::move(deferred_); }
  std::vector<LaterCheck> TakeLaterChecks() { return std::move(later_); }

 private:
  void CollectEnums();
  void AddEnumsOf(const Object& object);
  void AddEnum(const ir::Type& type);

  Catalog& catalog_;
  diag::Sink& sink_;
  const Upcoming& upcoming_;
  Step step_;
  bool refused_ = false;
  std::vector<Change> journal_;
  std::vector<ir::Operation> undo_;
  std::optional<NotDerivable> not_derivable_;
  std::vector<Deferred> deferred_;
  std::vector<LaterCheck> later_;
};

// Replays one operation of whatever kind; Finish then gives the step.
void Replay(Application& application);

// The names that an operation makes or removes, for Catalog::RememberRefused.
std::vector<std::string> NamesOf(const ir::Operation& operation);

}  // namespace migc::catalog
