#include "migc/bundle/readme.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "migc/base/text.h"

namespace migc::bundle {
namespace {

std::string Heads(const std::vector<std::string>& heads) { return heads.empty() ? "base" : base::Join(heads, ", "); }

std::string WhenItStops(script::Rerun rerun) {
  const std::string cause = "its last line says why. Remove the cause";
  switch (rerun) {
    case script::Rerun::kFromTheStart:
      return cause + " and run the same upgrade.sql again: it begins from the start.";
    case script::Rerun::kAfterRevision:
      return cause + " and run the same upgrade.sql again: it goes on where it stopped.";
    case script::Rerun::kAfterStep:
      return cause +
             " and run the same upgrade.sql again: it goes on after the last step\n"
             "   that was done. Until it has come to its end run no other but abort.sql; neither edit it nor undo what it did by "
             "hand.";
    case script::Rerun::kRefuses:
      return cause +
             ". status.sql says where the database is; a bundle from there has what is left:\n   migc bundle --from REVISION …";
  }
  return cause;
}

std::string WhenToGoBack(const ReadmeInput& input) {
  switch (input.abort) {
    case AbortKind::kNothingIsLeft:
      return "   A stopped upgrade leaves nothing, so there is nothing to undo; abort.sql says so.\n";
    case AbortKind::kUndoes:
      if (input.abort_note.empty())
        return "   It undoes what was done, wherever upgrade.sql stopped, and nothing else. Then upgrade.sql can be run anew.\n";
      return fmt::format(
          "   It undoes what was done, and nothing else, but not this: {}.\n"
          "   Where that was done it changes nothing and says so: going on with the same upgrade.sql is the only way, or the "
          "backup.\n",
          input.abort_note);
    case AbortKind::kTells:
      return fmt::format(
          "   It undoes nothing: {}.\n   Going on with the same upgrade.sql until it has come to its end is the only way, or the "
          "backup.\n",
          input.abort_note);
  }
  return "";
}

}  // namespace

std::string Readme(const ReadmeInput& input) {
  const Frame& frame = input.frame;
  const dialect::Dialect& dialect = *frame.dialect;
  std::string text = fmt::format("Upgrade of {} database from {} to {}: {} revision{}, for {} {} or newer.\n\n",
                                 WithArticle(dialect.title), Heads(frame.from), Heads(frame.to), input.revisions,
                                 input.revisions == 1 ? "" : "s", dialect.title, dialect::Text(dialect.target));
  int number = 0;
  const auto line = [&](std::string_view what, const std::string& how) {
    text += fmt::format("{}. {}\n     {}\n", ++number, what, how);
  };
  const auto has = [&](std::string_view file) { return input.files.contains(std::string(file)); };
  if (has("preflight.sql")) {
    line("Days before, and again on the day. It changes nothing; every row must say pass, or info:",
         script::HowToAsk(dialect, "preflight.sql"));
  }
  line("A backup, as before every change. Then the upgrade; its last line is the receipt for the ticket:",
       script::HowToApply(dialect, "upgrade.sql"));
  text += fmt::format("   Transactions: {}\n", input.transactions);
  text += fmt::format("   When it stops: {}\n", WhenItStops(input.rerun));
  if (has("abort.sql")) {
    const bool changes = input.abort == AbortKind::kUndoes;
    line("Only when it stopped and is not to go on, but back to where the database was before:",
         changes ? script::HowToApply(dialect, "abort.sql") : script::HowToAsk(dialect, "abort.sql"));
    text += WhenToGoBack(input);
  }
  if (has("verify.sql")) {
    line("After it. It changes nothing; its last line says how many things are not as they should be:",
         script::HowToAsk(dialect, "verify.sql"));
  }
  if (has("downgrade.sql")) {
    line("Only to go back, when the upgrade has come to its end:", script::HowToApply(dialect, "downgrade.sql"));
  } else {
    text += fmt::format("{}. There is no downgrade.sql: {}.\n   The way back is the backup.\n", ++number, input.no_downgrade);
  }
  line("At any time: where the database is, and the receipt again:", script::HowToAsk(dialect, "status.sql"));
  text +=
      "\nmanifest.json has the SHA-256 of every file: `migc verify manifest.json` says whether they are as they were made, with\n"
      "--public-key KEY whether they are those that were signed (manifest.json.sig).\n";
  return text;
}

}  // namespace migc::bundle
