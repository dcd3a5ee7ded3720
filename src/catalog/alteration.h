// Alteration: the actions of one `alter table`, applied in their order to the table as each finds it.
#pragma once

#include <utility>

#include "catalog/application.h"
#include "catalog/lookup.h"

namespace migc::catalog {

class Alteration {
 public:
  Alteration(Application& application, ObjectKey key) : application_(application), key_(std::move(key)) {}

  Application& application() { return application_; }
  const Catalog& catalog() const { return application_.catalog(); }
  const ObjectKey& key() const { return key_; }
  void MoveTo(ObjectKey key) { key_ = std::move(key); }

  // As it is now. Good as long as the Application, whatever becomes of the table.
  const Table& whole() const { return std::get<Table>(*catalog().Find(key_)); }
  const ir::Table& table() const { return whole().definition; }

  void Replace(ir::Table definition) { application_.SetTable(key_, Table{std::move(definition), whole().privileges}); }
  template <class F>
  void ChangeColumn(const ir::Identifier& name, const F& change) {
    ir::Table copy = table();
    change(*FindPart(catalog(), copy.columns, name.text));
    Replace(std::move(copy));
  }
  void Undo(decltype(ir::AlterAction::body) body) { application_.UndoAction(table().name, std::move(body)); }

  // The action at hand.
  ir::Origin origin;
  std::optional<source::Span> Where(const ir::Origin& place) const { return application_.Where(place.known ? place : origin); }
  // An action that goes before it in the completed operation; or the action itself is left out.
  std::vector<ir::AlterAction> before;
  bool left_out = false;

  // The column, spelt as in the catalog; null when the action cannot be applied (a reason was given).
  const ir::Column* Find(ir::Identifier& column);
  const ir::Constraint* Find(ir::Identifier& constraint, bool if_exists);
  void GoesOutside(std::string_view what, const std::string& name);

 private:
  Application& application_;
  ObjectKey key_;
};

// alter_column.cpp
void Apply(Alteration& alteration, ir::AddColumn& add);
void Apply(Alteration& alteration, ir::DropColumn& drop);
void Apply(Alteration& alteration, ir::RenameColumnAction& rename);
// alter_attribute.cpp
void Apply(Alteration& alteration, ir::SetType& set);
void Apply(Alteration& alteration, ir::SetDefault& set);
void Apply(Alteration& alteration, ir::DropDefault& drop);
void Apply(Alteration& alteration, ir::SetNotNull& set);
void Apply(Alteration& alteration, ir::DropNotNull& drop);
void Apply(Alteration& alteration, ir::SetColumnComment& set);
void Apply(Alteration& alteration, ir::AddIdentity& add);
void Apply(Alteration& alteration, ir::DropIdentity& drop);
void Apply(Alteration& alteration, ir::SetIdentity& set);
void Apply(Alteration& alteration, ir::SetCharacterSet& set);
void Apply(Alteration& alteration, ir::SetCollation& set);
// alter_constraint.cpp
void Apply(Alteration& alteration, ir::AddConstraint& add);
void Apply(Alteration& alteration, ir::DropConstraint& drop);
void Apply(Alteration& alteration, ir::RenameConstraint& rename);
void Apply(Alteration& alteration, ir::ValidateConstraint& validate);
// A drop by shape becomes one by name; false when none or several fit (reported).
bool NameShape(Alteration& alteration, ir::AlterAction& action);

// The options of a sequence after a change that names `changed`, and the options that change it back.
ir::SequenceOptions Merge(ir::SequenceOptions options, const ir::SequenceOptions& changed);
ir::SequenceOptions ChangeBack(const ir::SequenceOptions& former, const ir::SequenceOptions& changed);

}  // namespace migc::catalog
