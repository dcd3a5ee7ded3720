#include "migc/bundle/undo.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <span>
#include <string>
#include <utility>

#include "migc/base/text.h"

namespace migc::bundle {
namespace {

using Statements = std::vector<emit::Statement>;
using Steps = std::span<const catalog::Step>;

bool IsTimeout(const catalog::Step& step) { return std::holds_alternative<ir::SetTimeouts>(step.operation.body); }

bool SameStatement(const emit::Statement& one, const emit::Statement& other) {
  return one.kind == other.kind && one.sql == other.sql && one.message == other.message && one.probe == other.probe &&
         one.no_transaction == other.no_transaction && one.summary == other.summary;
}

// Steps that become statements of their own, whatever stands before and behind them.
struct Unit {
  std::size_t first = 0;  // step
  std::size_t end = 0;
  std::size_t done = 0;  // statements of the revision that are behind then
};

// A timeout holds for what stands behind it, and is given back at the end of the revision: statements of no step alone.
std::vector<std::string> SettingsOf(Steps steps, const UndoInput& input) {
  std::vector<catalog::Step> timeouts;
  std::ranges::copy_if(steps, std::back_inserter(timeouts), [](const catalog::Step& step) { return IsTimeout(step); });
  std::vector<std::string> settings;
  if (timeouts.empty()) return settings;
  for (emit::Statement& statement : input.backend->Emit(timeouts, *input.dialect).statements)
    settings.push_back(std::move(statement.sql));
  return settings;
}

// Back ends join operations; what one of them emits for fewer steps must be the beginning of what it emits for all.
std::vector<Unit> UnitsOf(Steps steps, const emit::RevisionSql& sql, const UndoInput& input) {
  constexpr std::size_t kMost = 400;  // each is emitted again, some more than once
  const std::vector<Unit> one = {{0, steps.size(), sql.statements.size()}};
  if (steps.size() > kMost) return one;
  const std::vector<std::string> settings = SettingsOf(steps, input);
  std::vector<std::size_t> rest;  // places of the statements that are no settings
  for (std::size_t i = 0; i < sql.statements.size(); ++i) {
    if (std::ranges::find(settings, sql.statements[i].sql) == settings.end()) rest.push_back(i);
  }
  std::vector<Unit> units;
  std::size_t first = 0;
  std::size_t at = 0;
  for (std::size_t end = 1; end <= steps.size(); ++end) {
    if (IsTimeout(steps[end - 1]) && first == end - 1) {
      units.push_back({first, end, at == 0 ? 0 : rest[at - 1] + 1});
      first = end;
      continue;
    }
    const Statements part = input.backend->Emit(steps.subspan(first, end - first), *input.dialect).statements;
    const bool fits =
        part.size() <= rest.size() - at && std::equal(part.begin(), part.end(), rest.begin() + static_cast<std::ptrdiff_t>(at),
                                                      [&](const emit::Statement& statement, std::size_t place) {
                                                        return SameStatement(statement, sql.statements[place]);
                                                      });
    if (!fits) continue;
    at += part.size();
    units.push_back({first, end, at == 0 ? 0 : rest[at - 1] + 1});
    first = end;
  }
  // All of them together must be all there is: else two were taken apart that the back end joins with what follows.
  if (at != rest.size() || first != steps.size()) return one;
  if (!units.empty()) units.back().done = sql.statements.size();
  return units;
}

std::string Shown(const catalog::Step& step) { return ir::Summary(step.operation); }

// Why the steps cannot be undone; empty: they can.
std::string ObstacleOf(Steps steps) {
  for (const catalog::Step& step : steps) {
    if (step.loses_data) return fmt::format("{} may have lost data, which nothing brings back", Shown(step));
    if (const auto* reason = std::get_if<catalog::NotDerivable>(&step.inverse)) {
      return fmt::format("{}: {}", Shown(step), reason->reason);
    }
  }
  return "";
}

std::vector<ir::Operation> InverseOf(Steps steps) {
  std::vector<ir::Operation> operations;
  for (std::size_t i = steps.size(); i > 0; --i) {
    const auto& inverse = std::get<std::vector<ir::Operation>>(steps[i - 1].inverse);
    operations.insert(operations.end(), inverse.begin(), inverse.end());
  }
  return operations;
}

// What undoes the step undoes the first of its statements alone too: the others only add to what that one has made.
bool IsUndoneFromItsFirst(Steps steps, const emit::RevisionSql& undo) {
  if (steps.size() != 1) return false;
  const auto& body = steps[0].operation.body;
  return std::holds_alternative<ir::Insert>(body) || (std::holds_alternative<ir::CreateTable>(body) && undo.statements.size() == 1);
}

// Walks the upgrade back.
class Walk {
 public:
  explicit Walk(const UndoInput& input) : input_(input), catalog_(*input.after) {}

  void Run(Undo& undo) {
    const std::size_t count = input_.steps->size();
    undo.revisions.resize(count);
    undo.sql.resize(count);
    for (std::size_t i = count; i > 0; --i) {
      const std::vector<catalog::Step>& steps = (*input_.steps)[i - 1];
      script::Undoing& revision = undo.revisions[i - 1];
      revision.upgrade = input_.upgrade[i - 1];
      const auto& downgrade = input_.revisions[i - 1]->downgrade;
      if (std::holds_alternative<ir::DerivedDowngrade>(downgrade)) {
        UndoUnits(steps, revision, undo.sql[i - 1]);
        continue;
      }
      UndoWhole(*input_.revisions[i - 1], steps, revision, undo.sql[i - 1]);
      catalog::Revert(catalog_, steps);
    }
  }
  catalog::Needs TakeNeeds() { return std::move(needs_).Take(); }

