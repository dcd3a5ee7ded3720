// What undoes a revision, and the proof that it does.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "catalog/derived_order.h"
#include "migc/base/check.h"
#include "migc/base/overloaded.h"
#include "migc/base/text.h"
#include "migc/catalog/replay.h"

namespace migc::catalog {
namespace {

std::optional<source::Span> SpanOf(const ir::Origin& origin) { return origin.known ? std::optional(origin.span) : std::nullopt; }

std::optional<std::vector<ir::Operation>> Derive(const std::vector<Step>& up, diag::Sink& sink) {
  std::vector<Undoing> undoings;
  bool all = true;
  for (auto step = up.rbegin(); step != up.rend(); ++step) {
    if (const auto* not_derivable = std::get_if<NotDerivable>(&step->inverse)) {
      all = false;
      sink.Report(
          diag::Make(diag::Kind::kNotDerivable, SpanOf(step->operation.origin), ir::Summary(step->operation), not_derivable->reason)
              .WithHelp("write `downgrade { … }`, or `downgrade irreversible 'why'`, after the upgrade"));
      continue;
    }
    for (const ir::Operation& one : std::get<std::vector<ir::Operation>>(step->inverse)) undoings.push_back({one, &*step});
  }
  if (!all) return std::nullopt;
  return InDerivedOrder(std::move(undoings));
}

// From before the first step to after the last.
std::vector<Change> Overall(const std::vector<Step>& up, const std::vector<Step>& down) {
  std::map<ObjectKey, Change> all;
  for (const std::vector<Step>* steps : {&up, &down}) {
    for (const Step& step : *steps) {
      for (const Change& change : step.changes) {
        const auto [place, is_new] = all.emplace(change.key, change);
        if (!is_new) place->second.after = change.after;
      }
    }
  }
  std::vector<Change> changes;
  for (auto& [key, change] : all) changes.push_back(std::move(change));
  return changes;
}

// `undo nothing` after effects: the author says that they may stay.
bool LeavesEffects(const std::vector<Step>& up) {
  return std::any_of(up.begin(), up.end(), [](const Step& step) {
    const auto* raw = std::get_if<ir::RawSql>(&step.operation.body);
    return raw != nullptr && raw->undo_nothing && !raw->effects.empty();
  });
}

}  // namespace

std::optional<std::vector<ir::Operation>> DowngradeOf(const ir::Revision& revision, const std::vector<Step>& up, diag::Sink& sink) {
  using Operations = std::optional<std::vector<ir::Operation>>;
  return std::visit(base::Overloaded{
                        [&](const ir::DerivedDowngrade&) { return Derive(up, sink); },
                        [&](const ir::IrreversibleDowngrade& one) -> Operations {
                          const ir::Origin& place = one.origin.known ? one.origin : revision.header.origin;
                          sink.Report(diag::Make(diag::Kind::kIrreversible, SpanOf(place), revision.header.id.text, one.why));
                          return std::nullopt;
                        },
                        [](const ir::WrittenDowngrade& one) -> Operations { return one.operations; },
                    },
                    revision.downgrade);
}

void ProveDowngrade(const ir::Revision& revision, const std::vector<Step>& up, const std::vector<Step>& down, diag::Sink& sink) {
  std::vector<std::string> differences;
  for (const Change& change : Overall(up, down)) {
    for (std::string& line : DescribeDifferences(change.key, change.before, change.after)) differences.push_back(std::move(line));
  }
  if (differences.empty()) return;
  const auto* written = std::get_if<ir::WrittenDowngrade>(&revision.downgrade);
  if (written == nullptr && !LeavesEffects(up)) {
    base::Fail(fmt::format("the derived downgrade of revision {} restores the schema ({})", revision.header.id.text,
                           base::Join(differences, "; ")),
               __FILE__, __LINE__);
  }
  const ir::Origin& place = written != nullptr && written->origin.known ? written->origin : revision.header.origin;
  diag::Diagnostic warning = diag::Make(diag::Kind::kDowngradeDiffers, SpanOf(place), revision.header.id.text);
  for (std::string& line : differences) warning.notes.push_back({std::nullopt, std::move(line)});
  sink.Report(std::move(warning));
}

}  // namespace migc::catalog
