#include "cached_run.h"

#include <ostream>
#include <streambuf>
#include <utility>

#include "migc/cache/run_cache.h"
#include "migc/project/project.h"

namespace migc::driver {
namespace {

// Below it a run takes no longer than reading what the last one left.
constexpr std::size_t kWorthKeeping = 100;
// What a run of more revisions writes is not held in memory for the cache.
constexpr std::size_t kMaxKept = 48U << 20U;

// To the stream at once, and kept.
class Tee : public std::streambuf {
 public:
  explicit Tee(std::ostream& to) : to_(*to.rdbuf()) {}
  bool whole() const { return whole_; }
  std::string Take() { return std::move(kept_); }

 protected:
  int_type overflow(int_type c) override {
    if (traits_type::eq_int_type(c, traits_type::eof())) return traits_type::not_eof(c);
    const char byte = traits_type::to_char_type(c);
    Keep({&byte, 1});
    return to_.sputc(byte);
  }
  std::streamsize xsputn(const char* text, std::streamsize size) override {
    Keep({text, static_cast<std::size_t>(size)});
    return to_.sputn(text, size);
  }
  int sync() override { return to_.pubsync(); }

 private:
  void Keep(std::string_view text) {
    whole_ = whole_ && kept_.size() + text.size() <= kMaxKept;
    if (whole_) kept_ += text;
  }

  std::streambuf& to_;
  std::string kept_;
  bool whole_ = true;
};

// All that a run is given but the disk.
std::string RunOf(const Environment& environment, const std::vector<std::string>& arguments) {
  const std::string program = cache::ProgramIdentity();
  if (program.empty()) return {};
  std::vector<std::string> given = {program, environment.out_is_terminal ? "terminal" : "",
                                    environment.err_is_terminal ? "terminal" : ""};
  given.insert(given.end(), arguments.begin(), arguments.end());
  for (const auto& [name, value] : environment.variables) {
    if (name == "NO_COLOR" || name == "TERM" || name.starts_with("MIGC_")) given.push_back(name + "=" + value);
  }
  return cache::RunOf(given);
}

// The project's directory; nothing where there is none.
std::optional<std::string> RootOf(Context& context) {
  const std::string& given = context.globals().config;
  const auto config = given.empty() ? project::FindConfig(context.files()) : given;
  if (config) return source::DirectoryOf(*config);
  return context.files().IsDirectory("migrations") ? std::optional<std::string>(".") : std::nullopt;
}

int TellAgain(Context& context, const cache::Entry& entry) {
  for (const auto& wrote : entry.wrote) {
    const auto status =
        wrote.text ? context.files().WriteWhole(wrote.path, *wrote.text) : context.files().MakeDirectory(wrote.path);
    if (!status) {
      context.FailToWrite(status.error());
      return context.Finish();
    }
  }
  context.Print(entry.out);
  *context.environment().err << entry.err;
  return context.Finish();
}

// Runs the command; what it did when it went well and took long enough to be kept.
std::optional<cache::Entry> Record(Context& context, const Command& command, std::string run, int& status) {
  Environment environment = context.environment();
  cache::Recorder recorder(*environment.files);
  Tee out(*environment.out);
  Tee err(*environment.err);
  std::ostream out_stream(&out);
  std::ostream err_stream(&err);
  environment.files = &recorder;
  environment.out = &out_stream;
  environment.err = &err_stream;
  {
    Context recorded(environment, context.backends());
    recorded.globals() = context.globals();
    command.run(recorded);
    status = recorded.Finish();
  }
  if (status != kOk || !recorder.repeatable() || !out.whole() || !err.whole()) return std::nullopt;
  cache::Entry entry{std::move(run), recorder.TakeAsked(), recorder.TakeWrote(), out.Take(), err.Take()};
  if (entry.asked.size() < kWorthKeeping) return std::nullopt;
  return entry;
}

}  // namespace

int RunCached(Context& context, const Command& command, const std::vector<std::string>& arguments) {
  const auto& environment = context.environment();
  std::string run = RunOf(environment, arguments);
  const auto root = RootOf(context);
  if (run.empty() || !root) {
    command.run(context);
    return context.Finish();
  }
  const cache::RunCache cache(context.files(), *root);
  auto key = cache::FindKey(context.files(), environment.variables);
  if (key) {
    if (const auto entry = cache.Find(run, *key)) return TellAgain(context, *entry);
  }
  int status = kOk;
  const auto entry = Record(context, command, std::move(run), status);
  if (!entry) return status;
  if (!key) key = cache::MakeKey(context.files(), environment.variables, environment.create_private);
  if (key) cache.Store(*entry, *key);
  return status;
}

}  // namespace migc::driver
