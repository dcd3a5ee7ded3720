#include "migc/ir/dump.h"

#include <gtest/gtest.h>

#include "unit/ir/expression.h"

namespace migc::ir {
namespace {

Column MakeColumn(std::string name, Type type) {
  Column column;
  column.name = std::move(name);
  column.type = std::move(type);
  return column;
}

Constraint Named(std::string name, decltype(Constraint::body) body) {
  Constraint constraint;
  constraint.name = std::move(name);
  constraint.body = std::move(body);
  return constraint;
}

Operation Op(Operation::Body body) {
  Operation operation;
  operation.body = std::move(body);
  return operation;
}

Operation Alter(decltype(AlterAction::body) body) {
  AlterTable alter{{"", "account", {}}, false, {}};
  alter.actions.push_back({std::move(body), {}});
  return Op(std::move(alter));
}

Table Account() {
  Table table;
  table.name = {"billing", "account", {}};
  table.columns.push_back(MakeColumn("id", Sql(TypeKind::kBigint)));
  table.columns[0].not_null = true;
  table.columns[0].identity = Identity{true, {.start = 100, .increment = 10}};
  table.columns.push_back(MakeColumn("email", Sql(TypeKind::kVarchar, 320)));
  table.columns[1].default_value = Str("");
  table.columns[1].comment = "it's\nhere";
  table.constraints.push_back(Named("", PrimaryKey{{"id"}}));
  table.constraints.push_back(Named("positive", Check{Binary(BinaryOp::kGreater, Col("id"), Num("0")), "id"}));
  ForeignKey key;
  key.columns = {"email"};
  key.table = {"", "person", {}};
  key.on_delete = ReferenceAction::kSetNull;
  key.deferrable = true;
  table.constraints.push_back(Named("", key));
  table.constraints.back().not_valid = true;
  Index index;
  index.unique = true;
  index.keys.push_back({Call(Function::kLower, {Col("email")}), SortOrder::kDescending, NullsOrder::kLast, {}, {}, {}});
  index.where = Node(ExprKind::kIsNull, {Col("id")});
  table.indexes.push_back(index);
  table.comment = "One row per customer";
  return table;
}

TEST(Dump, TableSaysEverythingOnOneLineEach) {
  EXPECT_EQ(Dump(Account()),
            "table billing.account comment 'One row per customer'\n"
            "  column id bigint not null identity always (start 100, increment 10)\n"
            "  column email varchar(320) default '' comment 'it''s\\nhere'\n"
            "  primary key (id)\n"
            "  constraint positive check (id > 0) of column id\n"
            "  foreign key (email) references person on delete set null deferrable not valid\n"
            "  unique index ((lower(email)) desc nulls last) where (id is null)\n");
}

TEST(Dump, RevisionWithBothDirections) {
  Revision revision;
  revision.header.id = "1a2b";
  revision.header.message = "Add nick";
  revision.header.parents = {"0a"};
  AddColumn add;
  add.column = MakeColumn("nick", Sql(TypeKind::kText));
  add.constraints.push_back(Named("", Unique{{"nick"}, true}));
  add.first = true;
  revision.upgrade.push_back(Alter(add));
  revision.upgrade[0].comment = "asked for\nby support";
  RawSql sql{"VACUUM\n\nFULL", "select 1", false, {}};
  sql.effects.push_back(Op(DropTable{{"", "old", {}}, true, true}));
  revision.upgrade.push_back(Op(sql));
  revision.upgrade[1].no_transaction = true;
  revision.downgrade = WrittenDowngrade{{Op(DropSequence{{"", "s", {}}, false})}, {}};
  EXPECT_EQ(Dump(revision),
            "revision '1a2b' 'Add nick'\n"
            "  revises \"0a\"\n"
            "  upgrade\n"
            "    -- asked for\n"
            "    -- by support\n"
            "    alter table account\n"
            "      add column nick text first\n"
            "        unique nulls not distinct (nick)\n"
            "    no transaction\n"
            "      sql\n"
            "        | VACUUM\n"
            "        |\n"
            "        | FULL\n"
            "      undo\n"
            "        | select 1\n"
            "      effects\n"
            "        drop table if exists old cascade\n"
            "  downgrade\n"
            "    drop sequence s\n");
  revision.upgrade.clear();
  revision.downgrade = IrreversibleDowngrade{"gone", {}};
  EXPECT_EQ(Dump(revision), "revision '1a2b' 'Add nick'\n  revises \"0a\"\n  upgrade\n  downgrade irreversible 'gone'\n");
}

struct Case {
  Operation operation;
  std::string kind;
  std::string summary;
  std::string dump;
};

TEST(Operations, KindSummaryAndDump) {
  Insert insert{{"", "country", {}}, {"code"}, {{Str("DE")}, {Leaf(ExprKind::kNull)}}, {}, true};
  const Name account{"", "account", {}};
  const Routine view{RoutineKind::kView, {"", "v", {}}, {}, {}, "select 1", {}};
  const Case cases[] = {
      {Op(CreateTable{Account(), true}), "create table", "create table billing.account",
       "create table if not exists billing.account comment 'One row per customer'"},
      {Op(RenameTable{account, {"", "b", {}}}), "rename table", "rename table account to b", "rename table account to b"},
      {Alter(DropColumn{"Nick Name", true, true}), "alter table", "drop column account.Nick Name",
       "alter table account\n  drop column if exists \"Nick Name\" cascade"},
      {Alter(SetNotNull{"a", Num("0")}), "alter table", "set not null on account.a", "alter column a set not null fill 0"},
      {Alter(SetType{"a", Sql(TypeKind::kBigint), Col("b")}), "alter table", "change type of account.a to bigint",
       "alter column a type bigint using (b)"},
      {Alter(SetColumnComment{"a", std::nullopt}), "alter table", "remove comment of column account.a",
       "alter column a no comment"},
      {Alter(SetIdentity{"a", false, {.restart = 3}}), "alter table", "change identity of account.a",
       "alter column a set identity by default (restart 3)"},
      {Alter(AddConstraint{Named("k", Unique{{"a", "b"}, false}), true}), "alter table", "add unique constraint k to account",
       "add if not exists constraint k unique (a, b)"},
      {Alter(DropForeignKey{{"a", "b"}}), "alter table", "drop foreign key of account (a, b)", "drop foreign key (a, b)"},
      {Alter(SetSchema{"app"}), "alter table", "move table account to schema app", "set schema app"},
      {Op(CreateIndex{account, Account().indexes[0], false, true}), "create index", "create unique index on account",
       "create unique index ((lower(email)) desc nulls last) where (id is null) on account online"},
      {Op(DropIndex{{"", "i", {}}, {}, true, false}), "drop index", "drop index i", "drop index if exists i"},
      {Op(AlterEnum{{"", "mood", {}}, AddEnumValue{"ok", "good", {}}}), "alter enum add", "add value 'ok' to enum mood",
       "alter enum mood add 'ok' before 'good'"},
      {Op(AlterEnum{{"", "mood", {}}, SetEnumValues{{"a", "b"}, {{"x", "a"}}}}), "alter enum set", "change values of enum mood",
       "alter enum mood set ('a', 'b') map 'x' to 'a'"},
      {Op(AlterSequence{{"", "s", {}}, {.no_max_value = true, .cycle = false}, {}}), "alter sequence", "alter sequence s",
       "alter sequence s (no max value, no cycle)"},
      {Op(Define{view}), "define view", "define view v", "define view v\n  | select 1"},
      {Op(DropRoutine{RoutineKind::kFunction, {"", "tax", {}}, {{Sql(TypeKind::kInteger)}}, {}, false}), "drop function",
       "drop function tax", "drop function tax(integer)"},
      {Op(Grant{true, {"select", "insert"}, account, {"app"}}), "revoke", "revoke select, insert on account from app",
       "revoke select, insert on account from app"},
      {Op(insert), "insert", "insert 2 rows into country",
       "insert into country (code) undo nothing\n  values ('DE')\n  values (null)"},
      {Op(Update{account, {{"a", Num("1")}}, Col("b"), false}), "update", "update rows of account",
       "update account\n  set a = 1\n  where b"},
      {Op(SetTimeouts{5000, {}}), "set timeout", "set timeouts", "set lock timeout 5000ms"},
      {Op(Require{"select true", "no\nway"}), "require", "require: no\\nway", "require 'no\\nway'\n  | select true"},
  };
  for (const Case& one : cases) {
    EXPECT_EQ(KindName(one.operation), one.kind);
    EXPECT_EQ(Summary(one.operation), one.summary);
    EXPECT_NE(Dump(one.operation).find(one.dump + "\n"), std::string::npos) << Dump(one.operation);
  }
}

TEST(Operations, KindsOfActionsTellConstraintsApart) {
  EXPECT_EQ(KindName(AlterAction{AddConstraint{Named("", ForeignKey{}), false}, {}}), "alter table add foreign key");
  EXPECT_EQ(KindName(AlterAction{AddConstraint{Named("", Exclude{}), false}, {}}), "alter table add exclude");
  EXPECT_EQ(KindName(AlterAction{DropNotNull{"a"}, {}}), "alter table alter column drop not null");
}

TEST(Summary, ManyActionsAreCounted) {
  AlterTable alter{{"", "t", {}}, false, {}};
  for (const char* name : {"a", "b", "c", "d", "e"}) alter.actions.push_back({DropColumn{name, false, false}, {}});
  EXPECT_EQ(Summary(Op(alter)), "drop column t.a, drop column t.b, drop column t.c, and 2 more");
}

TEST(Table, FindsByExactName) {
  const Table table = Account();
  EXPECT_EQ(FindColumn(table, "email"), &table.columns[1]);
  EXPECT_EQ(FindColumn(table, "Email"), nullptr);
  EXPECT_EQ(FindConstraint(table, "positive"), &table.constraints[1]);
  EXPECT_EQ(FindConstraint(table, ""), nullptr) << "a constraint without a name is not found by it";
  EXPECT_EQ(FindIndex(table, "i"), nullptr);
  EXPECT_EQ(FindPrimaryKey(table), &table.constraints[0]);
  EXPECT_EQ(KindName(table.constraints[2]), "foreign key");
}

TEST(Equality, PlacesMakeNoDifference) {
  Table a = Account();
  Table b = Account();
  b.columns[0].origin = source::Span{{3}, 4, 5};
  b.name.origin = source::Span{{1}, 0, 1};
  EXPECT_EQ(a, b);
  b.columns[0].not_null = false;
  EXPECT_NE(a, b);
}

}  // namespace
}  // namespace migc::ir
