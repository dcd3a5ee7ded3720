#include <fmt/format.h>

#include <algorithm>

#include "migc/base/hash.h"
#include "migc/base/text.h"
#include "migc/script/script.h"
#include "script/header.h"
#include "script/tool.h"

namespace migc::script {
namespace {

// A word of the receipt: what is not a letter, a digit or one of "._-" is percent-encoded, so that blanks and commas separate.
std::string OneWord(std::string_view text) {
  std::string word;
  for (const char c : text) {
    const bool plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
    word += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return word;
}

std::string HeadsWord(const std::vector<std::string>& heads) {
  std::vector<std::string> words;
  for (const std::string& head : heads) words.push_back(OneWord(head));
  return words.empty() ? "base" : base::Join(words, ",");
}

// Walks the revisions and keeps the transactions right: which statements are in one, where it begins and ends.
class Assembly {
 public:
  explicit Assembly(const Input& input) : input_(input), context_(input), tool_(FindTool(input.dialect->tool)) {}

  std::string Run() && {
    out_.Reserve(AboutBytes());
    out_.ShapeComments([this](std::string line) { return tool_.ShapeComment(std::move(line)); });
    if (input_.options.plain) return std::move(*this).Plain();
    WriteHeader(context_, tool_, out_);
    tool_.WritePreamble(context_, out_);
    tool_.WriteLock(context_, out_);
    tool_.WriteGuards(context_, out_);
    WriteUpFront();
    tool_.WriteGuardsEnd(context_, out_);
    bookkeeping_due_ = MakesBookkeeping(input_);
    if (input_.purpose == Purpose::kMove) {
      for (const RevisionPart& revision : input_.revisions) WriteRevision(revision);
      Close();
    } else {
      WriteStamp();
    }
    tool_.WriteEnd(context_, out_);
    out_.Line("-- For the ticket");
    tool_.WriteReceipt(
        context_,
        fmt::format("MIGC-RECEIPT 1 {} {} {} ", OneWord(input_.dialect->name), HeadsWord(input_.from), HeadsWord(input_.to)),
        fmt::format(" {}", input_.purpose == Purpose::kMove ? input_.revisions.size() : 0), out_);
    return std::move(out_).Finish();
  }

 private:
  // More than most scripts have: memory that is not written to costs nothing, and a script that outgrows it is copied.
  std::size_t AboutBytes() const {
    constexpr std::size_t kRevision = 2500;
    constexpr std::size_t kStatement = 200;
    std::size_t bytes = 1U << 16U;
    for (const RevisionPart& revision : input_.revisions) {
      bytes += kRevision + kStatement * revision.sql.statements.size();
      for (const emit::Statement& statement : revision.sql.statements) bytes += statement.sql.size();
    }
    return bytes;
  }

  // The statements alone, for a reader.
  std::string Plain() && {
    WritePlainHeader(context_, out_);
    for (const RevisionPart& revision : input_.revisions) {
      WriteTitle(revision);
      out_.Line();
      for (const emit::Statement& statement : revision.sql.statements) {
        const NumberedStatement numbered{++number_, statement, revision};
        WriteComment(numbered);
        if (statement.kind == emit::StatementKind::kRequire) {
          out_.Line("-- must be true: " + OneLine(statement.sql));
        } else if (statement.kind != emit::StatementKind::kNote) {
          tool_.WritePlain(context_, numbered, out_);
        }
        out_.Line();
      }
    }
    return std::move(out_).Finish();
  }

  // The `require` checks that can be asked before anything has changed; each is asked again in its place.
  void WriteUpFront() {
    std::size_t number = 0;
    for (const RevisionPart& revision : input_.revisions) {
      const bool in_parts = RunsInParts(context_, revision);
      for (const emit::Statement& statement : revision.sql.statements) {
        const NumberedStatement numbered{++number, statement, revision, 0, in_parts};
        if (statement.kind != emit::StatementKind::kRequire || !statement.up_front) continue;
        WriteComment(numbered);
        tool_.WriteUpFrontBegin(context_, revision, out_);
        tool_.WriteRequire(context_, numbered, out_);
        tool_.WriteUpFrontEnd(context_, out_);
      }
    }
  }

  void WriteRevision(const RevisionPart& revision) {
    ++position_;
    part_ = 0;
    in_parts_ = RunsInParts(context_, revision);
    WriteTitle(revision);
    if (context_.resumes) tool_.WriteRevisionBegin(context_, revision, out_);
    tool_.WriteProgress(ProgressOf(revision), out_);
    if (in_parts_) tool_.WritePartsBegin(context_, revision, out_);
    std::size_t index = 0;
    for (const emit::Statement& statement : revision.sql.statements) {
      if (IsCutBefore(revision, index++)) Close();
      if (!statement.no_transaction) {
        Open(revision);
        WriteStatement({++number_, statement, revision, 0, in_parts_});
        continue;
      }
      if (statement.kind == emit::StatementKind::kNote) {
        WriteStatement({++number_, statement, revision, 0, in_parts_});
        continue;
      }
      if (bookkeeping_due_) Open(revision);
      Close();
      WriteStatement({++number_, statement, revision, ++part_, in_parts_});
    }
    if (IsCutBefore(revision, index)) Close();
    Open(revision);
    out_.Line(fmt::format("-- {} is done", OneLine(revision.id)));
    tool_.WriteVersionRows(context_, revision, out_);
    if (WritesHistory(input_)) tool_.WriteHistory(context_, revision, out_);
    transaction_.ends_revision = true;
    if (!context_.one_transaction) Close();
    if (context_.resumes) tool_.WriteRevisionEnd(context_, revision, out_);
    const Options& options = input_.options;
    if (!(options.lock_timeout_ms || options.statement_timeout_ms) || !SetsTimeouts(revision)) return;
    out_.Line("-- The timeouts of the script hold again.");
    tool_.WriteTimeouts(context_, out_);
    out_.Line();
  }

  static std::string_view WordFor(const RevisionPart& revision) {
    return revision.step.direction == graph::Direction::kUpgrade ? "upgrade" : "downgrade";
  }

  void WriteTitle(const RevisionPart& revision) {
    const bool up = revision.step.direction == graph::Direction::kUpgrade;
    out_.Line(fmt::format("-- ---- {} {}: {}", up ? "Upgrade" : "Downgrade", OneLine(revision.id), OneLine(revision.message)));
  }

  std::string ProgressOf(const RevisionPart& revision) const {
    return fmt::format("migc: {} of {}: {} {} {}", position_, input_.revisions.size(), WordFor(revision), revision.id,
                       revision.message);
  }

  // The rows alone, in one transaction.
  void WriteStamp() {
    const bool ensures = input_.purpose == Purpose::kEnsure;
    RevisionPart rows;
    rows.id = HeadsText(input_.to);
    rows.heads_before = input_.from;
    rows.step.rows = input_.stamp;
    rows.step.heads = input_.to;
    tool_.WriteProgress(ensures ? "migc: create the bookkeeping tables where they are missing" : "migc: stamp " + rows.id, out_);
    Open(rows);
    if (input_.purpose == Purpose::kPurge) tool_.WritePurge(context_, out_);
    if (!ensures) tool_.WriteVersionRows(context_, rows, out_);
    if (WritesHistory(input_)) {
      for (const RevisionPart& revision : input_.revisions) tool_.WriteHistory(context_, revision, out_);
    }
    Close();
  }

  void WriteStatement(const NumberedStatement& statement) {
    WriteComment(statement);
    switch (statement.statement.kind) {
      case emit::StatementKind::kSql:
      case emit::StatementKind::kBody:
        tool_.WriteStatement(context_, statement, out_);
        break;
      case emit::StatementKind::kRequire:
        tool_.WriteRequire(context_, statement, out_);
        break;
      case emit::StatementKind::kNote:
        out_.Line();
        break;
    }
  }

  void WriteComment(const NumberedStatement& statement) {
    out_.Line(fmt::format("-- [{}] {}  {}", statement.number, PlaceOf(context_, statement), OneLine(statement.statement.summary)));
  }

  void Open(const RevisionPart& revision) {
    if (open_) return;
    transaction_ = {&revision, revision.sql.foreign_keys_off, bookkeeping_due_, in_parts_ ? ++part_ : 0};
    if (context_.one_transaction) {
      transaction_.foreign_keys_off =
          std::ranges::any_of(input_.revisions, [](const RevisionPart& part) { return part.sql.foreign_keys_off; });
    }
    tool_.WriteBegin(context_, transaction_, out_);
    bookkeeping_due_ = false;
    open_ = true;
  }

  void Close() {
    if (!open_) return;
    tool_.WriteCommit(context_, transaction_, out_);
    open_ = false;
  }

  const Input& input_;
  Context context_;
  const Tool& tool_;
  ScriptText out_;
  Transaction transaction_{};
  bool open_ = false;
  bool bookkeeping_due_ = false;
  bool in_parts_ = false;  // the revision at hand is more than one transaction
  std::size_t number_ = 0;
  std::size_t position_ = 0;
  std::size_t part_ = 0;  // of the revision at hand, when it is more than one transaction
};

// "0003_1975ea83b712_create_accounts.up.sql": in the order in which they are to be applied, and safe on every file system.
std::string SplitName(std::size_t position, std::size_t count, const RevisionPart& revision) {
  constexpr std::size_t kLongest = 100;
  std::string stem(revision.path.substr(revision.path.rfind('/') + 1));
  if (stem.ends_with(".mig")) stem.resize(stem.size() - 4);
  if (!stem.starts_with(revision.id)) stem = revision.id + "_" + stem;
  for (char& c : stem) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    if (!plain) c = '_';
  }
  const std::size_t digits = std::max<std::size_t>(4, std::to_string(count).size());
  const std::string_view direction = revision.step.direction == graph::Direction::kUpgrade ? "up" : "down";
  return fmt::format("{:0{}}_{}.{}.sql", position, digits, stem.substr(0, kLongest), direction);
}

}  // namespace

std::string AssembleScript(const Input& input) { return Assembly(input).Run(); }

std::vector<std::pair<std::string, std::string>> AssembleSplit(const Input& input) {
  std::vector<std::pair<std::string, std::string>> files;
  for (const RevisionPart& revision : input.revisions) {
    const Input part{.purpose = input.purpose,
                     .dialect = input.dialect,
                     .buffers = input.buffers,
                     .direction = input.direction,
                     .from = revision.heads_before,
                     .to = revision.step.heads,
                     .revisions = {revision},
                     .stamp = {},
                     .needs = input.needs,  // each file asks for what all of them need
                     .abort = {},
                     .options = input.options};
    files.emplace_back(SplitName(files.size() + 1, input.revisions.size(), revision), AssembleScript(part));
  }
  return files;
}

std::string ScriptDigest(const std::string& script_with_zeros) { return base::Sha256(script_with_zeros); }

bool CheckScript(const Input& input, diag::Sink& sink) {
  const std::size_t errors = sink.errors();
  const Tool& tool = FindTool(input.dialect->tool);
  std::size_t number = 0;
  if (input.options.single_transaction && !input.dialect->Has(dialect::Capability::kTransactionalDdl)) {
    sink.Report(diag::Make(diag::Kind::kDefinitionsCommit, std::nullopt, input.dialect->title)
                    .WithHelp("leave it out: the same script goes on where it stopped"));
  }
  if (input.options.statement_timeout_ms && !input.dialect->Has(dialect::Capability::kStatementTimeout)) {
    sink.Report(diag::Make(diag::Kind::kCapabilityMissing, std::nullopt,
                           "--statement-timeout, a limit on how long a statement runs", input.dialect->title,
                           dialect::Text(input.dialect->target))
                    .WithHelp(tool.LimitsWaiting(*input.dialect)
                                  ? "leave it out; --lock-timeout limits how long a statement waits for others"
                                  : "leave it out"));
  }
  if (input.options.lock_timeout_ms && !tool.LimitsWaiting(*input.dialect)) {
    std::string help = "leave it out";
    if (input.dialect->Has(dialect::Capability::kStatementTimeout)) {
      help += ", or use --statement-timeout";
    } else if (input.dialect->tool == dialect::Tool::kDuckdb) {
      help += ": the file is open for one process alone, and nothing in it waits";
    }
    sink.Report(diag::Make(diag::Kind::kCapabilityMissing, std::nullopt, "--lock-timeout, a limit on waiting for locks",
                           input.dialect->title, dialect::Text(input.dialect->target))
                    .WithHelp(help));
  }
  if (input.options.idempotent && !tool.CanBeIdempotent()) {
    sink.Report(diag::Make(diag::Kind::kCapabilityMissing, std::nullopt, "a script that passes over what is done",
                           input.dialect->title, dialect::Text(input.dialect->target))
                    .WithHelp("compile from where the database is: `migc compile --from REVISION`"));
  }
  for (const RevisionPart& revision : input.revisions) {
    for (const emit::Statement& statement : revision.sql.statements) {
      const NumberedStatement numbered{++number, statement, revision};
      if (statement.no_transaction && statement.kind != emit::StatementKind::kNote && input.options.single_transaction) {
        sink.Report(
            diag::Make(diag::Kind::kNotInOneTransaction, SpanOf(statement), OneLine(statement.summary))
                .WithHelp("leave out --single-transaction, or give this statement a revision of its own and compile that apart"));
      }
      if (statement.kind != emit::StatementKind::kNote) tool.Check(*input.dialect, numbered, sink);
    }
  }
  return sink.errors() == errors;
}

}  // namespace migc::script
