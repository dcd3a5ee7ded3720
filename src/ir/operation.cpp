#include "migc/ir/operation.h"

#include "migc/base/overloaded.h"

namespace migc::ir {
namespace {

std::string_view DefineName(RoutineKind kind) {
  switch (kind) {
    case RoutineKind::kView:
      return "define view";
    case RoutineKind::kMaterializedView:
      return "define materialized view";
    case RoutineKind::kFunction:
      return "define function";
    case RoutineKind::kProcedure:
      return "define procedure";
    case RoutineKind::kTrigger:
      return "define trigger";
  }
  return "";
}

std::string_view DropName(RoutineKind kind) {
  switch (kind) {
    case RoutineKind::kView:
      return "drop view";
    case RoutineKind::kMaterializedView:
      return "drop materialized view";
    case RoutineKind::kFunction:
      return "drop function";
    case RoutineKind::kProcedure:
      return "drop procedure";
    case RoutineKind::kTrigger:
      return "drop trigger";
  }
  return "";
}

std::string_view AlterEnumName(const AlterEnum& alter) {
  return std::visit(base::Overloaded{
                        [](const AddEnumValue&) -> std::string_view { return "alter enum add"; },
                        [](const RenameEnumValue&) -> std::string_view { return "alter enum rename value"; },
                        [](const RenameEnum&) -> std::string_view { return "alter enum rename"; },
                        [](const SetEnumValues&) -> std::string_view { return "alter enum set"; },
                    },
                    alter.action);
}

// Dialects differ in which constraints they can add to a table that is there.
std::string_view AddConstraintName(const AddConstraint& add) {
  return std::visit(base::Overloaded{
                        [](const PrimaryKey&) -> std::string_view { return "alter table add primary key"; },
                        [](const Unique&) -> std::string_view { return "alter table add unique"; },
                        [](const Check&) -> std::string_view { return "alter table add check"; },
                        [](const ForeignKey&) -> std::string_view { return "alter table add foreign key"; },
                        [](const Exclude&) -> std::string_view { return "alter table add exclude"; },
                    },
                    add.constraint.body);
}

using View = std::string_view;

}  // namespace

std::string_view KindName(const AlterAction& action) {
  return std::visit(base::Overloaded{
                        [](const AddColumn&) -> View { return "alter table add column"; },
                        [](const DropColumn&) -> View { return "alter table drop column"; },
                        [](const RenameColumnAction&) -> View { return "alter table rename column"; },
                        [](const SetType&) -> View { return "alter table alter column type"; },
                        [](const SetDefault&) -> View { return "alter table alter column set default"; },
                        [](const DropDefault&) -> View { return "alter table alter column drop default"; },
                        [](const SetNotNull&) -> View { return "alter table alter column set not null"; },
                        [](const DropNotNull&) -> View { return "alter table alter column drop not null"; },
                        [](const SetColumnComment&) -> View { return "alter table alter column comment"; },
                        [](const AddIdentity&) -> View { return "alter table alter column add identity"; },
                        [](const DropIdentity&) -> View { return "alter table alter column drop identity"; },
                        [](const SetIdentity&) -> View { return "alter table alter column set identity"; },
                        [](const SetCharacterSet&) -> View { return "alter table alter column character set"; },
                        [](const SetCollation&) -> View { return "alter table alter column collate"; },
                        [](const AddConstraint& add) -> View { return AddConstraintName(add); },
                        [](const DropConstraint&) -> View { return "alter table drop constraint"; },
                        [](const RenameConstraint&) -> View { return "alter table rename constraint"; },
                        [](const ValidateConstraint&) -> View { return "alter table validate constraint"; },
                        [](const DropPrimaryKey&) -> View { return "alter table drop primary key"; },
                        [](const DropUnique&) -> View { return "alter table drop unique"; },
                        [](const DropForeignKey&) -> View { return "alter table drop foreign key"; },
                        [](const DropCheck&) -> View { return "alter table drop check"; },
                        [](const SetTableComment&) -> View { return "alter table comment"; },
                        [](const SetSchema&) -> View { return "alter table set schema"; },
                        [](const SetTableOption&) -> View { return "alter table with"; },
                    },
                    action.body);
}

std::string_view KindName(const Operation& operation) {
  return std::visit(base::Overloaded{
                        [](const CreateTable&) -> View { return "create table"; },
                        [](const DropTable&) -> View { return "drop table"; },
                        [](const RenameTable&) -> View { return "rename table"; },
                        [](const AlterTable&) -> View { return "alter table"; },
                        [](const CreateIndex&) -> View { return "create index"; },
                        [](const DropIndex&) -> View { return "drop index"; },
                        [](const RenameIndex&) -> View { return "rename index"; },
                        [](const CreateSequence&) -> View { return "create sequence"; },
                        [](const AlterSequence&) -> View { return "alter sequence"; },
                        [](const DropSequence&) -> View { return "drop sequence"; },
                        [](const CreateEnum&) -> View { return "create enum"; },
                        [](const AlterEnum& alter) -> View { return AlterEnumName(alter); },
                        [](const DropEnum&) -> View { return "drop enum"; },
                        [](const CreateSchema&) -> View { return "create schema"; },
                        [](const DropSchema&) -> View { return "drop schema"; },
                        [](const CreateExtension&) -> View { return "create extension"; },
                        [](const DropExtension&) -> View { return "drop extension"; },
                        [](const Define& define) -> View { return DefineName(define.routine.kind); },
                        [](const DropRoutine& drop) -> View { return DropName(drop.kind); },
                        [](const Grant& grant) -> View { return grant.revoke ? "revoke" : "grant"; },
                        [](const Insert&) -> View { return "insert"; },
                        [](const Update&) -> View { return "update"; },
                        [](const Delete&) -> View { return "delete"; },
                        [](const RawSql&) -> View { return "sql"; },
                        [](const SetTimeouts&) -> View { return "set timeout"; },
                        [](const Require&) -> View { return "require"; },
                    },
                    operation.body);
}

}  // namespace migc::ir
