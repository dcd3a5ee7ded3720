// ALTER TABLE as MySQL and MariaDB are given it.
#include <gmock/gmock.h>

#include "unit/emit_mysql/chain.h"

namespace migc::emit::mysql::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr const char* kTable =
    "create table t (id bigint identity primary key, a varchar(10) character set 'utf8mb4' collate 'utf8mb4_bin' not null default "
    "'x' "
    "comment 'It''s kept', b integer, index t_b (b));";

TEST(Modify, SaysAllThatTheColumnHas) {
  Chain chain;
  chain.Apply(kTable);
  EXPECT_EQ(
      Text(chain.Apply("alter table t alter column a type varchar(20);")),
      "ALTER TABLE t MODIFY COLUMN a VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT 'x' COMMENT 'It''s "
      "kept';\n");
  EXPECT_EQ(Text(chain.Apply("alter table t alter column id comment 'key';")),
            "ALTER TABLE t MODIFY COLUMN id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'key';\n");
}

TEST(Modify, KeepsWhatRawDefaultsAndNativeTypesSay) {
  Chain chain;
  chain.Apply(
      "create table t (id integer primary key, at timestamp native (mysql 'DATETIME(6)') not null default sql $$ "
      "CURRENT_TIMESTAMP(6) ON "
      "UPDATE CURRENT_TIMESTAMP(6) $$);");
  EXPECT_EQ(
      Text(chain.Apply("alter table t alter column at comment 'when';")),
      "ALTER TABLE t MODIFY COLUMN at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6) COMMENT "
      "'when';\n");
}

TEST(Modify, ComesOnceForSeveralChangesOfAColumn) {
  Chain chain;
  chain.Apply(kTable);
  EXPECT_EQ(Text(chain.Apply("alter table t alter column b set default 4, alter column b set not null, alter column b type bigint, "
                             "drop column a, add column c integer;")),
            "ALTER TABLE t\n  MODIFY COLUMN b BIGINT NOT NULL DEFAULT 4,\n  DROP COLUMN a,\n  ADD COLUMN c INT;\n");
}

TEST(Modify, WaitsForWhatItBuildsUpon) {
  Chain chain;
  chain.Apply(kTable);
  EXPECT_EQ(Text(chain.Apply("alter table t add column c integer, alter column c set not null;")),
            "ALTER TABLE t ADD COLUMN c INT;\nALTER TABLE t MODIFY COLUMN c INT NOT NULL;\n");
}

TEST(Default, OfAnyKind) {
  Chain chain;
  chain.Apply("create table t (id integer primary key, n integer, w timestamp(3), u uuid, x text, d date, s varchar(9));");
  EXPECT_EQ(Text(chain.Apply("alter table t alter column n set default -1;")), "ALTER TABLE t ALTER COLUMN n SET DEFAULT -1;\n");
  EXPECT_EQ(Text(chain.Apply("alter table t alter column w set default now();")),
            "ALTER TABLE t MODIFY COLUMN w DATETIME(3) DEFAULT CURRENT_TIMESTAMP(3);\n");
  EXPECT_EQ(Text(chain.Apply("alter table t alter column u set default uuid();")),
            "ALTER TABLE t MODIFY COLUMN u CHAR(36) DEFAULT (UUID());\n");
  EXPECT_EQ(Text(chain.Apply("alter table t alter column x set default 'y';")),
            "ALTER TABLE t MODIFY COLUMN x TEXT DEFAULT ('y');\n");
  EXPECT_EQ(Text(chain.Apply("alter table t alter column d set default current_date;")),
            "ALTER TABLE t MODIFY COLUMN d DATE DEFAULT (CURRENT_DATE);\n");
  EXPECT_EQ(Text(chain.Apply("alter table t alter column s set default 'a' || 'b\\c';")),
            "ALTER TABLE t MODIFY COLUMN s VARCHAR(9) DEFAULT (CONCAT('a', 'b\\\\c'));\n");
  EXPECT_EQ(Text(chain.Apply("alter table t alter column n drop default;")), "ALTER TABLE t ALTER COLUMN n DROP DEFAULT;\n");
}

TEST(Rename, OfAColumnByVersion) {
  Chain old("mysql", "5.7");
  old.Apply(kTable);
  EXPECT_EQ(Text(old.Apply("alter table t rename column b to c;")), "ALTER TABLE t CHANGE COLUMN b c INT;\n");
  Chain chain;
  chain.Apply("create table t (a integer, constraint positive check (a > 0));");
  EXPECT_EQ(
      Text(chain.Apply("alter table t rename column a to b;")),
      "ALTER TABLE t DROP CHECK positive;\nALTER TABLE t RENAME COLUMN a TO b;\nALTER TABLE t ADD CONSTRAINT positive CHECK (b > "
      "0);\n");
  Chain mariadb("mariadb", "10.11");
  mariadb.Apply("create table t (a integer, constraint positive check (a > 0));");
  EXPECT_EQ(Text(mariadb.Apply("alter table t rename column a to b;")), "ALTER TABLE t RENAME COLUMN a TO b;\n");
}

