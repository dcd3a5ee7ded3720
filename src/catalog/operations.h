// Operations: one function a kind, which checks, completes and applies it, and records what undoes it.
#pragma once

#include "catalog/application.h"

namespace migc::catalog {

void Apply(Application& application, ir::CreateTable& create);
void Apply(Application& application, ir::DropTable& drop);
void Apply(Application& application, ir::RenameTable& rename);
void Apply(Application& application, ir::AlterTable& alter);
void Apply(Application& application, ir::CreateIndex& create);
void Apply(Application& application, ir::DropIndex& drop);
void Apply(Application& application, ir::RenameIndex& rename);
void Apply(Application& application, ir::CreateSequence& create);
void Apply(Application& application, ir::AlterSequence& alter);
void Apply(Application& application, ir::DropSequence& drop);
void Apply(Application& application, ir::CreateEnum& create);
void Apply(Application& application, ir::AlterEnum& alter);
void Apply(Application& application, ir::DropEnum& drop);
void Apply(Application& application, ir::CreateSchema& create);
void Apply(Application& application, ir::DropSchema& drop);
void Apply(Application& application, ir::CreateExtension& create);
void Apply(Application& application, ir::DropExtension& drop);
void Apply(Application& application, ir::Define& define);
void Apply(Application& application, ir::DropRoutine& drop);
void Apply(Application& application, ir::Grant& grant);
void Apply(Application& application, ir::Insert& insert);
void Apply(Application& application, ir::Update& update);
void Apply(Application& application, ir::Delete& remove);
void Apply(Application& application, ir::RawSql& raw);
void Apply(Application& application, ir::SetTimeouts& timeouts);
void Apply(Application& application, ir::Require& require);

// Adds the triggers on the tables and the views whose texts name them, and the views that name those; a view after those it names.
void AddDependents(Application& application, const std::vector<ObjectKey>& tables);

// Warns about views and triggers whose text names what goes away. `beside` (a table) must stand there too.
void WarnOfMentions(Application& application, const ir::Origin& where, std::string_view what, const std::string& name,
                    const std::string& beside);

// Takes a table from one name to another: foreign keys of others, triggers, names in expressions, and the places of its indexes
// go with it. Recorded nowhere but in the changes.
void MoveTable(Application& application, const ObjectKey& from, const ir::Name& to);

// The new names of a table's own indexes and keys in another schema must be free there.
void CheckNamesInSchema(Application& application, const Table& table, const std::string& schema, const ir::Origin& where);

}  // namespace migc::catalog