 private:
  // The statements of the operations where the catalog stands, which is then as before; nothing, with the reason, when there are
  // none.
  std::optional<emit::RevisionSql> SqlOf(const std::vector<ir::Operation>& operations, std::string& obstacle) {
    diag::Sink sink;
    auto steps = catalog::ApplyOperations(catalog_, operations, sink);
    if (steps) {
      input_.backend->Check(*steps, *input_.dialect, sink);
      catalog::Revert(catalog_, *steps);
    }
    if (!steps || sink.HasErrors()) {
      const auto& all = sink.diagnostics();
      const auto error = std::ranges::find_if(
          all, [](const diag::Diagnostic& diagnostic) { return diagnostic.severity() == diag::Severity::kError; });
      obstacle = error == all.end() ? "it cannot be undone" : error->message;
      return std::nullopt;
    }
    needs_.Read(*steps);
    return input_.backend->Emit(*steps, *input_.dialect);
  }

  void UndoUnits(Steps steps, script::Undoing& revision, emit::RevisionSql& sql) {
    const std::vector<Unit> units = UnitsOf(steps, revision.upgrade.sql, input_);
    revision.between = "what was done of it is a part of a change that takes more than one statement";
    std::vector<emit::RevisionSql> undone(units.size());
    std::size_t usable = units.size();  // those before the first that cannot be undone
    for (std::size_t i = units.size(); i > 0; --i) {
      const Steps part = steps.subspan(units[i - 1].first, units[i - 1].end - units[i - 1].first);
      std::string obstacle = ObstacleOf(part);
      if (obstacle.empty()) {
        auto statements = SqlOf(InverseOf(part), obstacle);
        if (statements) undone[i - 1] = std::move(*statements);
      }
      if (!obstacle.empty()) {
        usable = i - 1;
        revision.beyond = obstacle;
      }
      catalog::Revert(catalog_, std::vector<catalog::Step>(part.begin(), part.end()));
    }
    revision.whole = usable == units.size();
    undone.resize(usable);
    Join(steps, units, std::move(undone), revision, sql);
  }

  static void Join(Steps steps, const std::vector<Unit>& units, std::vector<emit::RevisionSql> undone, script::Undoing& revision,
                   emit::RevisionSql& sql) {
    std::size_t left = 0;
    for (const emit::RevisionSql& one : undone) left += one.statements.size();
    revision.states.push_back({0, left});
    for (std::size_t i = 0; i < undone.size(); ++i) {
      const std::size_t before = revision.states.back().done;
      left -= undone[i].statements.size();
      if (IsUndoneFromItsFirst(steps.subspan(units[i].first, units[i].end - units[i].first), undone[i])) {
        for (std::size_t done = before + 1; done < units[i].done; ++done) revision.states.push_back({done, left});
      }
      revision.states.push_back({units[i].done, left});
    }
    for (auto one = undone.rbegin(); one != undone.rend(); ++one) {
      for (emit::Statement& statement : one->statements) sql.statements.push_back(std::move(statement));
      sql.foreign_keys_off = sql.foreign_keys_off || one->foreign_keys_off;
      sql.may_cascade = sql.may_cascade || one->may_cascade;
    }
  }

  // By the author's own downgrade, which begins where the revision is complete.
  void UndoWhole(const ir::Revision& source, const std::vector<catalog::Step>& steps, script::Undoing& revision,
                 emit::RevisionSql& sql) {
    revision.between = "its downgrade is written for the complete revision, and it is not complete";
    diag::Sink sink;
    const auto operations = catalog::DowngradeOf(source, steps, sink);
    const auto lossy = std::ranges::find_if(steps, [](const catalog::Step& step) { return step.loses_data; });
    if (lossy != steps.end()) {
      revision.beyond = ObstacleOf(Steps(&*lossy, 1));
    } else if (!operations) {
      revision.beyond = sink.diagnostics().front().message;
    } else if (auto statements = SqlOf(*operations, revision.beyond)) {
      sql = std::move(*statements);
    }
    revision.whole = revision.beyond.empty();
    revision.states.push_back({0, sql.statements.size()});
    if (revision.whole) revision.states.push_back({revision.upgrade.sql.statements.size(), 0});
  }

  const UndoInput& input_;
  catalog::Catalog catalog_;
  catalog::NeedsReader needs_;
};

}  // namespace

Undo MakeUndo(UndoInput input) {
  Undo undo;
  Walk walk(input);
  walk.Run(undo);
  undo.needs = walk.TakeNeeds();
  // A later run of the upgrade begins behind a transaction, so the undo must be able to begin there too.
  undo.cuts.resize(undo.revisions.size());
  for (std::size_t i = 0; i < undo.revisions.size(); ++i) {
    script::Undoing& revision = undo.revisions[i];
    // What is asked in the middle of the way back is asked in its place.
    for (emit::Statement& statement : undo.sql[i].statements) statement.up_front = false;
    if (!script::IsDivided(revision.upgrade)) continue;
    for (const script::UndoState& state : revision.states) {
      if (std::ranges::find(undo.cuts[i], state.passed) == undo.cuts[i].end()) undo.cuts[i].push_back(state.passed);
    }
  }
  return undo;
}

}  // namespace migc::bundle
