// Script: the statements of a plan with everything around them, as the text that the dialect's native tool is given.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "migc/catalog/needs.h"
#include "migc/diag/sink.h"
#include "migc/dialect/dialect.h"
#include "migc/emit/statement.h"
#include "migc/graph/plan.h"
#include "migc/source/buffers.h"

namespace migc::script {

struct Bookkeeping {
  std::string version_schema;  // empty: the default one
  std::string version_table = "migc_version";
  std::string history_table = "migc_history";
  bool history = true;
};

// A csv, sql or dialect file, as shown, and its SHA-256.
struct NamedFile {
  std::string path;
  std::string sha256;
};

// What a script is made from beside its revisions: the header says it, so that the script can be made again and compared.
struct MadeFrom {
  std::vector<std::string> command;   // the words after `migc`; without any nothing is said
  std::vector<std::string> settings;  // of migc.yaml, those that are not as they are when nothing is set: "history=false"
  std::vector<NamedFile> facts;       // of --dialect-path
  std::size_t earlier = 0;            // revisions that are applied before it
  std::string earlier_sha256;         // of their files
};

struct Options {
  bool single_transaction = false;
  bool idempotent = false;  // a database at any state on the way from `from` to `to` is taken on from there
  bool plain = false;       // the statements alone, to be read: nothing guards them, and nothing is recorded
  // How long a statement may wait for a lock, and take; nothing: as the server has it.
  std::optional<std::uint32_t> lock_timeout_ms;
  std::optional<std::uint32_t> statement_timeout_ms;
  Bookkeeping bookkeeping;
  std::string migc_version;  // of the compiler, for the header
  MadeFrom made_from;
};

// One step of the plan with its SQL.
struct RevisionPart {
  std::string id;
  std::string message;
  std::vector<std::string> parents;
  std::string path;              // of its `.mig` file, as shown
  std::string sha256;            // of that file
  std::vector<NamedFile> files;  // that it names: csv, sql
  graph::Step step;
  std::vector<std::string> heads_before;  // sorted
  emit::RevisionSql sql;
  // Where transactions are: one ends before each of these statements, so that a later run can begin there.
  std::vector<std::size_t> cuts;
};

// When so many statements of a revision were done, what undoes them begins behind so many statements of the undo.
struct UndoState {
  std::size_t done = 0;
  std::size_t passed = 0;
};

// A revision of an upgrade that may have stopped inside of it, and what the script that leads back can do about that.
struct Undoing {
  RevisionPart upgrade;
  std::vector<UndoState> states;  // from nothing done on; what is not here cannot be undone
  // Why not; without a full stop. Of what comes after the last of the states, and of what lies between them.
  std::string beyond;
  std::string between;
  bool whole = false;  // it can be undone when it is complete
};

// Of a script that leads a database back to where it was before an upgrade that stopped half-way.
struct Abort {
  std::string upgrade_sha256;      // of the upgrade's script
  bool makes_bookkeeping = false;  // it does, in a transaction of its own when its first statement stands outside of transactions
  std::vector<Undoing> revisions;  // of the upgrade, in its order
};

// What a script is for. All but the first run no revision, and say with the rows of the version table where a database is.
enum class Purpose : std::uint8_t {
  kMove,    // runs revisions
  kStamp,   // changes the rows, of a database that is at `from`
  kPurge,   // empties the table first, whatever it says
  kEnsure,  // creates the bookkeeping tables where they are missing, and changes no row
};

struct Input {
  Purpose purpose = Purpose::kMove;
  const dialect::Dialect* dialect = nullptr;
  const source::Buffers* buffers = nullptr;  // for the `file:line` comments
  graph::Direction direction{};
  std::vector<std::string> from;  // rows before; empty: base
  std::vector<std::string> to;
  std::vector<RevisionPart> revisions;  // that run, in order; kStamp, kPurge: those of `to`, which do not
  std::vector<graph::RowChange> stamp;  // kStamp, kPurge: in order
  catalog::Needs needs;                 // of the user who runs it
  std::optional<Abort> abort;           // its `revisions` are then the downgrades of some of those, the last one first
  Options options;
};

// The revision is more than one transaction: some of its statements stand outside of them, or it is cut.
bool IsDivided(const RevisionPart& revision);
// How many statements of the revision are behind when each of its transactions has ended, and each statement outside of them; the
// last one has the version row. `makes_bookkeeping`: its first transaction creates migc's own tables.
std::vector<std::size_t> PartEnds(const RevisionPart& revision, bool makes_bookkeeping);

// The dialect's tool can be given an `abort` that undoes a revision of which only a part was done.
bool CanAbort(const dialect::Dialect& dialect);

// Reports what the dialect's tool could not be given exactly, and statements that cannot run in the one transaction that was asked
// for. True when nothing was wrong; the functions below may only be called then.
bool CheckScript(const Input& input, diag::Sink& sink);

// The whole script; UTF-8 with LF, '\n' at its end. A pure function of its input.
std::string AssembleScript(const Input& input);

// One file per revision, in order, each a script of its own: (file name, text).
std::vector<std::pair<std::string, std::string>> AssembleSplit(const Input& input);

// The digest that a script carries: SHA-256 of its text with the digest itself replaced by 64 zeros wherever it stands, and its
// first 12 digits by 12 zeros.
std::string ScriptDigest(const std::string& script_with_zeros);

}  // namespace migc::script
