// VerifyFacts: what migc's catalog says that a database has, fact by fact, in the words of the engine's own catalog.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "migc/bundle/verify.h"

namespace migc::bundle {

struct Fact {
  std::string kind;      // "column"
  std::string name;      // of the object, or of the table that it is a part of
  std::string part;      // the column, constraint or index; empty: the object itself
  std::string what;      // "type"
  std::string expected;  // "bigint"
};
using Facts = std::vector<Fact>;

inline constexpr std::string_view kThere = "there";
inline constexpr std::string_view kNothing = "nothing";

// How an engine says what the catalog says. A false alarm about a good database is as bad as a miss: what an engine does not say
// surely in one way is `nothing` here, and not asked.
class Engine {
 public:
  explicit Engine(const VerifyInput& input) : input_(input) {}
  virtual ~Engine() = default;
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  // As the engine keeps the name.
  virtual std::string Stored(const std::string& identifier) const { return identifier; }
  virtual std::optional<std::string> TypeOf(const ir::Column& column) const = 0;
  // "not null" or "null".
  virtual std::optional<std::string> NullOf(const ir::Table& table, const ir::Column& column) const;
  // "none", "default", "generated", "identity".
  virtual std::optional<std::string> DefaultOf(const ir::Column& column) const;
  // Comments on tables and columns are asked after.
  virtual bool KeepsComments() const { return false; }
  virtual void AddConstraint(const ir::Table& table, const ir::Constraint& constraint, Facts& facts) const = 0;
  virtual void AddIndex(const ir::Table& table, const ir::Index& index, Facts& facts) const = 0;
  // More about a column: the values of an enum that is no type.
  virtual void AddColumn(const ir::Table& /*table*/, const ir::Column& /*column*/, Facts& /*facts*/) const {}
  virtual void AddEnum(const catalog::Enum& /*value*/, Facts& /*facts*/) const {}
  virtual void AddSequence(const catalog::Sequence& sequence, Facts& facts) const;
  // Whether views, routines and triggers of that kind are asked after.
  virtual bool Knows(ir::RoutineKind /*kind*/) const { return true; }
  // What cannot stand in a script for its client: a fact with such a text is not asked.
  virtual bool CanSay(std::string_view text) const;

  // `t`, or `s.t` outside the default schema.
  std::string Label(const ir::Name& name) const;
  // "a, b"
  std::string Columns(const std::vector<ir::Identifier>& columns) const;
  // "(a) references t (b) on delete cascade"
  std::string References(const ir::ForeignKey& key) const;
  // "cascade"; empty for what the engine does anyway.
  virtual std::string_view Action(ir::ReferenceAction action) const;
  // "unique (a, (expression) desc)"
  std::string Keys(const ir::Index& index, bool descending) const;

  const VerifyInput& input() const { return input_; }
  const dialect::Dialect& dialect() const { return *input_.frame.dialect; }
  const catalog::Catalog& after() const { return *input_.after; }

 private:
  const VerifyInput& input_;
};

// The dialect is the product itself, and no relative that extends its facts.
inline bool IsRoot(const VerifyInput& input) { return input.frame.dialect->lineage.size() == 1; }

// Every fact, in the order of the catalog; the rows of the version table last.
Facts ExpectedFacts(const Engine& engine);
// Tables that are only looked for, because raw SQL may have changed their shape; as a comment's text, or empty.
std::string OnlyLookedFor(const Engine& engine);
// Schemas other than the default one that the facts are about.
std::set<std::string> OtherSchemas(const Engine& engine);

// "a, b", or "base": what the version table is to hold.
std::string RowsOf(const VerifyInput& input);
std::string VersionTable(const VerifyInput& input);
// `MIGC-VERIFY 1 postgres 1975ea83b712`: what stands before the two numbers.
std::string SummaryOf(const VerifyInput& input);
// Comments at the top: what it is, how it is run, who made it.
std::string VerifyHeader(const Engine& engine, const std::vector<std::string>& how);
// The sentence that a client ends with.
inline constexpr std::string_view kFailed =
    "this database differs from what migc expects: see the rows above that are MISSING or DIFFERENT; nothing was changed";
// `  (1, 'table', 'account', '', 'exists', 'there'),` and so on; `literal` writes a string.
template <class Literal>
std::vector<std::string> FactRows(const Facts& facts, Literal literal) {
  std::vector<std::string> rows;
  std::size_t number = 0;
  for (const Fact& fact : facts) {
    rows.push_back("(" + std::to_string(++number) + ", " + literal(fact.kind) + ", " + literal(fact.name) + ", " +
                   literal(fact.part) + ", " + literal(fact.what) + ", " + literal(fact.expected) + ")");
  }
  return rows;
}

// One for each native tool.
std::string VerifyForPsql(const VerifyInput& input);
std::string VerifyForSqlite3(const VerifyInput& input);
std::string VerifyForMysql(const VerifyInput& input);
std::string VerifyForSqlcmd(const VerifyInput& input);
std::string VerifyForSqlplus(const VerifyInput& input);
std::string VerifyForDuckdb(const VerifyInput& input);

}  // namespace migc::bundle
