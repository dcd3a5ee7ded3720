// Any bytes as what migc reads back: receipts, migc.state.yaml, migc.sum, manifest.json, the header of a script, migc.yaml, dialect
// facts, what a client printed of the version table, the rows of a csv file, and entries of the cache. What is taken is written and
// read again, and says the same.
#include <sstream>

#include "fuzz/fuzz.h"
#include "migc/cache/entry.h"
#include "migc/dialect/dialect.h"
#include "migc/driver/driver.h"
#include "migc/integrity/manifest.h"
#include "migc/integrity/script_identity.h"
#include "migc/project/project.h"
#include "migc/project/state.h"
#include "migc/project/sum.h"
#include "migc/source/file_system.h"
#include "support/pipeline.h"

namespace migc {
namespace {

constexpr const char* kProject = "migrations: migrations\n";
constexpr const char* kRows =
    "revision 'a1' 'One' revises base; upgrade { create table t (id integer, name text); insert into t from csv 'rows.csv'; }";
constexpr const char* kChain = "revision 'a1' 'One' revises base; upgrade { create table t (id integer); }";

void TryReceipt(const std::string& text) {
  const std::optional<project::Receipt> receipt = project::ParseReceipt(text);
  if (!receipt) return;
  const std::optional<project::Receipt> again = project::ParseReceipt(receipt->text);
  fuzz::Expect(again && again->from == receipt->from && again->to == receipt->to && again->digest == receipt->digest,
               "a receipt reads otherwise the second time", text);
}

template <class Read, class Write>
void TryFile(const std::string& text, std::string_view what, const Read& read, const Write& write) {
  source::Buffers buffers;
  diag::Sink sink;
  const auto value = read(buffers.Add("file", text), sink);
  fuzz::Expect(value.has_value() != sink.HasErrors(), "a value and errors, or neither", text);
  if (!value) return;
  const std::string written = write(*value);
  diag::Sink again_sink;
  const auto again = read(buffers.Add("again", written), again_sink);
  fuzz::Expect(again.has_value(), what, written);
  fuzz::Expect(write(*again) == written, what, written);
}

void TryManifest(const std::string& text) {
  const base::Result<integrity::Manifest> manifest = integrity::ReadManifest(text);
  if (manifest)
    fuzz::Expect(integrity::WriteManifest(manifest.value()) == text, "a manifest is written otherwise than it was read", text);
}

void TryFacts(const std::string& text) {
  source::Buffers buffers;
  dialect::Sources sources;
  for (const std::string& name : dialect::BuiltinNames()) {
    sources[name] = &buffers.Add(name, std::string(*dialect::BuiltinText(name)));
  }
  sources["mine"] = &buffers.Add("mine.yaml", text);
  diag::Sink sink;
  const std::optional<dialect::Dialect> dialect = dialect::LoadDialect("mine", std::nullopt, sources, sink);
  fuzz::Expect(dialect.has_value() != sink.HasErrors(), "facts and errors, or neither", text);
}

void TryEntry(const std::string& text) {
  const std::string key(cache::kKeyBytes, 'k');
  const std::optional<cache::Entry> entry = cache::ParseEntry(text);
  if (!entry) return;
  const std::string written = cache::EntryText(*entry, key);
  const std::optional<cache::Entry> again = cache::ReadEntry(written, key);
  fuzz::Expect(again && cache::EntryText(*again, key) == written, "an entry of the cache reads otherwise than it was written",
               text);
}

// As a command line reads them, whose exit code is one of those that are documented.
void TryCommand(const std::vector<std::string>& arguments, std::map<std::string, std::string> files, const std::string& input) {
  source::MemoryFileSystem memory;
  memory.files() = std::move(files);
  std::ostringstream out;
  std::ostringstream err;
  std::istringstream in(input);
  driver::Environment environment;
  environment.files = &memory;
  environment.out = &out;
  environment.err = &err;
  environment.in = &in;
  environment.new_revision_id = [] { return std::string("000000000000"); };
  environment.now = [] { return std::string("2026-01-01T00:00:00Z"); };
  const int status = driver::Run(arguments, environment, support::AllBackends());
  fuzz::Expect(status >= 0 && status <= 2, "an exit code that is not documented", input);
  fuzz::Expect(status == 0 || !err.str().empty() || !out.str().empty(), "it fails without a word", input);
}

}  // namespace

std::vector<std::string> fuzz::Seeds() {
  std::vector<std::string> seeds = {
      "0MIGC-RECEIPT 1 postgres base 1975ea83b712 0123456789ab 3",
      "1production:\n  dialect: postgres\n  at: [a1]\n  receipts:\n    - MIGC-RECEIPT 1 postgres base a1 0123456789ab 1\n",
      "2a1 base 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n",
      "4-- migc 0.1.0: upgrade from base to a1 for PostgreSQL 12 or newer\n-- Sources:\n",
      "5migrations: [a, b]\ndialects:\n  postgres: 15\n  mysql:\nnaming:\n  unique: uq_{table}_{columns}\nvariables:\n  x: y\n",
      "6extends: postgres\ntitle: Mine\nversions: {oldest: 15, newest: 16}\n",
      "7 version_num \n--------------\n a1\n(1 row)\n",
      "8id,name\n1,\"a, b\"\n2,\n",
  };
  integrity::Manifest manifest;
  manifest.migc_version = "0.1.0";
  manifest.dialect = "postgres";
  manifest.direction = "upgrade";
  manifest.to = {"a1"};
  manifest.command = {"compile", "--to", "head"};
  seeds.push_back("3" + integrity::WriteManifest(manifest));
  cache::Entry entry;
  entry.run = "run";
  entry.asked.push_back({cache::Question::kRead, "migrations/a.mig", 1000, "answer"});
  entry.wrote.push_back({"out", std::nullopt});
  entry.wrote.push_back({"out/a.sql", "SELECT 1;\n"});
  const std::string written = cache::EntryText(entry, std::string(cache::kKeyBytes, 'k'));
  seeds.push_back("9" + written.substr(written.find('\n') + 1 + 32));  // after the keyed digest
  for (const std::string& name : dialect::BuiltinNames()) seeds.push_back("6" + std::string(*dialect::BuiltinText(name)));
  return seeds;
}

}  // namespace migc

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace migc;
  if (size == 0) return 0;
  const std::string text = fuzz::TextOf(data + 1, size - 1);
  switch (static_cast<std::uint8_t>(data[0] - '0') % 10) {
    case 0:
      TryReceipt(text);
      break;
    case 1:
      TryFile(
          text, "migc.state.yaml reads otherwise than it was written",
          [](const source::Buffer& buffer, diag::Sink& sink) { return project::ReadState(buffer, sink); }, project::StateText);
      break;
    case 2:
      TryFile(
          text, "migc.sum reads otherwise than it was written",
          [](const source::Buffer& buffer, diag::Sink& sink) { return project::ReadSum(buffer, sink); }, project::SumText);
      break;
    case 3:
      TryManifest(text);
      break;
    case 4:
      integrity::ReadScriptIdentity(text);
      TryCommand({"verify", "x.sql"}, {{"migc.yaml", kProject}, {"migrations/a.mig", kChain}, {"x.sql", text}}, "");
      break;
    case 5:
      TryCommand({"heads"}, {{"migc.yaml", text}, {"migrations/a.mig", kChain}}, "");
      break;
    case 6:
      TryFacts(text);
      break;
    case 8:
      TryCommand({"compile", "--from", "base", "--to", "head", "--dialect", "sqlite"},
                 {{"migc.yaml", kProject}, {"migrations/a.mig", kRows}, {"rows.csv", text}}, "");
      break;
    case 9:
      TryEntry(text);
      break;
    default:
      TryCommand({"current", "-"}, {{"migc.yaml", kProject}, {"migrations/a.mig", kChain}}, text);
      break;
  }
  return 0;
}
