// Context: what every command of a run shares: the outside world, the global options, the sources and what was reported.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "migc/base/result.h"
#include "migc/diag/sink.h"
#include "migc/driver/driver.h"
#include "migc/source/buffers.h"

namespace migc::driver {

enum class DiagnosticsForm : std::uint8_t { kText, kJson, kSarif };

struct Globals {
  std::string config;  // -c; empty: looked for
  DiagnosticsForm diagnostics = DiagnosticsForm::kText;
  std::string color = "auto";
  bool quiet = false;
  bool no_cache = false;
  std::vector<std::string> dialect_paths;
};

class Context {
 public:
  Context(const Environment& environment, Backends backends) : environment_(environment), backends_(backends) {}
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;

  Globals& globals() { return globals_; }
  source::FileSystem& files() { return *environment_.files; }
  const Environment& environment() const { return environment_; }
  Backends backends() const { return backends_; }
  source::Buffers& buffers() { return buffers_; }
  diag::Sink& sink() { return sink_; }

  // What the command was asked for.
  void Print(std::string_view text);
  // A remark for a person at a terminal; nothing when nobody is there or `-q` was given.
  void Tell(std::string_view text);
  // Reports something that is no fault of the sources, so that the exit status is 2.
  void Fail(diag::Diagnostic diagnostic);
  void FailToRead(const base::Error& error);
  void FailToWrite(const base::Error& error);
  // What was reported last is no fault of the sources.
  void BlameOutside() { outside_ = true; }

  // For work of more than a second: says at a terminal how far it is.
  void Progress(std::string_view doing, std::size_t done, std::size_t all);

  bool ColourOut() const { return Colour(environment_.out_is_terminal); }
  // Writes the diagnostics and gives the exit status.
  int Finish();

 private:
  bool Colour(bool terminal) const;
  void ClearProgress();
  std::string Rendered(const std::vector<diag::Diagnostic>& diagnostics) const;

  const Environment& environment_;
  Backends backends_;
  Globals globals_;
  source::Buffers buffers_;
  diag::Sink sink_;
  bool outside_ = false;
  bool progress_shown_ = false;
  std::chrono::steady_clock::time_point started_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point shown_ = started_;
};

}  // namespace migc::driver
