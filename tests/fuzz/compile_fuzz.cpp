// Any bytes as a migration, through every phase to the script of every dialect. Beside "no crash": what is derived undoes what was
// done, and a script, cut again as its tool cuts it, has the statements that were meant.
#include <algorithm>
#include <map>

#include "driver/target.h"
#include "fuzz/fuzz.h"
#include "migc/lower/lower.h"
#include "migc/parse/parse.h"
#include "migc/script/script.h"
#include "support/pipeline.h"
#include "unit/script/psql_splitter.h"
#include "unit/script/sqlite3_splitter.h"

namespace migc {
namespace {

struct Target {
  dialect::Dialect dialect;
  const emit::Backend* backend = nullptr;
  std::optional<catalog::Catalog> catalog;  // with the tables that most of the cases start from
};

// A csv file that any migration may name.
const source::Buffer& Csv() {
  static source::Buffers buffers;
  static const source::Buffer& csv = buffers.Add("data.csv", "id,name\n1,\"a, \"\"b\"\"\"\n2,\n");
  return csv;
}

lower::Options OptionsFor(const Target& target) {
  lower::Options options;
  options.lineage = target.dialect.lineage;
  options.known_dialects = dialect::BuiltinNames();
  options.variables = {{"x", "value"}, {"y", std::nullopt}};
  options.read_file = [](const std::string&) -> base::Result<const source::Buffer*> { return &Csv(); };
  return options;
}

void AddStart(Target& target) {
  source::Buffers buffers;
  diag::Sink sink;
  const auto file = parse::BuildFile(buffers.Add("setup.mig", fuzz::ReadFile("tests/golden/emit/alter_table/_setup.mig")), sink);
  const auto revision = lower::LowerRevision(*file, OptionsFor(target), sink);
  fuzz::Expect(revision && catalog::ApplyOperations(*target.catalog, revision->upgrade, sink), "the start does not replay");
}

// Every dialect at its oldest and its newest version.
const std::vector<Target>& Targets() {
  static const auto* targets = [] {
    auto* made = new std::vector<Target>;
    static source::Buffers buffers;
    dialect::Sources sources;
    for (const std::string& name : dialect::BuiltinNames()) {
      sources[name] = &buffers.Add(name, std::string(*dialect::BuiltinText(name)));
    }
    for (const auto& [name, text] : sources) {
      diag::Sink sink;
      const auto oldest = dialect::LoadDialect(name, std::nullopt, sources, sink);
      fuzz::Expect(oldest.has_value(), "facts that come with migc are wrong");
      for (const dialect::Version& version : {oldest->oldest, oldest->newest}) {
        Target target{*dialect::LoadDialect(name, version, sources, sink), nullptr, {}};
        for (const auto& backend : support::AllBackends()) {
          if (backend->name() == target.dialect.backend) target.backend = backend.get();
        }
        if (target.backend == nullptr) continue;
        target.catalog.emplace(driver::RulesOf(target.dialect, project::DefaultProject(".")));
        AddStart(target);
        made->push_back(std::move(target));
      }
    }
    return made;
  }();
  return *targets;
}

// Bodies and raw SQL may begin with what a client drops.
bool IsPlain(const emit::Statement& statement) {
  return statement.kind == emit::StatementKind::kSql && !statement.sql.empty() && statement.sql[0] >= 'A' &&
         statement.sql[0] <= 'Z' && statement.sql.find("--") == std::string::npos && statement.sql.find("/*") == std::string::npos;
}

std::string Doubled(std::string_view text) {
  std::string doubled;
  for (const char c : text) doubled += c == '\'' ? std::string("''") : std::string(1, c);
  return doubled;
}

void ExpectSplit(const script::Input& input, const std::string& script, const std::string& source) {
  std::vector<std::string> split;
  if (input.dialect->tool == dialect::Tool::kPsql) split = script::testing::SplitAsPsql(script);
  if (input.dialect->tool == dialect::Tool::kSqlite3) split = script::testing::SplitAsSqlite3(script);
  if (split.empty()) return;
  for (const std::string& one : split) {
    fuzz::Expect(!one.starts_with("<unfinished>"), "a statement has no end in " + input.dialect->name + ": " + one, source);
  }
  for (const emit::Statement& statement : input.revisions[0].sql.statements) {
    if (!IsPlain(statement)) continue;
    // Where revisions that are done are passed over, the statement may stand in a string.
    const bool found = std::ranges::any_of(split, [&](const std::string& one) {
      return one.find(statement.sql) != std::string::npos || one.find(Doubled(statement.sql)) != std::string::npos;
    });
    fuzz::Expect(found, "a statement is not in the script for " + input.dialect->name + ": " + statement.sql, source);
  }
}

void Script(const Target& target, const source::Buffers& buffers, emit::RevisionSql sql, catalog::Needs needs,
            const std::string& source) {
  script::Input input;
  input.dialect = &target.dialect;
  input.buffers = &buffers;
  input.to = {"r"};
  input.needs = std::move(needs);
  script::RevisionPart part;
  part.id = "r";
  part.message = "It's one";
  part.path = "migrations/r.mig";
  part.sha256 = std::string(64, '0');
  part.step.rows = {{graph::RowAction::kInsert, "", "r"}};
  part.step.heads = {"r"};
  part.sql = std::move(sql);
  input.revisions.push_back(std::move(part));
  for (const bool idempotent : {false, true}) {
    input.options.idempotent = idempotent;
    diag::Sink sink;
    if (!script::CheckScript(input, sink)) {
      fuzz::Expect(sink.HasErrors(), "a script is refused without a word", source);
      continue;
    }
    ExpectSplit(input, script::AssembleScript(input), source);
  }
}

void CompileFor(const Target& target, const source::Buffers& buffers, const ast::File& file, const std::string& source) {
  diag::Sink sink;
  const std::optional<ir::Revision> revision = lower::LowerRevision(file, OptionsFor(target), sink);
  if (!revision) return fuzz::Expect(sink.HasErrors(), "lowering fails without a word", source);
  catalog::Catalog catalog = *target.catalog;
  const auto up = catalog::ApplyOperations(catalog, revision->upgrade, sink);
  if (!up) return fuzz::Expect(sink.HasErrors(), "replay fails without a word", source);
  const std::size_t errors = sink.errors();
  target.backend->Check(*up, target.dialect, sink);
  if (sink.errors() == errors) {
    Script(target, buffers, target.backend->Emit(*up, target.dialect), catalog::NeedsOf({*up}), source);
  }
  diag::Sink undoing;
  const auto operations = catalog::DowngradeOf(*revision, *up, undoing);
  if (!operations) return;
  const auto down = catalog::ApplyOperations(catalog, *operations, undoing);
  const bool derived = !std::holds_alternative<ir::WrittenDowngrade>(revision->downgrade);
  if (!down) return fuzz::Expect(!derived, "what was derived cannot be applied for " + target.dialect.name, source);
  catalog::ProveDowngrade(*revision, *up, *down, undoing);
  if (derived) fuzz::Expect(!undoing.HasErrors(), "what was derived does not undo for " + target.dialect.name, source);
  const std::size_t before = undoing.errors();
  target.backend->Check(*down, target.dialect, undoing);
  if (undoing.errors() == before) target.backend->Emit(*down, target.dialect);
}

}  // namespace

std::vector<std::string> fuzz::Seeds() { return GoldenSeeds(); }

}  // namespace migc

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace migc;
  const std::string text = fuzz::TextOf(data, size);
  source::Buffers buffers;
  diag::Sink sink;
  const std::optional<ast::File> file = parse::BuildFile(buffers.Add("migrations/r.mig", text), sink);
  if (!file) return 0;
  for (const Target& target : Targets()) CompileFor(target, buffers, *file, text);
  return 0;
}