TEST(Using, GoesByAColumnBesideIt) {
  Chain chain("mariadb", "10.11");
  chain.Apply("create table t (id integer primary key, a varchar(10) not null comment 'c', unique (a), check (a <> ''));");
  EXPECT_EQ(Text(chain.Apply("alter table t alter column a type integer using (length(a));")),
            "ALTER TABLE t ADD COLUMN migc_new_a INT AFTER a;\n"
            "UPDATE t SET migc_new_a = CHAR_LENGTH(a);\n"
            "ALTER TABLE t\n  DROP INDEX t_a_key,\n  DROP CONSTRAINT t_a_check,\n  DROP COLUMN a,\n"
            "  CHANGE COLUMN migc_new_a a INT NOT NULL COMMENT 'c',\n  ADD CONSTRAINT t_a_key UNIQUE (a),\n"
            "  ADD CONSTRAINT t_a_check CHECK (a <> '');\n");
  EXPECT_EQ(Text(chain.Apply("alter table t alter column a type bigint using (cast(a as bigint));")),
            "ALTER TABLE t MODIFY COLUMN a BIGINT NOT NULL COMMENT 'c';\n");
}

TEST(ForeignKey, HasItsIndexAsLongAsNoOtherServes) {
  Chain chain;
  chain.Apply("create table p (id bigint primary key); create table c (id bigint primary key, p_id bigint);");
  EXPECT_EQ(Text(chain.Apply("alter table c add constraint f foreign key (p_id) references p (id);")),
            "ALTER TABLE c\n  ADD INDEX f (p_id),\n  ADD CONSTRAINT f FOREIGN KEY (p_id) REFERENCES p (id);\n");
  EXPECT_EQ(Text(chain.Apply("create index i on c (p_id, id);")), "ALTER TABLE c ADD INDEX i (p_id, id), DROP INDEX f;\n");
  EXPECT_EQ(Text(chain.Apply("create index j on c (p_id desc);")), "CREATE INDEX j ON c (p_id DESC);\n");
  EXPECT_EQ(Text(chain.Apply("drop index i on c;")), "ALTER TABLE c DROP INDEX i, ADD INDEX f (p_id);\n");
  EXPECT_EQ(Text(chain.Apply("alter table c drop constraint f;")), "ALTER TABLE c\n  DROP FOREIGN KEY f,\n  DROP INDEX f;\n");
}

TEST(ForeignKey, MakesWayForANewType) {
  Chain chain;
  chain.Apply(
      "create table p (code varchar(2) primary key); create table c (id bigint primary key, code varchar(2), constraint f foreign "
      "key "
      "(code) references p (code));");
  EXPECT_EQ(Text(chain.Apply("alter table c alter column code type varchar(9);")),
            "ALTER TABLE c DROP FOREIGN KEY f;\nALTER TABLE c MODIFY COLUMN code VARCHAR(9);\n"
            "ALTER TABLE c ADD CONSTRAINT f FOREIGN KEY (code) REFERENCES p (code);\n");
}

TEST(Drop, ByKind) {
  Chain chain;
  chain.Apply(
      "create table t (a integer, b integer, c integer, constraint u unique (a, b), constraint k check (c > 0), primary key (a, "
      "c));");
  EXPECT_EQ(Text(chain.Apply("alter table t drop constraint u, drop constraint k, drop primary key;")),
            "ALTER TABLE t\n  DROP INDEX u,\n  DROP CHECK k,\n  DROP PRIMARY KEY;\n");
  Chain column("mariadb", "10.11");
  column.Apply(
      "create table t (a integer primary key, b integer, c integer, constraint u unique (c, b), constraint k check (b > c));");
  EXPECT_EQ(Text(column.Apply("alter table t drop column b;")),
            "ALTER TABLE t\n  DROP INDEX u,\n  DROP CONSTRAINT k,\n  DROP COLUMN b;\n");
}

TEST(Enum, ChangesEveryColumnThatUsesIt) {
  Chain chain;
  chain.Apply(
      "create enum mood ('a', 'b'); create table t (id integer primary key, x mood not null default 'a', y mood); create table s "
      "(id "
      "integer primary key, z mood);");
  EXPECT_EQ(Text(chain.Apply("alter enum mood add 'c';")),
            "ALTER TABLE s MODIFY COLUMN z ENUM('a', 'b', 'c');\n"
            "ALTER TABLE t\n  MODIFY COLUMN x ENUM('a', 'b', 'c') NOT NULL DEFAULT 'a',\n  MODIFY COLUMN y ENUM('a', 'b', 'c');\n");
  // One value in most collations: there is nothing to exchange.
  EXPECT_EQ(Text(chain.Apply("drop table t; alter enum mood rename 'b' to 'B';")),
            "DROP TABLE t;\nALTER TABLE s MODIFY COLUMN z ENUM('a', 'B', 'c');\n");
}

}  // namespace
}  // namespace migc::emit::mysql::testing
