#include "context.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "migc/diag/render.h"

namespace migc::driver {

void Context::Print(std::string_view text) {
  ClearProgress();
  environment_.out->write(text.data(), static_cast<std::streamsize>(text.size()));
}

void Context::Tell(std::string_view text) {
  if (!environment_.err_is_terminal || globals_.quiet) return;
  ClearProgress();
  *environment_.err << text << '\n';
}

void Context::Fail(diag::Diagnostic diagnostic) {
  sink_.Report(std::move(diagnostic));
  outside_ = true;
}

void Context::FailToRead(const base::Error& error) {
  Fail(diag::Make(diag::Kind::kCannotRead, std::nullopt, error.path, error.reason));
}

void Context::FailToWrite(const base::Error& error) {
  Fail(diag::Make(diag::Kind::kCannotWrite, std::nullopt, error.path, error.reason));
}

void Context::Progress(std::string_view doing, std::size_t done, std::size_t all) {
  if (environment_.progress == nullptr || globals_.quiet || done % 64 != 0) return;
  auto now = std::chrono::steady_clock::now();
  if (now - started_ < std::chrono::seconds(1) || now - shown_ < std::chrono::milliseconds(100)) return;
  shown_ = now;
  progress_shown_ = true;
  *environment_.progress << fmt::format("\r\x1b[K{} {}/{}", doing, done, all) << std::flush;
}

void Context::ClearProgress() {
  if (!progress_shown_) return;
  *environment_.progress << "\r\x1b[K" << std::flush;
  progress_shown_ = false;
}

bool Context::Colour(bool terminal) const {
  if (globals_.color == "always") return true;
  if (globals_.color == "never") return false;
  auto no_color = environment_.variables.find("NO_COLOR");
  bool refused = no_color != environment_.variables.end() && !no_color->second.empty();
  auto term = environment_.variables.find("TERM");
  bool dumb = term != environment_.variables.end() && term->second == "dumb";
  return terminal && !refused && !dumb;
}

std::string Context::Rendered(const std::vector<diag::Diagnostic>& diagnostics) const {
  switch (globals_.diagnostics) {
    case DiagnosticsForm::kText:
      return diag::RenderText(diagnostics, buffers_, {.colour = Colour(environment_.err_is_terminal)});
    case DiagnosticsForm::kJson:
      return diag::RenderJson(diagnostics, buffers_);
    case DiagnosticsForm::kSarif:
      return diag::RenderSarif(diagnostics, buffers_);
  }
  return {};
}

int Context::Finish() {
  ClearProgress();
  environment_.out->flush();
  if (!environment_.out->good()) FailToWrite({"standard output", "the disk is full, or whoever reads it has gone away"});
  auto diagnostics = sink_.Sorted();
  if (globals_.quiet) {
    std::erase_if(diagnostics, [](const diag::Diagnostic& each) { return each.severity() == diag::Severity::kWarning; });
  }
  *environment_.err << Rendered(diagnostics) << std::flush;
  if (!sink_.HasErrors()) return kOk;
  return outside_ ? kOutsideWrong : kSourcesWrong;
}

}  // namespace migc::driver
